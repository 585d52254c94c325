"""Run the pipeline over a frame, in the way that suits each kind."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import narwhals as nw

from ssrules.errors import FactError, FrameKindError
from ssrules.frames.columns import AS_OF, Columns, check_names, sources
from ssrules.frames.days import Day
from ssrules.frames.dense import names, written_out
from ssrules.frames.objects import arrow_columns
from ssrules.frames.pipeline import Pipeline
from ssrules.late import door
from ssrules.records.kinds import fault_of, read
from ssrules.tables.book import Book

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

CHUNK = 1 << 18
"""How many rows of an Arrow table are decided at once, to bound what is there in between."""


def decided(
    frame: Any,
    book: Book,
    as_of: datetime.date | str | None,
    because: bool,
    *,
    written: bool = False,
) -> Any:
    """The frame with its decision columns. Raises as `decide_frame` does.

    `written` says that yes and no and numbers may be text too, as they are in CSV.
    """
    data, kind = _opened(frame)
    given = None if as_of is None else _day(as_of)
    parts = written_out(book)
    appended = names(parts, because=because)
    facts_of = Columns(book.table)
    columns = list(frame.columns) if kind.is_pandas() else list(data.collect_schema().names())
    check_names(facts_of, columns, appended, unique=not kind.is_pandas())
    prefix = "_ssrules_"
    while any(isinstance(name, str) and name.lower().startswith(prefix) for name in columns):
        prefix = "_" + prefix
    facts = [name for name in facts_of.by_name if name in columns]
    strange: Mapping[str, str] = {}
    schema: Mapping[str, nw.dtypes.DType]
    if kind.is_pandas():
        table, strange = arrow_columns(frame, facts_of, facts, prefix)
        schema = nw.from_native(table).schema
    else:
        table = frame
        schema = data.collect_schema()
        if isinstance(data, nw.DataFrame):
            schema = _without_empty(data, schema, facts_of)
    zoned = kind.is_pyspark() or kind.is_pyspark_connect()
    found = sources(facts_of, schema, as_of_given=given is not None, zoned=zoned, written=written)
    day: Day = nw.col(f"{prefix}{AS_OF}") if given is None else given
    pipeline = Pipeline(
        book=book,
        parts=parts,
        names=appended,
        because=because,
        as_of=day,
        sources=found,
        prefix=prefix,
        strange=strange,
    )
    if kind.is_pandas():
        return _back(frame, _in_chunks(pipeline, table, ()), pipeline)
    if kind.is_pyarrow():
        return _in_chunks(pipeline, table, tuple(columns))
    if kind.is_polars() and isinstance(data, nw.DataFrame):
        return pipeline.run(frame.lazy(), columns).collect()
    return pipeline.run(frame, columns)


def _opened(frame: Any) -> tuple[Any, nw.Implementation]:
    """The frame as Narwhals sees it. Raises `FrameKindError`."""
    try:
        data: Any = nw.from_native(frame)
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
    data: nw.DataFrame[Any], schema: Mapping[str, Any], columns: Columns
) -> dict[str, Any]:
    """A schema in which a column of nothing but nulls has no type of its own."""
    return {
        name: nw.Unknown()
        if name in columns.by_name and data.get_column(name).null_count() == len(data)
        else dtype
        for name, dtype in schema.items()
    }


def _in_chunks(pipeline: Pipeline, table: pa.Table, keep: tuple[str, ...]) -> pa.Table:
    with door:
        import pyarrow as pa

    starts = range(0, max(table.num_rows, 1), CHUNK)
    return pa.concat_tables([pipeline.run(table.slice(at, CHUNK), keep) for at in starts])


def _back(frame: pd.DataFrame, answered: pa.Table, pipeline: Pipeline) -> pd.DataFrame:
    """The pandas frame with the answers beside its own columns."""
    with door:
        import pandas as pd
        import pyarrow as pa

    # The string type of the installed pandas: `str` from 3.0 on, `object` before.
    text = pd.Series(["text"]).dtype
    columns: dict[str, Any] = {}
    for name in pipeline.names:
        cells = answered.column(name)
        # Extension arrays carry no index, so nothing is aligned; a repeated index is no trouble.
        if pa.types.is_date(cells.type):
            columns[name] = pd.array(cells.to_pandas(types_mapper=pd.ArrowDtype))
        else:
            columns[name] = pd.array(cells.to_pandas(), dtype=text)
    return frame.assign(**columns)
