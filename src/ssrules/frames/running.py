"""Run the pipeline over a frame, in the language of its kind."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs
import narwhals as nw

from ssrules.errors import FactError, FrameError, FrameKindError
from ssrules.frames.additions import additions, names
from ssrules.frames.columns import AS_OF, Columns, Holds, Type, check_names, sources
from ssrules.frames.dense import FACT_ERROR, written_out
from ssrules.frames.objects import arrow_columns
from ssrules.frames.pipeline import Pipeline
from ssrules.frames.schemas import types
from ssrules.late import door
from ssrules.records.kinds import fault_of, read
from ssrules.tables.book import Book

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

CHUNK = 1 << 18
"""How many rows of an Arrow table are decided at once, to bound what is there in between."""


def decided(
    frame: Any,
    book: Book,
    as_of: datetime.date | str | None,
    because: bool,
    *,
    with_: str | Iterable[str] = (),
    written: bool = False,
    enum: bool = False,
) -> Any:
    """The frame with its decision columns. Raises as `decide_frame` does.

    `with_` names further columns, `written` says that yes and no and numbers may be text too, as
    they are in CSV, `enum` that the texts are to be told as categories.
    """
    data, kind = _opened(frame)
    given = None if as_of is None else _day(as_of)
    parts = written_out(book)
    more = additions(book, parts, with_)
    appended = names(parts, because=because, more=more)
    facts_of = Columns(book.table)
    columns = list(frame.columns) if kind.is_pandas() else list(data.collect_schema().names())
    day = () if given is None else (AS_OF,)
    check_names(facts_of, columns, appended, unique=not kind.is_pandas(), given=day)
    prefix = "_ssrules_"
    while any(isinstance(name, str) and name.lower().startswith(prefix) for name in columns):
        prefix = "_" + prefix
    facts = [name for name in facts_of.by_name if name in columns]
    strange: Mapping[str, str] = {}
    if kind.is_pandas():
        table, strange = arrow_columns(frame, facts_of, facts, prefix)
        schema = types(nw.from_native(table).schema)
    else:
        schema = types(data.collect_schema())
        if isinstance(data, nw.DataFrame):
            schema = _without_empty(frame, schema, facts)
    zoned = kind.is_pyspark() or kind.is_pyspark_connect()
    found = sources(facts_of, schema, as_of_given=given is not None, zoned=zoned, written=written)
    pipeline = Pipeline(
        book=book,
        parts=parts,
        because=because,
        as_of=f"{prefix}{AS_OF}" if given is None else given,
        sources=found,
        prefix=prefix,
        strange=strange,
        additions=more,
    )
    if kind.is_pandas():
        return _back(frame, _in_chunks(pipeline, table, appended, enum=enum), appended)
    if kind.is_pyarrow():
        return _beside(frame, _in_chunks(pipeline, frame, appended, enum=enum))
    if kind.is_polars():
        return _polars(pipeline, frame, appended, enum=enum)
    with door:
        from ssrules.frames.in_sql import duckdb_relation, spark_frame

    if kind.is_duckdb():
        return duckdb_relation(pipeline, frame, columns, appended, enum=enum)
    return spark_frame(pipeline, frame, columns, appended)


def _polars(pipeline: Pipeline, frame: Any, names: tuple[str, ...], *, enum: bool) -> Any:
    with door:
        import polars as pl

        from ssrules.frames.in_polars import decided_frame, decided_lazily

    # What is kept is not named, for a name like `^x$` or `*` would stand for other columns.
    # `exclude`, too, for up to Polars 1.30 a selector's own names are taken for patterns again.
    given = pl.exclude(f"^{re.escape(pipeline.prefix)}.*$", *names)
    if isinstance(frame, pl.DataFrame):
        return decided_frame(pipeline, frame, given, names, enum=enum)
    return decided_lazily(pipeline, frame, given, names, enum=enum)


def _opened(frame: Any) -> tuple[Any, nw.Implementation]:
    """The frame as Narwhals sees it. Raises `FrameKindError`, and `FrameError` for twin columns."""
    try:
        data: Any = nw.from_native(frame)
    except nw.exceptions.DuplicateError:
        given = getattr(frame, "column_names", None) or list(frame.columns)
        twin = next(name for name in given if list(given).count(name) > 1)
        raise FrameError.of(str(twin), "column_twice") from None
    except TypeError:
        raise FrameKindError(type(frame).__name__) from None
    kind = data.implementation
    supported = (
        kind.is_polars(),
        kind.is_pandas(),
        kind.is_pyarrow(),
        kind.is_duckdb(),
        kind.is_pyspark(),
        kind.is_pyspark_connect(),
    )
    if not any(supported):
        raise FrameKindError(type(frame).__name__)
    return data, kind


def _day(as_of: datetime.date | str) -> datetime.date:
    found = read(datetime.date, as_of)
    fault = fault_of(AS_OF, datetime.date, found)
    if fault is not None or not isinstance(found, datetime.date):
        raise FactError([] if fault is None else [fault])
    return found


def _without_empty(
    frame: pl.DataFrame | pa.Table, schema: Mapping[str, Type], facts: list[str]
) -> dict[str, Type]:
    """A schema in which a fact's column of nothing but nulls has no type of its own."""
    found = dict(schema)
    for name in facts:
        column = frame[name]
        nulls: Any = column.null_count  # a number in PyArrow, a method in Polars
        if (nulls() if callable(nulls) else nulls) == len(column):
            found[name] = Type(Holds.NOTHING)
    return found


