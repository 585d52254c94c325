"""Where a case is read, dates and ages meet the values of parameters that are in force."""

from __future__ import annotations

import datetime

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssrules import Case, FactError, RuleBook, decide
from ssrules.deciding.machine import Machine
from ssrules.strategies import cases
from ssrules.tables import Parameter, Rule, RuleSet
from ssrules.tables.inputs import LongerAgoThan

FIRST = datetime.date(2021, 1, 1)
days = st.dates(FIRST, datetime.date(2027, 12, 31))
windows = st.dictionaries(days, st.integers(0, 400), min_size=1, max_size=3)
ages = st.dictionaries(days, st.integers(0, 150), min_size=1, max_size=3)


def in_force(values: dict[datetime.date, int], on: datetime.date, otherwise: int) -> int:
    """The value that is in force on a day."""
    begun = [start for start in values if start <= on]
    return values[max(begun)] if begun else otherwise


def a_card(received: datetime.date, as_of: datetime.date) -> Case:
    """A card whose financial application was never activated."""
    card = {"received_on": received, "social_security": "inactive", "financial": "inactive"}
    return Case.from_dict({"as_of": as_of, "card": card})


@given(windows, days, st.integers(0, 500))
def test_the_window_in_force_on_the_day_of_receipt_counts(
    values: dict[datetime.date, int], received: datetime.date, later: int
) -> None:
    """A window that is changed later changes nothing for cards that are out."""
    rules = RuleBook.default().with_parameters(activation_window_days=values)
    report = decide(a_card(received, received + datetime.timedelta(later)), rules).loss_report
    window = in_force(values, received, 300)
    assert report.days_left == window - later
    assert report.status == ("due" if later > window else "not_due")


@given(st.booleans(), st.integers(0, 400), days, st.integers(0, 500))
def test_the_day_of_receipt_may_count_as_day_1(
    counts: bool, window: int, received: datetime.date, later: int
) -> None:
    """Where it counts, the window ends a day sooner."""
    rules = RuleBook.default().with_parameters(
        activation_window_days=window, receipt_day_counts=counts
    )
    report = decide(a_card(received, received + datetime.timedelta(later)), rules).loss_report
    assert report.days_left == window - counts - later
    assert report.status == ("due" if later + counts > window else "not_due")


@given(ages, days, st.integers(0, 149))
def test_the_age_in_force_on_the_day_of_the_decision_counts(
    values: dict[datetime.date, int], as_of: datetime.date, age: int
) -> None:
    """Who is old enough by then may join."""
    rules = RuleBook.default().with_parameters(
        endowment_minimum_age=values, residents_pension_age=150
    )
    person = {"employment": "not_working", "residence": "urban", "age": age}
    part = decide(Case.from_dict({"as_of": as_of, "person": person}), rules).part(
        "insurance.endowment"
    )
    old_enough = age >= in_force(values, as_of, 16)
    last = part.because[0].rpartition(".")[2]
    assert last == ("adult" if old_enough else "minor")


@settings(max_examples=50)
@given(windows, ages, cases(as_of=days), st.lists(st.integers(1, 3000), max_size=4))
def test_the_next_change_is_first_under_dated_parameters_too(
    window: dict[datetime.date, int],
    age: dict[datetime.date, int],
    case: Case,
    later: list[int],
) -> None:
    """No status differs on any day before it, and on it exactly those that it names."""
    rules = RuleBook.default().with_parameters(
        activation_window_days=window, endowment_minimum_age=age, residents_pension_age=150
    )
    now = decide(case, rules)
    change = now.next_change
    turns = [start + datetime.timedelta(step) for start in (*window, *age) for step in (-1, 0)]
    turns = [day for day in turns if day >= FIRST]
    some = {*turns, *(case.as_of + datetime.timedelta(day) for day in later)}
    if change is not None:
        assert change.on > case.as_of
        some |= {change.on, change.on - datetime.timedelta(1)}
    for day in some:
        if day <= case.as_of or (change is not None and day > change.on):
            continue
        then = decide(attrs.evolve(case, as_of=day), rules)
        differs = tuple(
            f"{path}.{name}"
            for path, part in now.parts
            for name in ("status", "route", "participation")
            if getattr(then.part(path), name, None) != getattr(part, name, None)
        )
        assert differs == (change.changes if change is not None and day == change.on else ())


