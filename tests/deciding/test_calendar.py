"""The next change where several days come: the first counts, and all that turns on it is told."""

from __future__ import annotations

import datetime

import pytest

from ssrules import RuleBook, decide
from ssrules.facts import Fact
from ssrules.tables import LongerAgoThan, Parameter, Rule, RuleSet

CITES = RuleBook.default().clause("source.A4")
TEN = Parameter(name="ten", title="ten days", unit="days", default=10, cites=CITES)
DATES = ("card.received_on", "card.made_on")
MADE_ON = Fact(path="card.made_on", kind=datetime.date, meaning="made", not_after="as_of")
WINDOWS = tuple(LongerAgoThan(f"over_{at}", fact, "ten") for at, fact in enumerate(DATES))


def rule_set(name: str, *windows: LongerAgoThan) -> RuleSet:
    """One that is answered otherwise whenever one of the windows is over."""
    whens: list[dict[str, bool]] = [{}]
    for each in windows:
        whens = [{**when, each.name: over} for when in whens for over in (True, False)]
    answers = ["".join("yn"[not over] for over in when.values()) for when in whens]
    return RuleSet(
        name=name,
        title=name,
        inputs=windows,
        outputs={"over": tuple(answers)},
        rules=[
            Rule(id=f"{name}.{told}", cites=CITES, when=when, then={"over": told})
            for when, told in zip(whens, answers, strict=True)
        ],
    )


def next_change(book: RuleBook, *dates: str) -> tuple[str, tuple[str, ...]]:
    """The day, and what is told otherwise from then on, decided on 2026-11-22."""
    case = book.case(
        {"as_of": "2026-11-22", "card": dict(zip(("received_on", "made_on"), dates, strict=True))}
    )
    found = decide(case, book).next_change
    assert found is not None
    return found.on.isoformat(), found.changes


def book_of(*rule_sets: RuleSet) -> RuleBook:
    """A book of these alone."""
    facts = RuleBook.default().with_facts(MADE_ON).facts
    return RuleBook(name="mine", version="1", rule_sets=rule_sets, parameters=[TEN], facts=facts)


@pytest.mark.parametrize(
    ("received", "made", "on"),
    [
        ("2026-11-15", "2026-11-13", "2026-11-24"),
        ("2026-11-13", "2026-11-15", "2026-11-24"),
        ("2026-11-14", "2026-11-14", "2026-11-25"),
        ("2026-11-01", "2026-11-22", "2026-12-03"),
    ],
)
def test_of_two_windows_that_one_rule_set_asks_the_first_to_end_counts(
    received: str, made: str, on: str
) -> None:
    """Whichever of the two it is: day ten is inside, and what is told turns on the eleventh."""
    book = book_of(rule_set("both", *WINDOWS))
    assert next_change(book, received, made) == (on, ("both.over",))


@pytest.mark.parametrize(
    ("received", "made", "on", "changes"),
    [
        ("2026-11-14", "2026-11-14", "2026-11-25", ("one.over", "two.over")),
        ("2026-11-13", "2026-11-14", "2026-11-24", ("one.over",)),
        ("2026-11-14", "2026-11-13", "2026-11-24", ("two.over",)),
    ],
)
def test_what_turns_on_the_same_day_is_told_together(
    received: str, made: str, on: str, changes: tuple[str, ...]
) -> None:
    """Also of rule sets that share no fact, in the order of the book."""
    book = book_of(rule_set("one", WINDOWS[0]), rule_set("two", WINDOWS[1]))
    assert next_change(book, received, made) == (on, changes)
