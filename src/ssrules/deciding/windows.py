"""Windows: the day on which a time that a rule set allows is over, and the last day of it."""

from __future__ import annotations

import datetime
from operator import attrgetter
from typing import Any

from ssrules.deciding.reading import due_from, fixed_days
from ssrules.errors import FactError, Fault
from ssrules.tables.book import Book
from ssrules.tables.inputs import LongerAgoThan

ONE_DAY = datetime.timedelta(days=1)


class Window:
    """The window of a rule set, with a book's own values of parameters."""

    def __init__(self, test: LongerAgoThan, book: Book) -> None:
        self.test = test
        self._book = book
        self._get = attrgetter(test.fact)
        self._days = fixed_days(test, book)

    @property
    def fixed(self) -> bool:
        """Whether it is as many days long on every day."""
        return self._days is not None

    def due(self, case: Any, as_of: datetime.date) -> datetime.date | None:
        """The first day after the window; None while its date is unknown.

        Raises `FactError` at the date's path where no calendar day is.
        """
        start = self._get(case)
        if start is None:
            return None
        if self._days is not None:
            try:
                found: datetime.date = start + self._days
            except OverflowError:
                pass  # told below, with the path of the fact
            else:
                return found
        return due_from(self.test, self._book, start, as_of)


def last_day(
    test: LongerAgoThan | None, case: Any, due: datetime.date | None
) -> datetime.date | None:
    """The last day of a window, the day before it is over.

    Raises `FactError` at the date's path where that is before the calendar begins.
    """
    if due is None or test is None:
        return None
    try:
        return due - ONE_DAY
    except OverflowError:
        given = attrgetter(test.fact)(case)
        raise FactError([Fault.of(test.fact, given, "before_the_calendar")]) from None
