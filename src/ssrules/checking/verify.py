"""Verifying a rule book: every rule set over its whole space, and every citation.

Where a rule set that is asked gives no answer, that is found there, and the cell is passed over in
the rule sets that ask it.
"""

from __future__ import annotations

import contextlib
import datetime
import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from ssrules.checking.citations import citation_findings
from ssrules.checking.findings import Finding, FindingKind, Report
from ssrules.checking.following import Passed, causes_first, linked
from ssrules.checking.layered import layer_findings
from ssrules.checking.regions import Box, boxes
from ssrules.checking.told import Sentences, told_in
from ssrules.checking.witness import Side, Space
from ssrules.checking.worked import worked_findings
from ssrules.deciding.cells import Table, contradiction, merged
from ssrules.deciding.machine import Machine
from ssrules.engines import Cell
from ssrules.errors import RuleError
from ssrules.records.frozen import FrozenDict
from ssrules.tables.book import Book
from ssrules.tables.clauses import Certainty
from ssrules.tables.inputs import AsOf, OutcomeOf, Value
from ssrules.tables.rows import Requirement, Rule
from ssrules.tables.rule_sets import HitPolicy, RuleSet
from ssrules.words.speech import ENGLISH

Effect = tuple[Any, ...]
"""What a cell's rows bring about, but for the names of the rows: equal for the same effect."""
FAULT = "fault"


def verify(
    book: Book,
    on: datetime.date | None = None,
    certainty: Certainty | None = None,
    language: str = ENGLISH,
) -> Report:
    """Everything that is wrong with a book.

    Citations are looked at as of the day `on`; without it, a clause that lapses on any day is out
    of force, because no rule does. With a certainty, rows are told that rest on less. Raises
    `UnknownNameError` for a language that is not known.
    """
    tell = told_in(language, book)
    machine = Machine.of(book)
    findings: list[Finding] = []
    of_rules: dict[str, tuple[Finding, ...]] = {}
    cells = 0
    for name, table in machine.tables.items():
        seen = Examined(book, table, tell)
        cells += seen.cells
        of_rules[name] = seen.linked(of_rules)
        findings += of_rules[name]
        findings += citation_findings(book, table, seen.shown(), tell, on, certainty)
    findings += worked_findings(book, tell)
    findings += layer_findings(book, tell)
    return Report(
        findings=causes_first(findings),
        rule_set_count=len(machine.tables),
        cells=cells,
        told=tell,
        anew=functools.partial(verify, book, on, certainty),
    )


@attrs.frozen(eq=False)
class Pattern:
    """Rows that fire together in some cells, and the cells."""

    failed: tuple[Requirement, ...]
    rules: tuple[Rule, ...]
    broken: str
    """How the rules break the hit policy, "" where they do not or are not looked at."""
    effect: Effect
    cells: list[Cell] = attrs.field(factory=list)


