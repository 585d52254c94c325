"""Axes: the dimensions of a rule set's space of cases, and the numbers that stand on them.

An axis is one input, or all the tests that are asked of one date or number. A known answer is its
number on the axis. An unknown one is a negative number that holds the answers still possible, as a
bit mask, and which of the axis's facts are unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from ssrules.tables.inputs import AsOf, AtLeast, Between, FactInput, LongerAgoThan, Same, Value

Leaf = FactInput | Same | AtLeast | Between | LongerAgoThan | AsOf


@attrs.frozen(cache_hash=True)
class Axis:
    """One dimension: the inputs on it (more than one only for tests of the same fact)."""

    inputs: tuple[Leaf, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The paths of the facts that are read for it."""
        return self.inputs[0].facts

    @property
    def size(self) -> int:
        """How many numbers stand on it, 0 upwards."""
        only = self.inputs[0]
        return len(only.values) if len(self.inputs) == 1 else 1 << len(self.inputs)

    def value(self, number: int, input_: Leaf) -> Value:
        """The answer of one of its inputs at a number."""
        if len(self.inputs) == 1:
            return input_.values[number]
        return bool(number >> self.inputs.index(input_) & 1)

    def spans(self, other: Axis) -> bool:
        """Whether every input on the other axis is on this one."""
        return all(input_ in self.inputs for input_ in other.inputs)

    def onto(self, other: Axis, number: int) -> int:
        """Where a number on this axis stands on another that it spans."""
        if other == self:
            return number
        return sum(bool(self.value(number, each)) << at for at, each in enumerate(other.inputs))

    def unknown(self, possible: int | None = None, missing: int = 1) -> int:
        """The number of an unknown answer.

        `possible` is the mask of the numbers that it may be (None: any), `missing` the mask of the
        facts that are unknown.
        """
        mask = (1 << self.size) - 1 if possible is None else possible
        return -(mask | missing << self.size)

    def possible(self, number: int) -> int:
        """The mask of the numbers that an answer, known or unknown, may be."""
        return 1 << number if number >= 0 else -number & ((1 << self.size) - 1)

    def missing(self, number: int) -> tuple[str, ...]:
        """The paths of the facts that are unknown in an answer."""
        if number >= 0:
            return ()
        mask = -number >> self.size
        return tuple(fact for at, fact in enumerate(self.facts) if mask >> at & 1)


def axes_over(inputs: Iterable[Leaf]) -> tuple[Axis, ...]:
    """The axes that inputs span, in the order of the inputs, each input once."""
    groups: dict[object, list[Leaf]] = {}
    for input_ in inputs:
        key = input_.facts if isinstance(input_, AtLeast | Between | LongerAgoThan) else input_
        group = groups.setdefault(key, [])
        if input_ not in group:
            group.append(input_)
    return tuple(Axis(tuple(group)) for group in groups.values())


def bits(mask: int) -> Iterator[int]:
    """The positions of the bits that are set, lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
