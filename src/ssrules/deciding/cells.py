"""Cells: what a rule set answers at one point of its space, facts known or unknown.

A point whose facts are all known is a cell; an engine says which rows fire there. A point with
unknown facts stands for all its completions, the cells that it may turn out to be, and is answered
by looking at every one of them, so that the answer is exact.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from ssrules.deciding.axes import Axis, Leaf, axes_over, bits
from ssrules.engines import Cell, Engine, Row
from ssrules.errors import RuleError
from ssrules.late import door
from ssrules.records.frozen import FrozenDict
from ssrules.tables.inputs import Input, OutcomeOf
from ssrules.tables.memory import Remembered
from ssrules.tables.rows import Requirement, Rule
from ssrules.tables.rule_sets import HitPolicy, RuleSet

if TYPE_CHECKING:
    from ssrules.records.text import Text

Point = tuple[int, ...]
"""One number for each axis of a table; a negative one is unknown."""

REMEMBERED_ANSWERS = 20_000
"""How many answers a table keeps."""
MOST_CELLS = 1 << 20
"""How many cells that differ in their rules a rule set may have."""


@attrs.frozen
class Outcome:
    """What the rules give in one cell; the same object in all cells where the same rows fire.

    `reasons` are the ids of the rules that apply or the codes of the requirements that fail;
    `outputs` is empty where it is refused; `value` is what other outcomes are compared with.
    """

    reasons: tuple[str, ...]
    refused: bool
    outputs: Mapping[str, Any]
    value: object


@attrs.frozen(eq=False)
class Answer:
    """What the rules give at a point.

    `outcome` is the outcome of every completion (of one of them, where these differ in what is not
    compared), or None where they differ. `certain` holds what every completion gives: an output's
    value if it is the same in all, for a list the items that stand in all. `possible` holds for
    each list the items that stand in some. `needs` are the paths of the facts that can change it.
    """

    outcome: Outcome | None
    because: tuple[str, ...]
    clauses: tuple[str, ...]
    needs: frozenset[str]
    certain: Mapping[str, Any]
    possible: Mapping[str, tuple[Any, ...]]


class Kinds(dict[int, int]):
    """For each number on an axis that was met, unknown or not, the one that stands for its kind."""

    def __init__(self, axis: Axis, classes: Sequence[int]) -> None:
        super().__init__(enumerate(classes))
        self._axis = axis
        self._classes = classes

    def __missing__(self, code: int) -> int:
        possible = {self._classes[number] for number in bits(self._axis.possible(code))}
        mask = sum(1 << kind for kind in possible)
        unknown = self._axis.unknown(mask, -code >> self._axis.size)
        return self.setdefault(code, unknown if len(possible) > 1 else possible.pop())


class Table:
    """One rule set made ready to answer; the tables that it asks are given by name."""

    def __init__(self, rule_set: RuleSet, engine: Engine, upstream: Mapping[str, Table]) -> None:
        self.rule_set = rule_set
        self.rows: tuple[Requirement | Rule, ...] = (*rule_set.requirements, *rule_set.rules)
        self._asks = {
            input_.rule_set: upstream[input_.rule_set]
            for input_ in rule_set.inputs
            if isinstance(input_, OutcomeOf)
        }
        self.lowered = tuple(_lower(row, rule_set.inputs) for row in self.rows)
        self._fire = engine.compile(self.lowered)
        self.all_axes = axes_over(self._leaves())
        self._places = {name: self._place(table) for name, table in self._asks.items()}
        self._reads = tuple(self._read(input_) for input_ in rule_set.inputs)
        self._class_of = tuple(self._classes(axis) for axis in self.all_axes)
        self._kind_of = tuple(map(Kinds, self.all_axes, self._class_of))
        self._outcomes: dict[Cell, Outcome] = {}
        self._outcome_of: dict[tuple[int, ...], Outcome] = {}
        self._answers: Remembered[Point, Answer] = Remembered(REMEMBERED_ANSWERS)
        self._order = {self._id(row): at for at, row in enumerate(self.rows)}
        self._exceptions = {
            at: frozenset(self._order[each] for each in row.exception_to)
            for at, row in enumerate(self.rows)
            if isinstance(row, Rule) and row.exception_to
        }
        kinds = 1
        for classes in self._class_of:
            kinds *= len(set(classes))
        if kinds > MOST_CELLS:
            raise RuleError.of(rule_set.name, "too_many_cells", count=kinds)

    @property
    def kinds(self) -> tuple[tuple[int, ...], ...]:
        """For each axis, and each number on it, the lowest number that no rule tells from it."""
        return self._class_of

    def cells(self) -> Iterator[Cell]:
        """Every cell of its space, in order: one number for each of `all_axes`."""
        return itertools.product(*(range(axis.size) for axis in self.all_axes))

    def distinct_cells(self) -> Iterator[Cell]:
        """One cell for each kind that its rules tell apart."""
        return itertools.product(*(sorted(set(classes)) for classes in self._class_of))

    def fired(self, cell: Cell) -> tuple[int, ...]:
        """The positions in `rows` of the requirements that fail and the rules that apply."""
        fired = self._fire(tuple([read(cell) for read in self._reads]))
        if not self._exceptions:
            return fired
        set_aside = {each for at in fired for each in self._exceptions.get(at, ())}
        return tuple([at for at in fired if at not in set_aside])

    def outcome(self, cell: Cell) -> Outcome:
        """What the rules give in a cell.

        Raises `RuleError` where no rule applies though one must, or where rules contradict.
        """
        return self._outcome(
            tuple([classes[at] for classes, at in zip(self._class_of, cell, strict=True)])
        )

    def _outcome(self, kind: Cell) -> Outcome:
        """What the rules give in the cell that stands for a kind."""
        found = self._outcomes.get(kind)
        if found is None:
            found = self._outcomes[kind] = self._worked_out(kind)
        return found

    def answer(self, point: Point) -> Answer:
        """What the rules give at a point, unknown facts and all. Raises as `outcome` does."""
        kind = tuple([kinds[code] for kinds, code in zip(self._kind_of, point, strict=True)])
        found = self._answers.get(kind)
        if found is None:
            found = self._answers.keep(kind, self._answer(kind))
        return found

    def completions(self, point: Point) -> list[Cell]:
        """The cells that a point may turn out to be, one of each kind."""
        return list(itertools.product(*self._choices(point)))

    def _choices(self, point: Point) -> list[list[int]]:
        """For each axis the kinds that are possible at a point."""
        return [
            sorted({classes[number] for number in bits(axis.possible(code))})
            for axis, classes, code in zip(self.all_axes, self._class_of, point, strict=True)
        ]

    def clauses_of(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The ids of the clauses that rules or requirements cite, without repeats."""
        rows = (self.rows[self._order[id_]] for id_ in ids)
        return tuple(dict.fromkeys(clause.id for row in rows for clause in row.cites))

    @staticmethod
    def _id(row: Requirement | Rule) -> str:
        return row.id if isinstance(row, Rule) else row.code

    def _leaves(self) -> Iterator[Leaf]:
        for input_ in self.rule_set.inputs:
            if isinstance(input_, OutcomeOf):
                yield from self._asks[input_.rule_set]._leaves()
            else:
                yield input_

    def _classes(self, axis: Axis) -> tuple[int, ...]:
        """For each number of an axis the lowest number that no rule tells apart from it."""
        seen: dict[object, int] = {}
        return tuple(
            seen.setdefault(self._signature(axis, number), number) for number in range(axis.size)
        )

    def _signature(self, axis: Axis, number: int) -> object:
        """What rules can tell of a number on an axis: equal for numbers that none tells apart."""
        own = tuple(
            tuple(input_.values.index(axis.value(number, input_)) in values for values in asked)
            for position, input_ in enumerate(self.rule_set.inputs)
            if input_ in axis.inputs and not isinstance(input_, OutcomeOf)
            for asked in [[row[position] for row in map(dict, self.lowered) if position in row]]
        )
        asked = tuple(
            classes[axis.onto(other, number)]
            for table in self._asks.values()
            for other, classes in zip(table.all_axes, table._class_of, strict=True)
            if axis.spans(other)
        )
        return own, asked

    def upstream_outcome(self, input_: OutcomeOf, cell: Cell) -> Outcome:
        """What the rule set that an input asks gives in a cell of this one."""
        kind = tuple([kinds[cell[at]] for at, kinds in self._places[input_.rule_set]])
        return self._asks[input_.rule_set]._outcome(kind)

    def asked_axes(self) -> Iterator[tuple[int, ...]]:
        """For each rule set that is asked, nearest first, the places of the axes it rests on."""
        for table in self._asks.values():
            spanned = (
                at
                for at, own in enumerate(self.all_axes)
                if any(own.spans(axis) for axis in table.all_axes)
            )
            yield tuple(spanned)

    def _place(self, upstream: Table) -> tuple[tuple[int, tuple[int, ...]], ...]:
        """For each axis of another table: where the own one stands that spans it, and the kinds."""
        found: list[tuple[int, tuple[int, ...]]] = []
        for axis, classes in zip(upstream.all_axes, upstream._class_of, strict=True):
            at, own = next((at, own) for at, own in enumerate(self.all_axes) if own.spans(axis))
            found.append((at, tuple(classes[own.onto(axis, each)] for each in range(own.size))))
        return tuple(found)

    def _read(self, input_: Input) -> Callable[[Cell], int]:
        """How the number of an input's value is read off a cell."""
        if isinstance(input_, OutcomeOf):
            return lambda cell: input_.values.index(
                self.upstream_outcome(input_, cell).outputs[input_.output]
            )
        at, axis = next(
            (at, axis) for at, axis in enumerate(self.all_axes) if input_ in axis.inputs
        )
        values = (axis.value(number, input_) for number in range(axis.size))
        numbers = tuple(input_.values.index(value) for value in values)
        return lambda cell: numbers[cell[at]]

    def _worked_out(self, cell: Cell) -> Outcome:
        fired = self.fired(cell)
        found = self._outcome_of.get(fired)
        if found is None:
            found = self._outcome_of.setdefault(fired, self._given_by(fired, cell))
        return found

    def _given_by(self, rows: tuple[int, ...], cell: Cell) -> Outcome:
        """What the rows that fire in a cell give together."""
        fired = [self.rows[at] for at in rows]
        failed = tuple(row.code for row in fired if isinstance(row, Requirement))
        if failed:
            return Outcome(failed, True, FrozenDict(), (False,))
        rules = [row for row in fired if isinstance(row, Rule)]
        broken = contradiction(self.rule_set, rules)
        if broken:
            data = {"rules": tuple(rule.id for rule in rules), "where": self.described(cell)}
            raise RuleError.of(self.rule_set.name, broken, **data)
        outputs = merged(self.rule_set, rules)
        value = (True, *(outputs.get(name) for name in self.rule_set.compared))
        return Outcome(tuple(rule.id for rule in rules), False, FrozenDict(outputs), value)

    def describe(self, cell: Cell) -> str:
        """A cell in words: the value of every input."""
        return ", ".join(self.described(cell))

    def described(self, cell: Cell) -> tuple[Text, ...]:
        """The value of every input in a cell, in words."""
        with door:
            from ssrules.records.text import Text

        told = (
            (input_.name, str(axis.value(number, input_)).lower())
            for axis, number in zip(self.all_axes, cell, strict=True)
            for input_ in axis.inputs
        )
        return tuple(Text(f"{name} is {value}", zh=f"{name} 为 {value}") for name, value in told)

    def _answer(self, point: Point) -> Answer:
        outcomes = [self._outcome(cell) for cell in self.completions(point)]
        different = tuple({id(each): each for each in outcomes}.values())
        determined = all(outcome.value == outcomes[0].value for outcome in different)
        because = self._because(different) if determined else ()
        needs = frozenset[str]() if determined else self._needs(point, outcomes)
        return Answer(
            outcome=outcomes[0] if determined else None,
            because=because,
            clauses=self.clauses_of(because),
            needs=needs,
            certain=_certain([outcome.outputs for outcome in different]),
            possible=self._possible(different),
        )

    def _because(self, outcomes: Sequence[Outcome]) -> tuple[str, ...]:
        """The reasons of every completion; if they share none, those that are one's only one."""
        shared = set(outcomes[0].reasons).intersection(*(each.reasons for each in outcomes))
        only = {each.reasons[0] for each in outcomes if len(each.reasons) == 1}
        return tuple(sorted(shared or only, key=self._order.__getitem__))

    def _needs(self, point: Point, outcomes: Sequence[Outcome]) -> frozenset[str]:
        """The unknown facts that alone, all others staying, can change the value."""
        values = [outcome.value for outcome in outcomes]
        needed: list[str] = []
        step = len(values)
        for axis, code, choices in zip(self.all_axes, point, self._choices(point), strict=True):
            # The last axis turns fastest: completions a step apart differ on this axis alone.
            reach, step = step, step // len(choices)
            starts = (at + on for at in range(0, len(values), reach) for on in range(step))
            if len(choices) > 1 and not all(
                _all_equal(values[at : at + reach : step]) for at in starts
            ):
                needed += axis.missing(code)
        return frozenset(needed)

    def _possible(self, outcomes: Sequence[Outcome]) -> FrozenDict[str, tuple[Any, ...]]:
        """For each list the items of all rules that apply in some outcome, in their order."""
        applying = {id_ for each in outcomes if not each.refused for id_ in each.reasons}
        possible: dict[str, tuple[Any, ...]] = {}
        for rule in self.rule_set.rules:
            for name, value in rule.then.items() if rule.id in applying else ():
                if isinstance(value, tuple):
                    possible[name] = tuple(dict.fromkeys((*possible.get(name, ()), *value)))
        return FrozenDict(possible)


