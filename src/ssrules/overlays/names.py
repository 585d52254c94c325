"""The names that a file of changes may use: those of a rule book, and the file's own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from ssrules.errors import RuleError
from ssrules.tables.book import Book
from ssrules.tables.clauses import Certainty, Clause, Found
from ssrules.tables.documents import Document
from ssrules.tables.inputs import AsOf, FactInput, Input
from ssrules.tables.rule_sets import RuleSet

ABOUT_DOCUMENTS = "documents."
"""What the paths of facts about documents begin with."""


class Names:
    """Names and what they stand for, as changes are made to `book` one after the other."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.clauses: dict[str, Clause] = dict(book.clauses)
        self.documents: dict[str, Document] = {}
        self.own_inputs: dict[str, Input] = {}
        self._excused: dict[str, set[str]] = {}

    def excuse(self, kind: str, name: object) -> None:
        """Take a name for known though what it stands for is faulty: that fault is enough."""
        if isinstance(name, str):
            self._excused.setdefault(kind, set()).add(name)

    def is_excused(self, kind: str, names: Iterable[object]) -> bool:
        """Whether any of the names is taken for known though what it stands for is faulty."""
        found: dict[str, Collection[str]] = {
            "clause": self.clauses,
            "document": self.documents,
            "input": self.own_inputs,
            "parameter": [each.name for each in self.book.parameters],
        }
        known = found.get(kind, ())
        excused = self._excused.get(kind, set())
        return any(each in excused and each not in known for each in names if isinstance(each, str))

    def was_faulty(self, kind: str, name: str) -> bool:
        """Whether a fact or rule set of this name was faulty, so that what follows is no fault."""
        return name in self._excused.get(kind, set())

    def faulty(self, kind: str) -> list[str]:
        """The names of what was faulty."""
        return sorted(self._excused.get(kind, ()))

    def known(self, kind: str, record: Mapping[str, Any]) -> Collection[str]:
        """Every name of a kind; requirements are those of the rule set named in the record."""
        rule_set = self.rule_set(record)
        found: Iterable[str]
        if kind == "clause":
            found = self.clauses
        elif kind == "rule":
            found = (rule.id for each in self.book.rule_sets for rule in each.rules)
        elif kind == "rule set":
            found = (each.name for each in self.book.rule_sets)
        elif kind == "parameter":
            found = (each.name for each in self.book.parameters)
        elif kind == "document":
            found = (*self.documents, *(each.code for each in self._everywhere()))
        elif kind == "requirement":
            found = (each.code for each in (rule_set.requirements if rule_set else ()))
        elif kind == "certainty":
            found = map(str, Certainty)
        elif kind == "kind of source":
            found = map(str, Found)
        elif kind == "fact":
            found = self.book.table.paths
        else:
            found = document_facts(self.book)
        return dict.fromkeys((*found, *self._excused.get(kind, ())))

    def rule_set(self, record: Mapping[str, Any]) -> RuleSet | None:
        """The rule set that a record names, or that holds the rule which it names."""
        for rule_set in self.book.rule_sets:
            if rule_set.name == record.get("rule_set"):
                return rule_set
            if any(rule.id == record.get("rule") for rule in rule_set.rules):
                return rule_set
        return None

    def document(self, code: str, rule_set: RuleSet) -> Document:
        """The document of a code: the file's own, or the rule set's, or that of any other.

        Raises `RuleError` where several are called so.
        """
        if code in self.documents:
            return self.documents[code]
        for among in (_documents(rule_set), self._everywhere()):
            found = dict.fromkeys(each for each in among if each.code == code)
            if len(found) == 1:
                return next(iter(found))
            if found:
                raise RuleError.of(code, "several_documents", count=len(found))
        raise RuleError.of(code, "no_document")

    def inputs(self, rule_set: RuleSet | None) -> dict[str, Input]:
        """What a row may ask: the rule set's own inputs, those of others, and plain facts."""
        found: dict[str, Input] = {
            each.name: each
            for each in (rule_set.inputs if rule_set else ())
            if not isinstance(each, AsOf)
        }
        for other in self.book.rule_sets:
            for each in other.inputs:
                if not isinstance(each, AsOf):
                    found.setdefault(each.name, each)
        for name, own in self.own_inputs.items():
            found.setdefault(name, own)
        for other in self.book.rule_sets:
            told = [name for name, values in other.outputs.items() if _are_few(values)]
            if len(told) == 1 and not other.requirements:
                found.setdefault(other.name, other.outcome(told[0]))
        for fact in self.book.table:
            if fact.values:
                found.setdefault(fact.path, FactInput(fact.path, fact.values))
        return found

    def _everywhere(self) -> tuple[Document, ...]:
        single = (Document.of(path) for path in document_facts(self.book) if path.count(".") == 1)
        used = (each for rule_set in self.book.rule_sets for each in _documents(rule_set))
        return tuple(dict.fromkeys((*used, *single)))


def _are_few(values: tuple[Any, ...] | None) -> bool:
    return values is not None and all(isinstance(each, str | bool) for each in values)


def document_facts(book: Book) -> tuple[str, ...]:
    """The facts about documents."""
    return tuple(fact.path for fact in book.table if fact.path.startswith(ABOUT_DOCUMENTS))


def _documents(rule_set: RuleSet) -> tuple[Document, ...]:
    listed = (rule.then.get("documents") or () for rule in rule_set.rules)
    return tuple(each for documents in listed for each in documents if isinstance(each, Document))
