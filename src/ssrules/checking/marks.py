"""Days, dates and numbers at which tests turn: enough to show whatever any others show."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterable, Iterator

import attrs

from ssrules.deciding.axes import Axis
from ssrules.deciding.reading import later
from ssrules.records.fields import Fact
from ssrules.tables.book import Book
from ssrules.tables.inputs import AsOf, LongerAgoThan

AS_OF = datetime.date(2026, 11, 22)
"""The day that concrete cases are set on, unless only another day can show what is to be shown."""
LAST = datetime.date.max.toordinal()
Length = tuple[str, int]
"""A number of days or months."""


@attrs.frozen
class Marks:
    """Where tests turn: days, lengths of windows, numbers; and from which day on cases are set."""

    starts: frozenset[int]
    windows: frozenset[Length]
    limits: frozenset[int]
    covers_from: datetime.date = datetime.date.min
    """The first day that all the books cover."""

    @classmethod
    def of(cls, sides: Iterable[tuple[Book, Iterable[Axis]]]) -> Marks:
        """Where the tests on the axes of books turn."""
        starts: set[int] = set()
        windows: set[Length] = set()
        limits: set[int] = set()
        covers_from = datetime.date.min
        for book, axes in sides:
            covers_from = max(covers_from, book.covers_from or covers_from)
            for input_ in (input_ for axis in axes for input_ in axis.inputs):
                if isinstance(input_, AsOf):
                    starts.update(start.toordinal() for start in input_.starts)
                for name in input_.parameters:
                    timeline = book.timeline(name)
                    starts.update(start.toordinal() for start, _ in timeline if start)
                    values = {int(value) for _, value in timeline}
                    if isinstance(input_, LongerAgoThan):
                        windows.update((input_.unit, value) for value in values)
                    else:
                        limits.update(values)
        return cls(frozenset(starts), frozenset(windows), frozenset(limits), covers_from)

    def days(self) -> tuple[datetime.date, ...]:
        """Days that between them show whatever any day shows, the usual one first.

        A combination of answers holds in a region of days and dates whose bounds are: a day or a
        date not before a start, and a length of time between the two. Its first day is therefore
        a start, the first day of all, or such a length after one of these. The eves of these are
        there to be shown rather than the first day of all.
        """
        lowest = self.covers_from.toordinal()
        usual = max(AS_OF, self.covers_from)
        longest = max((end for each in self.windows for end in _after(1, each)), default=0)
        if not self.starts and longest + 2 < usual.toordinal():
            return (usual,)
        first = {lowest, 1, *self.starts}
        ends = {end for start in first for each in self.windows for end in _after(start, each)}
        all_ = first | {end + more for end in ends for more in (0, 1)}
        known = (day for day in all_ | {day - 1 for day in all_} if lowest <= day <= LAST)
        found = sorted(known, key=lambda day: (abs(day - usual.toordinal()), day))
        return tuple(dict.fromkeys((usual, *map(datetime.date.fromordinal, found))))

    def numbers(self, fact: Fact) -> tuple[int, ...]:
        """Numbers that between them show whatever any number shows, the lowest first."""
        edges = {limit + step for limit in self.limits for step in (-1, 0, 1)}
        bounds = {fact.lowest, fact.highest}
        return tuple(sorted(each for each in edges | bounds if fact.lowest <= each <= fact.highest))

    def dates(self, as_of: datetime.date, fact: Fact) -> tuple[datetime.date, ...]:
        """Dates that between them show whatever any date shows on a day, the latest first."""
        today = as_of.toordinal()
        last = today if fact.not_after == "as_of" else min(today + 1, LAST)
        edges = {
            day + more
            for each in self.windows
            for day in _before(as_of, each)
            for more in (-1, 0, 1)
        }
        around = {start + more for start in self.starts for more in (-1, 0)}
        found = (day for day in {1, today, last, *edges, *around} if 1 <= day <= last)
        return tuple(map(datetime.date.fromordinal, sorted(found, reverse=True)))


def _after(start: int, length: Length) -> Iterator[int]:
    """The day, as a number, so long after another."""
    unit, value = length
    if unit == "days":
        yield start + value
        return
    with contextlib.suppress(OverflowError):
        yield later(datetime.date.fromordinal(start), value).toordinal()


def _before(day: datetime.date, length: Length) -> Iterator[int]:
    """The days, as numbers, from which a window so long ends on a day."""
    unit, value = length
    if unit == "days":
        yield day.toordinal() - value
        return
    year, month = divmod(day.year * 12 + day.month - 1 - value, 12)
    if year >= datetime.MINYEAR:
        yield datetime.date(year, month + 1, min(day.day, 28)).toordinal()