def _all_equal(values: Sequence[object]) -> bool:
    return values.count(values[0]) == len(values)


BREAKS = {
    "no_rule": "no rule applies",
    "several_rules": "more than one rule applies ({})",
    "rules_disagree": "rules that apply together disagree ({})",
}


def contradiction(rule_set: RuleSet, rules: Sequence[Rule]) -> str:
    """How the rules that apply together break the hit policy, as a code; "" where they do not."""
    if rule_set.hit_policy is HitPolicy.COLLECT:
        return ""
    if not rules:
        return "no_rule"
    if rule_set.hit_policy is HitPolicy.UNIQUE and len(rules) > 1:
        return "several_rules"
    if any(rule.then != rules[0].then for rule in rules):
        return "rules_disagree"
    return ""


def merged(rule_set: RuleSet, rules: Sequence[Rule]) -> dict[str, Any]:
    """The outputs of the rules that apply together; where they collect, lists are joined."""
    outputs: dict[str, Any] = {}
    for rule in rules:
        for name, value in rule.then.items():
            if name in outputs and isinstance(value, tuple) and _collects(rule_set):
                value = outputs[name] + tuple(each for each in value if each not in outputs[name])
            outputs[name] = value
    return outputs


def _collects(rule_set: RuleSet) -> bool:
    return rule_set.hit_policy is HitPolicy.COLLECT


def _lower(row: Requirement | Rule, inputs: Sequence[Input]) -> Row:
    """A row in numbers; a requirement fires where it fails."""
    holds_if = {} if isinstance(row, Rule) else row.holds_if
    return tuple(
        (
            position,
            frozenset(
                number
                for number, value in enumerate(input_.values)
                if value in row.when.get(input_.name, (value,))
                and value not in holds_if.get(input_.name, ())
            ),
        )
        for position, input_ in enumerate(inputs)
        if input_.name in row.when or input_.name in holds_if
    )


def _certain(found: Sequence[Mapping[str, Any]]) -> FrozenDict[str, Any]:
    certain: dict[str, Any] = {}
    for name, value in found[0].items():
        others = [each.get(name) for each in found]
        if isinstance(value, tuple):
            kept = [item for item in value if all(item in (each or ()) for each in others)]
            certain[name] = tuple(kept)
        elif all(each == value for each in others):
            certain[name] = value
    return FrozenDict(certain)
