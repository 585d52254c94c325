"""Concrete cases: every kind of case that tables tell apart, each with facts that show it.

A space is spanned by the axes of one book, or of several that are compared. It is made from facts
upwards: values of each fact are read by every book, and those that all of them read alike are one
position. So a combination that no case can have (sixty and under sixteen) is no cell, and what
lies between two values of a parameter (the 181st to the 300th day) is a position of its own.

A case that no calendar day lets a book decide is no case here.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from ssrules.checking.marks import AS_OF, Marks
from ssrules.checking.regions import Box
from ssrules.checking.told import JOINED, Sentences, Where, sentences
from ssrules.deciding.axes import Axis
from ssrules.deciding.cells import Table
from ssrules.deciding.reading import Read, reader
from ssrules.engines import Cell
from ssrules.errors import FactError
from ssrules.records.case import tree_of
from ssrules.records.extend import joined
from ssrules.records.fact_table import FactTable, fact_table
from ssrules.records.fields import Fact
from ssrules.tables.book import Book
from ssrules.tables.inputs import AsOf, FactInput, LongerAgoThan, NumberTest, Same, Value

Position = tuple[int, ...]
"""What every book reads of some facts: a kind of number for each axis."""
Facts = dict[str, Any]
"""Values of facts by their paths."""


@attrs.frozen(eq=False)
class Side:
    """A book's axes, and for each axis the kinds of its numbers."""

    book: Book
    axes: tuple[Axis, ...]
    kinds: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, book: Book, table: Table) -> Side:
        """The axes of one of a book's tables, with the kinds that its rules tell apart."""
        return cls(book, table.all_axes, table.kinds)


@attrs.frozen
class AxisReading:
    """How one side reads some facts on one of its axes."""

    side: int
    axis: Axis
    read: Read
    kinds: tuple[int, ...]


@attrs.define(eq=False)
class Dimension:
    """Facts that are read together, and the positions that are told apart among their values."""

    facts: tuple[str, ...]
    readings: tuple[AxisReading, ...]
    table: FactTable
    positions: dict[Position, int] = attrs.field(factory=dict)
    shown: list[list[tuple[datetime.date, Facts]]] = attrs.field(factory=list)
    """For each position all values that were found on it, each with its `as_of`."""

    @property
    def dated(self) -> bool:
        """Whether what is read hangs on `as_of`."""
        return isinstance(self.readings[0].axis.inputs[0], AsOf | NumberTest | LongerAgoThan)

    def places(self, as_of: datetime.date, tries: Iterable[Facts]) -> dict[int, Facts]:
        """The positions that the values tried take on a day, each with the first that takes it."""
        found: dict[int, Facts] = {}
        for facts in tries:
            try:
                case = case_of(self.table, as_of, facts)
                position = tuple(each.kinds[each.read(case, as_of)] for each in self.readings)
            except FactError:
                continue
            at = self.positions.setdefault(position, len(self.positions))
            if at == len(self.shown):
                self.shown.append([])
            self.shown[at].append((as_of, facts))
            found.setdefault(at, facts)
        return found


