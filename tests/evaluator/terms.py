"""What the sections share: complete facts, parameters, the outcome of a rule, a part."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, NamedTuple

Facts = Mapping[str, Any]
"""Facts by their paths; in a complete assignment each has a value, and None is unknown."""
Tree = dict[str, Any]


class Parameters(NamedTuple):
    """What a locality may set otherwise."""

    activation_window_days: int = 300
    receipt_day_counts: bool = False
    endowment_minimum_age: int = 16
    residents_pension_age: int = 60


class Outcome(NamedTuple):
    """What complete facts give a part: the value that is compared, and the reasons for it."""

    value: Hashable
    reasons: tuple[str, ...]


class Part(NamedTuple):
    """A part's rule over complete facts, the facts it reads, its reasons in table order."""

    rule: Callable[[Facts, Parameters], Outcome]
    reads: tuple[str, ...]
    reasons: tuple[str, ...]


class Verdict(NamedTuple):
    """What all completions together give a part: its distinct values, its reasons, its needs."""

    values: tuple[Any, ...]
    because: tuple[str, ...]
    needs: tuple[str, ...]


def agreed(rows: Iterable[tuple[str, bool, Hashable]]) -> Outcome:
    """The one value of the rows (id, whether it holds, value) that hold, and their ids.

    No row that holds, or two that hold and disagree, is a ValueError.
    """
    holding = [(id_, value) for id_, holds, value in rows if holds]
    (value,) = {value for _, value in holding}
    return Outcome(value, tuple(id_ for id_, _ in holding))