class Examined:
    """One rule set, with every cell of its space sorted by the rows that fire in it."""

    def __init__(self, book: Book, table: Table, tell: Sentences) -> None:
        self.tell = tell
        self.table = table
        self.first_day = book.covers_from or datetime.date.min
        self.rule_set = table.rule_set
        self.space = Space(Side.of(book, table), tell=tell)
        self.patterns: dict[tuple[int, ...], Pattern] = {}
        self.unanswered: dict[tuple[str, str], list[Cell]] = {}
        self.effects: dict[tuple[Value, ...], Effect] = {}
        self.passed = Passed(self.rule_set)
        self.first: Cell | None = None
        self.cells = 0
        for cell in self.space.cells():
            self.cells += 1
            self.first = self.first or cell
            self._look(cell)

    def findings(self) -> Iterator[Finding]:
        """What is wrong, kind by kind."""
        if self.first is not None:
            yield from self._gaps()
            yield from self._conflicts()
            yield from self._unreachable()
            yield from self._redundant()
            yield from self._idle_inputs()

    def linked(self, before: Mapping[str, Sequence[Finding]]) -> tuple[Finding, ...]:
        """What is wrong, with what it follows from; `before` is that of the rule sets before."""
        names = [input_.name for input_ in self.rule_set.inputs]
        seen = {name: {values[at] for values in self.effects} for at, name in enumerate(names)}
        open_somewhere = any(not each.failed for each in self.patterns.values())
        return tuple(
            linked(
                self.rule_set,
                tuple(self.findings()),
                before,
                self.passed,
                seen,
                open_somewhere=open_somewhere,
            )
        )

    def shown(self) -> dict[str, Any]:
        """For each row a case in which it decides, and for "" any case."""
        found: dict[str, Any] = {}
        if self.first is not None:
            found[""] = self.space.case(self.first)
        for pattern in self.patterns.values():
            case = self.space.case(pattern.cells[0])
            for row in pattern.failed or pattern.rules:
                found.setdefault(row.code if isinstance(row, Requirement) else row.id, case)
        return found

    def _look(self, cell: Cell) -> None:
        numbers = self.space.numbers(cell)
        try:
            values = self._values(numbers)
            fired = self.table.fired(numbers)
        except _UnansweredError as silent:
            self.unanswered.setdefault((silent.rule_set, silent.output), []).append(cell)
            return
        except RuleError as error:
            self.passed.add(error.where, self._known(numbers))
            return
        pattern = self.patterns.get(fired)
        if pattern is None:
            pattern = self.patterns[fired] = self._pattern(fired)
        pattern.cells.append(cell)
        self.effects[values] = pattern.effect

    def _values(self, numbers: Cell) -> tuple[Value, ...]:
        """The value of every input in a cell. Raises `RuleError` where a rule set asked fails."""
        known = {
            input_: axis.value(number, input_)
            for axis, number in zip(self.table.all_axes, numbers, strict=True)
            for input_ in axis.inputs
        }
        values: list[Value] = []
        for input_ in self.rule_set.inputs:
            if not isinstance(input_, OutcomeOf):
                values.append(known[input_])
                continue
            found = self.table.upstream_outcome(input_, numbers).outputs.get(input_.output)
            if found is None or found not in input_.values:
                raise _UnansweredError(input_.rule_set, input_.output)
            values.append(found)
        return tuple(values)

    def _known(self, numbers: Cell) -> dict[str, Value | None]:
        """The value of every input in a cell, None where a rule set that is asked gives none."""
        known: dict[str, Value | None] = {
            input_.name: axis.value(number, input_)
            for axis, number in zip(self.table.all_axes, numbers, strict=True)
            for input_ in axis.inputs
        }
        for input_ in self.rule_set.inputs:
            if isinstance(input_, OutcomeOf):
                known[input_.name] = None
                with contextlib.suppress(RuleError):
                    outputs = self.table.upstream_outcome(input_, numbers).outputs
                    known[input_.name] = outputs.get(input_.output)
        return known

    def _pattern(self, fired: Sequence[int]) -> Pattern:
        rows = [self.table.rows[at] for at in fired]
        failed = tuple(row for row in rows if isinstance(row, Requirement))
        rules = tuple(row for row in rows if isinstance(row, Rule))
        broken = "" if failed else contradiction(self.rule_set, rules)
        return Pattern(failed, rules, broken, _effect(self.rule_set, failed, rules))

    def _finding(
        self, kind: FindingKind, message: str, cell: Cell, rules: tuple[str, ...] = ()
    ) -> Finding:
        return Finding(
            kind=kind,
            rule_set=self.rule_set.name,
            rules=rules,
            message=message,
            case=self.space.case(cell),
            title=self.rule_set.title,
            told=self.tell,
        )

    def _gaps(self) -> Iterator[Finding]:
        for asked, cells in self.unanswered.items():
            for box in boxes(cells):
                message = self.tell.unanswered(*asked, [self.space.where(box)])
                yield self._finding(FindingKind.GAP, message, _first(box))
        for pattern in self._faulty():
            for box in () if pattern.rules else boxes(pattern.cells):
                message = self.tell.breaks(pattern.broken, (), [self.space.where(box)])
                yield self._finding(FindingKind.GAP, message, _first(box))

    def _conflicts(self) -> Iterator[Finding]:
        for pattern in self._faulty():
            if pattern.rules:
                ids = tuple(rule.id for rule in pattern.rules)
                where = [self.space.where(box) for box in boxes(pattern.cells)]
                message = self.tell.breaks(pattern.broken, ids, where)
                yield self._finding(FindingKind.CONFLICT, message, pattern.cells[0], ids)

    def _unreachable(self) -> Iterator[Finding]:
        failing = {row.code for each in self.patterns.values() for row in each.failed}
        applying = {
            row.id for each in self.patterns.values() if not each.failed for row in each.rules
        }
        for row in self.table.rows:
            if isinstance(row, Requirement) and row.code not in failing:
                message = self.tell.unreachable(row.code, requirement=True)
                cell = self._nearest(row.when, row.holds_if)
                yield self._finding(FindingKind.UNREACHABLE, message, cell, (row.code,))
            elif isinstance(row, Rule) and row.id not in applying and not self._is_over(row):
                cell = self._nearest(row.when)
                message = self.tell.unreachable(row.id, requirement=False)
                yield self._finding(FindingKind.UNREACHABLE, message, cell, (row.id,))

    def _is_over(self, row: Rule) -> bool:
        """Whether a row is in force only before the first day that the book covers."""
        return row.validity.end is not None and row.validity.end <= self.first_day

    def _nearest(
        self,
        when: Mapping[str, tuple[Value, ...]],
        fails: Mapping[str, tuple[Value, ...]] = FrozenDict(),
    ) -> Cell:
        """The cell that meets most conditions of a row, and in which the table has an answer.

        Of a requirement the condition in `fails` must fail.
        """
        names = [input_.name for input_ in self.rule_set.inputs]
        best, most = self.first or (), -1
        for pattern in self.patterns.values():
            for cell in pattern.cells:
                values = dict(zip(names, self._values(self.space.numbers(cell)), strict=True))
                met = sum(values[name] in allowed for name, allowed in when.items())
                met += sum(values[name] not in allowed for name, allowed in fails.items())
                met = 2 * met + (not pattern.failed)
                if met > most:
                    best, most = cell, met
        return best

    def _redundant(self) -> Iterator[Finding]:
        for row in self.table.rows:
            if isinstance(row, Requirement):
                where = [each for each in self.patterns.values() if row in each.failed]
                if where and all(len(each.failed) > 1 for each in where):
                    others = _shared([each.code for each in one.failed] for one in where)
                    ids = (row.code, *(code for code in others if code != row.code))
                    message = self.tell.redundant(row.code, ids[1:], requirement=True)
                    yield self._finding(FindingKind.REDUNDANT, message, where[0].cells[0], ids)
                continue
            where = [
                each for each in self.patterns.values() if row in each.rules and not each.failed
            ]
            if where and all(self._same_without(row, each) for each in where):
                others = _shared([each.id for each in one.rules] for one in where)
                ids = (row.id, *(id_ for id_ in others if id_ != row.id))
                message = self.tell.redundant(row.id, ids[1:], requirement=False)
                yield self._finding(FindingKind.REDUNDANT, message, where[0].cells[0], ids)

    def _same_without(self, rule: Rule, pattern: Pattern) -> bool:
        rest = tuple(each for each in pattern.rules if each is not rule)
        return not pattern.broken and _effect(self.rule_set, (), rest) == pattern.effect

    def _idle_inputs(self) -> Iterator[Finding]:
        rows = self.table.rows
        asked = {name for row in rows for name in _asked(row)}
        for at, input_ in enumerate(self.rule_set.inputs):
            if isinstance(input_, AsOf) and any(map(self._is_over, self.rule_set.rules)):
                continue  # it tells rows apart on days that are not covered
            if input_.name not in asked:
                message = self.tell.idle(input_.name, asked=False)
            elif self._idle(at):
                message = self.tell.idle(input_.name, asked=True)
            else:
                continue
            cell = next((each.cells[0] for each in self.patterns.values()), self.first or ())
            yield self._finding(FindingKind.IDLE_INPUT, message, cell, (input_.name,))

    def _idle(self, at: int) -> bool:
        """Whether an input never differs, or cells that differ in it alone have the same effect.

        One that the other inputs settle is not idle: no two cells differ in it alone.
        """
        effects: dict[tuple[Value, ...], Effect] = {}
        pairs = False
        for values, effect in self.effects.items():
            rest = (*values[:at], *values[at + 1 :])
            if rest not in effects:
                effects[rest] = effect
            elif effects[rest] != effect:
                return False
            else:
                pairs = True
        return pairs or len({values[at] for values in self.effects}) == 1

    def _faulty(self) -> list[Pattern]:
        return [each for each in self.patterns.values() if each.broken]


