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
    ChangeSet,
    CheckState,
    FactChange,
    LeastChange,
    Obstacle,
)
from ssrules.asking.pieces import FactValue
from ssrules.asking.standing import Standing, title_of
from ssrules.asking.told import Sentences, sentences
from ssrules.deciding.cells import Answer
from ssrules.deciding.decision import Conclusion
from ssrules.deciding.with_documents import is_at_hand
from ssrules.errors import UnknownNameError
from ssrules.records.case import Facts, replaced
from ssrules.records.fields import Fact
from ssrules.tables.documents import Document
from ssrules.tables.inputs import OutcomeOf, Same
from ssrules.tables.rows import Requirement, Rule
from ssrules.tables.rule_sets import RuleSet
from ssrules.words.sentences import asked
from ssrules.words.speech import ENGLISH, Words

Values = Mapping[str, Any]
"""New values of facts by their paths."""


def least_change(
    decision: Conclusion, path: str, fixed: tuple[str, ...], language: str = ENGLISH
) -> LeastChange:
    """The smallest sets of facts whose change opens a part, documents and all.

    Raises `UnknownNameError` for a path of no part with requirements or documents, or for a fixed
    fact that is none.
    """
    standing = Standing.of(decision, language)
    options = {
        name: part for name, part in decision.parts if may_open(standing.book.rule_set(name))
    }
    if path not in options:
        raise UnknownNameError("option", path, options)
    for fact in fixed:
        standing.machine.facts.fact(fact)
    search = Search.of(standing, path, frozenset(fixed))
    obstacles = search.obstacles(1)
    found = () if obstacles else search.smallest()
    if not found:
        obstacles = obstacles or search.conflicts()
    return LeastChange(
        path=path,
        status=options[path].status,
        title=title_of(standing.book, path, standing.say),
        sentence=search.in_words.changes(len(found), len(found[0]) if found else 0),
        sets=tuple(search.change_set(values) for values in found),
        obstacles=obstacles,
        tone=standing.machine.kinds[path].tone(options[path]),
        say=standing.say,
    )


def may_open(rule_set: RuleSet) -> bool:
    """Whether a rule set has anything that must hold, or be at hand, for it to be open."""
    return bool(rule_set.requirements) or "documents" in rule_set.outputs


@attrs.frozen(eq=False)
class Condition:
    """A requirement or document of an option: what it asks for, and the facts it can hang on."""

    code: str
    asked: str
    facts: tuple[str, ...]
    holds: Callable[[Facts], bool]