def test_an_unknown_date_is_at_fault_nowhere() -> None:
    """Though no day of receipt leaves either of two windows within the calendar."""
    clause = RuleBook.default().clause("source.A4")
    windows = [
        Parameter(name=name, title=name, unit="days", default=days, cites=clause)
        for name, days in (("long", 4_000_000), ("longer", 5_000_000))
    ]
    tests = [LongerAgoThan(f"{each.name}_ago", "card.received_on", each.name) for each in windows]
    rules = [
        Rule(id=f"mine.{said}", cites=clause, when={"long_ago": said}, then={"is": str(said)})
        for said in (False, True)
    ]
    mine = RuleSet(
        name="mine", title="mine", inputs=tests, rules=tuple(rules), outputs={"is": None}
    )
    book = RuleBook.default().with_rule_sets(mine, parameters=tuple(windows))
    unknown = decide(Case(as_of=FIRST), book).part("mine")
    assert unknown.status == "undetermined"
    assert unknown.needs == ("card.received_on",)
    with pytest.raises(FactError):
        decide(a_card(FIRST, FIRST), book)


@pytest.mark.parametrize(
    ("unit", "counted", "told"),
    [
        ("days", False, "400 days after"),
        ("days", True, "399 days after"),
        ("months", False, "400 months after"),
        ("months", True, "400 months after"),
    ],
)
def test_a_day_that_no_calendar_has_is_told_with_the_length_of_the_window(
    unit: str, counted: bool, told: str
) -> None:
    """In days the day of the date itself may count; in months it does not."""
    window = LongerAgoThan("over", "card.received_on", "length", "counts", unit=unit)
    cites = RuleBook.default().clause("source.A4")
    values = (("length", 400, unit), ("counts", counted, ""))
    rule_set = RuleSet(
        name="window",
        title="window",
        inputs=(window,),
        outputs={"over": (True, False)},
        rules=tuple(
            Rule(id=f"window.{each}", cites=cites, when={"over": each}, then={"over": each})
            for each in (True, False)
        ),
    )
    book = RuleBook(
        name="mine",
        version="1",
        rule_sets=rule_set,
        parameters=[
            Parameter(name=name, title=name, unit=of, default=value, cites=cites)
            for name, value, of in values
        ],
    )
    card = {"card": {"received_on": "9999-12-01"}}
    with pytest.raises(FactError, match=told):
        decide(Case.from_dict({"as_of": "9999-12-02", **card}), book)


@pytest.mark.parametrize("day", ["2026-01-31", "2026-03-30", "2026-06-15", "2026-12-01"])
def test_two_windows_in_months_over_an_unknown_date_leave_what_some_date_leaves(day: str) -> None:
    """Found by trying every date: what may be is what is for some of them."""
    cites = RuleBook.default().clause("source.A4")
    names = ("shorter", "longer")
    windows = [LongerAgoThan(each, "card.received_on", each, unit="months") for each in names]
    rules = [
        Rule(
            id=f"window.{one}.{two}",
            cites=cites,
            when=dict(zip(names, (one, two), strict=True)),
            then={"what": (f"{one} {two}",)},
        )
        for one in (True, False)
        for two in (True, False)
    ]
    rule_set = RuleSet(
        name="window", title="window", inputs=windows, outputs={"what": None}, rules=rules
    )
    book = RuleBook(
        name="mine",
        version="1",
        rule_sets=rule_set,
        parameters=[
            Parameter(name=name, title=name, unit="months", default=value, cites=cites)
            for name, value in zip(names, (5, 6), strict=True)
        ],
    )
    as_of = datetime.date.fromisoformat(day)
    found = {
        decide(Case.from_paths({"as_of": as_of, "card.received_on": each}), book)
        .part("window")
        .because
        for each in (as_of - datetime.timedelta(days) for days in range(400))
    }
    unknown = Machine.of(book)
    point = unknown.point(book, Case.from_paths({"as_of": as_of}))
    possible = unknown.answer("window", point).possible["what"]
    assert {f"window.{each.replace(' ', '.')}" for each in possible} == {each for (each,) in found}