class Space:
    """Every kind of case that the axes of all sides together tell apart.

    A cell of it is one position for each of `dimensions`. `tell` are the sentences that tell where
    cells are, English ones if none are given.
    """

    def __init__(self, *sides: Side, tell: Sentences | None = None) -> None:
        tell = tell or sentences()
        self.table = joint_table(*(side.book for side in sides))
        self.dimensions = tuple(_dimensions(sides, self.table))
        self._slots = tuple(
            tuple(self._slot(number, axis) for axis in side.axes)
            for number, side in enumerate(sides)
        )
        self._marks = Marks.of((side.book, side.axes) for side in sides)
        self._days = self._marks.days()
        self._variants = tuple(self._worked_out())
        always = len(self._days) == 1
        self._read = tuple(tuple(dimension.positions) for dimension in self.dimensions)
        self._labels = tuple(_labels(dimension, always, tell) for dimension in self.dimensions)

    def cells(self) -> Iterator[Cell]:
        """Every cell, each once."""
        if len(self._variants) == 1:
            yield from itertools.product(*(sorted(places) for places in self._variants[0][1]))
            return
        seen: set[Cell] = set()
        for _, variant in self._variants:
            for cell in itertools.product(*(sorted(places) for places in variant)):
                if cell not in seen:
                    seen.add(cell)
                    yield cell

    def numbers(self, cell: Cell, side: int = 0) -> Cell:
        """Where a cell stands on the axes of a side."""
        read = self._read
        return tuple(read[at][cell[at]][slot] for at, slot in self._slots[side])

    def case(self, cell: Cell, without: Iterable[int] = ()) -> Any:
        """A case in a cell; the facts of the dimensions in `without` are left unknown."""
        left_out = frozenset(without)
        for as_of, variant in self._variants:
            if all(at in places for at, places in zip(cell, variant, strict=True)):
                chosen = zip(cell, variant, strict=True)
                facts: Facts = {}
                for number, (at, places) in enumerate(chosen):
                    if number in left_out:
                        facts |= dict.fromkeys(self.dimensions[number].facts)
                    else:
                        facts |= places[at]
                return case_of(self.table, as_of, facts)
        raise ValueError(f"{cell} is no cell of this space")

    def where(self, box: Box) -> Where:
        """A box in words."""
        words: dict[str, tuple[Value, ...]] = {}
        for at, positions in enumerate(box):
            if len(positions) < len(self.dimensions[at].positions):
                name, labels = self._labels[at]
                told = (label for each in sorted(positions) for label in labels[each])
                words[name] = tuple(dict.fromkeys(told))
        return words

    def _worked_out(self) -> Iterator[tuple[datetime.date, tuple[dict[int, Facts], ...]]]:
        """The places on each day that shows a combination no earlier day has shown."""
        kept: list[tuple[dict[int, Facts], ...]] = []
        fixed = {
            at: dimension.places(AS_OF, self._tries(dimension, AS_OF))
            for at, dimension in enumerate(self.dimensions)
            if not dimension.dated
        }
        for as_of in self._days:
            variant = tuple(
                fixed[at] if at in fixed else dimension.places(as_of, self._tries(dimension, as_of))
                for at, dimension in enumerate(self.dimensions)
            )
            if all(variant) and not any(_within(variant, other) for other in kept):
                kept.append(variant)
                yield as_of, variant

    def _tries(self, dimension: Dimension, as_of: datetime.date) -> Iterator[Facts]:
        """Values of a dimension's facts among which every position occurs that can on a day."""
        first = dimension.readings[0].axis.inputs[0]
        if isinstance(first, AsOf):
            yield {}
            return
        if isinstance(first, Same):
            for numbers in _partitions(len(dimension.facts)):
                names = (f"bank_{chr(ord('a') + number)}" for number in numbers)
                yield dict(zip(dimension.facts, names, strict=True))
            return
        (fact,) = dimension.facts
        values: Iterable[Any]
        if isinstance(first, FactInput):
            read = [{*each.axis.inputs[0].values} for each in dimension.readings]
            values = (each for each in first.values if all(each in known for known in read))
        elif isinstance(first, NumberTest):
            values = self._marks.numbers(self.table.by_path[fact])
        else:
            values = self._marks.dates(as_of, self.table.by_path[fact])
        yield from ({fact: value} for value in values)

    def _slot(self, side: int, axis: Axis) -> tuple[int, int]:
        """The dimension, and the place in its positions, of an axis of a side."""
        return next(
            (at, slot)
            for at, dimension in enumerate(self.dimensions)
            for slot, each in enumerate(dimension.readings)
            if each.side == side and each.axis == axis
        )


def case_of(table: FactTable, as_of: datetime.date, facts: Mapping[str, Any]) -> Any:
    """The case that has the given facts, by path, and no others."""
    return table.cls.from_dict(tree_of({"as_of": as_of, **facts}))


def joint_table(*books: Book) -> FactTable:
    """A table that has the facts of all books. Raises `RuleError` where these contradict."""
    return fact_table(joined(book.facts for book in books))