@attrs.frozen(eq=False)
class Search:
    """What is looked for: an option, for a case, with the new values that facts may be given."""

    standing: Standing
    path: str
    targets: Mapping[str, tuple[Any, ...]]
    fixed: frozenset[str]

    @classmethod
    def of(cls, standing: Standing, path: str, fixed: frozenset[str]) -> Search:
        """A search among the facts that the option reads and that are not fixed."""
        facts = standing.machine.facts
        axes = standing.machine.tables[path].all_axes
        rules = standing.book.rule_set(path).rules
        documents = (each for rule in rules for each in _documents(rule))
        read = {fact for axis in axes for fact in axis.facts}
        read |= {fact for document in documents for fact in document.facts}
        names = [each.facts for axis in axes for each in axis.inputs if isinstance(each, Same)]
        found = {
            path: targets(standing.case, facts.by_path[path], names)
            for path in facts.in_order(read)
            if facts.by_path[path].moves is not None and path not in fixed
        }
        useful = {fact: values for fact, values in found.items() if values}
        return cls(standing, path, useful, fixed)

    @property
    def case(self) -> Facts:
        """The case that is to be changed."""
        return self.standing.case

    @property
    def in_words(self) -> Sentences:
        """The sentences that tell what is found."""
        return sentences(self.standing.say)

    def smallest(self) -> tuple[Values, ...]:
        """All sets of changes of the smallest size that make the option allowed."""
        for size in range(len(self.targets) + 1):
            found = tuple(
                values
                for values in self._changes(self.targets, size)
                if self._allowed(replaced(self.case, values))
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
        say = self.standing.say
        return ChangeSet(
            changes=tuple(
                FactChange(
                    path=path,
                    now=attrgetter(path)(self.case),
                    to=to,
                    how=self._how(path),
                    say=say,
                )
                for path, to in values.items()
            ),
            say=say,
        )

    def _how(self, path: str) -> str:
        """In what way a fact is changed."""
        told = self.standing.machine.facts.by_path[path].how
        return self.standing.say.label(f"how:{path}", otherwise=told)

    def _answer(self, case: Facts) -> Answer:
        machine = self.standing.machine
        return machine.answer(self.path, machine.point(self.standing.book, case))

    def _allowed(self, case: Facts) -> bool:
        answer = self._answer(case)
        if answer.outcome is None or answer.outcome.refused:
            return False
        documents: tuple[Document, ...] = answer.possible.get("documents", ())
        return all(is_at_hand(each, case) for each in documents)

    def _attainable(self, conditions: Collection[Condition]) -> bool:
        """Whether conditions can be met together by changing what they can hang on."""
        facts = {fact for each in conditions for fact in each.facts}
        changing = [fact for fact in self.targets if fact in facts]
        cases = (
            replaced(self.case, values)
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
        rule_set = self.standing.book.rule_set(self.path)
        listed = [_documents(each) for each in rule_set.rules] or [()]
        documents = (each for each in listed[0] if all(each in other for other in listed))
        return (
            *(self._required(each) for each in rule_set.requirements),
            *(_to_be_brought(each, self.standing.say) for each in documents),
        )

    def _required(self, row: Requirement) -> Condition:
        machine, book, say = self.standing.machine, self.standing.book, self.standing.say

        def holds(case: Facts) -> bool:
            check = Standing.at(machine, book, case, say).check(self.path, row)
            return check.state is CheckState.HOLDS

        inputs = {input_.name: input_ for input_ in book.rule_set(self.path).inputs}
        facts: list[str] = []
        for input_ in (inputs[name] for name in (row.input, *row.when)):
            facts += input_.facts
            if isinstance(input_, OutcomeOf):
                axes = machine.tables[input_.rule_set].all_axes
                facts += (fact for axis in axes for fact in axis.facts)
        return Condition(row.code, asked(row, say), machine.facts.in_order(facts), holds)

    def _obstacle(self, conditions: tuple[Condition, ...]) -> Obstacle:
        order = self.standing.machine.facts.in_order
        facts = order(fact for each in conditions for fact in each.facts)
        values = self.standing.values(facts)
        told = [(fact.path, fact.value, self._why(fact)) for fact in values]
        return Obstacle(
            codes=tuple(each.code for each in conditions),
            reason=self.in_words.stuck([each.asked for each in conditions], told),
            facts=values,
            say=self.standing.say,
        )

    def _why(self, fact: FactValue) -> str:
        """Why changing a fact is no way out."""
        say = self.standing.say
        if fact.path in self.fixed:
            return say.label("obstacle:fixed")
        if fact.path in self.targets:
            return self.in_words.no_help(fact.path, self.targets[fact.path])
        declared = self.standing.machine.facts.by_path[fact.path]
        if fact.value is None:
            return say.label("obstacle:unknown")
        if declared.moves is not None:
            return say.label("obstacle:nothing")
        otherwise = declared.how or say.label("obstacle:nothing")
        return say.label(f"fixed:{fact.path}", otherwise=otherwise)


def targets(case: Facts, fact: Fact, compared: Iterable[tuple[str, str]] = ()) -> tuple[Any, ...]:
    """The values that a fact can be given, other than the one it has.

    `compared` are pairs of names that rules compare: such a fact can be given the other's value.
    """
    if fact.moves is None:
        return ()
    now = attrgetter(fact.path)(case)
    made = (value for value in fact.moves.values if fact.moves.reaches(now, value))
    others = (
        other for pair in compared if fact.path in pair for other in pair if other != fact.path
    )
    names = (attrgetter(other)(case) for other in others)
    return tuple(value for value in dict.fromkeys((*made, *names)) if value not in (None, now))


def _to_be_brought(document: Document, say: Words) -> Condition:
    def holds(case: Facts) -> bool:
        return is_at_hand(document, case)

    return Condition(document.code, say.label(f"document:{document.code}"), document.facts, holds)


def _documents(rule: Rule) -> tuple[Document, ...]:
    """The documents that a rule asks for."""
    given: tuple[Document, ...] = rule.then.get("documents") or ()
    return given
