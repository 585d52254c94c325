"""What every engine offers, and the numbers it is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeAlias

Row: TypeAlias = tuple[tuple[int, frozenset[int]], ...]
"""One row of a decision table: for each input it looks at, the input's position and the numbers of
the values that satisfy it. All of them must hold; `()` fires always, an empty set never."""

Cell: TypeAlias = tuple[int, ...]
"""One number a value of each input, all of them 0 or more."""


class Engine(Protocol):
    """Finds the rows of a decision table that fire; every engine gives the same answer."""

    @property
    def name(self) -> str:
        """The engine's name, as a decision reports it."""

    def compile(self, rows: Sequence[Row]) -> Callable[[Cell], tuple[int, ...]]:
        """Give a callable from a complete cell to the positions of the rows that fire, ascending.

        The callable raises `IndexError` for a cell that lacks an input some row looks at. It may be
        called from many threads at once and after a fork.
        """
