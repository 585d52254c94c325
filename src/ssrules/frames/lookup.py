"""Replace integer code columns by the texts that they stand for, per kind of frame.

Narwhals has no gather for lazy frames, so each kind has a function of its own. None of them runs
Python once a row, joins frames or reorders rows, and lazy frames stay lazy. Libraries are imported
only when a frame of theirs is given.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import narwhals as nw

from ssrules.late import door

if TYPE_CHECKING:
    import duckdb
    import polars as pl
    import pyarrow as pa
    from pyspark.sql import DataFrame as SparkFrame

Cells: TypeAlias = Sequence[str | None]
Wanted: TypeAlias = Mapping[str, tuple[str, Cells]]
"""For each new column the column of its codes, and the texts that they stand for."""

# The parts of a list travel to DuckDB as one literal; these are no part of any printable text.
_SEPARATOR, _NULL = "\x1f", "\x1e"


def look_up(frame: Any, wanted: Wanted) -> Any:
    """Append the wanted columns to a native frame.

    A code is an integer from 0 to one less than the number of texts, and never null. The other
    columns, their order and the row order of eager frames stay as they are.
    """
    kind = nw.from_native(frame).implementation
    if kind.is_polars():
        return _polars(frame, wanted)
    if kind.is_pyarrow():
        return _pyarrow(frame, wanted)
    if kind.is_duckdb():
        return _duckdb(frame, wanted)
    return _spark(frame, wanted)


def _polars(frame: pl.LazyFrame, wanted: Wanted) -> pl.LazyFrame:
    with door:
        import polars as pl

    # A literal series makes `gather` a plain node of the plan, also in the streaming engine.
    # A series of one value would be taken for a scalar, so there is one more than needed.
    return frame.with_columns(
        **{
            name: pl.lit(pl.Series([*cells, None], dtype=pl.String)).gather(pl.col(code))
            for name, (code, cells) in wanted.items()
        }
    )


def _pyarrow(frame: pa.Table, wanted: Wanted) -> pa.Table:
    with door:
        import pyarrow as pa

    for name, (code, cells) in wanted.items():
        taken = pa.array(cells, pa.string()).take(frame.column(code))
        frame = frame.append_column(name, taken)
    return frame


def _duckdb(frame: duckdb.DuckDBPyRelation, wanted: Wanted) -> duckdb.DuckDBPyRelation:
    with door:
        import duckdb

    one = duckdb.ConstantExpression(1)
    columns = [
        duckdb.FunctionExpression(
            "list_extract", _list_once(cells), duckdb.ColumnExpression(code) + one
        ).alias(name)
        for name, (code, cells) in wanted.items()
    ]
    return frame.select(duckdb.StarExpression(), *columns)


def _list_once(cells: Cells) -> duckdb.Expression:
    with door:
        import duckdb

    # A plain list literal is copied with each chunk and slows down from some 500 cells on; a
    # scalar subquery is computed once. It names no table, so nothing is registered anywhere.
    texts = (_NULL if cell is None else cell for cell in cells)
    text = _SEPARATOR.join(texts).replace("'", "''")
    split = f"string_split('{text}', '{_SEPARATOR}')"
    each = f"lambda cell: nullif(cell, '{_NULL}')"
    return duckdb.SQLExpression(f"(SELECT first(list_transform({split}, {each})))")


def _spark(frame: SparkFrame, wanted: Wanted) -> SparkFrame:
    with door:
        from pyspark.sql import functions

    # `from_json` of a literal is folded to one array constant while the query is planned, nulls
    # included. An array of `lit`s folds too, but each costs a round trip to the JVM.
    return frame.withColumns(
        {
            name: functions.from_json(functions.lit(json.dumps(list(cells))), "array<string>")[
                functions.col(code)
            ]
            for name, (code, cells) in wanted.items()
        }
    )
