"""The changes that a locality or a year makes to a rule book, as data.

Each change says what it changes, on which clauses it rests, and from which day to which day it is
in force (`in_force_from`, `in_force_to`, both inclusive; None: without such a day). A dated change
leaves the old rows in force on all other days. A rule that is in force for a time only, and has
the id of the one that it stands for on other days, is called `<id>@<from>..<to>`.
"""

from __future__ import annotations

import abc
import datetime
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeVar

import attrs

from ssrules.errors import RuleError, UnknownNameError
from ssrules.tables import Clause, Document, Parameter, Requirement, Rule, RuleSet, periods
from ssrules.tables.book import Book, Timeline
from ssrules.tables.inputs import AsOf, FactInput, Input
from ssrules.tables.periods import Validity

B = TypeVar("B", bound=Book)
Row = TypeVar("Row", Rule, Requirement)


def _clauses(given: Clause | Iterable[Clause]) -> tuple[Clause, ...]:
    return (given,) if isinstance(given, Clause) else tuple(given)


def _inputs(given: Iterable[Input | str]) -> tuple[Input, ...]:
    return tuple(FactInput(each) if isinstance(each, str) else each for each in given)


@attrs.frozen(kw_only=True)
class Change(abc.ABC):
    """One change of a rule book. Raises `RuleError` if it ends before it begins."""

    in_force_from: datetime.date | None = None
    in_force_to: datetime.date | None = None

    def __attrs_post_init__(self) -> None:
        if not self.clauses:
            raise RuleError.of(type(self).__name__, "change_cites_nothing")
        Validity(in_force_from=self.in_force_from, in_force_to=self.in_force_to)

    @property
    def validity(self) -> Validity:
        """The days on which it is in force."""
        return Validity(in_force_from=self.in_force_from, in_force_to=self.in_force_to)

    @property
    @abc.abstractmethod
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses that it rests on."""

    @abc.abstractmethod
    def apply(self, book: B) -> B:
        """The book with the change made. Raises `SsrulesError` where it cannot be."""


@attrs.frozen(kw_only=True)
class CitedChange(Change):
    """A change that itself says on which clauses it rests."""

    cites: tuple[Clause, ...] = attrs.field(converter=_clauses)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses that it rests on."""
        return self.cites


@attrs.frozen(kw_only=True)
class ReplaceRule(Change):
    """Another rule in the place of one; `inputs` are what it asks that its rule set did not."""

    rule: str
    by: Rule
    inputs: tuple[Input, ...] = attrs.field(default=(), converter=_inputs)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses that the new rule rests on."""
        return self.by.cites

    def apply(self, book: B) -> B:
        """The book with the new rule. Raises `UnknownNameError` for the old one's id."""
        asking = _asking(_of_rule(book, self.rule), self.inputs, self.validity)
        return _with(book, _revised(asking, self.rule, self.validity, lambda _: self.by))


@attrs.frozen(kw_only=True)
class RemoveRule(CitedChange):
    """One rule less."""

    rule: str

    def apply(self, book: B) -> B:
        """The book without the rule. Raises `UnknownNameError` for its id."""
        asking = _asking(_of_rule(book, self.rule), (), self.validity)
        return _with(book, _revised(asking, self.rule, self.validity, lambda _: None))


@attrs.frozen(kw_only=True)
class AddRule(Change):
    """One rule more, last in its rule set or before another; `inputs` as for `ReplaceRule`."""

    rule_set: str
    rule: Rule
    before: str | None = None
    inputs: tuple[Input, ...] = attrs.field(default=(), converter=_inputs)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses that the rule rests on."""
        return self.rule.cites

    def apply(self, book: B) -> B:
        """The book with the rule. Raises `RuleError` for an id that is taken."""
        rule_set = _asking(book.rule_set(self.rule_set), self.inputs, self.validity)
        rule = _in_force(self.rule, self.rule.id, self.validity)
        ids = [each.id for each in rule_set.rules]
        kind = "rule", rule_set.name
        rules = _placed(rule_set.rules, rule, ids, self.before, kind)
        return _with(book, attrs.evolve(rule_set, rules=rules))


@attrs.frozen(kw_only=True)
class AddRequirement(Change):
    """One requirement more, last in its rule set or before another; `inputs` as for rules."""

    rule_set: str
    requirement: Requirement
    before: str | None = None
    inputs: tuple[Input, ...] = attrs.field(default=(), converter=_inputs)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses that the requirement rests on."""
        return self.requirement.cites

    def apply(self, book: B) -> B:
        """The book with the requirement. Raises `RuleError` for a code that is taken."""
        rule_set = _asking(book.rule_set(self.rule_set), self.inputs, self.validity)
        added = _in_force(self.requirement, self.requirement.code, self.validity)
        codes = [each.code for each in rule_set.requirements]
        kind = "requirement", rule_set.name
        rows = _placed(rule_set.requirements, added, codes, self.before, kind)
        return _with(book, attrs.evolve(rule_set, requirements=rows))


