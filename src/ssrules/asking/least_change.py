"""The least that has to change for an option to be allowed.

Every combination of changes is tried, the smallest first, and the case so changed is answered like
any other; nothing is inferred from the way the rules are written.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any

import attrs

from ssrules.asking.answers import (
    Change,
    ChangeSet,
    CheckState,
    FactValue,
    LeastChange,
    Obstacle,
    shown,
)
from ssrules.asking.means import CHANGEABLE, UNCHANGEABLE
from ssrules.asking.standing import Standing, title_of, with_facts
from ssrules.deciding.machine import Machine
from ssrules.deciding.parts import at_hand, in_fact_order
from ssrules.decisions import Activation, Decision
from ssrules.errors import UnknownNameError
from ssrules.facts import FACTS, Case
from ssrules.tables.book import Book
from ssrules.tables.documents import Document
from ssrules.tables.inputs import OutcomeOf, Same
from ssrules.tables.rows import Requirement, Rule
from ssrules.words.labels import label
from ssrules.words.sentences import asked, listed

Values = Mapping[str, Any]
"""New values of facts by their paths."""


def least_change(
    machine: Machine, book: Book, decision: Decision, path: str, fixed: tuple[str, ...]
) -> LeastChange:
    """The smallest sets of facts whose change makes an option allowed.

    Raises `UnknownNameError` for a path that is no option, or for a fixed fact that is none.
    """
    options = {each.path: each for each in decision.activation}
    if path not in options:
        raise UnknownNameError("option", path, options)
    known = tuple(fact.path for fact in FACTS)
    for fact in fixed:
        if fact not in known:
            raise UnknownNameError("fact", fact, known)
    search = Search.of(machine, book, decision.case, path, frozenset(fixed))
    obstacles = search.obstacles(1)
    found = () if obstacles else search.smallest()
    if not found:
        obstacles = obstacles or search.conflicts()
    return LeastChange(
        path=path,
        status=options[path].status,
        title=title_of(book, path),
        sentence=_sentence(options[path], found),
        sets=tuple(search.change_set(values) for values in found),
        obstacles=obstacles,
    )


def _sentence(option: Activation, found: tuple[Values, ...]) -> str:
    if option.status == "allowed":
        return "it is allowed already, nothing has to change."
    if not found:
        return "no change that the holder can make will do. What stays in the way:"
    changes = "one change makes" if len(found[0]) == 1 else f"{len(found[0])} changes make"
    ways = "" if len(found) == 1 else f", in any of {len(found)} ways"
    return f"{changes} it allowed{ways}."


@attrs.frozen(eq=False)
class Condition:
    """A requirement or document of an option: what it asks for, and the facts it can hang on."""

    code: str
    asked: str
    facts: tuple[str, ...]
    holds: Callable[[Case], bool]


@attrs.frozen(eq=False)
class Search:
    """What is looked for: an option, for a case, with the new values that facts may be given."""

    machine: Machine
    book: Book
    case: Case
    path: str
    targets: Mapping[str, tuple[Any, ...]]
    fixed: frozenset[str]

    @classmethod
    def of(
        cls, machine: Machine, book: Book, case: Case, path: str, fixed: frozenset[str]
    ) -> Search:
        """A search among the facts that the option reads and that are not fixed."""
        axes = machine.tables[path].all_axes
        documents = (each for rule in book.rule_set(path).rules for each in _documents(rule))
        read = {fact for axis in axes for fact in axis.facts}
        read |= {fact for document in documents for fact in document.facts}
        names = [each.facts for axis in axes for each in axis.inputs if isinstance(each, Same)]
        found = {
            fact: targets(case, fact, names)
            for fact in in_fact_order(read)
            if fact in CHANGEABLE and fact not in fixed
        }
        useful = {fact: values for fact, values in found.items() if values}
        return cls(machine, book, case, path, useful, fixed)

    def smallest(self) -> tuple[Values, ...]:
        """All sets of changes of the smallest size that make the option allowed."""
        for size in range(len(self.targets) + 1):
            found = tuple(
                values
                for values in self._changes(self.targets, size)
                if self._allowed(with_facts(self.case, values))
            )
            if found:
                return found
        return ()

    def conflicts(self) -> tuple[Obstacle, ...]:
        """The conditions that cannot be met together, as few at a time as there are."""
        sizes = range(2, len(self._conditions()) + 1)
        return next((found for size in sizes if (found := self.obstacles(size))), ())

    def obstacles(self, size: int) -> tuple[Obstacle, ...]:
        """The conditions, so many together, that no change brings about."""
        together = itertools.combinations(self._conditions(), size)
        return tuple(self._obstacle(some) for some in together if not self._attainable(some))

    def change_set(self, values: Values) -> ChangeSet:
        """New values, with the old ones and how each is changed."""
        return ChangeSet(
            changes=tuple(
                Change(path=path, now=attrgetter(path)(self.case), to=to, how=CHANGEABLE[path].how)
                for path, to in values.items()
            )
        )

    def _allowed(self, case: Case) -> bool:
        answer = self.machine.answer(self.path, self.machine.point(self.book, case))
        if answer.outcome is None or answer.outcome.refused:
            return False
        documents: tuple[Document, ...] = answer.possible.get("documents", ())
        return all(_is_at_hand(each, case) for each in documents)

    def _attainable(self, conditions: Collection[Condition]) -> bool:
        """Whether conditions can be met together by changing what they can hang on."""
        facts = {fact for each in conditions for fact in each.facts}
        changing = [fact for fact in self.targets if fact in facts]
        cases = (
            with_facts(self.case, values)
            for size in range(len(changing) + 1)
            for values in self._changes(changing, size)
        )
        return any(all(each.holds(case) for each in conditions) for case in cases)

    def _changes(self, facts: Iterable[str], size: int) -> Iterator[Values]:
        """Every way to give so many of the facts a new value."""
        for some in itertools.combinations(facts, size):
            for values in itertools.product(*(self.targets[fact] for fact in some)):
                yield dict(zip(some, values, strict=True))

    def _conditions(self) -> tuple[Condition, ...]:
        """The requirements, and the documents that are asked for whichever rule applies."""
        rule_set = self.book.rule_set(self.path)
        first, *others = rule_set.rules
        documents = (
            each for each in _documents(first) if all(each in _documents(o) for o in others)
        )
        return (
            *(self._required(each) for each in rule_set.requirements),
            *(_to_be_brought(each) for each in documents),
        )

    def _required(self, row: Requirement) -> Condition:
        def holds(case: Case) -> bool:
            check = Standing.of(self.machine, self.book, case).check(self.path, row)
            return check.state is CheckState.HOLDS

        inputs = {input_.name: input_ for input_ in self.book.rule_set(self.path).inputs}
        facts: list[str] = []
        for input_ in (inputs[name] for name in (row.input, *row.when)):
            facts += input_.facts
            if isinstance(input_, OutcomeOf):
                axes = self.machine.tables[input_.rule_set].all_axes
                facts += (fact for axis in axes for fact in axis.facts)
        return Condition(row.code, asked(row), in_fact_order(facts), holds)

    def _obstacle(self, conditions: tuple[Condition, ...]) -> Obstacle:
        facts = in_fact_order(fact for each in conditions for fact in each.facts)
        values = Standing.of(self.machine, self.book, self.case).values(facts)
        wanted = listed((each.asked for each in conditions), "and at once")
        told = "; ".join(f"{fact}: {self._why(fact)}" for fact in values)
        return Obstacle(
            codes=tuple(each.code for each in conditions),
            reason=f"it asks for {wanted}. But {told}.",
            facts=values,
        )

    def _why(self, fact: FactValue) -> str:
        """Why changing a fact is no way out."""
        if fact.path in self.fixed:
            return "it is fixed"
        if fact.path in self.targets:
            return f"to make it {listed(map(shown, self.targets[fact.path]), 'or')} does not help"
        if fact.value is None:
            return "it has to be asked first"
        return UNCHANGEABLE.get(fact.path, "there is nothing that the holder can make of it")


def targets(case: Case, fact: str, compared: Iterable[tuple[str, str]] = ()) -> tuple[Any, ...]:
    """The values that a fact can be given, other than the one it has.

    `compared` are pairs of names that rules compare: such a fact can be given the other's value.
    """
    means, now = CHANGEABLE[fact], attrgetter(fact)(case)
    made = (value for value in itertools.chain(*means.moves.values()) if means.reaches(now, value))
    others = (other for pair in compared if fact in pair for other in pair if other != fact)
    names = (attrgetter(other)(case) for other in others)
    return tuple(value for value in dict.fromkeys((*made, *names)) if value not in (None, now))


def _to_be_brought(document: Document) -> Condition:
    def holds(case: Case) -> bool:
        return _is_at_hand(document, case)

    return Condition(document.code, label(f"document:{document.code}"), document.facts, holds)


def _is_at_hand(document: Document, case: Case) -> bool:
    facts = {path: attrgetter(path)(case) for path in document.facts}
    return at_hand(document, facts) is True


def _documents(rule: Rule) -> tuple[Document, ...]:
    """The documents that a rule asks for."""
    given: tuple[Document, ...] = rule.then.get("documents") or ()
    return given
