"""A rule book as SQL: a view that decides each row of a table where it stands."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ssrules.errors import FactError, FrameError, UnknownNameError
from ssrules.exporting.dialects import DIALECTS, Dialect
from ssrules.exporting.expressions import Sql
from ssrules.exporting.language import InSql
from ssrules.exporting.query import query
from ssrules.frames.additions import additions, names
from ssrules.frames.columns import AS_OF, Columns, Holds, Source, Type, column_of
from ssrules.frames.dense import Dense, written_out
from ssrules.frames.pipeline import Pipeline
from ssrules.records.fields import Fact
from ssrules.records.kinds import fault_of, read
from ssrules.tables.book import Book

TODAY = "today"
"""The day to decide for, where that is the day on which the view is asked."""
TEMPORARY = "ssrules_"
HOLDS: Mapping[object, Holds] = {
    bool: Holds.TRUTH,
    int: Holds.WHOLE,
    datetime.date: Holds.DAY,
}


def sql(
    book: Book,
    dialect: str,
    *,
    table: str = "cases",
    view: str = "decisions",
    as_of: datetime.date | str | None = None,
    keep: Sequence[str] = (),
    facts: Collection[str] | None = None,
    because: bool = False,
    with_: str | Iterable[str] = (),
) -> str:
    """The statement that makes a view with a decision for each row of a table.

    `dialect` is `postgres`, `duckdb` or `spark`. The table has a column for each fact, named by
    its path with `_` for `.`: text for words and names, true or false, whole numbers, dates. With
    `facts`, the paths of those that it has, any other is an absent key in every row. `as_of` is
    the day to decide for, as a date, as text written YYYY-MM-DD, or `today`; without it, the table
    has a column of that name. The view has the table's columns named in `keep`, then those that
    `decide_frame` appends, `with_` naming further ones.

    Raises `UnknownNameError` for another dialect, a path that is no fact, or a name in `with_` that
    is none, `FrameError` for a
    name in `keep` that is one of a decision column, `FactError` for a day that is none.
    """
    if dialect not in DIALECTS:
        raise UnknownNameError("dialect", dialect, DIALECTS)
    of = InSql(DIALECTS[dialect])
    parts = written_out(book)
    more = additions(book, parts, with_)
    decided = names(parts, because=because, more=more)
    for name in keep:
        if name in decided:
            raise FrameError.of(name, "leave_decided_out")
    temporary = f"_{TEMPORARY}"
    pipeline = Pipeline(
        book=book,
        parts=parts,
        because=because,
        as_of=_day(of, as_of, f"{temporary}{AS_OF}"),
        sources=tuple(_sources(book, facts, as_of_given=as_of is not None)),
        prefix=temporary,
        strange={},
        additions=more,
    )
    pipeline.run(of)
    head = "\n".join(f"-- {line}".rstrip() for line in _head(book, of.dialect, pipeline, table))
    asked = query(of, _path(of, table), (*keep, *decided), _notes(book, parts))
    return f"{head}\nCREATE OR REPLACE VIEW {_path(of, view)} AS\n{asked};\n"


def _path(of: InSql, name: str) -> str:
    return ".".join(map(of.dialect.quoted, name.split(".")))


def _day(of: InSql, as_of: datetime.date | str | None, column: str) -> datetime.date | str:
    """The day for every row, or the column that holds it."""
    if as_of is None:
        return column
    if as_of == TODAY:
        of.define("day", {column: Sql("CURRENT_DATE")})
        return column
    found = read(datetime.date, as_of)
    fault = fault_of(AS_OF, datetime.date, found)
    if fault is not None or not isinstance(found, datetime.date):
        raise FactError([] if fault is None else [fault])
    return found


def _sources(book: Book, facts: Collection[str] | None, *, as_of_given: bool) -> Iterator[Source]:
    known = Columns(book.table)
    for path in facts or ():
        if path not in book.table.by_path:
            raise UnknownNameError("fact", path, book.table.paths)
    for name, fact in known.by_name.items():
        wanted = not as_of_given if fact.path == AS_OF else facts is None or fact.path in facts
        if wanted:
            yield Source(fact, name, Type(_holds(fact)))


def _holds(fact: Fact) -> Holds:
    return HOLDS.get(fact.kind, Holds.TEXT)


def _head(book: Book, dialect: Dialect, pipeline: Pipeline, table: str) -> Iterator[str]:
    yield f"Decisions by the rule book {book.name} {book.version}, digest {book.digest},"
    yield f"for {dialect.name}. {table} has these columns:"
    types = {Holds.WHOLE: "BIGINT", Holds.TRUTH: "BOOLEAN", Holds.DAY: "DATE"}
    for source in pipeline.sources:
        told = types.get(source.holds, dialect.types[str])
        yield f"  {source.column} {told}: {_line(source.fact.meaning)}"
    for parameter in book.parameters:
        values = (
            f"{value}" if start is None else f"{value} from {start}"
            for start, value in book.timeline(parameter.name)
        )
        yield f"parameter {parameter.name} ({parameter.unit}): {', '.join(values)}"


def _notes(book: Book, parts: Sequence[Dense]) -> dict[str, list[str]]:
    """Above the status of each rule set: its title, and the clauses that it rests on."""
    notes = {}
    for part in parts:
        rule_set = book.rule_set(part.name)
        clauses = {each.id: each.title for each in rule_set.clauses}
        told = (f"  {id_}: {_line(title)}" for id_, title in clauses.items())
        notes[f"{column_of(part.name)}_status"] = [f"{part.name}: {_line(rule_set.title)}", *told]
    return notes


def _line(text: str) -> str:
    return " ".join(text.split())
