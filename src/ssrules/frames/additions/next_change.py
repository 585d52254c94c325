"""The next day on which something is told otherwise, every fact of a row staying as it is.

For each day on which a block of rule sets may turn, the digits of that day are put in the place of
those of the day of the decision; where what stands in the two cells differs, something changes.
"""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Iterator, Mapping
from functools import reduce
from operator import or_
from typing import ClassVar

import attrs

from ssrules.deciding.axes import Axis
from ssrules.deciding.blocks import Block
from ssrules.deciding.calendar import starts
from ssrules.deciding.machine import Machine
from ssrules.deciding.reading import turns
from ssrules.frames.additions.addition import Addition, Decided, at
from ssrules.frames.columns import AS_OF
from ssrules.frames.dense import Dense, remembered, status_of
from ssrules.frames.digits import Rows, digit, due, numbers
from ssrules.frames.language import Expression
from ssrules.frames.minimal import Minimal, minimised
from ssrules.frames.numbering import Digit, Digits, Place
from ssrules.tables.book import Book
from ssrules.tables.inputs import LongerAgoThan

Day = datetime.date | str
"""The same day for all rows, or the column that holds it."""
BASE = 100
"""What is told is compared by digits below it."""


@attrs.frozen(eq=False)
class Told:
    """What of a part may change, as a number for each cell of a table of few cells."""

    places: tuple[Place, ...]
    minimal: Minimal
    size: int

    def asked(self) -> tuple[Place, ...]:
        """The places on which it hangs."""
        return tuple(self.places[term.places[0]] for term in self.minimal.terms)

    def number(self, digits: Mapping[Place, Digit]) -> Digits:
        """What the number of a cell is made of."""
        sizes = (term.size for term in self.minimal.terms)
        return tuple((digits[place], size) for place, size in zip(self.asked(), sizes, strict=True))

    def told(self) -> Iterator[tuple[int, ...]]:
        """The numbers of what is told in the cells, a digit of theirs at a time."""
        left = tuple(int(each or 0) for each in self.minimal.columns[NextChange.name])
        yield tuple(each % BASE for each in left)
        while max(left) >= BASE:
            left = tuple(each // BASE for each in left)
            yield tuple(each % BASE for each in left)


@attrs.frozen(eq=False)
class Turning:
    """A block that turns with time: the axes that do, and the parts that are told otherwise then.

    On a day on which one of the windows in `lengthened` would end past the calendar, nothing is
    told of the block.
    """

    axes: tuple[Axis, ...]
    parts: tuple[Told, ...]
    lengthened: tuple[LongerAgoThan, ...]

    def touched(self, axes: tuple[Axis, ...]) -> tuple[Told, ...]:
        """The parts that may be told otherwise when some of the axes turn."""
        if self.lengthened:
            return self.parts
        return tuple(each for each in self.parts if set(axes) & set(each.asked()))


class NextChange(Addition):
    """One column of days, null where no later day changes anything."""

    name: ClassVar[str] = "next_change"

    def __init__(self, book: Book, parts: tuple[Dense, ...]) -> None:
        machine = Machine.of(book)
        known = {part.name: part for part in parts}
        found = (_turning(book, machine, block, known) for block in machine.blocks)
        self._blocks = tuple(each for each in found if each.parts)

    def last_columns(self) -> tuple[str, ...]:
        """The day."""
        return (f"{self.name}_on",)

    def define(self, decided: Decided) -> None:
        """Find the first of the days on which anything differs."""
        of, nothing = decided.of, decided.of.nothing(datetime.date)
        dues: dict[str, Expression] = {}
        days = [
            (block, day, block.touched(axes))
            for block in self._blocks
            for day, axes in _days(block, decided, dues)
        ]
        of.define(f"{self.name}_days", dues)
        comparing = _Comparing(decided)
        pairs = [[comparing.pair(part, block, day) for part in parts] for block, day, parts in days]
        of.define(f"{self.name}_digits", comparing.digits)
        of.define(f"{self.name}_cells", comparing.classes())
        found: list[Expression] = []
        for (block, day, _), tests in zip(days, pairs, strict=True):
            on = of.column(day) if isinstance(day, str) else of.literal(day)
            later = on > decided.rows.cell(AS_OF)
            differs = reduce(or_, (comparing.differs(*pair) for pair in tests))
            skipped = [_endless(window, decided, day) for window in block.lengthened]
            wrong = reduce(or_, skipped, decided.bad)
            found.append(of.choose([(later & differs & ~wrong, on)], nothing))
        (column,) = self.last_columns()
        of.define(self.name, {column: of.earliest(found) if found else nothing})


class _Comparing:
    """The cells of parts on the day of the decision and on others, and whether they differ."""

    def __init__(self, decided: Decided) -> None:
        self._decided = decided
        self._digit: dict[tuple[Axis, Day], Digit] = {}
        self._columns: dict[tuple[Told, Digits], list[str]] = {}
        self.digits: dict[str, Expression] = {}

    def pair(self, part: Told, block: Turning, day: Day) -> tuple[list[str], list[str]]:
        """The columns of what is told of a part now, and of what is told on another day."""
        asked = set(part.asked())
        then: dict[Place, Digit] = {
            axis: self._at(axis, day) for axis in block.axes if axis in asked
        }
        now = self._decided.digits
        return self._of(part, part.number(now)), self._of(part, part.number({**now, **then}))

    def classes(self) -> dict[str, Expression]:
        """The columns of what is told, to be defined when their digits are."""
        of = self._decided.of
        return {
            name: at(of, digits, cells)
            for (part, digits), names in self._columns.items()
            for name, cells in zip(names, part.told(), strict=True)
        }

    def differs(self, now: list[str], then: list[str]) -> Expression:
        """Whether two things that are told differ."""
        of = self._decided.of
        both = zip(now, then, strict=True)
        return reduce(or_, [~(of.column(one) == of.column(other)) for one, other in both])

    def _of(self, part: Told, digits: Digits) -> list[str]:
        found = self._columns.get((part, digits))
        if found is None:
            start = sum(map(len, self._columns.values()))
            found = [self._decided.name(f"told_{at}") for at, _ in enumerate(part.told(), start)]
            self._columns[part, digits] = found
        return found

    def _at(self, axis: Axis, day: Day) -> Digit:
        """The digit of an axis on another day."""
        found = self._digit.get((axis, day))
        if found is None:
            made = digit(axis, self._decided.book, _on(day, self._decided))
            if isinstance(made, str | int):
                found = made
            else:
                found = self._decided.name(f"axis_{len(self.digits)}")
                self.digits[found] = made
            self._digit[axis, day] = found
        return found


def _on(day: Day, decided: Decided) -> Rows:
    """The rows as if they were decided on another day."""
    as_of = decided.of.column(day) if isinstance(day, str) else day
    return attrs.evolve(decided.rows, as_of=as_of)


def _days(
    block: Turning, decided: Decided, columns: dict[str, Expression]
) -> Iterator[tuple[Day, tuple[Axis, ...]]]:
    """The days on which a block may turn, and which of its axes do so.

    Those that differ from row to row are added to the columns.
    """
    book, as_of = decided.book, decided.rows.as_of
    fixed: dict[datetime.date, list[Axis]] = {}
    ends: list[tuple[Axis, Expression]] = []
    for axis in block.axes:
        for input_ in axis.inputs:
            found = set(starts(input_, book))
            if isinstance(input_, LongerAgoThan):
                ends += ((axis, each) for each in _ends(input_, decided, found))
            for start in found:
                fixed.setdefault(start, []).append(axis)
    for start in sorted(fixed):
        if not isinstance(as_of, datetime.date) or start > as_of:
            yield start, tuple(fixed[start])
    for axis, end in ends:
        name = decided.name(f"day_{len(columns)}")
        columns[name] = end
        yield name, (axis,)


def _ends(
    window: LongerAgoThan, decided: Decided, found: set[datetime.date]
) -> Iterator[Expression]:
    """The first days after a window; the days from which it has another length are found, too."""
    timelines = [decided.book.timeline(name) for name in window.parameters]
    if window.in_force_on == "as_of":
        found |= {start for timeline in timelines for start, _ in timeline if start}
    for rows in (decided.rows, *(_on(start, decided) for start in sorted(found))):
        end = due(window, decided.book, rows)
        if end is not None:
            yield end


def _endless(window: LongerAgoThan, decided: Decided, day: Day) -> Expression:
    """Whether a window of the length that it has on a day would end past the calendar."""
    of, value = decided.of, decided.rows.cell(window.fact)
    end = due(window, decided.book, _on(day, decided))
    if value is None or end is None:
        return of.literal(value=False)
    return of.is_null(end) & ~of.is_null(value)


def _turning(book: Book, machine: Machine, block: Block, parts: Mapping[str, Dense]) -> Turning:
    axes = tuple(axis for axis in block.axes if turns(axis, book))
    told = (
        _told(book, machine, parts[path])
        for path in block.paths
        if set(axes) & set(parts[path].axes)
    )
    windows = (each for axis in axes for each in axis.inputs if isinstance(each, LongerAgoThan))
    lengthened = (
        each
        for each in windows
        if each.in_force_on == "as_of" and any(len(book.timeline(p)) > 1 for p in each.parameters)
    )
    return Turning(
        axes=axes,
        parts=tuple(each for each in told if set(axes) & set(each.asked())),
        lengthened=tuple(dict.fromkeys(lengthened)),
    )


def _told(book: Book, machine: Machine, part: Dense) -> Told:
    table, kind = machine.tables[part.name], machine.kinds[part.name]
    names = kind.change_names(table.rule_set)
    digits = tuple(numbers(axis, book) for axis in part.axes)
    at_hand = list(itertools.product((False, True), repeat=len(part.documents)))

    def made() -> Told:
        known: dict[tuple[object, ...], int] = {}
        cells: list[str] = []
        for point in itertools.product(*digits):
            answer = table.answer(point)
            standing = kind.standing(table.rule_set, answer)
            given = answer.certain if answer.outcome is not None else {}
            values = tuple(given.get(name) for name in names)
            for states in at_hand:
                told = (status_of(standing, part.documents, states), *values)
                cells.append(str(known.setdefault(told, len(known))))
        radices = (*part.radices, *(2 for _ in part.documents))
        minimal = minimised(radices, (), {NextChange.name: tuple(cells)})
        return Told(part.places, minimal, len(cells))

    cells = math.prod(part.radices) << len(part.documents)
    return remembered(book, (part.name, digits, NextChange.name), cells, made)
