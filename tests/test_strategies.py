"""What the public strategies draw is valid, varied, and shrinks to what matters."""

from __future__ import annotations

import datetime
import sys
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from ssrules import Case, RuleBook, SsrulesError, decide, strategies
from ssrules.errors import MissingExtraError, UnknownNameError
from tests.contract import FACTS, tree_of

LAST_DAY = datetime.date.max
COMES_UP = settings(max_examples=20_000, database=None, phases=[Phase.generate])
"""It ends at the first that is found: about one case in two hundred has an option allowed."""


def facts_of(case: Case) -> dict[str, Any]:
    """Every fact of a case by its path."""
    found = {}
    for path in FACTS:
        value: Any = case
        for name in path.split("."):
            value = getattr(value, name)
        found[path] = value
    return found


@given(strategies.cases())
def test_every_case_can_be_decided(case: Case) -> None:
    """No case that is drawn is refused, at the ends of the calendar neither."""
    assert decide(case).as_of == case.as_of


@given(strategies.complete_cases())
def test_a_complete_case_leaves_nothing_unknown(case: Case) -> None:
    """Every fact of the table is known."""
    assert None not in facts_of(case).values()


@given(strategies.case_dicts(json=True))
def test_a_case_in_json_holds_only_what_json_has(mapping: dict[str, Any]) -> None:
    """Words, numbers, true, false and null, and objects of these: nothing else."""

    def kinds(value: Any) -> set[type]:
        inner = value.values() if isinstance(value, dict) else ()
        return {type(value)}.union(*map(kinds, inner))

    assert kinds(mapping) <= {dict, str, int, bool, type(None)}
    assert Case.from_dict(mapping).as_of == datetime.date.fromisoformat(mapping["as_of"])


@settings(max_examples=40)
@given(st.data(), st.sampled_from([path for path in FACTS if path != "as_of"]))
def test_known_unknown_and_given_facts_are_as_asked(data: st.DataObject, path: str) -> None:
    """A fact is always known, never known, or drawn from what is given, on every case."""
    known = data.draw(strategies.cases(known=[path]))
    assert facts_of(known)[path] is not None
    unknown = data.draw(strategies.cases(unknown=[path]))
    assert facts_of(unknown)[path] is None
    value = facts_of(known)[path]
    as_of = st.just(known.as_of)
    given_ = data.draw(strategies.cases(as_of=as_of, facts={path: st.just(value)}))
    assert facts_of(given_)[path] == value
    assert given_.as_of == known.as_of


@given(st.data(), st.sampled_from(list(FACTS)))
def test_a_fact_drawn_alone_is_a_valid_value(data: st.DataObject, path: str) -> None:
    """`fact` draws for every path of the table what a case may hold there."""
    as_of = {} if path == "as_of" else {"as_of": LAST_DAY}
    value = data.draw(strategies.fact(path))
    assert value is not None
    assert facts_of(Case.from_dict(tree_of({**as_of, path: value})))[path] == value


@given(st.dates(), st.sampled_from([0, 1, 300, 4000, 3_652_057, 3_652_058, 10**9]), st.data())
def test_a_receipt_date_can_be_decided(
    as_of: datetime.date, days: int, data: st.DataObject
) -> None:
    """Not after the day, and no window that runs past the calendar; or nothing to draw."""
    drawn = strategies.receipt_dates(as_of, window_days=days)
    if drawn.is_empty:
        assert days >= LAST_DAY.toordinal() - 1
        return
    received = data.draw(drawn)
    assert received <= as_of
    assert received.toordinal() + days + 1 <= LAST_DAY.toordinal()


@settings(max_examples=20)
@given(st.integers(0, 10**7), st.data())
def test_cases_for_another_window_can_be_decided_by_it(days: int, data: st.DataObject) -> None:
    """`window_days` is the parameter of the rule book that decides."""
    case = data.draw(strategies.cases(window_days=days))
    decide(case, RuleBook.default().with_parameters(activation_window_days=days))


def day_of(case: Case) -> int | None:
    """How many days after the day of receipt it is."""
    received = case.card.received_on
    return None if received is None else (case.as_of - received).days


