"""Each row of a frame of any kind is decided exactly as `decide` decides it."""

from __future__ import annotations

import datetime
import functools
from typing import Any

import pytest

from ssrules import RuleBook, decide_frame
from tests.frames.kinds import KINDS, Kind, arrow
from tests.frames.rows import (
    AS_OF,
    FURTHER,
    Row,
    draw,
    expected,
    with_documents,
    with_text_dates,
    with_typed_dates,
)

HOW_MANY = 500
EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
WRITTEN = pytest.mark.parametrize("written", ["text", "dates"])


@functools.cache
def rows_and_answers(written: str) -> tuple[list[Row], list[Row]]:
    """Rows, and what must come of them."""
    drawn = [*draw(HOW_MANY), *with_documents()]
    rows = with_text_dates(drawn) if written == "text" else with_typed_dates(drawn)
    return rows, [expected(row, RuleBook.default()) for row in rows]


def numbered(rows: list[Row]) -> list[Row]:
    """The rows with a column of their own that is no fact."""
    return [{"row": at, **row} for at, row in enumerate(rows)]


def assert_conforms(kind: Kind, rows: list[Row], answers: list[Row], **options: Any) -> None:
    """Decide the rows as a frame, and compare each of them, order and columns of its own too."""
    given = numbered(rows)
    frame = kind.make(arrow(given))
    found = kind.rows(decide_frame(frame, because=True, **options))
    assert len(found) == len(rows)
    for at, (row, answer) in enumerate(zip(found, answers, strict=True)):
        assert row["row"] == at
        assert list(row) == [*given[0], *answer]
        assert {name: row[name] for name in answer} == answer, given[at]


def test_the_rows_hold_what_the_suite_is_about() -> None:
    """Every status and each sort of fault stands in the rows that are compared."""
    _, answers = rows_and_answers("text")
    assert 50 < sum(answer["fact_error"] is not None for answer in answers) < HOW_MANY / 2
    found = {answer["loss_report_status"] for answer in answers}
    assert found == {"not_due", "due", "reported", "undetermined", None}
    found = {answer["activation_financial_bank_outlet_status"] for answer in answers}
    assert found == {"refused", "undetermined", "incomplete", "allowed", None}
    told = " ".join(answer["fact_error"] or "" for answer in answers)
    for words in (
        "is required",
        "is not a date",
        "is not one of",
        "is not between",
        "has white space",
        "'' is empty",
        "is after as_of",
        "no calendar day is left",
        "; ",
    ):
        assert words in told


@WRITTEN
@EVERY_KIND
def test_every_row_is_as_decide_has_it(kind: Kind, written: str) -> None:
    """Statuses, reasons, route, participation, deadline and faults are those of the single case."""
    rows, answers = rows_and_answers(written)
    assert_conforms(kind, rows, answers)


@EVERY_KIND
def test_further_columns_are_as_decide_has_them(kind: Kind) -> None:
    """Needs, documents that are not at hand, days left and the next change are those of the case.

    Rows with a fault have null there, too, and what is asked for is told in one order.
    """
    rows, _ = rows_and_answers("dates")
    answers = [expected(row, RuleBook.default(), with_=FURTHER) for row in rows]
    told = [answer for answer in answers if answer["fact_error"] is None]
    assert len({answer["needs"] for answer in told}) > 50
    assert {answer["next_change_on"] for answer in told} > {None, datetime.date(2040, 1, 1)}
    assert any(";" in answer["application_missing_documents"] for answer in told)
    assert_conforms(kind, rows, answers, with_=FURTHER[::-1])


@EVERY_KIND
def test_absent_columns_are_absent_keys(kind: Kind) -> None:
    """With only some columns, and `as_of` as the argument, each row is the case of those keys."""
    names = ("person_employment", "person_age", "card_received_on", "card_financial", "card_bank")
    drawn = with_typed_dates(draw(120, seed=8))
    drawn[0]["card_received_on"] = datetime.date(2026, 1, 1)
    rows = [{name: row[name] for name in names} for row in drawn]
    book = RuleBook.default()
    cases: list[Row] = [{"as_of": AS_OF, **row} for row in rows]
    answers = [expected(row, book) for row in cases]
    assert_conforms(kind, with_text_dates(rows), answers, as_of=AS_OF)
    if kind.name in ("polars", "pyarrow"):
        more = [expected(row, book, with_=FURTHER) for row in cases]
        assert_conforms(kind, with_text_dates(rows), more, as_of=AS_OF, with_=FURTHER)
