"""Axes as digits: where a row stands on each axis of a table, as an expression or one number.

The digits of yes or no are 0 for no, 1 for yes and 2 for unknown; those of any other axis are 0 for
unknown and n + 1 for its number n. Where what is possible of an unknown answer changes with
`as_of`, each further set of possibilities has a digit after those.
"""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

import attrs

from ssrules.deciding.axes import Axis
from ssrules.deciding.reading import later, reader
from ssrules.errors import RuleError
from ssrules.frames.codes import Fault
from ssrules.frames.columns import Source
from ssrules.frames.days import Day, Steps, in_force, stepped, steps_of
from ssrules.frames.language import UNKNOWN_YES_NO, Expression, Language
from ssrules.tables.book import Book
from ssrules.tables.inputs import (
    AsOf,
    AtLeast,
    Between,
    FactInput,
    LongerAgoThan,
    NumberTest,
    Same,
)

T = TypeVar("T")
EARLIEST = datetime.date.min
HUGE = 1 << 53
"""Above every number that a fact may be; whole numbers are read as floats, exact below it."""


@attrs.frozen
class InFull:
    """An axis of two facts, with a digit for each way in which they may be unknown.

    Its digits are those of the axis, where 2 says that both are unknown; 3 says that the first
    one is, 4 that the second one is.
    """

    axis: Axis


def in_full(axis: Axis) -> Axis | InFull:
    """An axis whose digits say which of its facts are unknown."""
    return InFull(axis) if len(axis.facts) > 1 else axis


@attrs.frozen
class Rows:
    """What is known of a frame's rows once its columns are read.

    `clean` holds the clean column of each fact that the frame has, `sources` where it is from, by
    path. A fact that is in neither has its default in every row.
    """

    of: Language
    as_of: Day
    clean: Mapping[str, str]
    sources: Mapping[str, Source]

    def cell(self, path: str) -> Expression | None:
        """The clean cells of a fact, None where every row has its default."""
        if path == "as_of":
            given = self.as_of
            return self.of.literal(given) if isinstance(given, datetime.date) else given
        return self.of.column(self.clean[path]) if path in self.clean else None

    def stepped(self, day: Day, steps: Steps[T], make: Callable[[T], Expression]) -> Expression:
        """What is made of the value in force on a day."""
        return stepped(self.of, day, steps, make)


def numbers(axis: Axis | InFull, book: Book) -> tuple[int, ...]:
    """The number on an axis that each of its digits stands for."""
    if isinstance(axis, InFull):
        return (0, 1, *(axis.axis.unknown(missing=mask) for mask in (0b11, 0b01, 0b10)))
    unknown = tuple(dict.fromkeys(number for _, number in unknowns(axis, book)))
    if _is_yes_no(axis) and len(unknown) == 1:
        return (0, 1, *unknown)
    return (unknown[0], *range(axis.size), *unknown[1:])


def _is_yes_no(axis: Axis) -> bool:
    return len(axis.inputs) == 1 and axis.inputs[0].values == (False, True)


def unknowns(axis: Axis, book: Book) -> Steps[int]:
    """The number of an unknown answer, by the days from which it is another one."""
    first = axis.inputs[0]
    if not isinstance(first, NumberTest | LongerAgoThan) or "as_of" in axis.facts:
        return ((None, axis.unknown()),)
    read = reader(axis, book)
    days = {datetime.date.min, *_edges(axis, book)}
    steps: list[tuple[datetime.date | None, int]] = []
    for day in sorted(days):
        number = read(book.table.blank(day), day)
        if not steps or steps[-1][1] != number:
            steps.append((day if steps else None, number))
    return tuple(steps)


def _edges(axis: Axis, book: Book) -> Iterator[datetime.date]:
    """Days among which are all those on which something else becomes possible."""
    tests = [each for each in axis.inputs if isinstance(each, LongerAgoThan)]
    timelines = [book.timeline(name) for each in axis.inputs for name in each.parameters]
    starts = [start for timeline in timelines for start, _ in timeline if start]
    yield from starts
    if len(axis.inputs) == 1 and tests:
        return
    if len({each.unit for each in tests}) > 1:
        raise RuleError.of(" and ".join(each.name for each in tests), "days_and_months")
    for start in (datetime.date.min, *starts):
        for end in {end for each in tests for end in _ends(each, book, start)}:
            for step in (-2, -1, 0, 1, 2):
                if 1 <= end + step <= datetime.date.max.toordinal():
                    yield datetime.date.fromordinal(end + step)


