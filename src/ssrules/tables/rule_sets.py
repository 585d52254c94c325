"""Rule sets: decision tables with inputs, requirements, rules, outputs and a hit policy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from ssrules.errors import RuleError, nearest_names
from ssrules.late import door
from ssrules.records.fact_table import FactTable
from ssrules.records.frozen import freeze
from ssrules.records.kinds import FactEnum
from ssrules.records.record import Record
from ssrules.tables import periods
from ssrules.tables.clauses import Clause
from ssrules.tables.documents import Document
from ssrules.tables.inputs import FactInput, Input, LongerAgoThan, OutcomeOf, Value
from ssrules.tables.rows import Requirement, Rule, check_kind, listed
from ssrules.words.speech import ENGLISH

if TYPE_CHECKING:
    from ssrules.tables.shown import RuleSetSheet


class HitPolicy(FactEnum):
    """How many rules may apply to a case, and what becomes of their outputs.

    UNIQUE: exactly one. ANY: one or more, which agree. COLLECT: any number, none included; list
    outputs are joined in the order of the rules.
    """

    UNIQUE = "UNIQUE"
    ANY = "ANY"
    COLLECT = "COLLECT"


def _inputs(given: Input | str | Iterable[Input | str]) -> tuple[Input, ...]:
    listed = (given,) if isinstance(given, str | Input) else given
    return tuple(FactInput(each) if isinstance(each, str) else each for each in listed)


def _hit_policy(given: str) -> HitPolicy:
    try:
        return HitPolicy(given)
    except ValueError:
        known = tuple(map(str, HitPolicy))
        data = {"value": given, "near": nearest_names(given, known), "known": known}
        raise RuleError.of("hit_policy", "no_hit_policy", **data) from None


def _names(given: str | Iterable[str] | None) -> tuple[str, ...] | None:
    return (given,) if isinstance(given, str) else given if given is None else tuple(given)


@attrs.frozen(kw_only=True, repr=False)
class RuleSet(Record):
    """A decision table.

    `name` is the path of its answer in a decision. `inputs` are `Input`s, or paths of facts.
    `outputs` names what its rules give, each with the values allowed, or None for any.
    All `requirements` must hold for its rules to be looked at. Two answers are the same if the
    outputs in `compare` are (None: all outputs). A rule set with `part_of` only adds to the answer
    of the rule set named there. Where rows are in force for a time, it asks in which period `as_of`
    falls (`AsOf`), and these rows ask for theirs. `deadline` names the input, a window in days or
    months after a date, of which the last day is told along with the answer.

    A rule set knows its facts by their paths alone until it stands in a book, which binds it to
    its class of facts.

    Raises `RuleError` for an id that is used twice, for an input, output or value that is not
    declared, with the nearest that is, for an output that is a list in one rule and one value in
    another, and for a rule that leaves out an output which has a value
    wherever the rules do not collect, unless None is among the values allowed.
    """

    name: str
    title: str
    inputs: tuple[Input, ...] = attrs.field(converter=_inputs)
    rules: tuple[Rule, ...] = attrs.field(converter=listed)
    outputs: Mapping[str, tuple[Any, ...] | None] = attrs.field(factory=dict, converter=freeze)
    hit_policy: HitPolicy = attrs.field(default=HitPolicy.UNIQUE, converter=_hit_policy)
    requirements: tuple[Requirement, ...] = attrs.field(default=(), converter=listed)
    compare: tuple[str, ...] | None = attrs.field(default=None, converter=_names)
    part_of: str = ""
    deadline: str = ""

    def __attrs_post_init__(self) -> None:
        check_kind(self.name, self.rules, Rule)
        check_kind(self.name, self.requirements, Requirement)
        seen: set[str] = set()
        for id_ in (*(each.code for each in self.requirements), *(each.id for each in self.rules)):
            if id_ in seen:
                raise RuleError.of(id_, "twice_in", rule_set=self.name)
            seen.add(id_)
        allowed = {input_.name: input_.values for input_ in self.inputs}
        if len(allowed) != len(self.inputs):
            raise RuleError.of(self.name, "input_twice")
        for requirement in self.requirements:
            _check_values(requirement.code, requirement.holds_if, allowed)
            _check_values(requirement.code, requirement.when, allowed)
        for rule in self.rules:
            _check_values(rule.id, rule.when, allowed)
            _check_outputs(rule, self.outputs)
            if self.hit_policy is not HitPolicy.COLLECT:
                _check_complete(rule, self.outputs)
        _check_lists(self.rules)
        window = next((each for each in self.inputs if each.name == self.deadline), None)
        if self.deadline and not isinstance(window, LongerAgoThan):
            windows = [each.name for each in self.inputs if isinstance(each, LongerAgoThan)]
            raise RuleError.of(self.name, "no_window", **_near(self.deadline, windows))
        for output in self.compare or ():
            if output not in self.outputs:
                raise RuleError.of(self.name, "compares", **_near(output, self.outputs))
        ids = [each.id for each in self.rules]
        for rule in self.rules:
            for general in rule.exception_to:
                if general not in ids or general == rule.id:
                    raise RuleError.of(rule.id, "no_exception", **_near(general, ids))
        self._ask_for_periods()

    def _ask_for_periods(self) -> None:
        """Let rows that are in force for a time ask for the periods in which they are."""
        old = self.inputs
        new = periods.calendar(old, (*self.requirements, *self.rules))
        rules = tuple(periods.placed(each, each.id, old, new) for each in self.rules)
        rows = tuple(periods.placed(each, each.code, old, new) for each in self.requirements)
        for field, value in (("inputs", new), ("rules", rules), ("requirements", rows)):
            object.__setattr__(self, field, value)

    def bound(self, facts: FactTable) -> RuleSet:
        """The same rule set with its inputs and documents bound to a table of facts.

        Raises `RuleError` for an input that is no fact there, or a value that it never has.
        """
        for document in documents_of(self.rules):
            document.check(facts)
        inputs = tuple(each.bound(facts) for each in self.inputs)
        return self if inputs == self.inputs else attrs.evolve(self, inputs=inputs)

    @property
    def window(self) -> LongerAgoThan | None:
        """The input that its deadline is the end of."""
        found = (each for each in self.inputs if each.name == self.deadline)
        return next((each for each in found if isinstance(each, LongerAgoThan)), None)

    def sheet(self, *, language: str = ENGLISH) -> RuleSetSheet:
        """The rule set as a decision table with its citations: printed, and in a notebook.

        Raises `UnknownNameError` for a language that is not known.
        """
        with door:
            from ssrules.tables.shown import RuleSetSheet
            from ssrules.words.speech import words

        return RuleSetSheet(self, words(language))

    def __str__(self) -> str:
        return str(self.sheet())

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """How a notebook shows it, in English; `sheet(language="zh")` in Chinese."""
        return self.sheet()._repr_mimebundle_()

    @property
    def compared(self) -> tuple[str, ...]:
        """The outputs by which two answers are the same or differ."""
        return tuple(self.outputs) if self.compare is None else self.compare

    def outcome(self, output: str) -> OutcomeOf:
        """One of its outputs as an input of another rule set.

        Raises `RuleError` for an output that is not declared, or whose values are not.
        """
        if output not in self.outputs:
            raise RuleError.of(self.name, "has_no_output", **_near(output, self.outputs))
        values = self.outputs[output]
        if values is None:
            raise RuleError.of(self.name, "values_not_said", name=output)
        return OutcomeOf(self.name, output, values)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause that the rules, requirements and readings rest on, without repeats."""
        rows: tuple[Requirement | Rule, ...] = (*self.requirements, *self.rules)
        cited = (clause for row in rows for clause in row.cites)
        read = (clause for row in rows for note in row.readings for clause in note.rests_on)
        return tuple(dict.fromkeys((*cited, *read)))


