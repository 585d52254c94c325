"""Why an answer is what it is, in lines: the reason, its rule and its clause."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from operator import attrgetter

import attrs

from ssrules.decisions import Activation, Application, Decision, Part
from ssrules.display.lines import Line, column
from ssrules.display.rules import certainty
from ssrules.errors import SsrulesError
from ssrules.facts import Case
from ssrules.tables.book import Book
from ssrules.tables.documents import Document
from ssrules.tables.inputs import FactInput, Value
from ssrules.tables.rows import Requirement, Rule
from ssrules.tables.rule_sets import RuleSet
from ssrules.words.labels import label
from ssrules.words.sentences import condition, listed


@attrs.frozen
class Sources:
    """Where the words behind a decision are looked up: the book, and the case where it is known."""

    book: Book
    case: Case | None

    @classmethod
    def of(cls, decision: Decision, book: Book) -> Sources:
        """The sources of a decision; one that was read back from JSON has no case."""
        try:
            return cls(book, decision.case)
        except SsrulesError:
            return cls(book, None)

    @functools.cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of each rule set."""
        return {each.name: each.title for each in self.book.rule_sets}

    @property
    def activated(self) -> bool:
        """Whether the card's financial application is known to have been activated."""
        return self.case is not None and self.case.card.financial not in (None, "inactive")

    def reasons(self, path: str, part: Part) -> list[Line]:
        """Why a part is answered so: every reason with its rule, every clause with its title."""
        told = zip(self.why(path, part), part.because, strict=True)
        reasons = (f"{reason} [{id_}]" for reason, id_ in told)
        return [*column("Why", reasons), *column("Clause", map(self._clause, part.clauses))]

    def why(self, path: str, part: Part) -> list[str]:
        """What the rules or requirements behind a part say of the case."""
        rule_set = next((each for each in self.book.rule_sets if each.name == path), None)
        rows: dict[str, Rule | Requirement] = {}
        if rule_set is not None:
            rows.update({each.code: each for each in rule_set.requirements})
            rows.update({each.id: each for each in rule_set.rules})
        return [
            self._row(rule_set, rows[id_]) if rule_set and id_ in rows else label(f":{id_}")
            for id_ in part.because
        ]

    def documents(self, path: str, part: Activation | Application) -> list[Line]:
        """What is at hand of what is to be brought, what is missing, what was not asked yet."""
        required = part.required_documents or ()
        named = {each.code: each for each in self._documents(path, required)}
        wanting = part.missing_documents + part.unconfirmed_documents
        at_hand = (label(f"document:{code}") for code in required if code not in wanting)
        missing = (
            self._document(named, code, "not fulfilled", value=False)
            for code in part.missing_documents
        )
        unconfirmed = (
            self._document(named, code, "check", value=None) for code in part.unconfirmed_documents
        )
        return [
            *column("At hand", at_hand),
            *column("Missing", missing),
            *column("Ask for", unconfirmed),
        ]

    def _row(self, rule_set: RuleSet, row: Rule | Requirement) -> str:
        """What a row that counts says of the case; what is unknown of it is told with an "if"."""
        if isinstance(row, Requirement):
            return label(f"requirement:{row.code}")
        if not row.when:
            return label("holds:requirements" if rule_set.requirements else "holds:always")
        return "; ".join(self._condition(rule_set, *each) for each in row.when.items())

    def _condition(self, rule_set: RuleSet, asked: str, values: tuple[Value, ...]) -> str:
        input_ = next(each for each in rule_set.inputs if each.name == asked)
        known = [self._known(path) for path in input_.facts]
        if isinstance(input_, FactInput) and known[0] is not None:
            values = (known[0],)
        told = condition(asked, values)
        return f"if {told}" if None in known else told

    def _known(self, path: str) -> Value | None:
        found: Value | None = None if self.case is None else attrgetter(path)(self.case)
        return found

    def _clause(self, id_: str) -> str:
        found = self.book.clauses.get(id_)
        if found is None:
            return id_
        sure = certainty(found)
        return f"{found.title} [{id_}]{f' ({sure})' if sure else ''}"

    def _document(
        self, named: Mapping[str, Document], code: str, told: str, *, value: bool | None
    ) -> str:
        """A document; of one that has several properties, those that are wanting."""
        name = label(f"document:{code}")
        if self.case is None or code not in named or len(named[code].all_of) < 2:
            return name
        properties = {
            fact: label(f"property:{fact}", otherwise=label(fact)) for fact in named[code].all_of
        }
        wanting = [fact for fact in properties if attrgetter(fact)(self.case) is value]
        if len(wanting) == len(properties):
            return f"{name}: {listed(properties.values())}"
        return f"{name} ({told}: {listed(properties[fact] for fact in wanting)})"

    def _documents(self, path: str, codes: tuple[str, ...]) -> tuple[Document, ...]:
        """The documents of a part, from the row that asks for exactly these."""
        for rule_set in self.book.rule_sets:
            if path in (rule_set.name, rule_set.part_of):
                for rule in rule_set.rules:
                    given: tuple[Document, ...] = rule.then.get("documents") or ()
                    if tuple(each.code for each in given) == codes:
                        return given
        return ()