def _ends(test: LongerAgoThan, book: Book, start: datetime.date) -> Iterator[int]:
    """The days, as numbers, on which windows that begin on a day are over."""
    if test.unit == "days":
        yield from (start.toordinal() + days for _, days in windows_of(test, book))
        return
    for _, (months, _) in months_of(test, book):
        with contextlib.suppress(OverflowError):
            yield later(start, months).toordinal()


def windows_of(test: LongerAgoThan, book: Book) -> Steps[int]:
    """After how many days a test comes true, by the days from which that is another number."""
    counted = book.timeline(test.first_day_counts) if test.first_day_counts else ((None, 0),)
    days = steps_of(book.timeline(test.parameter), counted)
    return tuple((start, each + 1) for start, each in days)


Ends = tuple[int, int]
"""So many months, and one day less where the day of the date counts."""


def months_of(test: LongerAgoThan, book: Book) -> Steps[Ends]:
    """How long a window of months is, by the days from which it is another length."""
    counted = book.timeline(test.first_day_counts) if test.first_day_counts else ((None, 0),)
    months = book.timeline(test.parameter)
    days = sorted({start for start, _ in (*months, *counted)}, key=lambda day: day or EARLIEST)
    return tuple((day, (in_force(months, day), int(in_force(counted, day)))) for day in days)


def _after(of: Language, value: Expression, ends: Ends, more: int) -> Expression:
    return of.shifted(of.months_later(value, ends[0]), more - ends[1])


def due(test: LongerAgoThan, book: Book, rows: Rows) -> Expression | None:
    """The day on which a test comes true, null where that is past the calendar or unknown."""
    value = rows.cell(test.fact)
    if value is None:
        return None
    base = value if test.in_force_on == "fact" else rows.as_of
    if test.unit == "months":
        return rows.stepped(
            base, months_of(test, book), lambda ends: _after(rows.of, value, ends, 1)
        )
    return rows.stepped(base, windows_of(test, book), lambda days: rows.of.shifted(value, days))


def last_day(test: LongerAgoThan, book: Book, rows: Rows, value: Expression) -> Expression:
    """The last day of a test's window, null where its date is unknown."""
    base = value if test.in_force_on == "fact" else rows.as_of
    if test.unit == "months":
        return rows.stepped(
            base, months_of(test, book), lambda ends: _after(rows.of, value, ends, 0)
        )
    return rows.stepped(base, windows_of(test, book), lambda days: rows.of.shifted(value, days - 1))


def overflow(test: LongerAgoThan, book: Book, rows: Rows) -> Fault | None:
    """That no calendar day is left on which a test could come true."""
    value = rows.cell(test.fact)
    if value is None or test.fact not in rows.sources:
        return None
    of, source = rows.of, rows.sources[test.fact]
    base = value if test.in_force_on == "fact" else rows.as_of
    windows = windows_of(test, book)

    if test.unit == "months":
        found = due(test, book, rows)
        return (
            None
            if found is None
            else Fault(
                ~of.is_null(value) & of.is_null(found),
                lambda: rows.stepped(
                    base,
                    months_of(test, book),
                    lambda ends: _no_day_left(of, source, value, f"{ends[0]} months"),
                ),
            )
        )

    def past(days: int) -> Expression:
        try:
            return value > of.literal(datetime.date.max - datetime.timedelta(days=days))
        except OverflowError:
            return ~of.is_null(value)

    return Fault(
        rows.stepped(base, windows, past),
        lambda: rows.stepped(
            base, windows, lambda days: _no_day_left(of, source, value, f"{days - 1} days")
        ),
    )


def _no_day_left(of: Language, source: Source, value: Expression, span: str) -> Expression:
    told = f"{source.path}: {span} after "
    no_day = of.literal(" no calendar day is left")
    return of.joined([of.literal(told), of.as_text(value), no_day])


def too_early(test: LongerAgoThan, book: Book, rows: Rows) -> Fault | None:
    """That the last day of the window is before the calendar begins."""
    value = rows.cell(test.fact)
    if value is None or test.fact not in rows.sources:
        return None
    if test.unit == "months" or all(days > 0 for _, days in windows_of(test, book)):
        return None
    message = f"{test.fact}: the last day of its window is before the calendar begins"
    found = due(test, book, rows)
    of = rows.of
    return (
        found
        if found is None
        else Fault(found == of.literal(datetime.date.min), lambda: of.literal(message))
    )


