"""A ratio that is wanted: what ssrules takes, of what the same takes without it."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from benchmarks.timing import Timing, in_turns


@attrs.frozen(kw_only=True)
class Ratio:
    """How much is taken, of what the base takes; `goal` is the most that is wanted.

    `noise` is the distance between the quartiles of the rounds.
    """

    name: str
    base: str
    goal: float
    value: float
    noise: float
    timings: tuple[Timing, ...]

    @property
    def is_met(self) -> bool:
        """Whether no more is taken than is wanted."""
        return self.value <= self.goal


def measured(
    name: str,
    base: str,
    goal: float,
    *,
    by_hand: Callable[[], int],
    ours: Callable[[], int],
    rounds: int,
    clock: Callable[[], int],
) -> Ratio:
    """The ratio of two ways that give the same; each says how many pieces it did."""
    timings = in_turns({base: by_hand, name: ours}, rounds=rounds, clock=clock)
    low, high = timings[name].spread(timings[base])
    return Ratio(
        name=name,
        base=base,
        goal=goal,
        value=timings[name].over(timings[base]),
        noise=high - low,
        timings=tuple(timings.values()),
    )
