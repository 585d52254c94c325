"""Spark on this machine: ssrules beside CASE WHEN by hand, from Parquet to the noop sink."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl

from benchmarks.populations import by_sql
from benchmarks.populations.contenders import compare
from benchmarks.populations.population import AS_OF, write_population
from benchmarks.report import Table, number
from benchmarks.timing import Timing, in_turns
from ssrules import decide_frame

HAND, OURS = "CASE WHEN by hand", "ssrules"
CHECKED = 20_000
TITLE = "A population on Spark, local[2]"


def tables(sizes: tuple[int, ...], rounds: int) -> Iterator[Table]:
    """One table, with a row for each number of rows; none where there is no Java."""
    if shutil.which("java") is None:
        yield Table(TITLE, ("",), (), ("Not measured: there is no Java runtime.",))
        return
    with TemporaryDirectory() as folder, session() as spark:
        path = Path(folder) / "checked.parquet"
        write_population(CHECKED, path)
        _check(spark, path)
        rows: list[tuple[str, ...]] = []
        timings: list[Timing] = []
        for size in sizes:
            path = Path(folder) / f"{size}.parquet"
            write_population(size, path)
            found = _measured(spark, path, size, rounds)
            path.unlink()
            timings += found.values()
            hand, ours = found[HAND], found[OURS]
            each = (f"{timing.median / 1e3:.2f}" for timing in (hand, ours))
            low, high = ours.spread(hand)
            quartiles = f"{number(low)} to {number(high)}"
            rows.append((f"{size:,}", *each, f"**{number(ours.over(hand))}**", quartiles))
        header = ("rows", "by hand, µs a row", "ssrules, µs a row", "ratio", "its quartiles")
        start = time.perf_counter()
        decide_frame(spark.read.parquet(str(Path(folder) / "checked.parquet")), as_of=AS_OF)
        note = (
            "Reading the file, building and planning the query and deciding all rows; nothing is"
            f" written. Building the columns of ssrules took {time.perf_counter() - start:.1f} s"
            f" each time, however many rows. Answers compared on {CHECKED:,} rows first."
        )
        yield Table(TITLE, header, tuple(rows), (note,), tuple(timings))


@contextmanager
def session() -> Iterator[Any]:
    """A quiet session on two threads of this machine."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("OFF")
    try:
        yield spark
    finally:
        spark.stop()


def _by_hand(spark: Any, path: Path) -> Any:
    return spark.sql(by_sql.by_hand(f"parquet.`{path}`"))


def _ours(spark: Any, path: Path) -> Any:
    return decide_frame(spark.read.parquet(str(path)), as_of=AS_OF)


def _check(spark: Any, path: Path) -> None:
    ours = decide_frame(pl.read_parquet(path), as_of=AS_OF)
    for name, make in ((HAND, _by_hand), (OURS, _ours)):
        compare(f"Spark, {name}", make(spark, path).orderBy("row").toArrow(), ours)


def _measured(spark: Any, path: Path, size: int, rounds: int) -> dict[str, Timing]:
    def by_hand() -> int:
        _by_hand(spark, path).write.format("noop").mode("overwrite").save()
        return size

    def ours() -> int:
        _ours(spark, path).write.format("noop").mode("overwrite").save()
        return size

    return in_turns({HAND: by_hand, OURS: ours}, rounds=rounds)
