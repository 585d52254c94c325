"""What the holder of a fact can make of it: the values it can be given, from the value it has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ssrules.records.frozen import FrozenDict


def _frozen(given: Mapping[object, tuple[Any, ...]]) -> Mapping[object, tuple[Any, ...]]:
    return FrozenDict(given)


@attrs.frozen(repr=False)
class Moves:
    """Which values a fact can be given at will.

    `given` holds for each value that the fact may have now the values it can be given; None stands
    for any value it may have, a known one or not. A fact that is unknown can be given only what it
    can be given whatever it is. Where nothing is given, a name that rules compare with another can
    still be made the same as that one.
    """

    given: Mapping[object, tuple[Any, ...]] = attrs.field(factory=dict, converter=_frozen)

    def reaches(self, now: object, to: object) -> bool:
        """Whether the value can be made out of the one there is now."""
        return to in self.given.get(None, ()) or (now is not None and to in self.given.get(now, ()))

    @property
    def values(self) -> tuple[Any, ...]:
        """Every value that can be given, from whatever there is now."""
        return tuple(dict.fromkeys(value for some in self.given.values() for value in some))


def to(*values: object) -> Moves:
    """The fact can be given these values, whatever it is now."""
    return Moves({None: values})


def from_to(moves: Mapping[object, object]) -> Moves:
    """The fact can be given one value for each that it has now."""
    return Moves({now: (then,) for now, then in moves.items()})
