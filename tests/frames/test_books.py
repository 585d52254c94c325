"""Frames are decided by any rule book: other parameters, dated ones, rule sets of one's own."""

from __future__ import annotations

import datetime

import pytest

from ssrules import RuleBook, decide_frame
from ssrules.engines.python import PythonEngine
from ssrules.errors import FrameError
from ssrules.facts import Fact
from ssrules.tables import Document, HitPolicy, Parameter, Requirement, Rule, RuleSet
from ssrules.tables.inputs import AsOf, AtLeast, LongerAgoThan
from tests.frames.kinds import KINDS, Kind, arrow
from tests.frames.rows import FURTHER, Row, draw, expected, with_text_dates, with_typed_dates
from tests.frames.test_conformance import assert_conforms, numbered

A4 = next(iter(RuleBook.default().rule_set("loss_report").rules)).cites
DAY = datetime.date
FEW = tuple(kind for kind in KINDS if kind.name in ("polars lazy", "pyarrow", "duckdb"))
EVERY_KIND = pytest.mark.parametrize("kind", FEW, ids=lambda kind: kind.name)

TWO_AGES = RuleSet(
    name="local.bus_pass",
    title="A pass",
    inputs=(
        AtLeast("old", "person.age", "pass_age"),
        AtLeast("very_old", "person.age", "free_age"),
        LongerAgoThan("settled", "card.received_on", "settled_days"),
        LongerAgoThan("long_settled", "card.received_on", "long_days", in_force_on="as_of"),
        AsOf((DAY(2026, 6, 1), DAY(2027, 1, 1))),
    ),
    outputs={"price": None, "free": None, "papers": None},
    hit_policy=HitPolicy.UNIQUE,
    rules=(
        Rule(
            id="local.bus_pass.none",
            cites=A4,
            when={"old": False},
            then={"price": "full", "free": False, "papers": ()},
        ),
        Rule(
            id="local.bus_pass.half",
            cites=A4,
            when={"old": True, "very_old": False, "settled": True},
            then={"price": "half", "free": False, "papers": ("form",)},
        ),
        Rule(
            id="local.bus_pass.wait",
            cites=A4,
            when={"old": True, "very_old": False, "settled": False},
            then={"price": "full", "free": False, "papers": ()},
        ),
        Rule(
            id="local.bus_pass.early",
            cites=A4,
            when={"old": True, "very_old": True, "as_of": ("< 2026-06-01",)},
            then={"price": "half", "free": False, "papers": ()},
        ),
        Rule(
            id="local.bus_pass.free",
            cites=A4,
            when={
                "old": True,
                "very_old": True,
                "long_settled": True,
                "as_of": ("[2026-06-01..2027-01-01)", ">= 2027-01-01"),
            },
            then={"price": None, "free": True, "papers": ()},
        ),
        Rule(
            id="local.bus_pass.soon",
            cites=A4,
            when={
                "old": True,
                "very_old": True,
                "long_settled": False,
                "as_of": ("[2026-06-01..2027-01-01)", ">= 2027-01-01"),
            },
            then={"price": "half", "free": False, "papers": ()},
        ),
    ),
)
GATE = RuleSet(
    name="local.gate",
    title="A gate",
    inputs=("institution.designated",),
    outputs={"door": None},
    requirements=(
        Requirement(
            code="not_designated_here", cites=A4, holds_if={"institution.designated": True}
        ),
    ),
    rules=(
        Rule(
            id="local.gate.open",
            cites=A4,
            then={"door": Document.of("documents.identity_copy")},
        ),
    ),
)
PARAMETERS = tuple(
    Parameter(name=name, title=name, unit="years", default=default, cites=A4)
    for name, default in (
        ("pass_age", 16),
        ("free_age", 60),
        ("settled_days", 30),
        ("long_days", 300),
    )
)


def books() -> dict[str, RuleBook]:
    """Rule books that differ from the default one in each way that frames must follow."""
    default = RuleBook.default()
    own = default.with_rule_sets(TWO_AGES, GATE, parameters=PARAMETERS)
    return {
        "short window": default.with_parameters(activation_window_days=0),
        "endless window": default.with_parameters(activation_window_days=10**9),
        "dated window": default.with_parameters(
            activation_window_days={DAY(2026, 3, 1): 100, DAY(2026, 8, 1): 400}
        ),
        "python engine": default.with_engine(PythonEngine()),
        "own rules": own,
        "own rules, dated": own.with_parameters(
            pass_age={DAY(2026, 10, 1): 17, DAY(2027, 2, 1): 150},
            free_age={DAY(2026, 12, 1): 15},
            settled_days={DAY(2026, 5, 1): 299},
            long_days={DAY(2026, 9, 1): 1, DAY(2027, 3, 1): 0},
        ),
    }


