"""Overlays: a locality's or a year's rule book is another one with named changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import attrs

from ssrules.errors import RuleError
from ssrules.overlays.changes import (
    AddDocuments,
    AddRequirement,
    AddRule,
    AddRuleSet,
    Change,
    ChangeParameter,
    RemoveRequirement,
    RemoveRule,
    ReplaceRule,
)
from ssrules.records.frozen import FrozenDict
from ssrules.tables import Clause
from ssrules.tables.book import Book

AnyChange = Change | AddRuleSet
B = TypeVar("B", bound=Book)

KINDS: Mapping[str, type[Change]] = FrozenDict(
    {
        "replace_rule": ReplaceRule,
        "remove_rule": RemoveRule,
        "add_rule": AddRule,
        "add_requirement": AddRequirement,
        "remove_requirement": RemoveRequirement,
        "add_documents": AddDocuments,
        "change_parameter": ChangeParameter,
    }
)
"""The changes that a file may hold, by what it calls them."""


@attrs.frozen(kw_only=True)
class Overlay:
    """Named, versioned changes, made one after the other.

    `title` says for whom they are, `note` whatever a reader should know, such as that they are an
    illustration.
    """

    name: str
    version: str
    changes: tuple[AnyChange, ...]
    title: str = ""
    note: str = ""

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause that the changes rest on, without repeats."""
        return tuple(dict.fromkeys(clause for each in self.changes for clause in each.clauses))


def apply(book: B, overlay: Overlay) -> B:
    """The book with the overlay's changes; its name and version tell both.

    Raises `RuleError`, `ParameterError` or `UnknownNameError` for a change that cannot be made.
    """
    changed = book
    for change in overlay.changes:
        changed = change.apply(changed)
    return attrs.evolve(
        changed,
        name=f"{book.name}+{overlay.name}",
        version=f"{book.version}+{overlay.version}",
        extra_clauses=_clauses(book, overlay),
    )


def _clauses(book: Book, overlay: Overlay) -> tuple[Clause, ...]:
    """The book's further clauses and the overlay's. Raises `RuleError` for an id that differs."""
    for clause in overlay.clauses:
        if book.clauses.get(clause.id, clause) != clause:
            raise RuleError.of(clause.id, "another_clause")
    return tuple(dict.fromkeys((*book.extra_clauses, *overlay.clauses)))