def _in_chunks(
    pipeline: Pipeline, table: pa.Table, names: tuple[str, ...], *, enum: bool
) -> pa.Table:
    """The decision columns of an Arrow table."""
    with door:
        import pyarrow as pa

    used = [*(each.column for each in pipeline.sources), *pipeline.strange.values()]
    table = table.select(used) if used else table
    starts = range(0, max(table.num_rows, 1), CHUNK)
    pieces = [_chunk(pipeline, table.slice(at, CHUNK), names, enum=enum) for at in starts]
    return pa.concat_tables(pieces)


def _chunk(pipeline: Pipeline, table: pa.Table, names: tuple[str, ...], *, enum: bool) -> pa.Table:
    with door:
        import pyarrow as pa
        import pyarrow.compute as pc

        from ssrules.frames.in_arrow import Arrow, plain_table

    of = Arrow(table, enum=enum)
    pipeline.run(of)
    columns = {name: of.cells(name) for name in names}
    if of.bad is not None:
        # Words are made for the bad rows alone.
        again = Arrow(plain_table(table).filter(of.bad), enum=enum, told=True)
        attrs.evolve(pipeline, additions=()).run(again)
        place = pc.subtract(pc.cumulative_sum(of.bad.cast(pa.int32())), 1)
        place = pc.if_else(of.bad, place, pa.scalar(None, pa.int32()))
        columns[FACT_ERROR] = again.cells(FACT_ERROR).take(place)
    return pa.table(columns)


def _beside(table: pa.Table, decided: pa.Table) -> pa.Table:
    for name in decided.column_names:
        table = table.append_column(name, decided.column(name))
    return table


def _back(frame: pd.DataFrame, answered: pa.Table, names: tuple[str, ...]) -> pd.DataFrame:
    """The pandas frame with the answers beside its own columns."""
    with door:
        import pandas as pd
        import pyarrow as pa

    # The string type of the installed pandas: `str` from 3.0 on, `object` before.
    text = pd.Series(["text"]).dtype
    columns: dict[str, Any] = {}
    for name in names:
        cells = answered.column(name)
        # Extension arrays carry no index, so nothing is aligned; a repeated index is no trouble.
        if pa.types.is_date(cells.type):
            columns[name] = pd.array(cells.to_pandas(types_mapper=pd.ArrowDtype))
        elif pa.types.is_integer(cells.type):
            columns[name] = cells.to_pandas(types_mapper=lambda _: pd.Int32Dtype()).array
        elif pa.types.is_dictionary(cells.type):
            columns[name] = _categories(cells)
        else:
            columns[name] = pd.array(cells.to_pandas(), dtype=text)
    return frame.assign(**columns)


def _categories(cells: pa.ChunkedArray) -> pd.Categorical:
    """A column of dictionaries as categories, their codes taken as they are."""
    with door:
        import pandas as pd
        import pyarrow as pa
        import pyarrow.compute as pc

    whole = cells.combine_chunks()
    if isinstance(whole, pa.ChunkedArray):
        whole = whole.chunk(0)
    codes = pc.fill_null(whole.indices, -1).to_numpy(zero_copy_only=False)
    kind = pd.CategoricalDtype(whole.dictionary.to_pandas())
    return pd.Categorical.from_codes(codes, dtype=kind, validate=False)
