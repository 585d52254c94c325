"""Cases of any rule book, drawn from its own facts, near the days and numbers that its rules ask.

Facts are unknown as often as not; an example shrinks towards few known facts.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from typing import Any

from ssrules.deciding.decider import Decider
from ssrules.deciding.machine import Machine
from ssrules.deciding.reading import later
from ssrules.errors import FactError, MissingExtraError
from ssrules.records.fields import Fact
from ssrules.records.kinds import members
from ssrules.tables.book import Book
from ssrules.tables.inputs import AsOf, LongerAgoThan

try:
    from hypothesis import strategies as st
except ImportError as error:
    raise MissingExtraError("strategies", "ssrules.strategies") from error

AS_OF = "as_of"
NAMES = ("a", "b", "A", "甲")
"""Identifiers, few, so that two are often the same."""
LATEST = datetime.date(2100, 1, 1)
"""Days to decide for are drawn up to this one, so that windows end on days of the calendar."""


@st.composite
def cases_of(
    draw: st.DrawFn,
    rulebook: Book,
    *,
    as_of: st.SearchStrategy[datetime.date] | None = None,
    known: Collection[str] = (),
    facts: Mapping[str, st.SearchStrategy[Any]] | None = None,
) -> Any:
    """Cases that a rule book can decide, of its own class of facts.

    `as_of` draws the day to decide for. `known` are paths of facts that always are; every other
    one may be unknown. `facts` draws facts by their paths in place of what is drawn otherwise.
    Dates lie near the ends of the windows that the rules ask, numbers near their limits.
    Raises `UnknownNameError` for a path that is no fact.
    """
    table = rulebook.table
    given = facts or {}
    for path in (*known, *given):
        table.fact(path)
    marks = _Marks(rulebook)
    day = draw(as_of or marks.days())
    values: dict[str, Any] = {AS_OF: day}
    for fact in table:
        if fact.path == AS_OF:
            continue
        if fact.path in given:
            values[fact.path] = draw(given[fact.path])
            continue
        strategy = marks.values(fact, day)
        values[fact.path] = draw(strategy if fact.path in known else st.none() | strategy)
    case = table.cls.from_paths(values)
    try:
        Decider.of(rulebook).decide(case)
    except FactError:  # a window that no calendar day ends
        case = table.cls.from_paths({AS_OF: day})
    return case


class _Marks:
    """The days, lengths and numbers near which the answers of a book turn."""

    def __init__(self, book: Book) -> None:
        self._first = book.covers_from or datetime.date.min
        self._starts: set[datetime.date] = set()
        self._windows: set[tuple[str, int]] = set()
        self._limits: set[int] = set()
        inputs = {each for table in Machine.of(book).tables.values() for each in table.all_axes}
        for input_ in (each for axis in inputs for each in axis.inputs):
            if isinstance(input_, AsOf):
                self._starts.update(input_.starts)
            for name in input_.parameters:
                timeline = book.timeline(name)
                self._starts.update(start for start, _ in timeline if start)
                values = {int(value) for _, value in timeline}
                if isinstance(input_, LongerAgoThan):
                    self._windows.update((input_.unit, value) for value in values)
                else:
                    self._limits.update(values)

    def days(self) -> st.SearchStrategy[datetime.date]:
        """Days to decide for, those on which something turns more often than others."""
        last = max(LATEST, self._first)
        near = {start + datetime.timedelta(step) for start in self._starts for step in (-1, 0)}
        turning = sorted(day for day in near if self._first <= day <= last)
        any_day = st.dates(self._first, last)
        return any_day | st.sampled_from(turning) if turning else any_day

    def values(self, fact: Fact, day: datetime.date) -> st.SearchStrategy[Any]:
        """Known values of a fact on a day."""
        if fact.kind is bool:
            return st.booleans()
        if fact.kind is int:
            near = {limit + step for limit in self._limits for step in (-1, 0, 1)}
            inside = sorted(each for each in near if fact.lowest <= each <= fact.highest)
            any_number = st.integers(fact.lowest, fact.highest)
            return st.sampled_from(inside) | any_number if inside else any_number
        if fact.kind is datetime.date:
            last = day if fact.not_after else LATEST
            ends = sorted(each for each in self._before(day) if each <= last)
            return st.sampled_from(ends) | st.dates(max_value=last)
        words = tuple(members(fact.kind).values())
        return st.sampled_from(words or NAMES)

    def _before(self, day: datetime.date) -> set[datetime.date]:
        """Days from which a window ends near a day, and the day itself."""
        found = {day}
        for unit, length in self._windows:
            for step in (-1, 0, 1):
                try:
                    if unit == "days":
                        found.add(day - datetime.timedelta(length + step))
                    else:
                        found.add(later(day, -length) + datetime.timedelta(step))
                except (OverflowError, ValueError):
                    continue  # before the calendar begins
        return found