def documents_of(rules: Iterable[Rule]) -> Iterator[Document]:
    """Every document that rules give in some output."""
    for rule in rules:
        for value in rule.then.values():
            given = value if isinstance(value, tuple) else (value,)
            yield from (each for each in given if isinstance(each, Document))


def _near(name: object, known: Iterable[str]) -> dict[str, Any]:
    """A name that is not known, the nearest that are, and all of them."""
    known = tuple(known)
    return {"name": name, "near": nearest_names(name, known), "known": known}


def _check_values(
    where: str, when: Mapping[str, tuple[Value, ...]], allowed: Mapping[str, tuple[Value, ...]]
) -> None:
    for name, values in when.items():
        if name not in allowed:
            raise RuleError.of(where, "asks_no_input", **_near(name, allowed))
        if not allowed[name]:
            continue  # a fact that is not bound yet
        for value in values:
            if not any(type(value) is type(each) and value == each for each in allowed[name]):
                known = tuple(str(each).lower() for each in allowed[name])
                data = {**_near(value, known), "name": name, "value": value}
                raise RuleError.of(where, "never", **data)


def _check_outputs(rule: Rule, outputs: Mapping[str, tuple[Any, ...] | None]) -> None:
    for name, value in rule.then.items():
        if name not in outputs:
            raise RuleError.of(rule.id, "gives_no_output", **_near(name, outputs))
        allowed = outputs[name]
        if allowed is not None and value not in allowed:
            known = tuple(str(each) for each in allowed)
            data = {**_near(value, known), "name": name, "value": value}
            raise RuleError.of(rule.id, "never", **data)


def _check_lists(rules: Iterable[Rule]) -> None:
    lists: dict[str, str] = {}
    others: dict[str, str] = {}
    for rule in rules:
        for name, value in rule.then.items():
            if value is not None:
                (lists if isinstance(value, tuple) else others).setdefault(name, rule.id)
    for name in lists.keys() & others.keys():
        raise RuleError.of(lists[name], "list_and_one", name=name, other=others[name])


def _check_complete(rule: Rule, outputs: Mapping[str, tuple[Any, ...] | None]) -> None:
    for name, allowed in outputs.items():
        if name not in rule.then and (allowed is None or None not in allowed):
            raise RuleError.of(rule.id, "leaves_out", name=name)
