"""From a case to its decision."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ssrules.book import Book
from ssrules.decisions import Decision, Insurance, NextChange
from ssrules.facts import Case
from ssrules.inputs import LongerAgoThan
from ssrules.machine import SECTIONS, Block, Machine
from ssrules.reading import due_from, key_reader, turning_days
from ssrules.rulebook import RuleBook

if TYPE_CHECKING:
    from ssrules.answers import Explanation, LeastChange, Questions, WhyNot


class Decider:
    """Decides cases by one book: the machine of its rules, and its own values of parameters."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.machine = Machine.of(book)
        self._identity = book.identity
        self._blocks = tuple(
            (block, block.entries, key_reader(block.axes, book)) for block in self.machine.blocks
        )
        self._further = tuple(
            section for section in self.machine.sections if section not in SECTIONS
        )
        self._dated = tuple(
            axis
            for axis in dict.fromkeys(axis for block in self.machine.blocks for axis in block.axes)
            if any(input_.parameters for input_ in axis.inputs)
        )
        self._window = next(
            (
                input_
                for input_ in book.rule_set("loss_report").inputs
                if isinstance(input_, LongerAgoThan)
            ),
            None,
        )

    @classmethod
    def of(cls, book: Book) -> Decider:
        """The decider of a book, made when it is first asked for."""
        found: Decider | None = book.own.made.get("decider")
        if found is None:
            found = book.own.made.setdefault("decider", cls(book))
        return found

    def decide(self, case: Case) -> Decision:
        """The decision on a case. Raises `FactError` where no calendar day is the deadline."""
        as_of = case.as_of
        due = self._due(case)
        given: dict[str, Any] = {}
        needs = frozenset[str]()
        for block, entries, read in self._blocks:
            key = read(case, as_of)
            entry = entries.get(key) or self.machine.learn(block, key)
            needs |= entry.needs
            for section, drafts in entry.drafts:
                given[section] = tuple(draft.ready or draft.finish(case, due) for draft in drafts)
        return Decision(
            as_of=as_of,
            rulebook=self._identity,
            loss_report=given["loss_report"][0],
            activation=given["activation"],
            application=given["application"][0],
            insurance=Insurance(types=given["insurance"]),
            medical_benefit=given["medical_benefit"][0],
            rights=given["rights"][0],
            needs=self.machine.needs(needs),
            next_change=self._next_change(case),
            further=tuple(part for name in self._further for part in given[name]),
            case=case,
            desk=self,
        )

    def explain(self, decision: Decision) -> Explanation:
        """Why each part was decided as it was."""
        from ssrules.explain import explain

        return explain(self.machine, self.book, decision)

    def why_not(self, decision: Decision, path: str) -> WhyNot:
        """What stands in the way of one part."""
        from ssrules.explain import why_not

        return why_not(self.machine, self.book, decision, path)

    def questions(self, decision: Decision) -> Questions:
        """The unknown facts worth asking for, best first."""
        from ssrules.questions import questions

        return questions(self.machine, self.book, decision)

    def least_change(self, decision: Decision, path: str, fixed: tuple[str, ...]) -> LeastChange:
        """The smallest sets of facts whose change makes an option allowed."""
        from ssrules.least_change import least_change

        return least_change(self.machine, self.book, decision, path, fixed)

    def _due(self, case: Case) -> datetime.date | None:
        window, received_on = self._window, case.card.received_on
        if window is None or received_on is None:
            return None
        return due_from(window, self.book, received_on, case.as_of)

    def _next_change(self, case: Case) -> NextChange | None:
        for day in sorted(set(turning_days(self._dated, self.book, case))):
            changes = tuple(
                path
                for block, entries, read in self._blocks
                for path in self._changes(block, read(case, case.as_of), read(case, day))
            )
            if changes:
                return NextChange(on=day, changes=changes)
        return None

    def _changes(self, block: Block, now: Any, then: Any) -> tuple[str, ...]:
        if now == then:
            return ()
        entry = block.entries.get(now) or self.machine.learn(block, now)
        found = entry.later.get(then)
        if found is None:
            other = block.entries.get(then) or self.machine.learn(block, then)
            pairs = zip(entry.statuses, other.statuses, strict=True)
            found = tuple(f"{path}.status" for (path, one), (_, two) in pairs if one != two)
            entry.later[then] = found
        return found


def decide(case: Case, rulebook: RuleBook | None = None) -> Decision:
    """The decision on a case by a rule book, the default one if none is given."""
    return Decider.of(rulebook or RuleBook.default()).decide(case)
