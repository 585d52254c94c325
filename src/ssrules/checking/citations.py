"""Verifying what rules rest on: that every clause has words, and is in force."""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Iterator, Mapping

import attrs

from ssrules.checking.findings import Finding, FindingKind
from ssrules.checking.marks import AS_OF
from ssrules.checking.told import Sentences
from ssrules.deciding.cells import Table
from ssrules.deciding.reading import reader
from ssrules.errors import FactError
from ssrules.records.case import Facts
from ssrules.records.fact_table import getter
from ssrules.tables.book import Book
from ssrules.tables.clauses import Certainty, Clause, Reading
from ssrules.tables.inputs import AsOf, Value
from ssrules.tables.rows import Requirement

ONE_DAY = datetime.timedelta(days=1)


@attrs.frozen
class Cited:
    """A row or parameter that cites something, and the days on which it is in force.

    `periods` are the values of `as_of` that it asks for, None if it is in force on every day.
    """

    name: str
    clauses: tuple[Clause, ...]
    starts: tuple[datetime.date, ...] = ()
    periods: tuple[Value, ...] | None = None

    def in_force(self, day: datetime.date) -> bool:
        """Whether it is in force on a day."""
        if self.periods is None:
            return True
        return AsOf(self.starts).values[bisect.bisect_right(self.starts, day)] in self.periods

    def first_after(self, day: datetime.date) -> datetime.date | None:
        """The first day after a day on which it is in force, None if there is none."""
        if day == datetime.date.max:
            return None
        days = (day + ONE_DAY, *(start for start in self.starts if start > day))
        return next((each for each in days if self.in_force(each)), None)


@attrs.frozen
class Fault:
    """What is wrong with a clause, for whom, and a day on which it shows."""

    kind: FindingKind
    told: str
    by: tuple[Cited, ...]
    day: datetime.date


def citation_findings(
    book: Book,
    table: Table,
    shown: Mapping[str, Facts],
    tell: Sentences,
    on: datetime.date | None,
    certainty: Certainty | None = None,
) -> Iterator[Finding]:
    """What is wrong with the clauses that a rule set rests on, its parameters' included.

    `shown` has a case for each row that ever decides, and one for "".
    """
    citing = tuple(_citing(book, table))
    for clause in dict.fromkeys(clause for each in citing for clause in each.clauses):
        by = tuple(each for each in citing if clause in each.clauses)
        for fault in (
            *_unclear(book, clause, by, tell, on),
            *_out_of_force(clause, by, tell, on),
            *_unsure(clause, by, tell, on, certainty),
        ):
            names = tuple(dict.fromkeys(each.name for each in fault.by))
            case = next((shown[name] for name in names if name in shown), shown.get(""))
            yield Finding(
                kind=fault.kind,
                rule_set=table.rule_set.name,
                rules=names,
                message=fault.told,
                case=_moved(case or book.table.blank(fault.day), fault.day, book, table),
                on=on,
                title=table.rule_set.title,
                told=tell,
            )


def _citing(book: Book, table: Table) -> Iterator[Cited]:
    """Each row and parameter with every clause that it rests on."""
    inputs = table.rule_set.inputs
    starts = next((each.starts for each in inputs if isinstance(each, AsOf)), ())
    for row in table.rows:
        name = row.code if isinstance(row, Requirement) else row.id
        periods = row.when.get(AsOf.name)
        yield Cited(name, (*row.cites, *_read(row.readings)), starts, periods)
    for name in dict.fromkeys(name for input_ in inputs for name in input_.parameters):
        parameter = book.parameter(name)
        yield Cited(name, (*parameter.cites, *_read(parameter.readings)))


def _read(readings: tuple[Reading, ...]) -> tuple[Clause, ...]:
    return tuple(clause for each in readings for clause in each.rests_on)


def _unclear(
    book: Book,
    clause: Clause,
    by: tuple[Cited, ...],
    tell: Sentences,
    on: datetime.date | None,
) -> Iterator[Fault]:
    """That a clause has no words, or is not the only one of its id."""
    empty = [name for name in ("id", "title", "words") if not getattr(clause, name).strip()]
    if empty:
        told = tell.lacks(clause.id, empty)
        yield Fault(FindingKind.CITATION_MISSING, told, by, on or AS_OF)
    if any(each.id == clause.id and each != clause for each in _every_clause(book)):
        told = tell.two_texts(clause.id)
        yield Fault(FindingKind.CITATION_AMBIGUOUS, told, by, on or AS_OF)


def _every_clause(book: Book) -> Iterator[Clause]:
    """Every clause that anything in the book rests on, also where two have one id."""
    yield from book.extra_clauses
    for rule_set in book.rule_sets:
        yield from rule_set.clauses
    for parameter in book.parameters:
        yield from (*parameter.cites, *_read(parameter.readings))


def _out_of_force(
    clause: Clause, by: tuple[Cited, ...], tell: Sentences, on: datetime.date | None
) -> Iterator[Fault]:
    """That a clause is not in force where what rests on it is: on a day, or on any day later."""
    kind = FindingKind.CITATION_OUT_OF_FORCE
    first, last = clause.in_force_from, clause.in_force_to
    if first and last and first > last:
        told = tell.no_day(clause.id, first, last)
        yield Fault(kind, told, by, on or AS_OF)
    elif last and clause.version > last:
        told = tell.quoted_late(clause.id, clause.version, last)
        yield Fault(kind, told, by, on or AS_OF)
    elif on is not None:
        then = tuple(each for each in by if each.in_force(on))
        if then and first and on < first:
            yield Fault(kind, tell.not_yet(clause.id, first, on), then, on)
        if then and last and on > last:
            yield Fault(kind, tell.no_longer(clause.id, last, on), then, on)
    elif last:
        days = {each: each.first_after(max(last, AS_OF)) or each.first_after(last) for each in by}
        later = {each: day for each, day in days.items() if day is not None}
        if later:
            told = tell.lapses(clause.id, last)
            yield Fault(kind, told, tuple(later), min(later.values()))


def _unsure(
    clause: Clause,
    by: tuple[Cited, ...],
    tell: Sentences,
    on: datetime.date | None,
    wanted: Certainty | None,
) -> Iterator[Fault]:
    """That the words of a clause are less sure than is asked for."""
    if wanted is None:
        return
    if clause.certainty is None:
        told = tell.unsure(clause.id, None, wanted)
        yield Fault(FindingKind.CERTAINTY, told, by, on or AS_OF)
    elif clause.certainty.falls_short_of(wanted):
        told = tell.unsure(clause.id, clause.certainty, wanted)
        yield Fault(FindingKind.CERTAINTY, told, by, on or AS_OF)


def _moved(case: Facts, day: datetime.date, book: Book, table: Table) -> Facts:
    """The case as of another day, if its dates can move along and nothing else changes."""
    if case.as_of == day:
        return case
    dates = {
        fact.path: getter(fact.path)(case) for fact in book.table if fact.kind is datetime.date
    }
    try:
        moved = {path: day - case.as_of + at for path, at in dates.items() if at is not None}
        other = case.with_facts({**moved, "as_of": day})
        same = all(
            reader(axis, book)(case, case.as_of) == reader(axis, book)(other, day)
            for axis in table.all_axes
        )
    except (OverflowError, FactError):
        return case
    return other if same else case
