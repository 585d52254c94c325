"""Comparing two rule books: every kind of case that they answer differently.

What is compared are the answers to complete cases: whether it is refused, the outputs, the rules
or requirements that are the reason, in their order, and the ids of the clauses that they cite;
then, of a rule set that settles its answer by other outputs than before, which incomplete cases are
determined; and the deadlines. The words of a clause, titles and readings are no
answer, and a parameter that nothing asks changes none.
"""

from __future__ import annotations

import datetime
import functools
import itertools
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ssrules.checking.findings import Difference, Differences
from ssrules.checking.marks import AS_OF
from ssrules.checking.regions import boxes
from ssrules.checking.told import Answer, Sentences, told_in
from ssrules.checking.witness import Side, Space, case_of, joint_table
from ssrules.deciding.cells import Outcome, Table
from ssrules.deciding.machine import Machine
from ssrules.deciding.reading import due_from
from ssrules.engines import Cell
from ssrules.errors import FactError, RuleError
from ssrules.records.case import Facts
from ssrules.records.frozen import FrozenDict
from ssrules.tables.book import Book
from ssrules.tables.documents import Document
from ssrules.tables.inputs import LongerAgoThan, OutcomeOf
from ssrules.tables.rule_sets import RuleSet
from ssrules.words.speech import ENGLISH


@attrs.frozen
class Answered:
    """What one book answers in a cell: equal for answers that nobody can tell apart."""

    status: str
    outputs: Mapping[str, Any]
    because: tuple[str, ...]
    clauses: tuple[str, ...]

    def told(self, *, in_full: bool = False) -> Answer:
        """The answer as plain data; documents by their codes alone, or `in_full`."""
        outputs = {name: _told(value, in_full) for name, value in self.outputs.items()}
        return FrozenDict(
            status=self.status,
            outputs=FrozenDict(outputs),
            because=self.because,
            clauses=self.clauses,
        )


def diff(before: Book, after: Book, language: str = ENGLISH) -> Differences:
    """Every kind of case that the book `after` answers otherwise than the book `before`.

    Raises `UnknownNameError` for a language that is not known.
    """
    tell = told_in(language, before, after)
    names = dict.fromkeys(each.name for book in (before, after) for each in book.rule_sets)
    found: list[Difference] = []
    cells = 0
    for name in names:
        if not same(before, after, name):
            compared = Compared(before, after, name, tell)
            found += compared.differences()
            cells += compared.cells
        found += _deadlines(before, after, name, tell)
    return Differences(
        differences=tuple(found),
        before=before.digest,
        after=after.digest,
        cells=cells,
        told=tell,
        anew=functools.partial(diff, before, after),
    )


class Compared:
    """One rule set of two books, in every cell that either of them tells apart."""

    def __init__(self, before: Book, after: Book, name: str, tell: Sentences) -> None:
        self.name = name
        self.tell = tell
        self.books = (before, after)
        self.tables = tuple(Machine.of(book).tables.get(name) for book in self.books)
        sides = [
            Side.of(book, table)
            for book, table in zip(self.books, self.tables, strict=True)
            if table is not None
        ]
        self.space = Space(*sides, tell=tell)
        self.cells = 0
        self.values: dict[object, object] = {}
        self.same_value = True
        self.changed: dict[Any, list[Cell]] = {}
        self.answers: dict[Cell, tuple[Answered | None, Answered | None]] = {}
        for cell in self.space.cells():
            self.cells += 1
            self._look(cell)

    def differences(self) -> Iterator[Difference]:
        """The cells that differ, those together that change in the same way."""
        for cells in self.changed.values():
            first = cells[0]
            one, two = self.answers[first]
            in_full = bool(one and two and one.told() == two.told())
            before = None if one is None else one.told(in_full=in_full)
            after = None if two is None else two.told(in_full=in_full)
            where = tuple(self.space.where(box) for box in boxes(cells))
            yield Difference(
                rule_set=self.name,
                case=self.space.case(first),
                before=before,
                after=after,
                where=tuple(FrozenDict(row) for row in where),
                message=self.tell.change(self.name, before, after, where),
                cells=len(cells),
                title=_title(self.name, *self.books),
                told=self.tell,
            )
        if not self.changed and self._settle_differently():
            yield from self._determined()

    def _look(self, cell: Cell) -> None:
        answers: list[Answered | None] = []
        values: list[object] = []
        side = 0
        for table in self.tables:
            if table is None:
                answers.append(None)
                continue
            answer, value = answered(table, self.space.numbers(cell, side))
            answers.append(answer)
            values.append(value)
            side += 1
        one, two = answers
        if one != two:
            self.answers[cell] = one, two
            self.changed.setdefault(_kind_of_change(one, two), []).append(cell)

    def _settle_differently(self) -> bool:
        one, two = self.tables
        return (
            one is not None
            and two is not None
            and set(one.rule_set.compared) != set(two.rule_set.compared)
        )

    def _determined(self) -> Iterator[Difference]:
        """An incomplete case that one book determines and the other does not."""
        dimensions = [
            at for at, each in enumerate(self.space.dimensions) if each.facts != ("as_of",)
        ]
        for size in range(1, len(dimensions) + 1):
            for unknown in itertools.combinations(dimensions, size):
                for cell in self.space.cells():
                    if any(cell[at] for at in unknown):
                        continue  # another cell leaves the same facts unknown
                    case = self.space.case(cell, unknown)
                    one, two = (_status(book, self.name, case) for book in self.books)
                    if one != two:
                        yield Difference(
                            rule_set=self.name,
                            case=case,
                            before=FrozenDict(status=one),
                            after=FrozenDict(status=two),
                            where=(),
                            message=self.tell.settled(one, two),
                            cells=0,
                            title=_title(self.name, *self.books),
                            told=self.tell,
                        )
                        return


