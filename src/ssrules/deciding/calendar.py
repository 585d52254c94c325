"""The days on which a decision may turn by itself, and what is told otherwise from then on."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from ssrules.deciding.axes import Axis
from ssrules.deciding.blocks import Block, Entry
from ssrules.deciding.decision import NextChange
from ssrules.deciding.machine import Machine
from ssrules.deciding.reading import Read, fixed_days, reader, turns, window_turns
from ssrules.errors import FactError
from ssrules.tables.book import Book
from ssrules.tables.inputs import AsOf, LongerAgoThan

Turn = tuple[datetime.date, tuple[str, ...]]
"""A day, and the paths of what is told otherwise from that day on."""
First = Callable[[Any, Entry], "Turn | None"]
"""From a case, and what a block knows of it, to the first turn after `as_of`."""


class Calendar:
    """What turns with time in a book: periods, dated parameters, and windows after dates."""

    def __init__(self, machine: Machine, book: Book) -> None:
        blocks = [(at, block, _dated(block, book)) for at, block in enumerate(machine.blocks)]
        self._firsts = tuple(
            (at, _first(machine, book, block, axes)) for at, block, axes in blocks if axes
        )

    def next_change(self, case: Any, entries: Sequence[Entry]) -> NextChange | None:
        """The first later day on which something is told otherwise, every fact staying as it is."""
        day: datetime.date | None = None
        changes: tuple[str, ...] = ()
        for at, first in self._firsts:
            turn = first(case, entries[at])
            if turn is None:
                continue
            if day is None or turn[0] < day:
                day, changes = turn
            elif turn[0] == day:
                changes += turn[1]
        return None if day is None else NextChange(on=day, changes=changes)


def _dated(block: Block, book: Book) -> tuple[Axis, ...]:
    return tuple(axis for axis in block.axes if turns(axis, book))


def _first(machine: Machine, book: Book, block: Block, dated: tuple[Axis, ...]) -> First:
    """How the first turn of a block is found; two quick ways for what is nearly always so."""
    if len(dated) == 1:
        only = dated[0].inputs[0]
        if isinstance(only, AsOf):
            return _Periods(machine, block, dated[0], only)
        if isinstance(only, LongerAgoThan) and len(dated[0].inputs) == 1:
            days = fixed_days(only, book)
            if days is not None:
                return _Window(machine, block, dated[0], only, days)
    return _AnyDay(machine, book, block, dated)


class _Turning:
    """What is told otherwise at another point of a block, remembered for each point."""

    def __init__(self, machine: Machine, block: Block, axis: Axis) -> None:
        self._machine = machine
        self._block = block
        self._place = block.axes.index(axis)

    def at(self, number: int, case: Any, entry: Entry) -> tuple[tuple[str, ...], bool]:
        """What is told otherwise at another number on the axis that turns.

        And whether that is the same for every case at the point.
        """
        point = entry.point
        then = (*point[: self._place], number, *point[self._place + 1 :])
        found = entry.later.get(then)
        if found is not None:
            return found, True
        found, always = self._machine.changes(self._block, entry, then, case)
        if always:
            entry.later[then] = found
        return found, always


class _Periods(_Turning):
    """A block that turns with the periods of its rows alone: the same for every case at a point."""

    def __init__(self, machine: Machine, block: Block, axis: Axis, periods: AsOf) -> None:
        super().__init__(machine, block, axis)
        self._starts = periods.starts

    def __call__(self, case: Any, entry: Entry) -> Turn | None:
        """Give the first start of a period that changes anything."""
        if entry.next_period is not None:
            return entry.next_period[0]
        now = entry.point[self._place]
        same = True
        turn = None
        for at, day in enumerate(self._starts[now:], now + 1):
            changes, always = self.at(at, case, entry)
            same = same and always
            if changes:
                turn = day, changes
                break
        if same:
            entry.next_period = (turn,)
        return turn


class _Window(_Turning):
    """A block that turns when one window of so many days is over."""

    def __init__(
        self,
        machine: Machine,
        block: Block,
        axis: Axis,
        test: LongerAgoThan,
        days: datetime.timedelta,
    ) -> None:
        super().__init__(machine, block, axis)
        self._get = attrgetter(test.fact)
        self._days = days

    def __call__(self, case: Any, entry: Entry) -> Turn | None:
        """Give the first day after the window, if that changes anything."""
        if entry.point[self._place]:
            return None  # it is over already, or its date is not known
        due: datetime.date = self._get(case) + self._days
        changes, _ = self.at(1, case, entry)
        return (due, changes) if changes else None


class _AnyDay:
    """A block that turns in several ways: every day is looked at on which one of them may."""

    def __init__(self, machine: Machine, book: Book, block: Block, dated: tuple[Axis, ...]) -> None:
        self._machine = machine
        self._book = book
        self._block = block
        tests = [input_ for axis in dated for input_ in axis.inputs]
        self._reads: tuple[tuple[int, Read], ...] = tuple(
            (block.axes.index(axis), reader(axis, book)) for axis in dated
        )
        self._windows = tuple(
            (attrgetter(each.fact), each) for each in tests if isinstance(each, LongerAgoThan)
        )
        self._starts = sorted({start for each in tests for start in starts(each, book)})

    def __call__(self, case: Any, entry: Entry) -> Turn | None:
        """Give the first of the days on which anything changes."""
        for day in self._days(case):
            then = list(entry.point)
            try:
                for place, read in self._reads:
                    then[place] = read(case, day)
            except FactError:
                continue  # the values in force on that day leave the case without a deadline
            if tuple(then) != entry.point:
                changes, _ = self._machine.changes(self._block, entry, tuple(then), case)
                if changes:
                    return day, changes
        return None

    def _days(self, case: Any) -> list[datetime.date]:
        as_of = case.as_of
        found = set(self._starts[bisect_right(self._starts, as_of) :])
        for get, test in self._windows:
            start = get(case)
            if start is not None:
                found.update(window_turns(test, self._book, start, as_of))
        return sorted(found)


def starts(input_: Any, book: Book) -> Iterator[datetime.date]:
    """The days on which a test is another one, whatever the case."""
    if isinstance(input_, AsOf):
        yield from input_.starts
    elif not isinstance(input_, LongerAgoThan):
        timelines = (book.timeline(name) for name in input_.parameters)
        yield from (start for timeline in timelines for start, _ in timeline if start)