def digit(axis: Axis | InFull, book: Book, rows: Rows) -> Expression | int | str:
    """The digit of each row on an axis: an expression, a number for all, or a clean column."""
    if isinstance(axis, InFull):
        return _which_are_unknown(axis.axis, rows)
    first = axis.inputs[0]
    if isinstance(first, FactInput):
        return _fact(axis, first, book, rows)
    if isinstance(first, Same):
        one, other = (rows.cell(path) for path in first.facts)
        return UNKNOWN_YES_NO if one is None or other is None else rows.of.yes_no(one == other)
    if isinstance(first, AsOf):
        if isinstance(rows.as_of, datetime.date):
            return 1 + sum(start <= rows.as_of for start in first.starts)
        starts = [(None, 1), *((start, at) for at, start in enumerate(first.starts, 2))]
        return rows.stepped(rows.as_of, starts, rows.of.digit)
    return _scale(axis, book, rows)


def _which_are_unknown(axis: Axis, rows: Rows) -> Expression | int:
    of = rows.of
    one, other = (rows.cell(path) for path in axis.facts)
    both, first, second = 2, 3, 4
    if one is None and other is None:
        return both
    if one is None:
        return of.choose([(of.is_null(other), of.digit(both))], of.digit(first))
    if other is None:
        return of.choose([(of.is_null(one), of.digit(both))], of.digit(second))
    cases = [
        (of.is_null(one) & of.is_null(other), of.digit(both)),
        (of.is_null(one), of.digit(first)),
        (of.is_null(other), of.digit(second)),
        (one == other, of.digit(1)),
    ]
    return of.choose(cases, of.digit(0))


def _fact(axis: Axis, input_: FactInput, book: Book, rows: Rows) -> str | int:
    if input_.fact in rows.clean:
        return rows.clean[input_.fact]
    default = book.table.default(input_.fact)
    number = axis.unknown() if default is None else input_.values.index(default)
    return numbers(axis, book).index(number)


def _scale(axis: Axis, book: Book, rows: Rows) -> Expression | int:
    of, known = rows.of, numbers(axis, book)
    steps = [(start, known.index(number)) for start, number in unknowns(axis, book)]
    value = rows.cell(axis.facts[0])
    if value is None:
        only = rows.stepped(rows.as_of, steps, of.digit)
        return steps[0][1] if len(steps) == 1 else only
    tests = [_test(input_, book, rows, value) for input_ in axis.inputs]
    if len(steps) == 1 and _is_yes_no(axis):
        return of.yes_no(tests[0])
    unknown = rows.stepped(rows.as_of, steps, of.digit)
    return of.choose([(of.is_null(value), unknown)], of.sum_of(tests))


def _test(input_: object, book: Book, rows: Rows, value: Expression) -> Expression:
    if isinstance(input_, AtLeast):
        return rows.stepped(
            rows.as_of, book.timeline(input_.parameter), lambda limit: value >= min(limit, HUGE)
        )
    if isinstance(input_, Between):
        lowest = rows.stepped(
            rows.as_of, book.timeline(input_.lowest), lambda limit: value >= min(limit, HUGE)
        )
        highest = rows.stepped(
            rows.as_of, book.timeline(input_.highest), lambda limit: value <= min(limit, HUGE)
        )
        return lowest & highest
    if not isinstance(input_, LongerAgoThan):
        raise TypeError(f"{input_!r} is no test")
    if input_.unit == "days" and isinstance(rows.as_of, datetime.date):
        as_of = rows.as_of
        base = value if input_.in_force_on == "fact" else as_of
        windows = windows_of(input_, book)
        return rows.stepped(base, windows, lambda days: _before(rows.of, value, as_of, days))
    found = due(input_, book, rows)
    later = rows.of.nothing(datetime.date) if found is None else found
    return rows.cell("as_of") >= later


def _before(of: Language, value: Expression, as_of: datetime.date, days: int) -> Expression:
    """Whether a date is so many days before `as_of`, or more: one comparison, no sum a row."""
    try:
        return value <= of.literal(as_of - datetime.timedelta(days=days))
    except OverflowError:
        return value < of.literal(datetime.date.min)