@attrs.frozen(kw_only=True)
class RemoveRequirement(CitedChange):
    """One requirement less."""

    rule_set: str
    requirement: str

    def apply(self, book: B) -> B:
        """The book without the requirement. Raises `UnknownNameError` for its code."""
        rule_set = _asking(book.rule_set(self.rule_set), (), self.validity)
        codes = [each.code for each in rule_set.requirements]
        if self.requirement not in codes:
            raise UnknownNameError("requirement", self.requirement, codes, rule_set.name)
        rows = list(rule_set.requirements)
        left = _out_of_force(rows.pop(codes.index(self.requirement)), self.validity, rule_set)
        if left is not None:
            rows.insert(codes.index(self.requirement), left)
        return _with(book, attrs.evolve(rule_set, requirements=tuple(rows)))


@attrs.frozen(kw_only=True)
class AddDocuments(CitedChange):
    """Documents that a rule asks for beside those that it asks for already."""

    rule: str
    documents: tuple[Document, ...]

    def apply(self, book: B) -> B:
        """The book with the documents. Raises `RuleError` where the rule asks for none at all."""
        asking = _asking(_of_rule(book, self.rule), (), self.validity)
        return _with(book, _revised(asking, self.rule, self.validity, self._asking_for_more))

    def _asking_for_more(self, rule: Rule) -> Rule:
        listed = rule.then.get("documents")
        if listed is None:
            raise RuleError.of(rule.id, "lists_no_documents")
        codes = Counter(each.code for each in (*listed, *self.documents))
        for document in self.documents:
            if codes[document.code] > 1:
                raise RuleError.of(rule.id, "asks_twice_for", name=document.code)
        cites = tuple(dict.fromkeys((*rule.cites, *self.cites)))
        then = {**rule.then, "documents": (*listed, *self.documents)}
        return attrs.evolve(rule, cites=cites, then=then)


@attrs.frozen(kw_only=True)
class ChangeParameter(CitedChange):
    """Another value of a parameter; the values of other days stay what they were."""

    parameter: str
    value: int | bool

    def apply(self, book: B) -> B:
        """The book with the value. Raises `UnknownNameError` or `ParameterError`."""
        parameter = book.parameter(self.parameter)
        cites = tuple(dict.fromkeys((*parameter.cites, *self.cites)))
        cited = attrs.evolve(parameter, cites=cites)
        timeline = _overwritten(book.timeline(self.parameter), self.value, self.validity)
        return attrs.evolve(
            book,
            parameters=tuple(cited if each is parameter else each for each in book.parameters),
            values={**book.values, self.parameter: timeline},
        )


