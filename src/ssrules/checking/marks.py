"""Days, dates and ages at which tests turn: enough of them to show whatever any others show."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import attrs

from ssrules.deciding.axes import Axis
from ssrules.records.kinds import HIGHEST_AGE
from ssrules.tables.book import Book
from ssrules.tables.inputs import AsOf, LongerAgoThan

AS_OF = datetime.date(2026, 11, 22)
"""The day that concrete cases are set on, unless only another day can show what is to be shown."""


@attrs.frozen
class Marks:
    """Where tests turn: days, numbers of days, and ages; and from which day on cases are set."""

    starts: frozenset[int]
    windows: frozenset[int]
    limits: frozenset[int]
    covers_from: datetime.date = datetime.date.min
    """The first day that all the books cover."""

    @classmethod
    def of(cls, sides: Iterable[tuple[Book, Iterable[Axis]]]) -> Marks:
        """Where the tests on the axes of books turn."""
        starts: set[int] = set()
        windows: set[int] = set()
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
                    numbers = windows if isinstance(input_, LongerAgoThan) else limits
                    numbers.update(int(value) for _, value in timeline)
        return cls(frozenset(starts), frozenset(windows), frozenset(limits), covers_from)

    def days(self) -> tuple[datetime.date, ...]:
        """Days that between them show whatever any day shows, the usual one first.

        A combination of answers holds in a region of days and dates whose bounds are: a day or a
        date not before a start, and a number of days between the two. Its first day is therefore
        a start, the first day of all, or such a number of days after one of these. The eves of
        these are there to be shown rather than the first day of all.
        """
        lowest = self.covers_from.toordinal()
        usual = max(AS_OF, self.covers_from)
        if not self.starts and max(self.windows, default=0) + 2 < usual.toordinal():
            return (usual,)
        first = {lowest, 1, *self.starts}
        later = {start + days + more for start in first for days in self.windows for more in (0, 1)}
        eves = {day - 1 for day in first | later}
        last = datetime.date.max.toordinal()
        known = (day for day in first | later | eves if lowest <= day <= last)
        found = sorted(known, key=lambda day: (abs(day - usual.toordinal()), day))
        return tuple(dict.fromkeys((usual, *map(datetime.date.fromordinal, found))))

    def ages(self) -> tuple[int, ...]:
        """Ages that between them show whatever any age shows, the lowest first."""
        edges = {limit - less for limit in self.limits for less in (0, 1)}
        return tuple(sorted(age for age in {0, HIGHEST_AGE, *edges} if 0 <= age <= HIGHEST_AGE))

    def dates(self, as_of: datetime.date) -> tuple[datetime.date, ...]:
        """Dates that between them show whatever any date shows on a day, the latest first."""
        today = as_of.toordinal()
        edges = {today - days + more for days in self.windows for more in (-1, 0, 1)}
        around = {start + more for start in self.starts for more in (-1, 0)}
        found = (day for day in {1, today, *edges, *around} if 1 <= day <= today)
        return tuple(map(datetime.date.fromordinal, sorted(found, reverse=True)))
