"""Why an answer is what it is, in lines: the reason, its rule and its clause."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any

import attrs

from ssrules.deciding.decision import Conclusion
from ssrules.deciding.machine import Machine
from ssrules.deciding.part_kinds import Line, PartKind
from ssrules.errors import SsrulesError
from ssrules.records import text
from ssrules.records.case import Facts
from ssrules.tables.book import Book
from ssrules.tables.clauses import Clause, notes_on
from ssrules.tables.documents import Document
from ssrules.tables.inputs import FactInput, Value
from ssrules.tables.rows import Requirement, Rule
from ssrules.tables.rule_sets import RuleSet
from ssrules.words.sentences import condition
from ssrules.words.speech import Words, words

NOTED = {"en": "{title} [{id}] ({sure})", "zh": "{title} [{id}]（{sure}）"}
IF = {"en": "if {told}", "zh": "如果{told}"}
ALL_OF = {"en": "{name}: {all}", "zh": "{name}：{all}"}
SOME_OF = {
    "en": {"missing": "{name} (not fulfilled: {some})", "open": "{name} (check: {some})"},
    "zh": {"missing": "{name}（不符合：{some}）", "open": "{name}（待核对：{some}）"},
}
"""A document with several properties, of which all or some are wanting."""


def column(word: str, texts: Iterable[str]) -> list[Line]:
    """A line for each text, the word before the first only."""
    return [(word if at == 0 else "", text) for at, text in enumerate(texts)]


def certainty(found: Clause, say: Words | None = None) -> str:
    """How sure the words of a clause are, where they are less than compared, and where found."""
    say = say or words()
    notes = notes_on(found.certainty, found.found)
    return say.listed(map(say.label, notes), "also") if notes else ""


def titled(found: Clause, say: Words) -> str:
    """A clause by its title and its id, with how sure its words are."""
    sure = certainty(found, say)
    title = text.told(found.title, say.language)
    return (
        NOTED[say.language].format(title=title, id=found.id, sure=sure)
        if sure
        else (f"{title} [{found.id}]")
    )


@attrs.frozen
class Sources:
    """Where the words behind a decision are looked up: the book, and the case where it is known."""

    book: Book
    case: Facts | None
    say: Words

    @classmethod
    def of(cls, decision: Conclusion, book: Book, language: str) -> Sources:
        """The sources of a decision; one that was read back from JSON has no case."""
        say = words(language, book.words)
        try:
            return cls(book, decision.case, say)
        except SsrulesError:
            return cls(book, None, say)

    def kind(self, path: str) -> PartKind:
        """The kind of the part at a path."""
        return Machine.of(self.book).kinds[path]

    @functools.cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of each rule set."""
        return {
            each.name: self.say.title(f"rule_set:{each.name}", each.title)
            for each in self.book.rule_sets
        }

    def refused(self, path: str, part: Any) -> bool:
        """Whether a part is answered so because requirements fail."""
        rule_set = next((each for each in self.book.rule_sets if each.name == path), None)
        codes = () if rule_set is None else [each.code for each in rule_set.requirements]
        return any(each in codes for each in part.because)

    def reasons(self, path: str, part: Any) -> list[Line]:
        """Why a part is answered so: every reason with its rule, every clause with its title."""
        told = zip(self.why(path, part), part.because, strict=True)
        reasons = (f"{reason} [{id_}]" for reason, id_ in told)
        return [
            *column(self.say.label("line:why"), reasons),
            *column(self.say.label("line:clause"), map(self._clause, part.clauses)),
        ]

    def why(self, path: str, part: Any) -> list[str]:
        """What the rules or requirements behind a part say of the case."""
        rule_set = next((each for each in self.book.rule_sets if each.name == path), None)
        rows: dict[str, Rule | Requirement] = {}
        if rule_set is not None:
            rows.update({each.code: each for each in rule_set.requirements})
            rows.update({each.id: each for each in rule_set.rules})
        return [
            self._row(rule_set, rows[id_])
            if rule_set and id_ in rows
            else self.say.label(f":{id_}")
            for id_ in part.because
        ]

    def documents(self, path: str, part: Any) -> list[Line]:
        """What is at hand of what is to be brought, what is missing, what was not asked yet."""
        required = getattr(part, "required_documents", None) or ()
        if not required:
            return []
        named = {each.code: each for each in self._documents(path, required)}
        wanting = part.missing_documents + part.unconfirmed_documents
        at_hand = (self.say.label(f"document:{code}") for code in required if code not in wanting)
        missing = (
            self._document(named, code, "missing", value=False) for code in part.missing_documents
        )
        unconfirmed = (
            self._document(named, code, "open", value=None) for code in part.unconfirmed_documents
        )
        return [
            *column(self.say.label("line:at_hand"), at_hand),
            *column(self.say.label("line:missing"), missing),
            *column(self.say.label("line:ask_for"), unconfirmed),
        ]

    def _row(self, rule_set: RuleSet, row: Rule | Requirement) -> str:
        """What a row that counts says of the case; what is unknown of it is told with an "if"."""
        if isinstance(row, Requirement):
            return self.say.label(f"requirement:{row.code}")
        if not row.when:
            return self.say.label("holds:requirements" if rule_set.requirements else "holds:always")
        told = (self._condition(rule_set, *each) for each in row.when.items())
        return self.say.listed(told, "also")

    def _condition(self, rule_set: RuleSet, asked: str, values: tuple[Value, ...]) -> str:
        input_ = next(each for each in rule_set.inputs if each.name == asked)
        known = [self._known(path) for path in input_.facts]
        if isinstance(input_, FactInput) and known[0] is not None:
            values = (known[0],)
        told = condition(asked, values, self.say)
        return IF[self.say.language].format(told=told) if None in known else told

    def _known(self, path: str) -> Value | None:
        found: Value | None = None if self.case is None else attrgetter(path)(self.case)
        return found

    def _clause(self, id_: str) -> str:
        found = self.book.clauses.get(id_)
        if found is None:
            return id_
        return titled(found, self.say)

    def _document(
        self, named: Mapping[str, Document], code: str, told: str, *, value: bool | None
    ) -> str:
        """A document; of one that has several properties, those that are wanting."""
        name = self.say.label(f"document:{code}")
        if self.case is None or code not in named or len(named[code].all_of) < 2:
            return name
        properties = {
            fact: self.say.label(f"property:{fact}", otherwise=self.say.label(fact))
            for fact in named[code].all_of
        }
        wanting = [fact for fact in properties if attrgetter(fact)(self.case) is value]
        if len(wanting) == len(properties):
            return ALL_OF[self.say.language].format(
                name=name, all=self.say.listed(properties.values())
            )
        listed = self.say.listed(properties[fact] for fact in wanting)
        return SOME_OF[self.say.language][told].format(name=name, some=listed)

    def _documents(self, path: str, codes: tuple[str, ...]) -> tuple[Document, ...]:
        """The documents of a part, from the row that asks for exactly these."""
        for rule_set in self.book.rule_sets:
            if path in (rule_set.name, rule_set.part_of):
                for rule in rule_set.rules:
                    given: tuple[Document, ...] = rule.then.get("documents") or ()
                    if tuple(each.code for each in given) == codes:
                        return given
        return ()
