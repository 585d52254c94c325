"""Decision tables as data: clauses, documents, parameters, rules, rule sets.

The terms are those of DMN: a rule set is a decision table with inputs, rules (its rows), outputs
and a hit policy. Nothing here decides anything.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ssrules.errors import RuleError, nearest
from ssrules.records.frozen import FrozenDict, freeze
from ssrules.records.kinds import FactEnum
from ssrules.records.record import Record
from ssrules.tables.inputs import FactInput, Input, OutcomeOf, Value


class HitPolicy(FactEnum):
    """How many rules may apply to a case, and what becomes of their outputs.

    UNIQUE: exactly one. ANY: one or more, which agree. COLLECT: any number, none included; list
    outputs are joined in the order of the rules.
    """

    UNIQUE = "UNIQUE"
    ANY = "ANY"
    COLLECT = "COLLECT"


@attrs.frozen(kw_only=True, repr=False)
class Clause(Record):
    """A clause of law, or of the source, with its words.

    `version` is the date of the text that is quoted; `in_force_from` and `in_force_to` are the
    first and the last day of its validity, inclusive, None where there is no such day.
    """

    id: str
    title: str
    words: str
    language: str
    version: datetime.date
    in_force_from: datetime.date | None = None
    in_force_to: datetime.date | None = None


@attrs.frozen(kw_only=True, repr=False)
class Reading(Record):
    """How an ambiguous clause is read here, the other reading, and what the choice rests on."""

    chosen: str
    other: str
    rests_on: tuple[Clause, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class Document(Record):
    """A document to be brought: at hand if all of some facts hold, and one of some others.

    `all_of` and `any_of` hold paths of facts about documents; an empty one asks for nothing.
    """

    code: str
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        for path in self.facts:
            if FactInput(path).values != (False, True):
                raise RuleError(f"document {self.code!r}", f"{path} is not true or false")
        if not self.facts:
            raise RuleError(f"document {self.code!r}", "needs a fact that tells it is at hand")

    @property
    def facts(self) -> tuple[str, ...]:
        """The paths of the facts that tell whether the document is at hand."""
        return self.all_of + self.any_of

    @classmethod
    def of(cls, fact: str) -> Document:
        """The document that a single fact `documents.<code>` tells of."""
        return cls(code=fact.removeprefix("documents."), all_of=(fact,))


def _clauses(given: Clause | Iterable[Clause]) -> tuple[Clause, ...]:
    return (given,) if isinstance(given, Clause) else tuple(given)


@attrs.frozen(kw_only=True, repr=False)
class Parameter(Record):
    """A number or a yes or no that a locality or a year may change.

    `unit` says in what it counts ("days", "years"), or is "" for a yes or no. `lowest` and
    `highest` bound a number, both inclusive.
    """

    name: str
    title: str
    unit: str
    default: int | bool
    cites: tuple[Clause, ...] = attrs.field(converter=_clauses)
    lowest: int = 0
    highest: int | None = None
    readings: tuple[Reading, ...] = ()

    def __attrs_post_init__(self) -> None:
        _must_cite(f"parameter {self.name!r}", self.cites)


def _values(given: Mapping[str, Any]) -> FrozenDict[str, tuple[Value, ...]]:
    """The values that a row allows each input, a single one being a tuple of one."""
    listed = {
        name: (values,) if isinstance(values, str | bool) else tuple(values)
        for name, values in given.items()
    }
    return FrozenDict(
        {
            name: tuple(str(each) if isinstance(each, str) else each for each in values)
            for name, values in listed.items()
        }
    )


def _must_cite(where: str, cites: tuple[Clause, ...]) -> None:
    if not cites:
        raise RuleError(where, "cites no clause: every rule says what it rests on")
    for clause in cites:
        if not isinstance(clause, Clause):
            raise RuleError(where, f"cites {clause!r}, which is no Clause")


@attrs.frozen(kw_only=True, repr=False)
class Rule(Record):
    """One row of a decision table: if every input named in `when` has one of its values, `then`.

    An input that `when` does not name may have any value. Raises `RuleError` where nothing is
    cited.
    """

    id: str
    cites: tuple[Clause, ...] = attrs.field(converter=_clauses)
    when: Mapping[str, tuple[Value, ...]] = attrs.field(factory=dict, converter=_values)
    then: Mapping[str, Any] = attrs.field(factory=dict, converter=freeze)
    readings: tuple[Reading, ...] = ()

    def __attrs_post_init__(self) -> None:
        _must_cite(self.id, self.cites)


@attrs.frozen(kw_only=True, repr=False)
class Requirement(Record):
    """What must hold before any rule of the table applies; `code` names it where it fails.

    It holds if the input named in `holds_if` has one of the values there. It is made only where
    the inputs named in `when` have one of theirs: elsewhere it cannot fail.
    """

    code: str
    cites: tuple[Clause, ...] = attrs.field(converter=_clauses)
    holds_if: Mapping[str, tuple[Value, ...]] = attrs.field(converter=_values)
    when: Mapping[str, tuple[Value, ...]] = attrs.field(factory=dict, converter=_values)
    readings: tuple[Reading, ...] = ()

    def __attrs_post_init__(self) -> None:
        _must_cite(self.code, self.cites)
        if len(self.holds_if) != 1:
            raise RuleError(self.code, "a requirement asks exactly one input")
        if self.input in self.when:
            raise RuleError(self.code, f"asks {self.input!r} twice: say it in holds_if alone")

    @property
    def input(self) -> str:
        """The name of the input that it asks."""
        return next(iter(self.holds_if))

    @property
    def values(self) -> tuple[Value, ...]:
        """The values for which it holds."""
        return self.holds_if[self.input]


def _inputs(given: Iterable[Input | str]) -> tuple[Input, ...]:
    return tuple(FactInput(each) if isinstance(each, str) else each for each in given)


@attrs.frozen(kw_only=True, repr=False)
class RuleSet(Record):
    """A decision table.

    `name` is the path of its answer in a decision. `inputs` are `Input`s, or paths of facts.
    `outputs` names what its rules give, each with the values allowed, or None for any.
    All `requirements` must hold for its rules to be looked at. Two answers are the same if the
    outputs in `compare` are (None: all outputs). A rule set with `part_of` only adds to the answer
    of the rule set named there.

    Raises `RuleError` for an id that is used twice, and for an input, output or value that is not
    declared, with the nearest that is.
    """

    name: str
    title: str
    inputs: tuple[Input, ...] = attrs.field(converter=_inputs)
    rules: tuple[Rule, ...]
    outputs: Mapping[str, tuple[Any, ...] | None] = attrs.field(factory=dict, converter=freeze)
    hit_policy: HitPolicy = attrs.field(default=HitPolicy.UNIQUE, converter=HitPolicy)
    requirements: tuple[Requirement, ...] = ()
    compare: tuple[str, ...] | None = None
    part_of: str = ""

    def __attrs_post_init__(self) -> None:
        seen: set[str] = set()
        for id_ in (*(each.code for each in self.requirements), *(each.id for each in self.rules)):
            if id_ in seen:
                raise RuleError(id_, f"stands twice in {self.name}")
            seen.add(id_)
        allowed = {input_.name: input_.values for input_ in self.inputs}
        if len(allowed) != len(self.inputs):
            raise RuleError(self.name, "names an input twice")
        for requirement in self.requirements:
            _check_values(requirement.code, requirement.holds_if, allowed)
            _check_values(requirement.code, requirement.when, allowed)
        for rule in self.rules:
            _check_values(rule.id, rule.when, allowed)
            _check_outputs(rule, self.outputs)
        for output in self.compare or ():
            if output not in self.outputs:
                raise RuleError(self.name, f"compares {output!r}, {_near(output, self.outputs)}")

    @property
    def compared(self) -> tuple[str, ...]:
        """The outputs by which two answers are the same or differ."""
        return tuple(self.outputs) if self.compare is None else self.compare

    def outcome(self, output: str) -> OutcomeOf:
        """One of its outputs as an input of another rule set.

        Raises `RuleError` for an output that is not declared, or whose values are not.
        """
        if output not in self.outputs:
            raise RuleError(self.name, f"has no output {output!r}, {_near(output, self.outputs)}")
        values = self.outputs[output]
        if values is None:
            raise RuleError(self.name, f"does not say what values {output!r} may have")
        return OutcomeOf(self.name, output, values)

    def clauses(self) -> tuple[Clause, ...]:
        """Every clause that the rules, requirements and readings rest on, without repeats."""
        rows: tuple[Requirement | Rule, ...] = (*self.requirements, *self.rules)
        cited = (clause for row in rows for clause in row.cites)
        read = (clause for row in rows for note in row.readings for clause in note.rests_on)
        return tuple(dict.fromkeys((*cited, *read)))


def _near(name: object, known: Iterable[str]) -> str:
    known = tuple(known)
    near = nearest(name, known)
    return f"did you mean {near}?" if near else f"known: {', '.join(known)}"


def _check_values(
    where: str, when: Mapping[str, tuple[Value, ...]], allowed: Mapping[str, tuple[Value, ...]]
) -> None:
    for name, values in when.items():
        if name not in allowed:
            raise RuleError(where, f"asks {name!r}, which is no input here; {_near(name, allowed)}")
        for value in values:
            if not any(type(value) is type(each) and value == each for each in allowed[name]):
                known = tuple(str(each).lower() for each in allowed[name])
                raise RuleError(where, f"{name} is never {value!r}; {_near(value, known)}")


def _check_outputs(rule: Rule, outputs: Mapping[str, tuple[Any, ...] | None]) -> None:
    for name, value in rule.then.items():
        if name not in outputs:
            near = _near(name, outputs)
            raise RuleError(rule.id, f"gives {name!r}, which is no output here; {near}")
        allowed = outputs[name]
        if allowed is not None and value not in allowed:
            known = tuple(str(each) for each in allowed)
            raise RuleError(rule.id, f"{name} is never {value!r}; {_near(value, known)}")
