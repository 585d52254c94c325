"""Timing several contenders in turns: A B C, B C A, C A B … in one process.

What a shared machine does in one second then falls on all of them alike, and the ratio of two
contenders is taken within each round before the median over the rounds.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import TypeVar

import attrs

T = TypeVar("T")


@attrs.frozen
class Timing:
    """What one contender took, in nanoseconds for one piece of work, a figure for each round."""

    name: str
    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        """Nanoseconds for one piece of work in the middle round."""
        return median(self.rounds)

    def over(self, base: Timing) -> float:
        """How often this one's time the base's is: the median of the ratios of each round."""
        return median(a / b for a, b in zip(self.rounds, base.rounds, strict=True))

    def spread(self, base: Timing) -> tuple[float, float]:
        """The quartiles of those ratios."""
        ratios = sorted(a / b for a, b in zip(self.rounds, base.rounds, strict=True))
        last = len(ratios) - 1
        return ratios[round(last / 4)], ratios[round(last * 3 / 4)]


def in_turns(
    contenders: Mapping[str, Callable[[], int]],
    *,
    rounds: int,
    before: Mapping[str, Callable[[], object]] | None = None,
    clock: Callable[[], int] = time.perf_counter_ns,
) -> dict[str, Timing]:
    """Time each contender once in every round, beginning with another one each time.

    A contender does a batch of work and gives the number of pieces in it. What `before` holds for
    it is done before each of its turns and is not timed. `clock` tells nanoseconds.
    """
    prepare = before or {}
    names = list(contenders)
    found: dict[str, list[float]] = {name: [] for name in names}
    for name, contender in contenders.items():
        prepare.get(name, _nothing)()
        contender()
    for at in range(rounds):
        first = at % len(names)
        for name in names[first:] + names[:first]:
            prepare.get(name, _nothing)()
            gc.collect()
            start = clock()
            pieces = contenders[name]()
            found[name].append((clock() - start) / pieces)
    return {name: Timing(name, tuple(values)) for name, values in found.items()}


def _nothing() -> None:
    """Prepare nothing."""


def over(work: Callable[[T], object], items: Sequence[T]) -> Callable[[], int]:
    """A contender that does its work on each of the items."""

    def batch() -> int:
        for item in items:
            work(item)
        return len(items)

    return batch
