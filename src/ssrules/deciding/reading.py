"""Reading a case: from its facts to numbers on axes. Dates, ages and names stop here."""

from __future__ import annotations

import calendar
import contextlib
import datetime
import functools
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any

from ssrules.deciding.axes import Axis
from ssrules.errors import FactError, Fault
from ssrules.records.case import Facts
from ssrules.records.fields import Fact
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
from ssrules.tables.memory import Remembered

Read = Callable[[Any, datetime.date], int]
"""From a case, as if decided on a day, to a number on one axis."""
REMEMBERED_NUMBERS = 4096
"""How many numbers of a fact a reader keeps the answers of."""
Key = Any
"""What a case looks like on several axes, before it is turned into numbers."""


def due_from(
    test: LongerAgoThan, book: Book, start: datetime.date, on: datetime.date
) -> datetime.date:
    """The first day on which a date is longer ago than the parameter says.

    Raises `FactError` at the date's path where no calendar day is.
    """
    in_force = start if test.in_force_on == "fact" else on
    length = book.value(test.parameter, in_force)
    counted = 0 if test.first_day_counts is None else book.value(test.first_day_counts, in_force)
    try:
        end = start + datetime.timedelta(length) if test.unit == "days" else later(start, length)
        return end + datetime.timedelta(1 - counted)
    except OverflowError:
        span = length - counted if test.unit == "days" else length
        data = {"span": span, "unit": test.unit, "parameter": test.parameter}
        raise FactError([Fault.of(test.fact, start, "no_day_left", **data)]) from None


