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
    found: D = _decision(cls, rebuild.from_mapping(_form(_with_sections(mapping)), mapping, NAME))
    return found


def from_json(cls: type[D], text: str | bytes, limits: Limits | None = None) -> D:
    """A decision from the JSON text that it was written down as. Raises `FactError`."""
    mapping = rebuild.plain_from_json(text, NAME, limits=limits)
    return from_mapping(cls, mapping)


def _with_sections(mapping: object) -> bool:
    """Whether a decision is one of the built-in book's, which has all its sections."""
    if not isinstance(mapping, Mapping) or "further" not in mapping:
        return True
    return any(kind.section in mapping for kind in PARTS)


@functools.cache
def _form(with_sections: bool) -> Any:
    """The class that a decision is read back as: every key of the JSON is a field."""
    sections = {
        kind.section: attrs.field(
            type=kind.whole or (tuple[kind.part, ...] if kind.levels else kind.part)  # type: ignore[name-defined]
        )
        for kind in (PARTS if with_sections else ())
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
