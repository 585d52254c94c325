"""Values that change with time: the steps they take, and what hangs on the one in force."""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

from ssrules.frames.language import Expression, Language

T = TypeVar("T")
Steps: TypeAlias = Sequence[tuple[datetime.date | None, T]]
"""Values with the first day that each is in force; the first of them has none: None."""
Day: TypeAlias = datetime.date | Expression
"""One day for all rows, or one a row."""


def steps_of(first: Steps[int], second: Steps[int]) -> list[tuple[datetime.date | None, int]]:
    """The difference of two values that change with time, by the days on which either does."""
    starts = {start for start, _ in (*first, *second)}
    ordered = sorted(starts, key=lambda start: start or datetime.date.min)
    return [(start, in_force(first, start) - in_force(second, start)) for start in ordered]


def in_force(steps: Steps[T], on: datetime.date | None) -> T:
    """The value in force on a day, None being the beginning of time."""
    if on is None:
        return steps[0][1]
    return steps[bisect.bisect_right([start for start, _ in steps[1:] if start], on)][1]


def stepped(of: Language, day: Day, steps: Steps[T], make: Callable[[T], Expression]) -> Expression:
    """What is made of the value in force on a day; the first where the day is unknown."""
    if len(steps) == 1:
        return make(steps[0][1])
    if isinstance(day, datetime.date):
        return make(in_force(steps, day))
    cases = [
        (day >= of.literal(start or datetime.date.min), make(value))
        for start, value in reversed(steps[1:])
    ]
    return of.choose(cases, make(steps[0][1]))