BOOKS = books()


def answers_of(rows: list[Row], book: RuleBook) -> list[Row]:
    """What must come of the rows, the columns of rule sets of one's own included."""
    return [expected(row, book) for row in rows]


@EVERY_KIND
@pytest.mark.parametrize("name", BOOKS)
def test_any_book_decides_rows_as_it_decides_cases(name: str, kind: Kind) -> None:
    """Rows have the answers of single cases by the same book, `as_of` a column or the argument."""
    book = BOOKS[name]
    drawn = draw(200, seed=11)
    if name.startswith("own rules"):
        # Near the end of the calendar the longer of two windows leaves no day to be decided on.
        drawn = [row for row in drawn if row["as_of"] != DAY.max]
    rows = with_text_dates(drawn)
    assert_conforms(kind, rows, answers_of(rows, book), rulebook=book)
    for day in ("2026-05-31", "2027-02-01"):
        fixed = [{**row, "as_of": day} for row in rows[:60]]
        given = [{key: cell for key, cell in row.items() if key != "as_of"} for row in fixed]
        assert_conforms(
            kind,
            given,
            answers_of(fixed, book),
            rulebook=book,
            as_of=day,
        )


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *((kind, name) for kind in FEW if kind.name != "duckdb" for name in BOOKS),
        *((kind, "own rules, dated") for kind in FEW if kind.name == "duckdb"),
    ],
    ids=lambda each: getattr(each, "name", each),
)
def test_any_book_tells_more_of_rows_as_it_does_of_cases(kind: Kind, name: str) -> None:
    """Windows that change and periods are in the next change, rule sets of one's own in needs."""
    book = BOOKS[name]
    drawn = [row for row in draw(200, seed=13) if row["as_of"] != DAY.max]
    rows = with_typed_dates(drawn)
    answers = [expected(row, book, with_=FURTHER) for row in rows]
    assert name == "endless window" or any(each["next_change_on"] for each in answers)
    assert_conforms(kind, rows, answers, rulebook=book, with_=FURTHER)


def test_tables_are_written_out_once_a_book() -> None:
    """A second frame, and a book that differs in parameters only, use the lists of the first."""
    book = RuleBook.default().with_engine(PythonEngine())
    frame = arrow(numbered(draw(3)[:1]))
    decide_frame(frame, book)
    kept = dict(book.memory.made["frames"])
    decide_frame(frame, book.with_parameters(activation_window_days=20))
    assert all(book.memory.made["frames"][key] is value for key, value in kept.items())


@EVERY_KIND
def test_a_row_of_a_day_that_the_book_does_not_cover_tells_so(kind: Kind) -> None:
    """In the words of `decide`, also where the day is given for all rows."""
    book = RuleBook.default()
    rows: list[Row] = [
        {"as_of": day, "person_residence": "rural", "card_received_on": DAY(2020, 1, 1)}
        for day in (DAY(2020, 12, 31), DAY(2021, 1, 1), DAY(2019, 12, 31))
    ]
    answers = [expected(row, book) for row in rows]
    assert [each["fact_error"] is None for each in answers] == [False, True, False]
    assert_conforms(kind, rows, answers)
    bare: list[Row] = [{"person_residence": "urban"}]
    assert_conforms(kind, bare, [answers[0]], as_of=DAY(2020, 12, 31))


@pytest.mark.parametrize("output", ["status", "because", "deadline"])
def test_an_output_is_not_called_as_a_column_that_is_there_already(output: str) -> None:
    """It would hide it: the frame is refused, whatever is asked for."""
    rule = Rule(id="pass.yes", cites=A4, then={output: "yes"})
    table = RuleSet(name="pass", title="A pass", inputs=(), outputs={output: None}, rules=rule)
    book = RuleBook.default().with_rule_sets(table)
    with pytest.raises(
        FrameError, match=f"'pass_{output}': is a decision column already"
    ) as raised:
        decide_frame(arrow([{"as_of": "2026-11-22"}]), book)
    assert output in raised.value.told("zh")


def test_two_facts_have_two_columns() -> None:
    """Paths that differ in a full stop alone would have one."""
    more = (Fact(path="card_bank", kind=str, meaning="another"),)
    with pytest.raises(FrameError, match=r"column of card\.bank and of card_bank") as raised:
        decide_frame(arrow([{"as_of": "2026-11-22"}]), RuleBook.default().with_facts(*more))
    assert "card_bank" in raised.value.told("zh")
