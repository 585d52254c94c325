"""How time and memory grow with the rows: each in a process of its own, beside by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.populations.contenders import ARROW, DUCKDB, HAND, OURS, SQL
from benchmarks.populations.memory import cost
from benchmarks.populations.population import write_population
from benchmarks.report import Table, number
from benchmarks.scale import Scale

PAIRS = ((HAND, OURS), (HAND, ARROW), (SQL, DUCKDB))
HEADER = (
    "",
    "rows",
    "µs of processor a row",
    "ratio to by hand",
    "peak MiB",
    "ratio to by hand",
    "of the first, a row",
)
NOTE = (
    "A process opens the file and decides it once; the first time in a process is slower than"
    " later ones. By hand is Polars for PyArrow, too."
)


def tables(scale: Scale) -> Iterator[Table]:
    """One table, where numbers of rows are asked for."""
    if not scale.growth_rows:
        return
    rows: list[tuple[str, ...]] = []
    first: dict[str, float] = {}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "population.parquet"
        for count in scale.growth_rows:
            write_population(count, path)
            for base, ours in PAIRS:
                by_hand, own = cost(path, base), cost(path, ours)
                each = own.nanoseconds / count / 1e3
                rows.append(
                    (
                        ours,
                        f"{count:,}",
                        f"{each:.2f}",
                        number(own.nanoseconds / by_hand.nanoseconds),
                        f"{own.peak:,}",
                        number(own.peak / by_hand.peak),
                        number(each / first.setdefault(ours, each)),
                    )
                )
    yield Table("Growth with the rows", HEADER, tuple(rows), (NOTE,))
