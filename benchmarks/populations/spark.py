"""Spark on this machine: ssrules beside CASE WHEN by hand, from Parquet to the noop sink."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
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
        check(spark, path)
        rows: list[tuple[str, ...]] = []
        timings: list[Timing] = []
        for size in sizes:
            path = Path(folder) / f"{size}.parquet"
            write_population(size, path)
            found = in_turns(contenders(spark, path, size), rounds=rounds)
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
        .config("spark.ui.showConsoleProgress", "false")
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


def by_hand(spark: Any, path: Path) -> Any:
    """The query by hand over a file."""
    return spark.sql(by_sql.by_hand(f"parquet.`{path}`"))


def ours(spark: Any, path: Path) -> Any:
    """The query of ssrules over a file."""
    return decide_frame(spark.read.parquet(str(path)), as_of=AS_OF)


def check(spark: Any, path: Path) -> None:
    """Compare both with Polars. Raises `AssertionError`."""
    expected = decide_frame(pl.read_parquet(path), as_of=AS_OF)
    for name, make in ((HAND, by_hand), (OURS, ours)):
        compare(f"Spark, {name}", make(spark, path).orderBy("row").toArrow(), expected)


def contenders(spark: Any, path: Path, rows: int) -> dict[str, Callable[[], int]]:
    """Both ways to read a file of so many rows, decide them all, and write nothing."""

    def work(make: Callable[[Any, Path], Any]) -> int:
        make(spark, path).write.format("noop").mode("overwrite").save()
        return rows

    return {HAND: partial(work, by_hand), OURS: partial(work, ours)}
