"""What an engine of columns must be able to say; the rest is written once, in these words.

Polars says it in expressions of its own, Arrow in arrays, and databases in SQL. An expression is
whatever the language makes it: it can be compared (`==`, `<`, …), joined (`&`, `|`, `~`, unknown
being unknown), and whole numbers be added and multiplied.

A *digit* is a small whole number, never null. That of an unknown word is 0 and that of a word its
place from 1 on; that of no is 0, of yes 1, of neither 2.
"""

from __future__ import annotations

import abc
import calendar
import datetime
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any, TypeAlias

from ssrules.frames.columns import Source

Expression: TypeAlias = Any
Cases: TypeAlias = Sequence[tuple[Expression, Expression]]
Cells: TypeAlias = tuple[str | None, ...]

UNKNOWN_WORD, UNKNOWN_YES_NO = 0, 2
"""The digits of what is unknown, or no word that is known."""

# Python's `str.isspace`, in full: what `\s` means differs from library to library.
SPACES = "".join(chr(point) for point in range(0x3001) if chr(point).isspace())
PADDED = rf"^[{SPACES}]|[{SPACES}]\z|^\z"
"""White space at an end, or nothing at all."""


class Language(abc.ABC):
    """How columns are made of columns; the frame that they are added to goes with it."""

    @abc.abstractmethod
    def define(self, step: str, columns: Mapping[str, Expression]) -> None:
        """Add the columns of a step to the frame, if there are any; `column` knows them then."""

    @abc.abstractmethod
    def column(self, name: str) -> Expression:
        """A column of the frame."""

    @abc.abstractmethod
    def literal(self, value: bool | int | str | datetime.date) -> Expression:
        """The same value for every row."""

    @abc.abstractmethod
    def nothing(self, kind: type) -> Expression:
        """Null for every row, of a kind: `bool`, `int`, `str` or `datetime.date`."""

    @abc.abstractmethod
    def digit(self, value: int) -> Expression:
        """The same digit for every row."""

    @abc.abstractmethod
    def is_null(self, cell: Expression) -> Expression:
        """Whether a cell is null."""

    @abc.abstractmethod
    def sure(self, test: Expression) -> Expression:
        """A test with no for null."""

    @abc.abstractmethod
    def choose(self, cases: Cases, otherwise: Expression) -> Expression:
        """The value beside the first test that holds; null holds as little as no."""

    def any_of(self, tests: Sequence[Expression]) -> Expression:
        """Whether a row passes any of the tests: never null."""
        return reduce(or_, map(self.sure, tests)) if tests else self.literal(value=False)

    @abc.abstractmethod
    def word(self, source: Source, values: Sequence[str]) -> Expression:
        """The digit of a column of words."""

    def written_yes_no(self, text: Expression) -> Expression:
        """The digit of a text that is `true` or `false`."""
        cases = [
            (text == self.literal("true"), self.digit(1)),
            (text == self.literal("false"), self.digit(0)),
        ]
        return self.choose(cases, self.digit(UNKNOWN_YES_NO))

    def is_strange(self, cell: Expression, digit: Expression, unknown: int) -> Expression:
        """Whether there is a cell, and its digit is that of unknown."""
        return (digit == unknown) & ~self.is_null(cell)

    def is_known(self, _: Source, digit: Expression, value: bool) -> Expression:
        """Whether a column of yes or no, of which there is the digit, has a value: never null."""
        return digit == int(value)

    @abc.abstractmethod
    def yes_no(self, test: Expression) -> Expression:
        """The digit of a test."""

    @abc.abstractmethod
    def sum_of(self, tests: Sequence[Expression]) -> Expression:
        """The digit 1 + the sum of 2 to the power of the place of each test that holds."""

    @abc.abstractmethod
    def number(
        self, digits: Sequence[tuple[str | int, int]], unless: Expression | None
    ) -> Expression:
        """The number of a cell, from (digit, radix) pairs of which the first weighs most.

        A digit is a column, or the same for every row. The number is null where `unless` holds.
        """

    @abc.abstractmethod
    def looked_up(self, number: str, radices: Sequence[int], cells: Cells) -> Expression:
        """The texts that stand at the numbers in a column, made of such digits; null at null."""

    @abc.abstractmethod
    def class_of(self, digits: Sequence[tuple[str | int, int]], classes: Sequence[int]) -> Any:
        """The digit that stands at the number which digits make."""

    def told_of(self, bad: Expression, messages: Callable[[], Expression]) -> Expression:
        """The messages of bad rows, null for all others."""
        return self.choose([(bad, messages())], self.nothing(str))

    @abc.abstractmethod
    def joined(self, texts: Sequence[Expression]) -> Expression:
        """Texts one after the other; null where one of them is."""

    @abc.abstractmethod
    def listed(self, texts: Sequence[Expression], between: str) -> Expression:
        """Those of the texts that are not null, in one line; an empty text if there are none."""

    def unless_empty(self, text: Expression, other: Expression) -> Expression:
        """A text, or another one where it is empty."""
        return self.choose([(text == self.literal(""), other)], text)

    @abc.abstractmethod
    def as_text(self, cell: Expression) -> Expression:
        """How a cell is written."""

    def day_as_text(self, cell: Expression) -> Expression:
        """How a day or a timestamp is written, one outside every calendar too."""
        return self.as_text(cell)

    @abc.abstractmethod
    def start(self, text: Expression, letters: int) -> Expression:
        """The first letters of a text."""

    @abc.abstractmethod
    def matches(self, text: Expression, pattern: str) -> Expression:
        """Whether a regular expression is found in a text."""

    @abc.abstractmethod
    def is_padded(self, text: Expression) -> Expression:
        """Whether a text is empty, or has white space at an end."""

    @abc.abstractmethod
    def as_float(self, cell: Expression, *, exact: bool = False) -> Expression:
        """A number as one that can be compared with whole ones, NaN as null.

        `exact` says that it is whole already.
        """

    @abc.abstractmethod
    def whole_part(self, number: Expression) -> Expression:
        """The whole number at or below a number."""

    @abc.abstractmethod
    def as_whole(self, number: Expression) -> Expression:
        """A whole number that is held as a float, as it is written."""

    @abc.abstractmethod
    def parsed_number(self, text: Expression) -> Expression:
        """The number that a text of nothing but digits is."""

    @abc.abstractmethod
    def parsed_day(self, text: Expression) -> Expression:
        """The day that a text, a sound one for sure, is."""

    @abc.abstractmethod
    def as_day(self, cell: Expression) -> Expression:
        """The day of a timestamp."""

    @abc.abstractmethod
    def is_midnight(self, cell: Expression) -> Expression:
        """Whether a timestamp is the beginning of a day."""

    @abc.abstractmethod
    def days_between(self, first: Expression, last: Expression) -> Expression:
        """How many days one day is after another, as a whole number of four bytes."""

    @abc.abstractmethod
    def earliest(self, days: Sequence[Expression]) -> Expression:
        """The first of several days that are not null; null where all are."""

    @abc.abstractmethod
    def days_later(self, days: Expression, by: int) -> Expression:
        """So many days later, on days for which that is in the calendar."""

    @abc.abstractmethod
    def same_day_later(self, days: Expression, months: int) -> Expression:
        """So many months later, the last day of a month that has no such day."""

    def shifted(self, days: Expression, by: int) -> Expression:
        """So many days later, null where that is outside the calendar."""
        if by == 0:
            return days
        try:
            limit = datetime.timedelta(days=by)
            limit_day = (datetime.date.max if by > 0 else datetime.date.min) - limit
        except OverflowError:
            return self.nothing(datetime.date)
        fits = days <= self.literal(limit_day) if by > 0 else days >= self.literal(limit_day)
        nothing = self.nothing(datetime.date)
        inside = self.choose([(fits, days)], nothing)
        return self.days_later(inside, by)

    def months_later(self, days: Expression, months: int) -> Expression:
        """The same day of the month so many months later, null where that is past the calendar.

        The last day of a month that has no such day.
        """
        if months == 0:
            return days
        year, month = divmod(datetime.MAXYEAR * 12 + 11 - months, 12)
        if year < datetime.MINYEAR:
            return self.nothing(datetime.date)
        last = calendar.monthrange(year, month + 1)[1]
        fits = days <= self.literal(datetime.date(year, month + 1, last))
        inside = self.choose([(fits, days)], self.nothing(datetime.date))
        return self.same_day_later(inside, months)
