"""How a case stands with the rows of rule sets: what holds, what fails, and on which facts."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any

import attrs

from ssrules.asking.answers import Check, CheckKind, CheckState
from ssrules.asking.pieces import Citation, FactValue, ParameterValue
from ssrules.deciding.axes import Axis, Leaf
from ssrules.deciding.cells import Outcome
from ssrules.deciding.decision import Conclusion
from ssrules.deciding.machine import Machine
from ssrules.deciding.with_documents import at_hand
from ssrules.records.case import Facts
from ssrules.records.text import told
from ssrules.tables.book import Book
from ssrules.tables.clauses import Clause
from ssrules.tables.documents import Document
from ssrules.tables.inputs import LongerAgoThan, OutcomeOf
from ssrules.tables.rows import Requirement, Rule
from ssrules.tables.rule_sets import HitPolicy
from ssrules.words.sentences import asked
from ssrules.words.speech import ENGLISH, Words, words

Row = Requirement | Rule

STATES = {True: CheckState.HOLDS, False: CheckState.FAILS, None: CheckState.UNKNOWN}


@attrs.frozen(eq=False)
class Standing:
    """Where a case stands in every rule set of a machine."""

    machine: Machine
    book: Book
    case: Facts
    say: Words
    point: Mapping[Axis, int]
    _outcomes: dict[str, tuple[Outcome, ...]] = attrs.field(factory=dict, init=False)

    @classmethod
    def of(cls, decision: Conclusion, language: str = ENGLISH) -> Standing:
        """The standing of the case of a decision; what is told of it is in a language."""
        decider = decision.decider
        say = words(language, decider.book.words)
        return cls.at(decider.machine, decider.book, decision.case, say)

    @classmethod
    def at(cls, machine: Machine, book: Book, case: Facts, say: Words) -> Standing:
        """The standing of a case, read with a book's parameters."""
        return cls(machine, book, case, say, machine.point(book, case))

    def outcomes(self, name: str) -> tuple[Outcome, ...]:
        """What a rule set gives in each completion of the unknown facts."""
        found = self._outcomes.get(name)
        if found is None:
            table = self.machine.tables[name]
            cells = table.completions(tuple(self.point[axis] for axis in table.all_axes))
            found = self._outcomes[name] = tuple(map(table.outcome, cells))
        return found

    def check(self, name: str, row: Row) -> Check:
        """Whether a requirement or rule of a rule set holds, and on which facts."""
        fires = {code_of(row) in outcome.reasons for outcome in self.outcomes(name)}
        is_rule = isinstance(row, Rule)
        holds = None if len(fires) > 1 else fires == {is_rule}
        return Check(
            kind=CheckKind.RULE if is_rule else CheckKind.REQUIREMENT,
            code=code_of(row),
            state=STATES[holds],
            asked=asked(row, self.say),
            facts=self.values(self.facts_of(self.behind(name, [row]))),
            clauses=citations(row.cites, self.say),
            say=self.say,
        )

    def documents(self, path: str, part: Any) -> dict[Document, Rule]:
        """The documents that a part asks for, each with a rule that does."""
        required: tuple[str, ...] = getattr(part, "required_documents", None) or ()
        found: dict[Document, Rule] = {}
        for name, table in self.machine.tables.items():
            if path not in (name, table.rule_set.part_of):
                continue
            fired = {code for outcome in self.outcomes(name) for code in outcome.reasons}
            for rule in table.rule_set.rules:
                given: tuple[Document, ...] = rule.then.get("documents") or ()
                if rule.id in fired:
                    for document in given:
                        if document.code in required:
                            found.setdefault(document, rule)
        return found

    def document(self, document: Document, rule: Rule) -> Check:
        """Whether a document is at hand, and the facts that tell."""
        facts = {path: self.value(path) for path in document.facts}
        return Check(
            kind=CheckKind.DOCUMENT,
            code=document.code,
            state=STATES[at_hand(document, facts)],
            asked=self.say.label(f"document:{document.code}"),
            facts=self.values(document.facts),
            clauses=citations(rule.cites, self.say),
            say=self.say,
        )

    def value(self, path: str) -> Any:
        """The value of a fact in the case; None is unknown."""
        return attrgetter(path)(self.case)

    def values(self, paths: Iterable[str]) -> tuple[FactValue, ...]:
        """Facts with their values."""
        return tuple(FactValue(path=path, value=self.value(path), say=self.say) for path in paths)

    def deciding(self, name: str) -> list[Row]:
        """The rows of a rule set whose facts together fix its answer.

        Where every completion has a reason in common that is enough, but for the requirements,
        which must hold before a rule applies, and for rules that are collected, which all count.
        """
        rule_set = self.machine.tables[name].rule_set
        outcomes = self.outcomes(name)
        in_all = set(outcomes[0].reasons).intersection(*(each.reasons for each in outcomes))
        in_some = {code for each in outcomes for code in each.reasons}
        counting = in_all or in_some
        refused = all(outcome.refused for outcome in outcomes)
        collected = rule_set.hit_policy is HitPolicy.COLLECT and not refused
        return [
            *(each for each in rule_set.requirements if each.code in counting or not refused),
            *(each for each in rule_set.rules if each.id in counting or collected),
        ]

    def behind(self, name: str, rows: Iterable[Row]) -> dict[Leaf, None]:
        """The inputs that rows of a rule set, and exceptions to them, read, down to the facts."""
        rule_set = self.machine.tables[name].rule_set
        inputs = {input_.name: input_ for input_ in rule_set.inputs}
        found: dict[Leaf, None] = {}
        rows = [*rows]
        ids = {code_of(row) for row in rows}
        exceptions = (each for each in rule_set.rules if not ids.isdisjoint(each.exception_to))
        for input_ in (inputs[each] for row in (*rows, *exceptions) for each in _asks(row)):
            if isinstance(input_, OutcomeOf):
                found |= self.behind(input_.rule_set, self.deciding(input_.rule_set))
            else:
                found[input_] = None
        return found

    def facts_of(self, inputs: Iterable[Leaf]) -> tuple[str, ...]:
        """The paths of the facts that inputs read, in the order of the table of facts."""
        return self.machine.facts.in_order(
            path for input_ in inputs for path in self._read_by(input_)
        )

    def parameters_of(self, inputs: Iterable[Leaf]) -> Iterator[ParameterValue]:
        """The parameters that were asked for, with the values that were in force."""
        for input_ in inputs:
            on = self._in_force_on(input_)
            for name in input_.parameters if on is not None else ():
                parameter = self.book.parameter(name)
                yield ParameterValue(
                    name=name,
                    value=self.book.value(name, on or self.case.as_of),
                    unit=parameter.unit,
                    title=parameter.title,
                    say=self.say,
                )

    def _in_force_on(self, input_: Leaf) -> datetime.date | None:
        """The day whose parameters an input asks for; None where its fact is unknown."""
        known = self.value(input_.facts[0])
        if known is None:
            return None
        by_fact = isinstance(input_, LongerAgoThan) and input_.in_force_on == "fact"
        return known if by_fact and isinstance(known, datetime.date) else self.case.as_of

    def _read_by(self, input_: Leaf) -> tuple[str, ...]:
        dated = any(len(self.book.timeline(name)) > 1 for name in input_.parameters)
        if dated or isinstance(input_, LongerAgoThan):
            return "as_of", *input_.facts
        return input_.facts


def code_of(row: Row) -> str:
    """The code of a requirement, or the id of a rule."""
    return row.id if isinstance(row, Rule) else row.code


def citations(clauses: Iterable[Clause], say: Words) -> tuple[Citation, ...]:
    """Clauses with their words, the titles in a language."""
    return tuple(
        Citation(
            id=each.id,
            title=told(each.title, say.language),
            words=each.words,
            language=each.language,
            certainty=each.certainty,
            found=each.found,
            say=say,
        )
        for each in clauses
    )


def title_of(book: Book, path: str, say: Words) -> str:
    """What a part is called."""
    return say.title(f"rule_set:{path}", book.rule_set(path).title)


def _asks(row: Row) -> Iterator[str]:
    """The names of the inputs that a row looks at."""
    yield from row.when
    if isinstance(row, Requirement):
        yield row.input
