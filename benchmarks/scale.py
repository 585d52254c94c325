"""How much is measured: the full figures, those that take half an hour, or a glance."""

from __future__ import annotations

import attrs


@attrs.frozen
class Scale:
    """Sizes of all benchmarks; more rounds make steadier medians."""

    rounds: int = 31
    pool: int = 1_000
    """Random cases in a batch."""
    checked: int = 5_000
    """Random cases whose answers are compared before anything is timed."""
    starts: int = 15
    """Processes started of each kind."""
    growth: int = 1_000_000
    """Decisions in a row."""
    books: int = 1_000
    goal_rows: int = 250_000
    """Rows of a frame for each of the goals."""
    growth_rows: tuple[int, ...] = ()
    """Rows of frames of which time and memory are compared."""
    frame_rows: tuple[int, ...] = (1_000_000,)
    spark_rows: tuple[int, ...] = (1_000_000,)


FULL = Scale()
LONG = Scale(
    growth=10_000_000,
    goal_rows=1_000_000,
    growth_rows=(1_000_000, 4_000_000, 16_000_000),
    frame_rows=(1_000_000, 10_000_000),
    spark_rows=(1_000_000, 4_000_000),
)
QUICK = Scale(
    rounds=7,
    pool=300,
    checked=500,
    starts=5,
    growth=30_000,
    books=100,
    goal_rows=100_000,
    frame_rows=(200_000,),
    spark_rows=(200_000,),
)