def later(day: datetime.date, months: int) -> datetime.date:
    """The same day of the month so many months later, or the last day of a shorter month.

    Raises `OverflowError` where no calendar day is.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        raise OverflowError("no calendar day")
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))


def reader(axis: Axis, book: Book) -> Read:
    """How a case is read on an axis."""
    only = axis.inputs[0]
    if isinstance(only, FactInput):
        return _fact_reader(axis, only)
    if isinstance(only, Same):
        return _same_reader(axis, only)
    if isinstance(only, AsOf):
        return _period_reader(only)
    return _scale_reader(axis, book)


def _fact_reader(axis: Axis, input_: FactInput) -> Read:
    get = attrgetter(input_.fact)
    number: dict[Any, int] = {value: at for at, value in enumerate(input_.values)}
    number[None] = axis.unknown()
    return lambda case, _: number[get(case)]


def _same_reader(axis: Axis, input_: Same) -> Read:
    first, second = (attrgetter(path) for path in input_.facts)
    unknown = [axis.unknown(missing=mask) for mask in (1, 2, 3)]

    def read(case: Facts, _: datetime.date) -> int:
        one, other = first(case), second(case)
        if one is None:
            return unknown[2] if other is None else unknown[0]
        if other is None:
            return unknown[1]
        return 1 if one == other else 0

    return read


def _period_reader(input_: AsOf) -> Read:
    starts = input_.starts
    return lambda _, on: bisect_right(starts, on)


def _scale_reader(axis: Axis, book: Book) -> Read:
    get = attrgetter(axis.facts[0])
    tests = [_test(input_, book) for input_ in axis.inputs]

    def known(value: Any, on: datetime.date) -> int:
        return sum(test(value, on) << at for at, test in enumerate(tests))

    def read(case: Facts, on: datetime.date) -> int:
        value = get(case)
        return unknown(on) if value is None else known(value, on)

    def feasible(on: datetime.date) -> int:
        numbers: set[int] = set()
        for value in _telling_values(axis, book, on):
            # No case: its deadline is past the calendar. Where that is so of every value, none is
            # more possible than another, for an unknown date is at fault nowhere.
            with contextlib.suppress(FactError):
                numbers.add(known(value, on))
        return axis.unknown(sum(1 << number for number in numbers) or None)

    unknown = _unknown(axis, book, feasible)
    if len(tests) == 1:
        return _single(get, tests[0], unknown)
    return _remembering(get, known, unknown) if _steady(axis, book) else read


def _steady(axis: Axis, book: Book) -> bool:
    """Whether a number is answered alike on every day."""
    names = [name for each in axis.inputs for name in each.parameters]
    steady = all(len(book.timeline(name)) == 1 for name in names)
    return steady and isinstance(axis.inputs[0], NumberTest)


def _remembering(
    get: Callable[[Any], Any],
    known: Callable[[Any, datetime.date], int],
    unknown: Callable[[datetime.date], int],
) -> Read:
    """A reader that answers each number once."""
    answered: Remembered[Any, int] = Remembered(REMEMBERED_NUMBERS)

    def read(case: Facts, on: datetime.date) -> int:
        value = get(case)
        if value is None:
            return unknown(on)
        found = answered.get(value)
        return answered.keep(value, known(value, on)) if found is None else found

    return read


def _unknown(
    axis: Axis, book: Book, feasible: Callable[[datetime.date], int]
) -> Callable[[datetime.date], int]:
    """The number of an unknown answer on each day; worked out once where it never changes."""
    first = axis.inputs[0]
    if len(axis.inputs) == 1 and isinstance(first, LongerAgoThan):
        any_number = axis.unknown()
        return lambda _: any_number
    if _steady(axis, book):
        always = feasible(datetime.date.min)
        return lambda _: always
    return functools.lru_cache(maxsize=1 << 12)(feasible)


def _single(
    get: Callable[[Any], Any],
    test: Callable[[Any, datetime.date], bool],
    unknown: Callable[[datetime.date], int],
) -> Read:
    def read(case: Facts, on: datetime.date) -> int:
        value = get(case)
        if value is None:
            return unknown(on)
        return 1 if test(value, on) else 0

    return read


def _test(input_: Any, book: Book) -> Callable[[Any, datetime.date], bool]:
    if isinstance(input_, AtLeast):
        if len(book.timeline(input_.parameter)) == 1:
            limit = book.timeline(input_.parameter)[0][1]
            return lambda value, _: value >= limit
        return lambda value, on: value >= book.value(input_.parameter, on)
    if isinstance(input_, Between):
        return lambda value, on: (
            book.value(input_.lowest, on) <= value <= book.value(input_.highest, on)
        )
    days = fixed_days(input_, book)
    if days is None:
        return lambda value, on: on >= due_from(input_, book, value, on)

    def elapsed(value: datetime.date, on: datetime.date) -> bool:
        try:
            return on >= value + days
        except OverflowError:
            return on >= due_from(input_, book, value, on)

    return elapsed


def fixed_days(input_: LongerAgoThan, book: Book) -> datetime.timedelta | None:
    """The days after which the test comes true, where they are the same on every day."""
    timelines = [book.timeline(name) for name in input_.parameters]
    if input_.unit != "days" or any(len(timeline) > 1 for timeline in timelines):
        return None
    days = timelines[0][0][1] + 1 - sum(timeline[0][1] for timeline in timelines[1:])
    try:
        return datetime.timedelta(days)
    except OverflowError:
        return None


def _telling_values(axis: Axis, book: Book, on: datetime.date) -> Iterator[Any]:
    """Values of the fact among which every combination of answers that is possible occurs."""
    fact = book.table.by_path[axis.facts[0]]
    if fact.kind is int:
        yield from telling_numbers(axis.inputs, book, fact)
    else:
        last = on if fact.not_after == "as_of" else datetime.date.max
        for day in _telling_days(axis, book, on):
            if day <= last.toordinal():
                yield datetime.date.fromordinal(day)


def telling_numbers(inputs: Iterable[Any], book: Book, fact: Fact) -> Iterator[int]:
    """Numbers among which every combination of answers that is possible occurs, ascending."""
    limits = {
        value for input_ in inputs for name in input_.parameters for _, value in book.timeline(name)
    }
    edges = {limit + step for limit in limits for step in (-1, 0, 1)}
    bounds = {fact.lowest, fact.highest}
    yield from sorted(each for each in edges | bounds if fact.lowest <= each <= fact.highest)


def _telling_days(axis: Axis, book: Book, on: datetime.date) -> list[int]:
    edges = {on.toordinal(), 1, datetime.date.max.toordinal()}
    for input_ in axis.inputs:
        for name in input_.parameters:
            for start, value in book.timeline(name):
                unit = input_.unit if isinstance(input_, LongerAgoThan) else "days"
                edges |= set(_days_before(on, value, unit))
                edges |= {start.toordinal()} if start else set()
    near = {edge + step for edge in edges for step in (-3, -2, -1, 0, 1, 2, 3)}
    return sorted(day for day in near if 1 <= day <= datetime.date.max.toordinal())


def _days_before(on: datetime.date, length: int, unit: str) -> Iterator[int]:
    """Days near which a window of such a length ends on a day."""
    if unit == "days":
        yield on.toordinal() - length
        return
    year, month = divmod(on.year * 12 + on.month - 1 - length, 12)
    if year >= datetime.MINYEAR:
        first = datetime.date(year, month + 1, 1).toordinal()
        yield from (first, first + on.day - 1, first + 27, first + 30)


def turns(axis: Axis, book: Book) -> bool:
    """Whether the number on an axis may turn as days go by, every fact staying as it is."""
    return isinstance(axis.inputs[0], AsOf) or any(
        isinstance(each, LongerAgoThan) or len(book.timeline(name)) > 1
        for each in axis.inputs
        for name in each.parameters
    )


def window_turns(
    input_: LongerAgoThan, book: Book, value: datetime.date, as_of: datetime.date
) -> Iterator[datetime.date]:
    """Every day after `as_of` on which a window after a date may turn."""
    timelines = (book.timeline(name) for name in input_.parameters)
    starts = {start for timeline in timelines for start, _ in timeline if start}
    periods = {as_of} if input_.in_force_on == "fact" else {as_of, *starts}
    for on in periods:
        try:
            due = due_from(input_, book, value, on)
        except FactError:
            if on == as_of:
                raise
            continue  # under the values of a later day no calendar day is the deadline
        yield from (day for day in (on, due) if day > as_of)


def key_reader(axes: tuple[Axis, ...], book: Book) -> Callable[[Any, datetime.date], Key]:
    """How a case is read on several axes at once, as a key: quick, and undone by `point_of`."""
    plain, tests = _split(axes)
    get = attrgetter(*(axis.facts[0] for axis in plain)) if plain else lambda _: ()
    reads = tuple(reader(axis, book) for axis in tests)
    if not reads:
        return lambda case, _: get(case)
    if len(reads) == 1:
        (only,) = reads
        return lambda case, on: (get(case), only(case, on))
    if len(reads) == 2:
        one, two = reads
        return lambda case, on: (get(case), one(case, on), two(case, on))
    return lambda case, on: (get(case), *(read(case, on) for read in reads))


def point_of(axes: tuple[Axis, ...], key: Key) -> tuple[int, ...]:
    """The numbers on the axes that a key stands for."""
    plain, tests = _split(axes)
    given, answered = (key[0], key[1:]) if tests else (key, ())
    facts, numbers = iter(given if len(plain) != 1 else (given,)), iter(answered)
    return tuple(
        [
            _number(axis, next(facts)) if isinstance(axis.inputs[0], FactInput) else next(numbers)
            for axis in axes
        ]
    )


def _number(axis: Axis, value: Any) -> int:
    return axis.unknown() if value is None else axis.inputs[0].values.index(value)


def _split(axes: tuple[Axis, ...]) -> tuple[list[Axis], list[Axis]]:
    """The axes of facts themselves, and those of tests."""
    plain = [axis for axis in axes if isinstance(axis.inputs[0], FactInput)]
    return plain, [axis for axis in axes if not isinstance(axis.inputs[0], FactInput)]
