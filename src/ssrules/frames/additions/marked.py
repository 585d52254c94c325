"""Lists in one text, of the items that are marked: the marks of a row are digits of a number."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

import attrs

from ssrules.frames.additions.addition import JOINT, Decided, joined
from ssrules.frames.language import Cells, Expression
from ssrules.frames.numbering import Digit, Numbered, numbers

PIECE = 8
"""So many items are told by one number; the texts of several are put together."""


@attrs.frozen(eq=False)
class Marked:
    """A column that tells those items of a list that are marked.

    `which` is the digit that says which of the lists counts in a row; `marks` holds a digit for
    each place, 1 where the item there is told. It is 0 where the list has no such place.
    """

    lists: tuple[tuple[str, ...], ...]
    which: Digit
    marks: Sequence[Expression]

    def texts(self, places: range) -> Cells:
        """What is told at some places, for each list and all marks there."""
        every = list(itertools.product((False, True), repeat=len(places)))
        return tuple(
            joined(item for item, mark in zip(part, marks, strict=False) if mark)
            for part in (items[places.start : places.stop] for items in self.lists)
            for marks in every
        )


def tell(decided: Decided, step: str, columns: Mapping[str, Marked]) -> None:
    """Define columns of lists, their items joined by `;`: empty where nothing is marked."""
    of = decided.of
    made: dict[str, Expression] = {}
    pieces: dict[str, list[str]] = {}
    numbered: list[Numbered] = []
    for column, marked in columns.items():
        longest = len(marked.marks)
        for start in range(0, max(longest, 1), PIECE):
            places = range(start, min(start + PIECE, longest))
            digits: list[tuple[Digit, int]] = [(marked.which, len(marked.lists))]
            for place in places:
                name = decided.name(f"mark_{len(made)}")
                made[name] = marked.marks[place]
                digits.append((name, 2))
            name = decided.name(f"piece_{len(numbered)}")
            numbered.append((tuple(digits), {name: marked.texts(places)}))
            pieces.setdefault(column, []).append(name)
    of.define(f"{step}_marks", made)
    cells, looked_up, repeated = numbers(
        of, numbered, decided.bad, lambda name: decided.name(f"marked_{name}")
    )
    of.define(f"{step}_marked", cells)
    of.define(f"{step}_pieces", {name: of.looked_up(*each) for name, each in looked_up.items()})
    told = {
        column: _together(decided, [repeated.get(name, name) for name in names])
        for column, names in pieces.items()
    }
    of.define(step, told)


def _together(decided: Decided, pieces: list[str]) -> Expression:
    """The pieces of a text that are not empty, as one text."""
    of = decided.of
    if len(pieces) == 1:
        return of.column(pieces[0])
    texts = [of.as_text(of.column(name)) for name in pieces]
    found = [of.choose([(each == of.literal(""), of.nothing(str))], each) for each in texts]
    return of.choose([(decided.bad, of.nothing(str))], of.listed(found, JOINT))
