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
from collections.abc import Iterable
from typing import TypeVar

import attrs

from ssrules.errors import RuleError, UnknownNameError
from ssrules.overlays.revised import (
    asking,
    in_force,
    of_rule,
    out_of_force,
    overwritten,
    placed,
    revised,
    with_rule_set,
)
from ssrules.tables import Clause, Document, Parameter, Requirement, Rule, RuleSet
from ssrules.tables.book import Book
from ssrules.tables.inputs import FactInput, Input
from ssrules.tables.periods import Validity

B = TypeVar("B", bound=Book)


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
        table = asking(of_rule(book, self.rule), self.inputs, self.validity)
        return with_rule_set(book, revised(table, self.rule, self.validity, lambda _: self.by))


@attrs.frozen(kw_only=True)
class RemoveRule(CitedChange):
    """One rule less."""

    rule: str

    def apply(self, book: B) -> B:
        """The book without the rule. Raises `UnknownNameError` for its id."""
        table = asking(of_rule(book, self.rule), (), self.validity)
        return with_rule_set(book, revised(table, self.rule, self.validity, lambda _: None))


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
        rule_set = asking(book.rule_set(self.rule_set), self.inputs, self.validity)
        rule = in_force(self.rule, self.rule.id, self.validity)
        ids = [each.id for each in rule_set.rules]
        kind = "rule", rule_set.name
        rules = placed(rule_set.rules, rule, ids, self.before, kind)
        return with_rule_set(book, attrs.evolve(rule_set, rules=rules))


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
        rule_set = asking(book.rule_set(self.rule_set), self.inputs, self.validity)
        added = in_force(self.requirement, self.requirement.code, self.validity)
        codes = [each.code for each in rule_set.requirements]
        kind = "requirement", rule_set.name
        rows = placed(rule_set.requirements, added, codes, self.before, kind)
        return with_rule_set(book, attrs.evolve(rule_set, requirements=rows))


@attrs.frozen(kw_only=True)
class RemoveRequirement(CitedChange):
    """One requirement less."""

    rule_set: str
    requirement: str

    def apply(self, book: B) -> B:
        """The book without the requirement. Raises `UnknownNameError` for its code."""
        rule_set = asking(book.rule_set(self.rule_set), (), self.validity)
        codes = [each.code for each in rule_set.requirements]
        if self.requirement not in codes:
            raise UnknownNameError("requirement", self.requirement, codes, rule_set.name)
        rows = list(rule_set.requirements)
        left = out_of_force(rows.pop(codes.index(self.requirement)), self.validity, rule_set)
        if left is not None:
            rows.insert(codes.index(self.requirement), left)
        return with_rule_set(book, attrs.evolve(rule_set, requirements=tuple(rows)))


@attrs.frozen(kw_only=True)
class AddDocuments(CitedChange):
    """Documents that a rule asks for beside those that it asks for already."""

    rule: str
    documents: tuple[Document, ...]

    def apply(self, book: B) -> B:
        """The book with the documents. Raises `RuleError` where the rule asks for none at all."""
        table = asking(of_rule(book, self.rule), (), self.validity)
        return with_rule_set(book, revised(table, self.rule, self.validity, self._asking_for_more))

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
class AddToOutput(CitedChange):
    """More in a list that a rule gives, behind what is there."""

    rule: str
    output: str
    values: tuple[str, ...]

    def apply(self, book: B) -> B:
        """The book with the longer list. Raises `RuleError` where the rule gives no such list."""
        table = asking(of_rule(book, self.rule), (), self.validity)
        return with_rule_set(book, revised(table, self.rule, self.validity, self._giving_more))

    def _giving_more(self, rule: Rule) -> Rule:
        listed = rule.then.get(self.output)
        if not isinstance(listed, tuple):
            raise RuleError.of(rule.id, "gives_no_list", name=self.output)
        twice = [each for each in self.values if each in listed]
        if twice:
            raise RuleError.of(rule.id, "gives_twice", name=twice[0])
        cites = tuple(dict.fromkeys((*rule.cites, *self.cites)))
        then = {**rule.then, self.output: (*listed, *self.values)}
        return attrs.evolve(rule, cites=cites, then=then)


@attrs.frozen(kw_only=True)
class RemoveRuleSet(CitedChange):
    """One rule set less, with all that only add to it. Raises `RuleError` for a time only."""

    rule_set: str

    def apply(self, book: B) -> B:
        """The book without the rule set. Raises `UnknownNameError` for its name."""
        if not self.validity.always:
            raise RuleError.of(self.rule_set, "removed_for_a_time")
        gone = book.rule_set(self.rule_set)
        left = (each for each in book.rule_sets if each.part_of != gone.name)
        rule_sets = tuple(each for each in left if each is not gone)
        return attrs.evolve(book, rule_sets=rule_sets)


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
        timeline = overwritten(book.timeline(self.parameter), self.value, self.validity)
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
        return self.rule_set.clauses

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
