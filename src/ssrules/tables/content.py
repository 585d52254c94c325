"""What rules say, as plain trees and as text: equal exactly where the content is equal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import attrs

from ssrules.records.text import Text
from ssrules.records.unstructure import plain
from ssrules.tables.clauses import Clause

UNORDERED = ("when", "holds_if")
"""The fields in which the order of the values says nothing."""


def canonical(tree: Any) -> str:
    """The one JSON text of a plain tree."""
    return json.dumps(tree, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def content(value: Any) -> Any:
    """A plain tree of what a value says.

    A clause that is cited is its id: what it says is content of the book itself.
    """
    if isinstance(value, Text) and value.others:
        return {"en": str(value), **value.others}
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Clause):
        return {"clause": value.id}
    if isinstance(value, tuple):
        return [content(item) for item in value]
    if hasattr(value, "__attrs_attrs__"):
        return fields(value)
    if isinstance(value, Mapping):
        return {key: content(item) for key, item in value.items()}
    return plain(value)


def fields(value: Any) -> dict[str, Any]:
    """A plain tree of an attrs object: its class, and what every field says."""
    found: dict[str, Any] = {"is": type(value).__name__}
    for field in attrs.fields(type(value)):
        item = getattr(value, field.name)
        if field.name in UNORDERED:
            found[field.name] = {name: sorted(map(repr, values)) for name, values in item.items()}
        else:
            found[field.name] = content(item)
    return found
