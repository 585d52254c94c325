"""Decisions of the built-in book that were written down, read back."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, TypeVar

import attrs

from ssrules.deciding.decision import NextChange
from ssrules.deciding.further import FurtherPart
from ssrules.parts import PARTS
from ssrules.records import rebuild
from ssrules.records.limits import Limits
from ssrules.tables.identity import RuleBookIdentity

D = TypeVar("D")
NULLABLE: Any = NextChange | None
NAME = "decision"
"""The path of a decision as a whole."""


def from_mapping(cls: type[D], mapping: object) -> D:
    """A decision from the mapping that it was written down as. Raises `FactError`."""
    found: D = _decision(cls, rebuild.from_mapping(_form(_sections(mapping)), mapping, NAME))
    return found


def from_json(cls: type[D], text: str | bytes, limits: Limits | None = None) -> D:
    """A decision from the JSON text that it was written down as. Raises `FactError`."""
    mapping = rebuild.plain_from_json(text, NAME, limits=limits)
    return from_mapping(cls, mapping)


def _sections(mapping: object) -> frozenset[str]:
    """The sections that a decision has to have.

    One by the built-in book has them all; changes may have removed rule sets, and a book about
    something else has none of them.
    """
    every = frozenset(kind.section for kind in PARTS)
    if not isinstance(mapping, Mapping):
        return every
    there = every.intersection(mapping)
    return there if _is_changed(mapping) or (not there and "further" in mapping) else every


def _is_changed(mapping: Mapping[str, Any]) -> bool:
    """Whether the book that decided had changes made to it: its name tells them."""
    book = mapping.get("rulebook")
    name = book.get("name") if isinstance(book, Mapping) else None
    return isinstance(name, str) and "+" in name


@functools.cache
def _form(names: frozenset[str]) -> Any:
    """The class that a decision is read back as: every key of the JSON is a field."""
    sections = {
        kind.section: attrs.field(
            type=kind.whole or (tuple[kind.part, ...] if kind.levels else kind.part)  # type: ignore[name-defined]
        )
        for kind in PARTS
        if kind.section in names
    }
    return attrs.make_class(
        "Decision",
        {
            "as_of": attrs.field(type=rebuild.Date),
            "rulebook": attrs.field(type=RuleBookIdentity),
            **sections,
            "needs": attrs.field(type=tuple[str, ...]),
            "next_change": attrs.field(type=NULLABLE),
            "further": attrs.field(type=tuple[FurtherPart, ...], default=()),
        },
        frozen=True,
        kw_only=True,
    )


def _decision(cls: Any, found: Any) -> Any:
    names = [kind.section for kind in PARTS if hasattr(found, kind.section)]
    return cls(
        as_of=found.as_of,
        rulebook=found.rulebook,
        sections={name: getattr(found, name) for name in names},
        needs=found.needs,
        next_change=found.next_change,
        further=found.further,
    )
