"""From a case to its decision."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ssrules.deciding.axes import Axis
from ssrules.deciding.machine import SECTIONS, Entry, Machine
from ssrules.deciding.reading import due_from, fixed_days, key_reader, turning_days, turns
from ssrules.decisions import Decision, NextChange
from ssrules.errors import FactError, Fault
from ssrules.facts import Case
from ssrules.late import door
from ssrules.rulebook import RuleBook
from ssrules.tables.book import Book
from ssrules.tables.inputs import LongerAgoThan

if TYPE_CHECKING:
    from ssrules.asking.answers import Explanation, LeastChange, Questions, WhyNot


class Decider:
    """Decides cases by one book: the machine of its rules, and its own values of parameters."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.machine = Machine.of(book)
        self._identity = book.identity
        self._covers_from = book.covers_from
        self._blocks = tuple(
            (block, block.entries, key_reader(block.axes, book)) for block in self.machine.blocks
        )
        self._further = tuple(name for name in self.machine.sections if name not in SECTIONS)
        self._window = _window(book)
        self._days = None if self._window is None else fixed_days(self._window, book)
        self._dated = tuple(
            axis
            for axis in dict.fromkeys(axis for block in self.machine.blocks for axis in block.axes)
            if turns(axis, book)
        )
        self._clock = self._only_clock()

    @classmethod
    def of(cls, book: Book) -> Decider:
        """The decider of a book, made when it is first asked for."""
        found: Decider | None = book.own.made.get("decider")
        if found is None:
            found = book.own.made.setdefault("decider", cls(book))
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        return Decider.of, (self.book,)

    def decide(self, case: Case) -> Decision:
        """The decision on a case. Raises `FactError` where no calendar day is the deadline."""
        as_of = case.as_of
        if self._covers_from is not None and as_of < self._covers_from:
            raise FactError([Fault.of("as_of", as_of, "not_covered", first=self._covers_from)])
        received_on = case.card.received_on
        due = None if received_on is None else self._due(received_on, as_of)
        given: dict[str, Any] = {}
        needs = 0
        entries: list[Entry] = []
        for block, known, read in self._blocks:
            key = read(case, as_of)
            entry = known.get(key) or self.machine.learn(block, key)
            entries.append(entry)
            needs |= entry.needs
            given |= entry.fixed
            for name, finish in entry.unfinished:
                given[name] = finish(case, due)
        return Decision(
            as_of=as_of,
            rulebook=self._identity,
            loss_report=given["loss_report"],
            activation=given["activation"],
            application=given["application"],
            insurance=given["insurance"],
            medical_benefit=given["medical_benefit"],
            rights=given["rights"],
            needs=self.machine.needs(needs),
            next_change=self._next_change(case, due, entries),
            further=tuple([given[name] for name in self._further]) if self._further else (),
            case=case,
            desk=self,
        )

    def explain(self, decision: Decision) -> Explanation:
        """Why each part was decided as it was."""
        with door:
            from ssrules.asking.explain import explain

        return explain(self.machine, self.book, decision)

    def why_not(self, decision: Decision, path: str) -> WhyNot:
        """What stands in the way of one part."""
        with door:
            from ssrules.asking.explain import why_not

        return why_not(self.machine, self.book, decision, path)

    def questions(self, decision: Decision) -> Questions:
        """The unknown facts worth asking for, best first."""
        with door:
            from ssrules.asking.questions import questions

        return questions(self.machine, self.book, decision)

    def least_change(self, decision: Decision, path: str, fixed: tuple[str, ...]) -> LeastChange:
        """The smallest sets of facts whose change makes an option allowed."""
        with door:
            from ssrules.asking.least_change import least_change

        return least_change(self.machine, self.book, decision, path, fixed)

    def _due(self, received_on: datetime.date, as_of: datetime.date) -> datetime.date | None:
        """The first day after the window of the loss report."""
        if self._days is not None:
            try:
                return received_on + self._days
            except OverflowError:
                pass  # told below, with the path of the fact
        if self._window is None:
            return None
        return due_from(self._window, self.book, received_on, as_of)

    def _next_change(
        self, case: Case, due: datetime.date | None, entries: Sequence[Entry]
    ) -> NextChange | None:
        if self._clock is None:
            return self._first_change(case, entries)
        if due is None or due <= case.as_of:
            return None
        at, place = self._clock
        entry = entries[at]
        changes = entry.when_due
        if changes is None:
            then = (*entry.point[:place], 1, *entry.point[place + 1 :])
            changes = entry.when_due = self.machine.changes(self._blocks[at][0], entry, then)
        return NextChange(on=due, changes=changes) if changes else None

    def _first_change(self, case: Case, entries: Sequence[Entry]) -> NextChange | None:
        """The next change, looked for on each day on which an input may turn."""
        for day in sorted(set(turning_days(self._dated, self.book, case))):
            try:
                then = {axis: read(case, day) for axis, read in self.machine.readers(self.book)}
            except FactError:
                continue  # the values in force on that day leave the case without a deadline
            changes: list[str] = []
            for (block, _, _), entry in zip(self._blocks, entries, strict=True):
                turned = tuple(then[axis] for axis in block.axes)
                if turned != entry.point:
                    changes += self.machine.changes(block, entry, turned)
            if changes:
                return NextChange(on=day, changes=tuple(changes))
        return None

    def _only_clock(self) -> tuple[int, int] | None:
        """The block of the window and its place there, if that alone turns with time, and once.

        The number there then turns from 0 to 1 on the day that the loss report falls due.
        """
        if self._window is None or self._days is None or self._dated != (Axis((self._window,)),):
            return None
        (axis,) = self._dated
        found = [
            (at, block.axes.index(axis))
            for at, (block, _, _) in enumerate(self._blocks)
            if axis in block.axes
        ]
        return found[0] if len(found) == 1 else None


def _window(book: Book) -> LongerAgoThan | None:
    """The window of the loss report, where the book has one."""
    inputs = book.rule_set("loss_report").inputs
    return next((each for each in inputs if isinstance(each, LongerAgoThan)), None)


def decide(case: Case, rulebook: RuleBook | None = None) -> Decision:
    """The decision on a case by a rule book, the default one if none is given.

    Raises `FactError` for what is no `Case`, at `as_of` for a day that the book does not cover, and
    at `card.received_on` where the deadline falls past the calendar.
    """
    if not isinstance(case, Case):
        raise FactError([Fault.of("case", case, "not_a_case")])
    return Decider.of(rulebook or RuleBook.default()).decide(case)