def _title(name: str, *books: Book) -> str:
    """What a rule set is called, by the later of the books that have it."""
    found = (each for book in reversed(books) for each in book.rule_sets if each.name == name)
    return next(each.title for each in found)


def same(before: Book, after: Book, name: str) -> bool:
    """Whether a rule set, all that it asks, and the parameters of all that are the same."""
    found = [
        next((each for each in book.rule_sets if each.name == name), None)
        for book in (before, after)
    ]
    one, two = found
    if one is None or two is None or not _same_content(one, two):
        return False
    for input_ in one.inputs:
        if isinstance(input_, OutcomeOf) and not same(before, after, input_.rule_set):
            return False
        for parameter in input_.parameters:
            if before.timeline(parameter) != after.timeline(parameter):
                return False
    return True


def _same_content(one: RuleSet, two: RuleSet) -> bool:
    return one == two and tuple(one.outputs) == tuple(two.outputs)


def answered(table: Table, numbers: Cell) -> tuple[Answered, object]:
    """What a table answers in a cell, and the value by which answers are compared."""
    try:
        outcome = table.outcome(numbers)
    except RuleError as error:
        return Answered("faulty", FrozenDict(), (), ()), error.message
    except (KeyError, ValueError):
        return Answered("faulty", FrozenDict(), (), ()), None
    return Answered(
        status=_status_of(outcome, table.rule_set),
        outputs=outcome.outputs,
        because=outcome.reasons,
        clauses=table.clauses_of(outcome.reasons),
    ), outcome.value


def _status_of(outcome: Outcome, rule_set: RuleSet) -> str:
    if outcome.refused:
        return "refused"
    return "open" if rule_set.requirements else "determined"


def _status(book: Book, name: str, case: Facts) -> str:
    machine = Machine.of(book)
    try:
        answer = machine.answer(name, machine.point(book, case))
    except RuleError:
        return "faulty"
    if answer.outcome is None:
        return "undetermined"
    return _status_of(answer.outcome, machine.tables[name].rule_set)


def _kind_of_change(one: Answered | None, two: Answered | None) -> object:
    """What cells that change in the same way have in common."""
    if one is None or two is None:
        only = one or two
        return (one is None, only and only.told(in_full=True))
    lost = tuple(id_ for id_ in one.because if id_ not in two.because)
    gained = tuple(id_ for id_ in two.because if id_ not in one.because)
    names = dict.fromkeys((*one.outputs, *two.outputs))
    changed = tuple(
        (name, _told(one.outputs.get(name), True), _told(two.outputs.get(name), True))
        for name in names
        if one.outputs.get(name) != two.outputs.get(name)
    )
    moved = one.because == two.because and one.clauses != two.clauses
    clauses = (one.clauses, two.clauses) if moved else None
    return one.status, two.status, lost, gained, changed, clauses


def _told(value: Any, in_full: bool) -> Any:
    """An output as plain data: a document by its code, or with the facts that tell of it."""
    if isinstance(value, Document):
        if not in_full:
            return value.code
        return FrozenDict(code=value.code, all_of=value.all_of, any_of=value.any_of)
    return tuple(_told(each, in_full) for each in value) if isinstance(value, tuple) else value


def _deadlines(before: Book, after: Book, name: str, tell: Sentences) -> Iterator[Difference]:
    """That the window of a rule set ends on another day, whatever becomes of the status."""
    windows = [_window(book, name) for book in (before, after)]
    facts = tuple(dict.fromkeys(each.fact for each in windows if each is not None))
    if not facts:
        return
    for as_of, start in _receipts(before, after):
        try:
            days = [
                window and due_from(window, book, start, as_of) - datetime.timedelta(1)
                for book, window in zip((before, after), windows, strict=True)
            ]
        except (FactError, OverflowError):
            continue  # no case: its deadline is no day of the calendar
        if days[0] != days[1]:
            one, two = (day.isoformat() if day else None for day in days)
            shown = "some" if _starts(before, after) else "known"
            yield Difference(
                rule_set=name,
                case=case_of(joint_table(before, after), as_of, dict.fromkeys(facts, start)),
                before=FrozenDict(deadline=one),
                after=FrozenDict(deadline=two),
                where=(FrozenDict(dict.fromkeys(facts, (tell.any_of(shown),))),),
                message=tell.deadline(one, two, facts[0], shown),
                cells=0,
                title=_title(name, before, after),
                told=tell,
            )
            return


def _window(book: Book, name: str) -> LongerAgoThan | None:
    """The test that the deadline of a rule set is that of."""
    return next((each.window for each in book.rule_sets if each.name == name), None)


def _starts(before: Book, after: Book) -> list[datetime.date]:
    """The days on which a value of a parameter comes into force in either book."""
    timelines = (book.timeline(each.name) for book in (before, after) for each in book.parameters)
    return sorted({start for timeline in timelines for start, _ in timeline if start})


def _receipts(before: Book, after: Book) -> Iterator[tuple[datetime.date, datetime.date]]:
    """Days and dates that windows begin on, one for each combination of values in force."""
    starts = _starts(before, after)
    dates = (AS_OF, datetime.date.min, *starts)
    for start in dates:
        for as_of in dict.fromkeys((AS_OF, start, *starts)):
            if start <= as_of:
                yield as_of, start