@pytest.mark.parametrize("day", [0, 299, 300, 301, 302])
def test_the_days_around_the_end_of_the_window_come_up(day: int) -> None:
    """Each of them is found within the examples of one test."""
    case = find(strategies.cases(), lambda case: day_of(case) == day, settings=COMES_UP)
    assert day_of(case) == day


@pytest.mark.parametrize(
    "wanted",
    [
        lambda case: (case.as_of.month, case.as_of.day) == (2, 29),
        lambda case: case.as_of == LAST_DAY and case.card.received_on is not None,
        lambda case: case.card.bank is not None and case.card.bank == case.institution.bank,
        lambda case: (
            None not in (case.card.bank, case.institution.bank)
            and case.card.bank != case.institution.bank
            and case.card.bank.casefold() == case.institution.bank.casefold()
        ),
        lambda case: case.person.unit_requires_self_application is None,
        lambda case: case.person.age in (15, 16),
        lambda case: None not in facts_of(case).values(),
        lambda case: sum(value is None for value in facts_of(case).values()) > 15,
    ],
)
def test_what_tells_rules_apart_comes_up(wanted: Any) -> None:
    """Leap days, the last day, equal banks and nearly equal ones, all known, little known."""
    assert wanted(find(strategies.cases(), wanted, settings=COMES_UP))


@pytest.mark.parametrize("status", ["refused", "undetermined", "incomplete", "allowed"])
def test_every_status_of_an_option_comes_up(status: str) -> None:
    """Cases reach all four, allowed too, without being steered."""

    def wanted(case: Case) -> bool:
        return any(option.status == status for option in decide(case).activation)

    assert wanted(find(strategies.cases(), wanted, settings=COMES_UP))


def test_an_example_shrinks_to_the_facts_that_matter() -> None:
    """What is left of a case that is due are the three facts that make it so."""
    one = settings(max_examples=2000, database=None)
    case = find(
        strategies.cases(), lambda case: decide(case).loss_report.status == "due", settings=one
    )
    known = {path for path, value in facts_of(case).items() if value is not None}
    needed = {"as_of", "card.received_on", "card.social_security", "card.financial"}
    assert known - {"person.unit_requires_self_application"} == needed
    assert day_of(case) == 301


@pytest.mark.parametrize(
    ("work_unit", "count"), [(None, 9), (True, 2), (False, 7)], ids=["either", "with", "without"]
)
def test_employments_with_or_without_a_work_unit(work_unit: bool | None, count: int) -> None:
    """Two of the nine have a work unit."""
    seen = set()

    @settings(max_examples=200, database=None)
    @given(strategies.employments(work_unit=work_unit))
    def draw(employment: object) -> None:
        seen.add(employment)

    draw()
    assert len(seen) == count


def test_bounds_are_kept() -> None:
    """`min_value` and `max_value` are inclusive, and nothing outside is drawn."""
    day = datetime.date(2024, 2, 29)

    @given(strategies.as_ofs(min_value=day, max_value=day), strategies.ages(min_value=16))
    def draw(as_of: datetime.date, age: int) -> None:
        assert as_of == day
        assert 16 <= age <= 150

    draw()


@pytest.mark.parametrize(
    "make",
    [
        lambda: strategies.fact("person.agee"),
        lambda: strategies.cases(known=["person.agee"]),
        lambda: strategies.cases(unknown=["person.agee"]),
        lambda: strategies.case_dicts(facts={"person.agee": st.just(3)}),
    ],
)
def test_a_path_that_is_no_fact_is_refused_at_once(make: Any) -> None:
    """Before anything is drawn, with the nearest right path."""
    with pytest.raises(UnknownNameError, match=r"person\.age\b"):
        make()


def test_without_hypothesis_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The import fails with the command that mends it."""
    for name in [each for each in sys.modules if each.startswith("ssrules.strategies")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(MissingExtraError, match=r"ssrules\[strategies\]") as caught:
        __import__("ssrules.strategies")
    assert isinstance(caught.value, ImportError)
    assert isinstance(caught.value, SsrulesError)


def test_all_names_are_there() -> None:
    """What `__all__` promises exists, and has a docstring."""
    for name in strategies.__all__:
        assert getattr(strategies, name).__doc__
