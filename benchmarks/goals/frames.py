"""Frames in memory, beside the same columns by hand in the same library."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet

from benchmarks.populations import by_pandas, by_polars
from benchmarks.populations.contenders import compare
from benchmarks.populations.population import AS_OF, write_population
from benchmarks.ratio import Ratio, measured
from benchmarks.scale import Scale
from ssrules import decide_frame
from ssrules.facts import FACTS
from ssrules.records.kinds import members

ROUNDS = 7
POLARS, PANDAS = "expressions by hand in Polars", "NumPy by hand on pandas"
NULLABLE = {pa.bool_(): pd.BooleanDtype(), pa.int64(): pd.Int64Dtype()}


def ratios(scale: Scale) -> Iterator[Ratio]:
    """Polars, PyArrow and pandas, with the columns in several types."""
    rows = scale.goal_rows
    with TemporaryDirectory() as folder:
        path = Path(folder) / "population.parquet"
        write_population(rows, path)
        frame, table = pl.read_parquet(path), pyarrow.parquet.read_table(path)
        yield from _polars(frame, table, partial(_measured, rows=rows, scale=scale))
        yield from _pandas(table, partial(_measured, rows=rows, scale=scale))


def _polars(frame: pl.DataFrame, table: pa.Table, measure: Callable[..., Ratio]) -> Iterator[Ratio]:
    words = {
        fact.path.replace(".", "_"): pl.Enum(list(members(fact.kind)))
        for fact in FACTS
        if members(fact.kind)
    }
    enums = frame.with_columns(pl.col(name).cast(kind) for name, kind in words.items())

    def by_hand(given: pl.DataFrame) -> pl.DataFrame:
        return by_polars.by_hand(given.lazy()).collect()

    yield measure("Polars, text", POLARS, 0.45, partial(by_hand, frame), _decided(frame))
    yield measure("Polars, Enum columns in", POLARS, 0.45, partial(by_hand, enums), _decided(enums))
    enum = {"texts": "enum"}
    yield measure("PyArrow, text", POLARS, 0.7, partial(by_hand, frame), _decided(table))
    yield measure(
        "PyArrow, dictionaries out", POLARS, 0.7, partial(by_hand, frame), _decided(table, **enum)
    )


def _pandas(table: pa.Table, measure: Callable[..., Ratio]) -> Iterator[Ratio]:
    read = table.to_pandas()
    texts = {name: object for name in read if read[name].dtype == "str"}
    objects = read.astype(texts)
    nullable = table.to_pandas(types_mapper=NULLABLE.get)
    for name, frame in (("object columns", objects), ("columns as read", read)):
        by_hand = partial(by_pandas.by_hand, frame)
        yield measure(f"pandas, {name} to text", PANDAS, 0.4, by_hand, _decided(frame))
    by_hand = partial(by_pandas.by_hand, nullable, by_pandas.categories)
    yield measure(
        "pandas, nullable columns to categories",
        PANDAS,
        0.6,
        by_hand,
        _decided(nullable, texts="enum"),
    )


def _decided(frame: Any, **options: Any) -> Callable[[], Any]:
    return partial(decide_frame, frame, as_of=AS_OF, **options)


def _measured(
    name: str,
    base: str,
    goal: float,
    by_hand: Callable[[], Any],
    ours: Callable[[], Any],
    *,
    rows: int,
    scale: Scale,
) -> Ratio:
    """The ratio, after every cell of every column was compared."""
    compare(name, _plain(by_hand()), _plain(ours()))

    def counted(work: Callable[[], Any]) -> int:
        work()
        return rows

    return measured(
        name,
        base,
        goal,
        by_hand=partial(counted, by_hand),
        ours=partial(counted, ours),
        rounds=min(scale.rounds, ROUNDS),
        clock=time.process_time_ns,
    )


def _plain(frame: Any) -> pl.DataFrame:
    """The decision columns as text, an empty one being none."""
    found = frame
    if isinstance(frame, pd.DataFrame):
        found = pa.Table.from_pandas(frame.convert_dtypes(dtype_backend="pyarrow"))
    if isinstance(found, pa.Table):
        found = pl.DataFrame(pl.from_arrow(found))
    texts = pl.col(pl.Categorical, pl.Enum, pl.String).cast(pl.String).replace("", None)
    told: pl.DataFrame = found.with_columns(texts)
    return told
