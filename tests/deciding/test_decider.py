"""Deciding by the calendar: the window, its ends, and the next day on which something changes."""

from __future__ import annotations

import datetime
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.contract import PARTS

from ssrules import Case, FactError, ParameterError, RuleBook, decide
from ssrules.deciding.decider import Decider
from ssrules.strategies import case_dicts
from ssrules.tables import RuleSet
from ssrules.tables.inputs import LongerAgoThan

LAST_DAY = datetime.date.max


def serial(day: datetime.date) -> int:
    """The number of a day, counted from the calendar's rules and not by the library of dates."""
    year, month = (day.year, day.month) if day.month > 2 else (day.year - 1, day.month + 12)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month - 457) // 5 + day.day


@given(
    case_dicts(
        known=["card.received_on"],
        facts={"card.social_security": st.just("inactive"), "card.financial": st.just("inactive")},
    )
)
def test_day_300_is_inside_and_day_301_is_not(mapping: dict[str, Any]) -> None:
    """By arithmetic of its own: day 0 is the day of receipt, leap days count like others."""
    case = Case.from_dict(mapping)
    received = case.card.received_on
    assert received is not None
    day = serial(case.as_of) - serial(received)
    report = decide(case).loss_report
    assert report.status == ("due" if day >= 301 else "not_due")
    assert report.days_left == 300 - day
    assert report.deadline is not None
    assert report.due_from is not None
    assert serial(report.deadline) == serial(received) + 300
    assert serial(report.due_from) == serial(received) + 301


@pytest.mark.parametrize(
    ("received", "last", "first"),
    [
        ("2026-01-01", "2026-10-28", "2026-10-29"),
        ("2023-05-05", "2024-02-29", "2024-03-01"),
        ("2023-05-06", "2024-03-01", "2024-03-02"),
        ("2024-02-29", "2024-12-25", "2024-12-26"),
        ("2099-05-05", "2100-03-01", "2100-03-02"),
        ("9999-03-05", "9999-12-30", "9999-12-31"),
    ],
)
def test_the_last_day_inside_and_the_first_day_outside(
    received: str, last: str, first: str
) -> None:
    """Counted by hand: with 29 February, without it, in 2100 that has none, and at both ends."""
    card = {"received_on": received, "social_security": "inactive", "financial": "inactive"}
    for as_of, status in ((last, "not_due"), (first, "due")):
        report = decide(Case.from_dict({"as_of": as_of, "card": card})).loss_report
        assert (report.status, report.deadline, report.due_from) == (
            status,
            datetime.date.fromisoformat(last),
            datetime.date.fromisoformat(first),
        )


def test_a_book_that_covers_every_day_decides_on_the_first_of_the_calendar() -> None:
    """The window of a card received on the first day of all is counted like any other."""
    book = attrs.evolve(RuleBook.default(), covers_from=None)
    card = {"received_on": "0001-01-01", "social_security": "inactive", "financial": "inactive"}
    for as_of, status in (("0001-10-28", "not_due"), ("0001-10-29", "due")):
        report = decide(Case.from_dict({"as_of": as_of, "card": card}), book).loss_report
        assert (report.status, report.due_from) == (status, datetime.date(1, 10, 29))


@pytest.mark.parametrize("as_of", ["2020-12-31", "0001-01-01"])
def test_a_day_before_the_first_one_covered_is_an_error_that_names_it(as_of: str) -> None:
    """At `as_of`, with the cure; on the first day itself a case is decided."""
    with pytest.raises(FactError) as caught:
        decide(Case.from_dict({"as_of": as_of}))
    (fault,) = caught.value.faults
    assert fault.path == "as_of"
    assert fault.value == datetime.date.fromisoformat(as_of)
    assert "2021-01-01" in fault.message
    assert "2021-01-01" in fault.hint
    assert decide(Case.from_dict({"as_of": "2021-01-01"})).as_of == RuleBook.default().covers_from


def test_the_first_day_covered_is_content_of_the_book() -> None:
    """Two books that cover other days have other digests."""
    book = RuleBook.default()
    assert attrs.evolve(book, covers_from=None).digest != book.digest
    assert attrs.evolve(book, covers_from=book.covers_from).digest == book.digest


@given(st.integers(0, 400), st.dates(LAST_DAY - datetime.timedelta(450)), st.integers(0, 450))
def test_a_window_past_the_end_of_the_calendar_is_a_fault_of_the_day_of_receipt(
    days: int, received: datetime.date, later: int
) -> None:
    """`due_from` is a day of the calendar, or the case is refused at `card.received_on`."""
    as_of = datetime.date.fromordinal(min(LAST_DAY.toordinal(), received.toordinal() + later))
    case = Case.from_dict({"as_of": as_of, "card": {"received_on": received}})
    rules = RuleBook.default().with_parameters(activation_window_days=days)
    if received.toordinal() + days + 1 <= LAST_DAY.toordinal():
        due_from = decide(case, rules).loss_report.due_from
        assert due_from is not None
        assert due_from.toordinal() == received.toordinal() + days + 1
    else:
        with pytest.raises(FactError) as caught:
            decide(case, rules)
        (fault,) = caught.value.faults
        assert (fault.path, fault.value) == ("card.received_on", received)


