"""Cases of any rule book: each can be decided, and the ends of its windows come up."""

from __future__ import annotations

import datetime
import runpy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import find, given, settings

from ssrules import RuleBook, decide, strategies
from ssrules.errors import UnknownNameError
from ssrules.facts import Fact

EXAMPLE = Path(__file__).parent.parent / "examples" / "library_loans.py"
LOANS: RuleBook = runpy.run_path(str(EXAMPLE))["BOOK"]
WIDER = RuleBook.default().with_facts(
    Fact(path="person.disability_level", kind=("none", "severe"), meaning="as certified")
)


@settings(max_examples=50)
@given(strategies.cases_of(LOANS))
def test_a_loan_can_be_decided(case: Any) -> None:
    """Whatever is known of it."""
    assert {part.status for _, part in decide(case, LOANS).parts}


@settings(max_examples=50)
@given(strategies.cases_of(WIDER))
def test_a_card_with_more_facts_can_be_decided(case: Any) -> None:
    """On a day that the book covers."""
    assert case.as_of >= WIDER.covers_from
    assert decide(case, WIDER).loss_report.status


@pytest.mark.parametrize("days_left", [0, -1])
def test_the_ends_of_a_window_come_up(days_left: int) -> None:
    """The last day of a loan, and the day after it."""

    def ends(case: Any) -> bool:
        part: Any = decide(case, LOANS).part("return")
        return part.days_left is not None and part.days_left == days_left

    assert ends(find(strategies.cases_of(LOANS), ends, settings=settings(max_examples=2000)))


def test_facts_are_known_or_drawn_on_request() -> None:
    """By their paths; a path that is no fact names the nearest."""
    case = find(strategies.cases_of(LOANS, known=["reader.age"]), lambda _: True)
    assert case.reader.age is not None
    with pytest.raises(UnknownNameError, match=r"reader\.age"):
        find(strategies.cases_of(LOANS, known=["reader.agee"]), lambda _: True)


def test_nothing_known_is_the_simplest_case() -> None:
    """An example shrinks to the facts that it needs."""
    case = find(strategies.cases_of(LOANS), lambda case: case.reader.age == 14)
    assert set(case.to_paths()) == {"as_of", "reader.age"}
    assert isinstance(case.as_of, datetime.date)
