"""Spark, beside CASE WHEN by hand, from Parquet to nowhere."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import clocks
from benchmarks.populations import spark
from benchmarks.populations.population import write_population
from benchmarks.ratio import Ratio, measured
from benchmarks.scale import Scale

ROUNDS = 3


def ratios(scale: Scale) -> Iterator[Ratio]:
    """The whole query, for each number of rows."""
    if shutil.which("java") is None:
        sys.stderr.write("not measured: there is no Java runtime for Spark\n")
        return
    with TemporaryDirectory() as folder, spark.session() as session:
        path = Path(folder) / "checked.parquet"
        write_population(spark.CHECKED, path)
        spark.check(session, path)
        for rows in scale.spark_rows:
            path = Path(folder) / f"{rows}.parquet"
            write_population(rows, path)
            yield _measured(session, path, rows, scale)
            path.unlink()


def _measured(session: Any, path: Path, rows: int, scale: Scale) -> Ratio:
    ways = spark.contenders(session, path, rows)
    return measured(
        f"Spark, {rows:,} rows",
        spark.HAND,
        0.6,
        by_hand=ways[spark.HAND],
        ours=ways[spark.OURS],
        rounds=min(scale.rounds, ROUNDS),
        clock=clocks.of_process(_machine(session)),
    )


def _machine(session: Any) -> int:
    """The number of the process of Java."""
    process = session._jvm.java.lang.management.ManagementFactory.getRuntimeMXBean()
    return int(process.getName().partition("@")[0])
