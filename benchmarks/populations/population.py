"""A population drawn alike each time, as a Parquet file: a row a person, a column a fact."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet

from ssrules.facts import FACTS
from ssrules.records.kinds import members

AS_OF = datetime.date(2026, 11, 22)
WINDOW = 300
"""Days that the law gives; a card received earlier than that is late."""
BATCH = 1_000_000
ROW_GROUP = 125_000
"""Small enough that Spark has work for both of its cores."""
UNIT = ["employee", "civil_servant"]
OWN = ["part_time", "flexible", "self_employed"]


def write_population(rows: int, path: Path, *, unknown: float = 0.1) -> None:
    """A population with that share of its facts unknown."""
    rng = np.random.default_rng(1)
    writer: Any = None
    for start in range(0, rows, BATCH):
        table = _population(rng, min(BATCH, rows - start), unknown)
        writer = writer or pyarrow.parquet.ParquetWriter(path, table.schema)
        writer.write_table(table, row_group_size=ROW_GROUP)
    writer.close()


def _population(rng: np.random.Generator, rows: int, share: float) -> pa.Table:
    columns: dict[str, pa.Array] = {"row": pa.array(np.arange(rows))}
    for fact in FACTS:
        name = fact.path.replace(".", "_")
        unknown = rng.random(rows) < share
        if name == "as_of":
            continue
        if fact.kind is datetime.date:
            days = (AS_OF - datetime.date(1970, 1, 1)).days - rng.integers(0, 2 * WINDOW, rows)
            columns[name] = pa.array(days.astype("int32"), mask=unknown).cast(pa.date32())
        elif fact.kind is int:
            columns[name] = pa.array(rng.integers(0, 100, rows), mask=unknown)
        else:
            values: list[Any] = [True, False] if fact.kind is bool else list(members(fact.kind))
            at = rng.integers(0, len(values or range(4)), rows)
            texts = pa.array(values or ["bank0", "bank1", "bank2", "bank3"])
            columns[name] = texts.take(pa.array(at, mask=unknown))
    return pa.table(columns)