@pytest.mark.parametrize("days", [3_652_059, 10**9, 10**15, 10**30, 10**400])
def test_a_huge_window_is_a_fault_only_where_the_day_of_receipt_is_known(days: int) -> None:
    """No crash, however large: without a day of receipt there is nothing to add it to."""
    rules = RuleBook.default().with_parameters(activation_window_days=days)
    known = Case.from_dict({"as_of": "2026-11-22", "card": {"received_on": "2026-11-22"}})
    with pytest.raises(FactError, match=r"^card\.received_on: "):
        decide(known, rules)
    unknown = decide(Case.from_dict({"as_of": "2026-11-22"}), rules)
    assert unknown.loss_report.deadline is None
    assert unknown.next_change is None


def test_a_window_of_0_days_ends_on_the_day_of_receipt() -> None:
    """Day 0 is inside a window of 0 days, day 1 is not."""
    rules = RuleBook.default().with_parameters(activation_window_days=0)
    card = {
        "received_on": "2026-11-22",
        "social_security": "inactive",
        "financial": "inactive",
    }
    for as_of, status in (("2026-11-22", "not_due"), ("2026-11-23", "due")):
        report = decide(Case.from_dict({"as_of": as_of, "card": card}), rules).loss_report
        assert report.status == status
        assert report.deadline == datetime.date(2026, 11, 22)


@pytest.mark.parametrize("days", [-1, -(10**30), True, False, 300.0, "300", None])
def test_a_window_is_a_whole_number_of_days_from_0_up(days: Any) -> None:
    """Anything else is a `ParameterError`, which is a `ValueError`."""
    with pytest.raises(ParameterError, match=r"^activation_window_days: ") as caught:
        RuleBook.default().with_parameters(activation_window_days=days)
    assert isinstance(caught.value, ValueError)


@settings(max_examples=30)
@given(case_dicts(as_of=st.dates(datetime.date(2021, 1, 1), datetime.date(2030, 1, 1))))
def test_the_next_change_is_the_first_day_that_differs(mapping: dict[str, Any]) -> None:
    """Going on from day to day, nothing changes before it, and on it exactly what it says."""
    case = Case.from_dict(mapping)
    now = decide(case)
    change = now.next_change
    days = [1, 2, 200, 400, 4000] if change is None else [(change.on - case.as_of).days]
    if change is not None:
        assert days[0] >= 1
        days += [day for day in (1, 2, days[0] // 2, days[0] - 1) if 0 < day < days[0]]
    for day in days:
        later = decide(attrs.evolve(case, as_of=case.as_of + datetime.timedelta(day)))
        differs = tuple(
            f"{path}.{name}"
            for path in PARTS
            for name in ("status", "route", "participation")
            if getattr(later.part(path), name, None) != getattr(now.part(path), name, None)
        )
        on_it = change is not None and later.as_of == change.on
        assert differs == (change.changes if change is not None and on_it else ())


def test_a_book_is_asked_anew_though_its_memory_is_shared() -> None:
    """Books that differ in a parameter only do not answer for each other."""
    case = Case.from_dict(
        {
            "as_of": "2026-11-22",
            "card": {
                "received_on": "2026-11-01",
                "social_security": "inactive",
                "financial": "inactive",
            },
        }
    )
    books = {
        days: RuleBook.default().with_parameters(activation_window_days=days) for days in (20, 21)
    }
    for _ in range(2):
        found = {days: decide(case, each).loss_report.status for days, each in books.items()}
        assert found == {20: "due", 21: "not_due"}
    assert Decider.of(books[20]) is Decider.of(books[20])
    assert books[20] != books[21]


def judged_on_the_day(rule_set: RuleSet) -> RuleSet:
    """A rule set whose windows are as long as is in force on the day of the decision."""
    inputs = (
        attrs.evolve(each, in_force_on="as_of") if isinstance(each, LongerAgoThan) else each
        for each in rule_set.inputs
    )
    return attrs.evolve(rule_set, inputs=tuple(inputs))


@pytest.mark.parametrize("again", [None, datetime.date(2028, 1, 1)])
def test_a_day_without_a_deadline_is_no_next_change(again: datetime.date | None) -> None:
    """A later window that leaves the calendar is passed over; the day it ends may be a change."""
    windows = {datetime.date(2027, 1, 1): 3_000_000} | ({again: 300} if again else {})
    rule_sets = tuple(map(judged_on_the_day, RuleBook.default().rule_sets))
    default = attrs.evolve(RuleBook.default(), rule_sets=rule_sets)
    book = default.with_parameters(activation_window_days=windows)
    card = {"received_on": "2026-11-01", "social_security": "active", "financial": "inactive"}
    found = decide(Case.from_dict({"as_of": "2026-11-22", "card": card}), book).next_change
    assert (found and found.on) == again
    with pytest.raises(FactError):
        decide(Case.from_dict({"as_of": "2027-11-22", "card": card}), book)
