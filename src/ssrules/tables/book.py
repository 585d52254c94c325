"""A rule book's content: its rule sets, its parameters with their values, and its identity."""

from __future__ import annotations

import datetime
import functools
import hashlib
import operator
from collections.abc import Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from ssrules.errors import ParameterError, RuleError, UnknownNameError
from ssrules.late import door
from ssrules.records.case import Facts
from ssrules.records.extend import Addition, extended, frozen_spec, taken, thawed
from ssrules.records.fact_table import FactTable, fact_table
from ssrules.records.frozen import freeze
from ssrules.records.unstructure import plain
from ssrules.tables import periods
from ssrules.tables.clauses import Clause
from ssrules.tables.content import canonical, content, fields
from ssrules.tables.fitting import check_rule_sets
from ssrules.tables.identity import RuleBookIdentity
from ssrules.tables.memory import Memory
from ssrules.tables.parameters import Parameter
from ssrules.tables.rows import check_kind, listed
from ssrules.tables.rule_sets import RuleSet
from ssrules.tables.values import (
    Number,
    Timeline,
    as_timelines,
    check_timeline,
    check_value,
    unknown_parameter,
)

if TYPE_CHECKING:
    from ssrules.deciding.part_kinds import PartKind
    from ssrules.engines import Engine
    from ssrules.tables.layers import Layer

