"""Overlays: a locality's or a year's rule book is another one with named changes."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TypeVar

import attrs

from ssrules.errors import RuleError
from ssrules.overlays.changes import (
    AddDocuments,
    AddRequirement,
    AddRule,
    AddRuleSet,
    AddToOutput,
    Change,
    ChangeParameter,
    RemoveRequirement,
    RemoveRule,
    RemoveRuleSet,
    ReplaceRule,
)
from ssrules.records.extend import Addition
from ssrules.records.frozen import FrozenDict, freeze
from ssrules.tables import Clause, Parameter
from ssrules.tables.book import Book
from ssrules.tables.layers import Layer, NotFormalised, WorkedCase

__all__ = [
    "AddDocuments",
    "AddRequirement",
    "AddRule",
    "AddRuleSet",
    "AddToOutput",
    "Change",
    "ChangeParameter",
    "Layer",
    "NotFormalised",
    "Overlay",
    "RemoveRequirement",
    "RemoveRule",
    "RemoveRuleSet",
    "ReplaceRule",
    "WorkedCase",
]

AnyChange = Change | AddRuleSet
B = TypeVar("B", bound=Book)

KINDS: Mapping[str, type[Change]] = FrozenDict(
    {
        "replace_rule": ReplaceRule,
        "remove_rule": RemoveRule,
        "add_rule": AddRule,
        "add_requirement": AddRequirement,
        "remove_requirement": RemoveRequirement,
        "remove_rule_set": RemoveRuleSet,
        "add_documents": AddDocuments,
        "add_to_output": AddToOutput,
        "change_parameter": ChangeParameter,
    }
)
"""The changes that a file may hold, by what it calls them."""


@attrs.frozen(kw_only=True)
class Overlay:
    """Named, versioned changes, made one after the other.

    `title` says for whom they are, `note` whatever a reader should know, such as that they are an
    illustration. `facts`, `parameters` and `words` (by language and key) are those of its own,
    which the changes may use. `made_for` names the rule books that they are made for, each as
    `<name> <version>`; none is any. `in_force_from` is the first day that they are made for.
    `not_formalised` are the sentences that they do not carry, `cases` worked cases that hold them.
    """

    name: str
    version: str
    changes: tuple[AnyChange, ...] = ()
    title: str = ""
    note: str = ""
    made_for: tuple[str, ...] = ()
    in_force_from: datetime.date | None = None
    facts: tuple[Addition, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    words: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict, converter=freeze)
    not_formalised: tuple[NotFormalised, ...] = ()
    cases: tuple[WorkedCase, ...] = ()

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause that the changes rest on, without repeats."""
        changed = [clause for each in self.changes for clause in each.clauses]
        asked = [clause for each in self.parameters for clause in each.cites]
        left_out = [clause for each in self.not_formalised for clause in each.cites]
        worked = [clause for each in self.cases for clause in each.cites]
        return tuple(dict.fromkeys((*changed, *asked, *left_out, *worked)))


def apply(book: B, overlay: Overlay) -> B:
    """The book with the overlay's changes; its name and version tell both.

    Raises `RuleError`, `ParameterError` or `UnknownNameError` for a change that cannot be made,
    and for a book that the overlay is not made for.
    """
    check_made_for(book, overlay.name, overlay.made_for)
    changed = with_own(book, overlay)
    for change in overlay.changes:
        changed = change.apply(changed)
    return attrs.evolve(
        changed,
        name=f"{book.name}+{overlay.name}",
        version=f"{book.version}+{overlay.version}",
        extra_clauses=_clauses(book, overlay),
        covers_from=_later(book.covers_from, overlay.in_force_from),
        layers=(*book.layers, _layer(book, overlay)),
    )


def with_own(book: B, overlay: Overlay) -> B:
    """The book with the facts, parameters and words of an overlay, and no change made yet."""
    changed = book.with_facts(*overlay.facts) if overlay.facts else book
    for language, words in overlay.words.items():
        changed = changed.with_words(language, words)
    return changed.with_rule_sets(parameters=overlay.parameters)


def check_made_for(book: Book, name: str, editions: tuple[str, ...]) -> None:
    """Raise `RuleError` where the book that lies at the bottom is none of those named."""
    root = book.layers[0].beneath if book.layers else book
    edition = f"{root.name} {root.version}"
    if editions and edition not in editions:
        raise RuleError.of(name, "made_for_another", known=editions, name=edition)


def _later(one: datetime.date | None, two: datetime.date | None) -> datetime.date | None:
    return max((day for day in (one, two) if day is not None), default=None)


def _layer(book: Book, overlay: Overlay) -> Layer:
    return Layer(
        name=overlay.name,
        version=overlay.version,
        title=overlay.title,
        note=overlay.note,
        in_force_from=overlay.in_force_from,
        clauses=overlay.clauses,
        not_formalised=overlay.not_formalised,
        cases=overlay.cases,
        beneath=book,
    )


def _clauses(book: Book, overlay: Overlay) -> tuple[Clause, ...]:
    """The book's further clauses and the overlay's. Raises `RuleError` for an id that differs."""
    for clause in overlay.clauses:
        if book.clauses.get(clause.id, clause) != clause:
            raise RuleError.of(clause.id, "another_clause")
    return tuple(dict.fromkeys((*book.extra_clauses, *overlay.clauses)))