def _first(box: Box) -> Cell:
    """The first cell of a box."""
    return tuple(min(each) for each in box)


class _UnansweredError(Exception):
    """A rule set that is asked applies rules, and none of them gives the output asked for."""

    def __init__(self, rule_set: str, output: str) -> None:
        super().__init__(rule_set, output)
        self.rule_set, self.output = rule_set, output


def _asked(row: Requirement | Rule) -> Iterator[str]:
    """The names of the inputs that a row asks."""
    yield from row.when
    if isinstance(row, Requirement):
        yield from row.holds_if


def _effect(rule_set: RuleSet, failed: Sequence[Requirement], rules: Sequence[Rule]) -> Effect:
    """What rows bring about; a rule that gives nothing is there to be named as a reason."""
    if failed:
        return ("refused",)
    if contradiction(rule_set, rules):
        return (FAULT, not rules)
    named = rule_set.hit_policy is HitPolicy.COLLECT or not rule_set.outputs
    reasons = tuple(rule.id for rule in rules if named and not rule.then)
    return ("open", merged(rule_set, rules), reasons)


def _shared(lists: Iterator[list[str]]) -> list[str]:
    """The ids that stand in all lists, in the order of the first."""
    first, *others = lists
    return [id_ for id_ in first if all(id_ in other for other in others)]
