"""Populations in frames: ssrules beside the same columns by hand, by OpenFisca and by Spark.

By hand means: the same status, route and participation columns from the same columns of text,
without `fact_error`, the deadline or any check of the cells. All are compared before they are
timed, and each runs once in a process of its own for its peak memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.populations import spark
from benchmarks.populations.contenders import (
    ARROW,
    CONTENDERS,
    DUCKDB,
    HAND,
    NUMPY,
    OPENFISCA,
    OURS,
    SQL,
    check,
    has_openfisca,
)
from benchmarks.populations.memory import cost
from benchmarks.populations.population import write_population
from benchmarks.report import Table, number
from benchmarks.scale import Scale
from benchmarks.timing import in_turns

CHECKED = 100_000
ROUNDS = 5
KNOWN = (
    "All facts are known here, for OpenFisca has no unknown. It gives 12 of the 19 columns: the"
    " others say `determined` in every row."
)
DUCKDB_NOTE = "From a table in memory to a new table in memory."


def tables(scale: Scale) -> Iterator[Table]:
    """The time and the peak memory of each way, for each number of rows."""
    rounds = min(scale.rounds, ROUNDS)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "checked.parquet"
        write_population(CHECKED, path)
        check((HAND, ARROW, NUMPY, SQL, DUCKDB), path)
        least = min(scale.frame_rows)
        for rows in scale.frame_rows:
            path = Path(folder) / "population.parquet"
            write_population(rows, path)
            names = (HAND, OURS, ARROW, NUMPY) if rows == least else (HAND, OURS)
            yield _compared(f"A population of {rows:,} rows", names, path, rows, rounds)
            if rows == least:
                title = f"A population of {rows:,} rows in DuckDB"
                yield _compared(title, (SQL, DUCKDB), path, rows, rounds, DUCKDB_NOTE)
        yield _known(Path(folder), least, rounds)
    yield from spark.tables(scale.spark_rows, min(rounds, 3))


def _known(folder: Path, rows: int, rounds: int) -> Table:
    title = f"A population of {rows:,} rows without an unknown fact"
    if not has_openfisca():
        return Table(title, ("",), (), ("Not measured: OpenFisca-core is not installed.",))
    path = folder / "known.parquet"
    write_population(CHECKED, path, unknown=0)
    check((NUMPY, OPENFISCA), path)
    write_population(rows, path, unknown=0)
    return _compared(title, (OPENFISCA, HAND, OURS, NUMPY), path, rows, rounds, KNOWN)


def _compared(
    title: str, names: tuple[str, ...], path: Path, rows: int, rounds: int, note: str = ""
) -> Table:
    """A table of what the contenders took; the first of them is the base of the ratios."""
    peaks = {name: cost(path, name).peak for name in names}
    timings = in_turns(
        {name: _counted(CONTENDERS[name](path), rows) for name in names}, rounds=rounds
    )
    base = timings[names[0]]
    lines = []
    for name, timing in timings.items():
        low, high = timing.spread(base)
        lines.append(
            (
                name,
                f"{timing.median * rows / 1e9:.2f}",
                f"**{number(timing.over(base))}**",
                f"{number(low)} to {number(high)}",
                f"{peaks[name]:,}",
                number(peaks[name] / peaks[names[0]]),
            )
        )
    header = (
        "",
        "s, median",
        f"ratio to {names[0]}",
        "its quartiles",
        "peak MiB",
        "ratio of peaks",
    )
    return Table(title, header, tuple(lines), (note,) if note else (), tuple(timings.values()))


def _counted(work: Callable[[], Any], rows: int) -> Callable[[], int]:
    def batch() -> int:
        work()
        return rows

    return batch
