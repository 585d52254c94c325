"""The next change of rows, where a book is unlike the built-in one."""

from __future__ import annotations

import datetime
import itertools
from typing import Any

import polars as pl
import pytest

from ssrules import FactError, RuleBook, decide, decide_frame
from ssrules.engines.python import PythonEngine
from ssrules.tables import HitPolicy, Parameter, Rule, RuleSet
from ssrules.tables.inputs import AsOf, AtLeast, LongerAgoThan
from tests.frames.kinds import KINDS, Kind, arrow
from tests.frames.rows import Row
from tests.frames.test_books import A4

DAY = datetime.date
FEW = [kind for kind in KINDS if kind.name in ("polars", "pyarrow", "duckdb")]
FACTS = RuleBook.default().facts

WINDOW = LongerAgoThan("over", "card.received_on", "some_days", in_force_on="as_of")
OLD = AtLeast("old", "person.age", "some_age")
STAGES = RuleSet(
    name="town",
    title="T",
    inputs=(WINDOW, OLD, AsOf((DAY(2026, 6, 1), DAY(2027, 1, 1)))),
    outputs={"stage": None},
    rules=[
        Rule(
            id=f"town.{over}.{old}.{at}",
            cites=A4,
            when={"over": over, "old": old, "as_of": (period,)},
            # The last period says the same as the first one.
            then={"stage": f"{over} {old} {at % 2}"},
        )
        for over, old in itertools.product((False, True), repeat=2)
        for at, period in enumerate(("< 2026-06-01", "[2026-06-01..2027-01-01)", ">= 2027-01-01"))
    ],
)


def staged(days: Any, age: Any) -> RuleBook:
    """A book of which windows, ages and periods change."""
    parameters = [
        Parameter(name=name, title="t", unit=unit, default=default, cites=A4)
        for name, unit, default in (("some_days", "days", 30), ("some_age", "years", 16))
    ]
    book = RuleBook(
        name="town", version="1", rule_sets=STAGES, parameters=parameters, facts=FACTS
    ).with_engine(PythonEngine())
    return book.with_parameters(some_days=days, some_age=age)


LATER = DAY(2026, 9, 1)
BOOKS = {
    "longer": staged({LATER: 90}, {DAY(2026, 10, 1): 60}),
    "shorter, then longer": staged({LATER: 0, DAY(2027, 3, 1): 400}, 16),
    "endless for a while": staged({LATER: 10**8, DAY(2026, 12, 1): 20}, {DAY(2026, 10, 1): 18}),
}


def rows() -> list[Row]:
    """Days around those on which something turns."""
    found: list[Row] = []
    for as_of in (DAY(2026, 5, 31), DAY(2026, 7, 1), DAY(2026, 8, 31), LATER, DAY(2027, 2, 1)):
        for ago, age in itertools.product((None, 0, 29, 30, 31, 95, 500), (None, 15, 17, 70)):
            received = None if ago is None else as_of - datetime.timedelta(ago)
            row = {"row": len(found), "as_of": as_of, "card_received_on": received}
            found.append({**row, "person_age": age})
    return found


ROWS = rows()


def changed(row: Row, book: RuleBook) -> DAY | None:
    """The day of the next change of a case; none where it cannot be decided."""
    facts = {"card.received_on": row["card_received_on"], "person.age": row["person_age"]}
    try:
        change = decide(book.facts.from_paths({"as_of": row["as_of"], **facts}), book).next_change
    except FactError:
        return None
    return None if change is None else change.on


@pytest.mark.parametrize("kind", FEW, ids=lambda kind: kind.name)
@pytest.mark.parametrize("name", BOOKS)
def test_the_day_is_that_of_the_case(name: str, kind: Kind) -> None:
    """Windows that grow, shrink or have no end on a later day, ages and periods in one block."""
    book = BOOKS[name]
    wanted = [changed(row, book) for row in ROWS]
    assert len(set(wanted)) > 5
    told = kind.rows(decide_frame(kind.make(arrow(ROWS)), book, with_="next_change"))
    assert [row["next_change_on"] for row in told] == wanted


@pytest.mark.parametrize("as_of", [DAY(2026, 5, 31), LATER])
def test_the_day_of_the_decision_may_be_one_for_all(as_of: DAY) -> None:
    """Days that are over by then are not looked at."""
    book = BOOKS["longer"]
    given = [row for row in ROWS if row["as_of"] == as_of]
    frame = pl.DataFrame(arrow(given)).drop("as_of")
    told = decide_frame(frame, book, as_of=as_of, with_="next_change")["next_change_on"]
    assert told.to_list() == [changed(row, book) for row in given]


def test_more_answers_than_a_byte_holds_are_told_apart() -> None:
    """Also where a hundred others lie between the answer of today and the one of later."""
    kinds = ("employee", "civil_servant", "part_time", "flexible", "student")
    causes = ("illness", "injury", "childbirth", "none")
    places = ("bank_outlet", "hospital", "pharmacy", "online", "other")
    start = DAY(2027, 1, 1)
    cells = list(itertools.product(kinds, causes, places))
    rule_set = RuleSet(
        name="town",
        title="T",
        inputs=(AsOf((start,)), "person.employment", "visit.cause", "institution.kind"),
        outputs={"number": None},
        hit_policy=HitPolicy.COLLECT,
        rules=[
            Rule(
                id=f"town.{at}.{later}",
                cites=A4,
                when={
                    "person.employment": kind,
                    "visit.cause": cause,
                    "institution.kind": place,
                    "as_of": (">= 2027-01-01" if later else "< 2027-01-01",),
                },
                then={"number": str(at + 100 * later)},
            )
            for later in (0, 1)
            for at, (kind, cause, place) in enumerate(cells)
        ],
    )
    town = RuleBook(name="town", version="1", rule_sets=rule_set, facts=FACTS)
    book = town.with_engine(PythonEngine())
    names = ("person_employment", "visit_cause", "institution_kind")
    frame = pl.DataFrame([dict(zip(names, cell, strict=True)) for cell in cells])
    told = decide_frame(frame, book, as_of="2026-11-22", with_="next_change")
    assert set(told["next_change_on"]) == {start}
    assert told["town_number"].to_list() == [str(at) for at in range(100)]