def _dimensions(sides: Sequence[Side], table: FactTable) -> Iterator[Dimension]:
    """The axes of all sides, joined where they read the same facts; so are all identifiers."""
    groups: dict[object, list[AxisReading]] = {}
    for number, side in enumerate(sides):
        for axis, kinds in zip(side.axes, side.kinds, strict=True):
            key = Same if isinstance(axis.inputs[0], Same) else axis.facts
            read = reader(axis, side.book)
            groups.setdefault(key, []).append(AxisReading(number, axis, read, kinds))
    for readings in groups.values():
        facts = dict.fromkeys(fact for each in readings for fact in each.axis.facts)
        yield Dimension(tuple(facts), tuple(readings), table)


def _within(variant: Sequence[dict[int, Facts]], other: Sequence[dict[int, Facts]]) -> bool:
    return all(mine.keys() <= theirs.keys() for mine, theirs in zip(variant, other, strict=True))


def _partitions(size: int) -> Iterator[tuple[int, ...]]:
    """Every way in which things can be equal or differ, as a number for each of them."""
    if size == 0:
        yield ()
        return
    for rest in _partitions(size - 1):
        for number in range(max(rest, default=-1) + 2):
            yield (*rest, number)


def _labels(
    dimension: Dimension, always: bool, tell: Sentences
) -> tuple[str, tuple[tuple[Value, ...], ...]]:
    """What a dimension is called, and the words for each of its positions.

    `always` says that one day shows everything, so that a position is a span of days.
    """
    first = dimension.readings[0].axis.inputs[0]
    if isinstance(first, FactInput):
        (fact,) = dimension.facts
        return fact, tuple(tuple(facts[fact] for _, facts in some) for some in dimension.shown)
    if isinstance(first, AsOf):
        return "as_of", tuple(_periods(dimension, some) for some in dimension.shown)
    inputs = {input_ for each in dimension.readings for input_ in each.axis.inputs}
    alike = all(len(set(position)) == 1 for position in dimension.positions)
    if len(inputs) == 1 and alike:
        (only,) = inputs
        read = dimension.readings[0]
        return only.name, tuple(
            (read.axis.value(read.read(case_of(dimension.table, *some[0]), some[0][0]), only),)
            for some in dimension.shown
        )
    name = JOINED.join(dimension.facts)
    if isinstance(first, LongerAgoThan) and always:
        return name, tuple((_span_of_days(some, name, tell),) for some in dimension.shown)
    if isinstance(first, NumberTest) and always:
        number = dimension.table.by_path[name]
        return name, tuple((_span_of_numbers(some, number, tell),) for some in dimension.shown)
    return name, tuple((_tests(dimension, *some[0], tell),) for some in dimension.shown)


def _periods(
    dimension: Dimension, shown: Sequence[tuple[datetime.date, Facts]]
) -> tuple[Value, ...]:
    """The periods that the days of a position lie in, told as the finest of the inputs does."""
    axes = (each.axis for each in dimension.readings)
    finest = max(axes, key=lambda axis: axis.size)
    read = next(each.read for each in dimension.readings if each.axis == finest)
    days = sorted({as_of for as_of, _ in shown})
    numbers = dict.fromkeys(read(case_of(dimension.table, day, {}), day) for day in days)
    return tuple(finest.value(number, finest.inputs[0]) for number in numbers)


def _span_of_days(shown: Sequence[tuple[datetime.date, Facts]], fact: str, tell: Sentences) -> str:
    days = [(as_of - facts[fact]).days for as_of, facts in shown]
    endless = any(facts[fact] == datetime.date.min for _, facts in shown)
    return tell.days_before(min(days), None if endless else max(days))


def _span_of_numbers(
    shown: Sequence[tuple[datetime.date, Facts]], fact: Fact, tell: Sentences
) -> str:
    numbers = [facts[fact.path] for _, facts in shown]
    highest = max(numbers)
    return tell.between(min(numbers), None if highest == fact.highest else highest)


def _tests(dimension: Dimension, as_of: datetime.date, facts: Facts, tell: Sentences) -> str:
    """The answers of every test at a position; two where the sides answer differently."""
    answers: dict[str, list[Value]] = {}
    case = case_of(dimension.table, as_of, facts)
    for each in dimension.readings:
        number = each.read(case, as_of)
        for input_ in each.axis.inputs:
            answers.setdefault(input_.name, []).append(each.axis.value(number, input_))
    return tell.tests(answers)
