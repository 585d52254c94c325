"""Tables made small: cells that no column tells apart are one.

An input that no column hangs on is left out. Inputs that matter only through what another rule set
answers are looked up together, once for all tables that ask it, and stand there as one digit.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence

import attrs

from ssrules.frames.language import Cells

SMALL = 1 << 8
"""Tables of so many cells stay as they are but for inputs that do not matter."""
LARGEST_DIGIT = 127
"""No digit is greater: databases hold them in a byte with a sign."""


@attrs.frozen
class Term:
    """One digit of a cell's number: that of one input, or a class of the digits of several.

    `places` are those of the inputs in the table; `classes`, where there are several, holds a
    digit for each combination of theirs.
    """

    places: tuple[int, ...]
    radices: tuple[int, ...]
    size: int
    classes: tuple[int, ...] = ()


@attrs.frozen(eq=False)
class Minimal:
    """A table of few cells: what its cells' numbers are made of, and each column's texts."""

    terms: tuple[Term, ...]
    columns: Mapping[str, Cells]


def minimised(
    radices: Sequence[int], groups: Iterable[tuple[int, ...]], columns: Mapping[str, Cells]
) -> Minimal:
    """The smallest table with the same columns; `groups` are places that may be taken together."""
    rows = list(zip(*columns.values(), strict=True))
    numbers: dict[tuple[str | None, ...], int] = {}
    grid = _Grid([numbers.setdefault(row, len(numbers)) for row in rows], radices)
    terms: list[Term] = []
    left = [at for at in range(len(radices)) if len(set(grid.classes((at,)))) > 1]
    together = groups if math.prod(radices[at] for at in left) > SMALL else ()
    for group in together:
        inside = tuple(at for at in group if at in left)
        if len(inside) < 2:
            continue
        classes = grid.classes(inside)
        sizes = tuple(radices[at] for at in inside)
        if len(set(classes)) < min(math.prod(sizes), LARGEST_DIGIT + 2):
            terms.append(Term(inside, sizes, len(set(classes)), classes))
            left = [at for at in left if at not in inside]
    terms += (Term((at,), (radices[at],), radices[at]) for at in left)
    texts = list(numbers)
    chosen = [texts[each] for each in grid.at(terms)]
    cells = list(zip(*chosen, strict=True))
    return Minimal(tuple(terms), dict(zip(columns, cells, strict=True)))


class _Grid:
    """A number for each cell of a table."""

    def __init__(self, cells: Sequence[int], radices: Sequence[int]) -> None:
        self._cells = cells
        self._radices = radices
        self._steps = [math.prod(radices[at + 1 :]) for at in range(len(radices))]

    def classes(self, places: tuple[int, ...]) -> tuple[int, ...]:
        """For each combination of digits at places the number of its class, the first being 0."""
        others = self._offsets([at for at in range(len(self._radices)) if at not in places])
        found: dict[tuple[int, ...], int] = {}
        return tuple(
            found.setdefault(tuple([self._cells[start + on] for on in others]), len(found))
            for start in self._offsets(places)
        )

    def at(self, terms: Sequence[Term]) -> list[int]:
        """The cells, by the digits of terms instead."""
        starts = []
        for term in terms:
            offsets = self._offsets(term.places)
            first = [term.classes.index(each) for each in range(term.size)] if term.classes else []
            starts.append([offsets[at] for at in first] if first else offsets)
        return [self._cells[sum(each)] for each in itertools.product(*starts)]

    def _offsets(self, places: Sequence[int]) -> list[int]:
        parts = ([self._steps[at] * on for on in range(self._radices[at])] for at in places)
        return [sum(each) for each in itertools.product(*parts)]
