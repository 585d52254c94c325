"""The localities that come with the library, and what each changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ssrules import localities
from ssrules.overlays.file import read_overlay
from ssrules.rulebook import RuleBook
from ssrules_docs.clauses import described
from ssrules_docs.markdown import code, place, plain, table
from ssrules_docs.words import heading, told

SHOWN = ("parameter", "value", "rule_set", "rule", "requirement", "documents", "before")
"""What is told of a change, where it has it."""


def written(language: str) -> str:
    """A section for each locality."""
    placed = set(RuleBook.default().clauses)
    return "\n".join(_section(name, language, placed) for name in localities.names())


def _section(name: str, language: str, placed: set[str]) -> str:
    """A locality; `placed` are the clauses that stand somewhere already."""
    text = localities.text(name)
    found = read_overlay(text if "\n" in text else f"{text}\n", RuleBook.default())
    rows = ([_kind(each), _what(each)] for each in found.changes)
    head = [heading("changes", language), heading("value", language)]
    pieces = [
        f"## {plain(told(found.title, language) or name)}\n",
        f"{place(code(name), f'locality-{name}')}\n",
        f"{plain(told(found.note, language))}\n" if found.note else "",
        table(head, rows),
        *(described(each, language) for each in found.clauses if each.id not in placed),
        f"````{{dropdown}} {heading('source', language)}\n```toml\n{text.rstrip()}\n```\n````\n",
    ]
    placed |= {each.id for each in found.clauses}
    return "\n".join(pieces)


def _kind(change: object) -> str:
    name = type(change).__name__
    return code("".join(f"_{each.lower()}" if each.isupper() else each for each in name).strip("_"))


def _what(change: object) -> str:
    return ", ".join(_named(change))


def _named(change: Any) -> Iterator[str]:
    for key in SHOWN:
        value = getattr(change, key, None)
        if value is None or value == "":
            continue
        each = getattr(value, "id", None) or getattr(value, "code", None) or value
        if isinstance(each, tuple):
            each = ", ".join(getattr(one, "code", str(one)) for one in each)
        yield f"{key} {code(str(each).lower() if isinstance(each, bool) else each)}"
