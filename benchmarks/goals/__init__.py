"""What is wanted of each engine, as ratios to what its users would write without ssrules."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Any

from benchmarks.goals import databases, files, frames, growth, on_spark, single
from benchmarks.ratio import Ratio
from benchmarks.report import Table, number
from benchmarks.scale import Scale

WAYS = (single, frames, databases, files, on_spark)
"""Each has `ratios(scale)`."""
TITLE = "What is wanted, and what is"
HEADER = ("", "of what", "µs of that", "ratio", "its noise", "goal", "met")
NOTE = (
    "Ratios of processor time, that of all threads of the process that does the work, each the"
    " median over rounds in turns. The noise is the distance between the quartiles of the rounds."
    " All answers were compared first."
)


def tables(scale: Scale) -> Iterator[Table]:
    """One table with all of them, and how they grow where that is asked for."""
    yield told(WAYS, scale)
    yield from growth.tables(scale)


def told(ways: Iterable[Any], scale: Scale) -> Table:
    """The table of the ratios of some ways."""
    found = tuple(_told(each) for way in ways for each in way.ratios(scale))
    timings = tuple(timing for each in found for timing in each.timings)
    return Table(TITLE, HEADER, tuple(map(_row, found)), (NOTE,), timings, found)


def _told(each: Ratio) -> Ratio:
    sys.stderr.write(f"{each.name}: {each.value:.3f}, noise {each.noise:.3f}\n")
    return each


def _row(each: Ratio) -> tuple[str, ...]:
    return (
        each.name,
        each.base,
        f"{each.timings[0].median / 1e3:.2f}",
        f"**{number(each.value)}**",
        number(each.noise),
        number(each.goal),
        "yes" if each.is_met else "no",
    )