@attrs.frozen(kw_only=True)
class AddRuleSet:
    """A rule set of one's own, with the parameters that it asks; its rules say what they cite.

    It comes last, or before another one, which may then ask for its answer.
    """

    rule_set: RuleSet
    parameters: tuple[Parameter, ...] = ()
    before: str | None = None

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses that its rules rest on."""
        return self.rule_set.clauses()

    def apply(self, book: B) -> B:
        """The book with the rule set. Raises `RuleError` for a name that is taken."""
        if self.before is None:
            return book.with_rule_sets(self.rule_set, parameters=self.parameters)
        at = book.rule_sets.index(book.rule_set(self.before))
        return attrs.evolve(
            book,
            rule_sets=(*book.rule_sets[:at], self.rule_set, *book.rule_sets[at:]),
            parameters=(*book.parameters, *self.parameters),
        )


def _of_rule(book: Book, id_: str) -> RuleSet:
    """The rule set that a rule stands in. Raises `UnknownNameError`."""
    for rule_set in book.rule_sets:
        if any(rule.id == id_ for rule in rule_set.rules):
            return rule_set
    raise UnknownNameError("rule", id_, (rule.id for each in book.rule_sets for rule in each.rules))


def _with(book: B, rule_set: RuleSet) -> B:
    """The book with a rule set in the place of the one that has its name.

    An input that only the rows asked for that are gone is gone with them.
    """
    gone = _asked(book.rule_set(rule_set.name)) - _asked(rule_set)
    inputs = tuple(each for each in rule_set.inputs if each.name not in gone)
    rule_set = attrs.evolve(rule_set, inputs=inputs)
    rule_sets = tuple(rule_set if each.name == rule_set.name else each for each in book.rule_sets)
    return attrs.evolve(book, rule_sets=rule_sets)


def _asked(rule_set: RuleSet) -> set[str]:
    """The names of the inputs that some row asks for."""
    asked = {name for rule in rule_set.rules for name in rule.when}
    for requirement in rule_set.requirements:
        asked |= {requirement.input, *requirement.when}
    return asked


def _asking(rule_set: RuleSet, inputs: Iterable[Input], validity: Validity) -> RuleSet:
    """The rule set with further inputs, and with periods that a validity consists of."""
    own = {each.name: each for each in rule_set.inputs}
    for each in inputs:
        if own.setdefault(each.name, each) != each:
            raise RuleError.of(rule_set.name, "asks_another_input", name=each.name)
    asking = attrs.evolve(rule_set, inputs=tuple(own.values()))
    return periods.refined(asking, validity.starts)


def _in_force(row: Row, id_: str, validity: Validity) -> Row:
    """The row in force within a validity only."""
    both = row.validity.within(validity)
    if both is None:
        raise RuleError.of(id_, "never_in_force_within", validity=str(validity))
    return _dated(row, both)


def _out_of_force(row: Row, validity: Validity, rule_set: RuleSet) -> Row | None:
    """The row in force before and after a validity only; None if it never is."""
    if validity.always:
        return None
    first, end = validity.first, validity.end
    if first is None or end is None:
        before = None if first is None else first - datetime.timedelta(days=1)
        rest = row.validity.within(Validity(in_force_from=end, in_force_to=before))
        if rest is None:
            return None
        row = _dated(row, rest)
    when = periods.outside(row.when, validity, periods.starts_of(rule_set))
    return None if when is None else attrs.evolve(row, when=when)


def _dated(row: Row, validity: Validity) -> Row:
    return attrs.evolve(row, in_force_from=validity.in_force_from, in_force_to=validity.in_force_to)


def _revised(
    rule_set: RuleSet, id_: str, validity: Validity, revise: Callable[[Rule], Rule | None]
) -> RuleSet:
    """The rule set in which a rule is another one (None: no longer there) within a validity."""
    rules: list[Rule] = []
    ids: list[str] = []
    for rule in rule_set.rules:
        if rule.id != id_:
            rules.append(rule)
            continue
        left = _out_of_force(rule, validity, rule_set)
        if left is not None:
            rules.append(left)
            ids.append(left.id)
        new = revise(rule)
        if new is not None:
            # it stands for the old rule, which may be dated, limited by other changes, an exception
            limits = {name: rule.when[name] for name in rule.when if name == AsOf.name}
            new = attrs.evolve(
                new,
                when={**new.when, **limits},
                exception_to=new.exception_to or rule.exception_to,
            )
            new = _in_force(_in_force(new, id_, rule.validity), id_, validity)
            name = f"{id_}@{validity}" if left is not None and new.id == id_ else new.id
            rules.append(attrs.evolve(new, id=name))
            ids.append(name)
    return attrs.evolve(rule_set, rules=tuple(_except(each, id_, ids) for each in rules))


def _except(rule: Rule, id_: str, ids: Iterable[str]) -> Rule:
    """The rule, an exception to all rules that stand for the one to which it was an exception."""
    if id_ not in rule.exception_to:
        return rule
    others = (each for each in rule.exception_to if each != id_)
    return attrs.evolve(rule, exception_to=tuple(dict.fromkeys((*others, *ids))))


def _placed(
    rows: tuple[Row, ...], row: Row, names: list[str], before: str | None, kind: tuple[str, str]
) -> tuple[Row, ...]:
    """The rows with one more, before the one of that name or last."""
    if before is not None and before not in names:
        raise UnknownNameError(kind[0], before, names, kind[1])
    placed = list(rows)
    placed.insert(len(rows) if before is None else names.index(before), row)
    return tuple(placed)


def _overwritten(timeline: Timeline, value: int | bool, validity: Validity) -> Timeline:
    """The timeline with another value within a validity."""
    first, end = validity.first, validity.end
    before = [
        (start, old)
        for start, old in timeline
        if first is not None and (start is None or start < first)
    ]
    if end is None:
        return (*before, (first, value))
    at_end = next(old for start, old in reversed(timeline) if start is None or start <= end)
    later = [(start, old) for start, old in timeline if start is not None and start > end]
    return (*before, (first, value), (end, at_end), *later)