B = TypeVar("B", bound="Book")
OWN_KEYS = ("as_of", "rulebook", "needs", "next_change", "further")
"""The keys of a decision that are no sections."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Book:
    """Rule sets with parameters, and the facts that they ask. Equal if the digests are.

    `facts` is the class of facts of its cases. `parts` say how the answers of its rule sets are
    told; a rule set that none of them claims is told as it answers. `decision` is the class of its
    decisions. `words` are words of its own for codes, by language and key. `layers` tell of the
    changes that were made to another book to make it, the first first; they are no content.

    `covers_from` is the first day that can be decided on, None if any day can.
    `memory` is shared by books with the same rules and engine, whatever their parameters; `own`
    is not.
    Raises `RuleError` for rule sets that do not fit together, and `ParameterError` for a value
    that its parameter does not allow.
    """

    name: str
    version: str
    rule_sets: tuple[RuleSet, ...] = attrs.field(converter=listed)
    parameters: tuple[Parameter, ...] = attrs.field(default=(), converter=listed)
    values: Mapping[str, Timeline] = attrs.field(factory=dict, converter=as_timelines)
    extra_clauses: tuple[Clause, ...] = ()
    engine: Engine | None = None
    covers_from: datetime.date | None = None
    facts: type[Facts]
    parts: tuple[PartKind, ...] = ()
    decision: Any
    words: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict, converter=freeze)
    layers: tuple[Layer, ...] = ()
    memory: Memory = attrs.field(factory=Memory)
    own: Memory = attrs.field(factory=Memory, init=False)

    def __attrs_post_init__(self) -> None:
        check_kind(self.name, self.rule_sets, RuleSet)
        check_kind(self.name, self.parameters, Parameter)
        bound = tuple(each.bound(self.table) for each in periods.one_calendar(self.rule_sets))
        object.__setattr__(self, "rule_sets", _kept(bound, self.rule_sets))
        made_of = (self.rule_sets, self.engine, self.facts, self.parts)
        if not self.memory.is_of(*made_of):
            object.__setattr__(self, "memory", Memory(*made_of))
        check_rule_sets(self.rule_sets, {each.name for each in self.parameters})
        known = {parameter.name: parameter for parameter in self.parameters}
        if len(known) != len(self.parameters):
            raise RuleError.of(self.name, "parameter_twice")
        for parameter in self.parameters:
            check_value(parameter, parameter.default)
        for name, timeline in self.values.items():
            if name not in known:
                raise unknown_parameter(name, timeline, known)
            check_timeline(known[name], timeline)
        self._check_order(known)
        self._check_parts()

    def _check_parts(self) -> None:
        """Raise `RuleError` where a part cannot be told of what its rule sets give.

        Also where a rule set that no kind of part claims has the name of a decision's own key.
        """
        keys = {*OWN_KEYS, *(each.section for each in self.parts)}
        for rule_set in self.rule_sets:
            kind = next((each for each in self.parts if each.claims(rule_set.name)), None)
            if kind is None and rule_set.name in keys and not rule_set.part_of:
                raise RuleError.of(rule_set.name, "key_of_decisions")
            if kind is not None and not rule_set.part_of:
                start = f"{rule_set.name}."
                adding = (each for each in self.rule_sets if each.part_of == rule_set.name)
                kind.check(rule_set, {each.name.removeprefix(start): each for each in adding})

    @property
    def table(self) -> FactTable:
        """The table of the facts that its cases may know."""
        return fact_table(self.facts)

    def case(self, known: Mapping[str, Any] | Facts) -> Any:
        """A case of this book's class of facts, from a mapping or from another class's case.

        Raises `FactError`.
        """
        if isinstance(known, self.facts):
            return known
        if isinstance(known, Facts):
            return taken(known, self.facts)
        return self.facts.from_dict(known)

    def rule_set(self, name: str) -> RuleSet:
        """The rule set of that name. Raises `UnknownNameError`."""
        found = self._by_name.get(name)
        if found is None:
            raise UnknownNameError("rule set", name, self._by_name)
        return found

    def clause(self, id_: str) -> Clause:
        """The clause of that id: title, words, language, version date, validity.

        Raises `UnknownNameError`.
        """
        found = self.clauses.get(id_)
        if found is None:
            raise UnknownNameError("clause", id_, self.clauses)
        return found

    def parameter(self, name: str) -> Parameter:
        """The definition of a parameter. Raises `UnknownNameError`."""
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        raise UnknownNameError("parameter", name, (each.name for each in self.parameters))

    def timeline(self, name: str) -> Timeline:
        """Every value of a parameter, with the first day on which it is in force."""
        return self.values.get(name) or ((None, self.parameter(name).default),)

    def value(self, name: str, on: datetime.date) -> Number:
        """The value of a parameter that is in force on a day."""
        found = self.timeline(name)
        return next(value for start, value in reversed(found) if start is None or start <= on)

    def with_parameters(self: B, **values: Number | Mapping[datetime.date, Number]) -> B:
        """The same rules with other values of parameters.

        A mapping from dates gives values that change: each is in force from its date on, and the
        value that stood before is in force until the first of them. Raises `ParameterError`.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        changed: dict[str, Timeline] = dict(self.values)
        for name, given in values.items():
            if name not in known:
                raise unknown_parameter(name, given, known)
            changed[name] = self._changed(name, given)
        return attrs.evolve(self, values=changed)

    def with_engine(self: B, engine: Engine) -> B:
        """The same book, decided by another engine; its digest stays the same."""
        return attrs.evolve(self, engine=engine)

    def with_facts(self: B, *added: Addition) -> B:
        """The same book with facts of one's own, or further words that a fact may be.

        Raises `RuleError` for a fact that is there already.
        """
        return attrs.evolve(self, facts=extended(self.facts, added))

    def with_parts(self: B, *kinds: PartKind) -> B:
        """The same book with further kinds of part; they claim the rule sets that they are told of.

        Raises `RuleError` where a rule set does not give what its part tells.
        """
        return attrs.evolve(self, parts=(*self.parts, *kinds))

    def with_words(self: B, language: str, words: Mapping[str, str]) -> B:
        """The same book with words of one's own for codes in a language, by key.

        Raises `UnknownNameError` for a language that is not known.
        """
        with door:
            from ssrules.words.speech import known

        known(language)
        told = {**self.words, language: {**self.words.get(language, {}), **words}}
        return attrs.evolve(self, words=told)

    def with_rule_sets(self: B, *added: RuleSet, parameters: tuple[Parameter, ...] = ()) -> B:
        """The same book with rule sets of one's own, and the parameters that they ask.

        Raises `RuleError` for a name that is taken.
        """
        return attrs.evolve(
            self,
            rule_sets=(*self.rule_sets, *added),
            parameters=(*self.parameters, *parameters),
        )

    @functools.cached_property
    def clauses(self) -> dict[str, Clause]:
        """Every clause that the book rests on, by id."""
        found = [clause for each in self.rule_sets for clause in each.clauses]
        for parameter in self.parameters:
            found += parameter.cites
            found += (clause for note in parameter.readings for clause in note.rests_on)
        by_id: dict[str, Clause] = {}
        for clause in (*found, *self.extra_clauses):
            if by_id.setdefault(clause.id, clause) != clause:
                raise RuleError.of(clause.id, "clauses_differ")
        return by_id

    @functools.cached_property
    def digest(self) -> str:
        """A SHA-256 of the rules, citations and parameters, in hexadecimal.

        Equal for equal content and different for any change; name, version and engine are no
        content.
        """
        parts = (
            self._rules_content(),
            canonical(sorted(map(content, self.parameters), key=itemgetter("name"))),
            canonical([fields(self.clauses[id_]) for id_ in sorted(self.clauses)]),
            canonical(self.table.content()),
            canonical({each.name: plain(self.timeline(each.name)) for each in self.parameters}),
            canonical(plain(self.covers_from)),
        )
        return hashlib.sha256(f"[{','.join(parts)}]".encode()).hexdigest()

    @functools.cached_property
    def identity(self) -> RuleBookIdentity:
        """What a decision says of the book that made it."""
        return RuleBookIdentity(
            name=self.name,
            version=self.version,
            digest=self.digest,
            parameters=freeze(self._values_told()),
        )

    def __reduce__(self) -> str | tuple[Any, ...]:
        """Without what is remembered; the class of facts as what it is made from."""
        given = {
            field.name: getattr(self, field.name)
            for field in attrs.fields(type(self))
            if field.init and field.name not in ("memory", "facts")
        }
        return _revived, (type(self), given, frozen_spec(self.facts))

    def __eq__(self, other: object) -> bool:
        return self.digest == other.digest if isinstance(other, Book) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.digest)

    @functools.cached_property
    def _by_name(self) -> dict[str, RuleSet]:
        return {rule_set.name: rule_set for rule_set in self.rule_sets}

    def _check_order(self, known: Mapping[str, Parameter]) -> None:
        """Raise `ParameterError` for a value above that of a parameter it must not exceed."""
        for parameter in self.parameters:
            if not parameter.not_above:
                continue
            if parameter.not_above not in known:
                raise RuleError.of(parameter.name, "not_above", name=parameter.not_above)
            both = (*self.timeline(parameter.name), *self.timeline(parameter.not_above))
            for day in sorted({start or datetime.date.min for start, _ in both}):
                value = self.value(parameter.name, day)
                most = self.value(parameter.not_above, day)
                if value > most:
                    data = {"limit": most, "name": parameter.not_above}
                    raise ParameterError.of(parameter.name, value, "above_another", **data)

    def _values_told(self) -> dict[str, Any]:
        """Every parameter with its value, or with its values and the days they start on."""
        told: dict[str, Any] = {}
        for parameter in self.parameters:
            dated = self.timeline(parameter.name)
            several = [{"from": plain(start), "value": value} for start, value in dated]
            told[parameter.name] = dated[0][1] if len(dated) == 1 else several
        return told

    def _rules_content(self) -> str:
        """The content of the rule sets: most of the book, and the same for all that share them."""
        found: str | None = self.memory.made.get("content")
        if found is None:
            found = self.memory.made.setdefault("content", canonical(content(self.rule_sets)))
        return found

    def __repr__(self) -> str:
        values = (f"{name}={value!r}" for name, value in self._values_told().items())
        named = f"{type(self).__name__} {self.name} {self.version}"
        return f"<{', '.join((named, *values))}>"

    def _changed(self, name: str, given: Number | Mapping[datetime.date, Number]) -> Timeline:
        if not isinstance(given, Mapping):
            return ((None, given),)
        for start in given:
            if type(start) is not datetime.date:
                raise ParameterError.of(name, given, "no_first_day", start=start)
        if not given:
            raise ParameterError.of(name, given, "no_values")
        first = min(given)
        before = (part for part in self.timeline(name) if part[0] is None or part[0] < first)
        return (*before, *sorted(given.items()))


def _kept(found: tuple[RuleSet, ...], given: tuple[RuleSet, ...]) -> tuple[RuleSet, ...]:
    """The tuple that was given, where every rule set in it stayed as it is."""
    same = len(found) == len(given) and all(map(operator.is_, found, given))
    return given if same else found


def _revived(cls: type[B], given: Mapping[str, Any], facts: tuple[Any, ...]) -> B:
    """A book that was pickled."""
    return cls(facts=thawed(facts), **given)
