"""A rule book as SQL decides each row of a table as `decide` decides the case."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable
from typing import Any

import attrs
import duckdb
import pytest

from ssrules import RuleBook
from ssrules.errors import FactError, FrameError, UnknownNameError
from ssrules.exporting import sql
from ssrules.facts import FACTS
from tests.frames.rows import AS_OF, COLUMNS, FURTHER, Row, draw, expected, with_typed_dates
from tests.frames.test_books import BOOKS
from tests.frames.test_conformance import numbered

DEFAULT = RuleBook.default()
TYPES = {bool: "boolean", int: "bigint", datetime.date: "date"}


@attrs.frozen
class Database:
    """A place where rows live: what it is called, and how to run something there."""

    dialect: str
    run: Callable[[str], Any]
    fetch: Callable[[str], list[Row]]
    fill: Callable[[list[Row]], None]


def _columns(rows: list[Row]) -> str:
    kinds = {"row": "bigint"} | {
        name: TYPES.get(fact.kind, "text") for fact, name in zip(FACTS, COLUMNS, strict=True)
    }
    return ", ".join(f'"{name}" {kinds[name]}' for name in rows[0])


def on_postgres(connection: Any) -> Database:
    """The rows in PostgreSQL."""

    def fetch(asked: str) -> list[Row]:
        with connection.cursor() as cursor:
            found = cursor.execute(asked)
            names = [each.name for each in found.description]
            return [dict(zip(names, row, strict=True)) for row in found]

    def fill(rows: list[Row]) -> None:
        connection.execute("DROP TABLE IF EXISTS cases CASCADE")
        connection.execute(f"CREATE TABLE cases ({_columns(rows)})")
        with connection.cursor() as cursor, cursor.copy("COPY cases FROM STDIN") as copy:
            for row in rows:
                copy.write_row(tuple(row.values()))

    return Database("postgres", connection.execute, fetch, fill)


def on_duckdb() -> Database:
    """The rows in DuckDB."""
    connection = duckdb.connect()

    def fetch(asked: str) -> list[Row]:
        found: list[Row] = connection.sql(asked).to_arrow_table().to_pylist()
        return found

    def fill(rows: list[Row]) -> None:
        connection.execute(f"CREATE OR REPLACE TABLE cases ({_columns(rows)})")
        marks = ", ".join("?" for _ in rows[0])
        asked = f"INSERT INTO cases VALUES ({marks})"  # noqa: S608  # marks alone
        connection.executemany(asked, [tuple(row.values()) for row in rows])

    return Database("duckdb", connection.execute, fetch, fill)


@pytest.fixture(params=["postgres", "duckdb"])
def database(request: pytest.FixtureRequest) -> Database:
    """Each of the databases."""
    if request.param == "duckdb":
        return on_duckdb()
    return on_postgres(request.getfixturevalue("postgres"))


@functools.cache
def typed_rows() -> list[Row]:
    """Rows of types, with unknown and wrong cells among them."""
    return numbered(with_typed_dates(draw(400, seed=21)))


def assert_decided(database: Database, rows: list[Row], book: RuleBook, **options: Any) -> None:
    """Fill the table, make the view, and compare each row of it."""
    because, with_ = options.get("because", False), options.get("with_", ())
    day = options.get("as_of")
    cases = rows if day is None else [{"as_of": day, **row} for row in rows]
    wanted = [expected(row, book, because=because, with_=with_) for row in cases]
    database.fill(rows)
    database.run("DROP VIEW IF EXISTS decisions")
    database.run(sql(book, database.dialect, keep=("row",), **options))
    found = database.fetch('SELECT * FROM decisions ORDER BY "row"')
    assert len(found) == len(rows)
    for at, (row, answer) in enumerate(zip(found, wanted, strict=True)):
        assert list(row) == ["row", *answer]
        assert row == {"row": at} | answer, rows[at]


@pytest.mark.parametrize("because", [False, True])
def test_every_row_is_as_decide_has_it(database: Database, because: bool) -> None:
    """Statuses, reasons, outputs, deadlines and faults are those of the single case."""
    rows = typed_rows()
    told = [expected(row, DEFAULT)["fact_error"] for row in rows]
    assert 20 < sum(each is not None for each in told) < len(rows) / 2
    assert_decided(database, rows, DEFAULT, because=because)


def test_a_view_tells_more_on_request(database: Database) -> None:
    """The further columns are those of the single case, too."""
    assert_decided(database, typed_rows()[:200], DEFAULT, with_=FURTHER)


@pytest.mark.parametrize("name", BOOKS)
def test_any_book_decides_rows_as_it_decides_cases(database: Database, name: str) -> None:
    """Windows that change, periods, rule sets of one's own."""
    drawn = with_typed_dates(draw(150, seed=22))
    rows = [row for row in drawn if row["as_of"] != datetime.date.max]
    assert_decided(database, numbered(rows), BOOKS[name], because=True)


def test_the_day_may_be_given(database: Database) -> None:
    """As a date for every row, the facts that the table has not being absent keys."""
    names = ("person_employment", "person_age", "card_received_on", "card_financial", "card_bank")
    drawn = with_typed_dates(draw(120, seed=8))
    rows = numbered([{name: row[name] for name in names} for row in drawn])
    paths = [path for path in DEFAULT.table.paths if path.replace(".", "_") in names]
    assert_decided(database, rows, DEFAULT, as_of=AS_OF, facts=paths)


def test_the_day_may_be_the_one_of_the_question(database: Database) -> None:
    """A view that is asked today decides for today."""
    rows = numbered([{"person_age": 40, "card_received_on": datetime.date(2026, 1, 1)}])
    database.fill(rows)
    database.run("DROP VIEW IF EXISTS decisions")
    paths = ("person.age", "card.received_on")
    database.run(sql(DEFAULT, database.dialect, as_of="today", facts=paths))
    told = database.fetch("SELECT d.*, CURRENT_DATE AS as_of FROM decisions AS d")[0]
    case = {"as_of": told.pop("as_of"), **rows[0]}
    assert told == expected(case, DEFAULT, because=False)


def test_a_view_says_what_it_rests_on() -> None:
    """Its columns with their meaning, the parameters, and each rule set with its clauses."""
    text = sql(DEFAULT, "postgres", table="bank.cards", view="bank.decisions")
    assert "FROM bank.cards" in text.replace('"', "")
    for fact, name in zip(FACTS, COLUMNS, strict=True):
        assert f"--   {name} " in text
        assert fact.meaning.split("\n")[0] in text
    for rule_set in DEFAULT.rule_sets:
        if not rule_set.part_of:
            assert f"-- {rule_set.name}: {rule_set.title}" in text
            assert all(clause.id in text for clause in rule_set.clauses)
    for parameter in DEFAULT.parameters:
        assert f"-- parameter {parameter.name} " in text


def test_what_cannot_be_asked_is_told() -> None:
    """A dialect or fact that is none, a decision's column to be kept, a day that is none."""
    with pytest.raises(UnknownNameError, match="postgres"):
        sql(DEFAULT, "postgre")
    with pytest.raises(UnknownNameError, match=r"person\.age"):
        sql(DEFAULT, "duckdb", facts=["person.agee"])
    with pytest.raises(FrameError, match="rights_status"):
        sql(DEFAULT, "duckdb", keep=["rights_status"])
    with pytest.raises(FactError, match="is not a date"):
        sql(DEFAULT, "duckdb", as_of="2026-13-01")
