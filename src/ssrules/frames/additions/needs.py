"""Which facts still matter: for each part, and for the decision as a whole."""

from __future__ import annotations

import itertools
import math
from functools import reduce
from operator import or_
from typing import ClassVar

import attrs

from ssrules.deciding.machine import Machine
from ssrules.frames.additions.addition import JOINT, Addition, Decided, joined
from ssrules.frames.additions.marked import Marked, tell
from ssrules.frames.columns import column_of
from ssrules.frames.dense import Dense, remembered
from ssrules.frames.digits import in_full, numbers
from ssrules.frames.language import Cells, Expression
from ssrules.frames.minimal import Minimal, minimised
from ssrules.frames.numbering import Place
from ssrules.frames.numbering import numbers as numbered
from ssrules.tables.book import Book


@attrs.frozen(eq=False)
class Needs:
    """What a part needs in each of its cells, in a table of few cells."""

    places: tuple[Place, ...]
    minimal: Minimal
    size: int


class NeedsColumns(Addition):
    """A text for each part, and one for all of them: paths joined by `;`, empty if settled."""

    name: ClassVar[str] = "needs"

    def __init__(self, book: Book, parts: tuple[Dense, ...]) -> None:
        self._tables = {
            self._column(part): _needs(book, part, self._column(part)) for part in parts
        }
        self._paths = book.table.paths

    def _column(self, part: Dense) -> str:
        return f"{column_of(part.name)}_{self.name}"

    def columns(self, part: Dense) -> tuple[str, ...]:
        """One."""
        return (self._column(part),)

    def last_columns(self) -> tuple[str, ...]:
        """That of the decision."""
        return (self.name,)

    def define(self, decided: Decided) -> None:
        """Look the texts up, and gather the facts that stand in any of them."""
        of = decided.of
        tables = [(each.places, each.minimal) for each in self._tables.values()]
        parts = decided.numbered(self.name, tables)
        cells, looked_up, repeated = numbered(of, parts, decided.bad, decided.name)
        of.define(f"{self.name}_cells", cells)
        of.define(self.name, {name: of.looked_up(*each) for name, each in looked_up.items()})
        together = {name: of.column(other) for name, other in repeated.items()}
        needed: dict[str, Expression] = {}
        for path in self._paths:
            tests = [
                ~of.is_null(of.looked_up(number, radices, marks))
                for number, radices, cells in looked_up.values()
                if any(marks := _marks(cells, path))
            ]
            if tests:
                needed[path] = of.yes_no(reduce(or_, tests))
        of.define(f"parts_{self.name}", together)
        tell(
            decided,
            f"all_{self.name}",
            {self.name: Marked((tuple(needed),), 0, [*needed.values()])},
        )


def _marks(cells: Cells, path: str) -> Cells:
    """A mark in each cell that tells of a path."""
    return tuple("x" if path in (text or "").split(JOINT) else None for text in cells)


def _needs(book: Book, part: Dense, column: str) -> Needs:
    table = Machine.of(book).tables[part.name]
    places = tuple(map(in_full, part.axes))
    digits = tuple(numbers(each, book) for each in places)

    def made() -> Needs:
        answers = map(table.answer, itertools.product(*digits))
        cells = tuple(joined(book.table.in_order(each.needs)) for each in answers)
        radices = tuple(map(len, digits))
        return Needs(places, minimised(radices, part.groups, {column: cells}), len(cells))

    return remembered(book, (part.name, digits, "needs"), math.prod(map(len, digits)), made)
