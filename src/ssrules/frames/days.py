"""Calendar days in columns: literals, sums, and what hangs on the period that a day is in."""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

import narwhals as nw

T = TypeVar("T")
Steps: TypeAlias = Sequence[tuple[datetime.date | None, T]]
"""Values with the first day that each is in force; the first of them has none: None."""
Day: TypeAlias = datetime.date | nw.Expr
"""One day for all rows, or one a row."""


def date(value: datetime.date) -> nw.Expr:
    """A date as an expression; PySpark's own literals fail before the year 1000."""
    return nw.lit(value.isoformat()).str.to_date("%Y-%m-%d")


def column(day: Day) -> nw.Expr:
    """A day as an expression."""
    return date(day) if isinstance(day, datetime.date) else day


def shifted(days: nw.Expr, by: int) -> nw.Expr:
    """`days` + `by` days as dates, null where that is outside the calendar."""
    nothing = nw.lit(None, nw.Date)
    if by == 0:
        return days
    try:
        limit = (datetime.date.max if by > 0 else datetime.date.min) - datetime.timedelta(days=by)
    except OverflowError:
        return nothing
    fits = days <= date(limit) if by > 0 else days >= date(limit)
    # `offset_by` of a date is a timestamp in DuckDB.
    return nw.when(fits).then(days).otherwise(nothing).dt.offset_by(f"{by}d").cast(nw.Date)


def months_later(days: nw.Expr, months: int) -> nw.Expr:
    """The same day of the month so many months later, null where that is outside the calendar.

    The last day of a month that has no such day. It is put together as text, since the libraries
    count months in ways of their own.
    """
    index = days.dt.year().cast(nw.Int64) * 12 + days.dt.month().cast(nw.Int64) - 1 + months
    year, month = index // 12, index % 12 + 1
    leap = ((year % 4 == 0) & (year % 100 != 0)) | (year % 400 == 0)
    short = (month == 4) | (month == 6) | (month == 9) | (month == 11)
    february = nw.when(leap).then(nw.lit(29)).otherwise(nw.lit(28))
    last = nw.when(month == 2).then(february).when(short).then(nw.lit(30)).otherwise(nw.lit(31))
    own = days.dt.day().cast(nw.Int64)
    day = nw.when(own > last.cast(nw.Int64)).then(last.cast(nw.Int64)).otherwise(own)
    text = nw.concat_str(
        _padded(year, 4), nw.lit("-"), _padded(month, 2), nw.lit("-"), _padded(day, 2)
    )
    fits = (year >= 1) & (year <= datetime.MAXYEAR)
    sound = nw.when(fits).then(text).otherwise(nw.lit(None, nw.String))
    return sound.str.to_date("%Y-%m-%d")


def _padded(number: nw.Expr, digits: int) -> nw.Expr:
    text = number.cast(nw.String)
    chain = nw.when(number >= 10 ** (digits - 1)).then(text)
    for zeros in range(1, digits):
        padded = nw.concat_str(nw.lit("0" * zeros), text)
        if zeros == digits - 1:
            return chain.otherwise(padded)
        chain = chain.when(number >= 10 ** (digits - 1 - zeros)).then(padded)
    return text


def steps_of(first: Steps[int], second: Steps[int]) -> list[tuple[datetime.date | None, int]]:
    """The difference of two values that change with time, by the days on which either does."""
    starts = {start for start, _ in (*first, *second)}
    ordered = sorted(starts, key=lambda start: start or datetime.date.min)
    return [(start, in_force(first, start) - in_force(second, start)) for start in ordered]


def in_force(steps: Steps[T], on: datetime.date | None) -> T:
    """The value in force on a day, None being the beginning of time."""
    if on is None:
        return steps[0][1]
    return steps[bisect.bisect_right([start for start, _ in steps[1:] if start], on)][1]


def stepped(day: Day, steps: Steps[T], make: Callable[[T], nw.Expr]) -> nw.Expr:
    """What is made of the value in force on a day; the first where the day is unknown."""
    if len(steps) == 1:
        return make(steps[0][1])
    if isinstance(day, datetime.date):
        return make(in_force(steps, day))
    chain = None
    for start, value in reversed(steps[1:]):
        test = day >= date(start or datetime.date.min)
        chain = (nw if chain is None else chain).when(test).then(make(value))
    return make(steps[0][1]) if chain is None else chain.otherwise(make(steps[0][1]))
