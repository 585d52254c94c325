"""The JSON Schema of a case, made from its facts."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import attrs

from ssrules.records.checks import GROUP
from ssrules.records.fact_table import fact_table
from ssrules.records.fields import Fact
from ssrules.records.kinds import members
from ssrules.schema.words import Schema, enumerated, speakers, told
from ssrules.tables.book import Book
from ssrules.words.speech import Words

DATE: Schema = {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
IDENTIFIER: Schema = {"type": "string", "minLength": 1, "pattern": r"^\S([\s\S]*\S)?(?![\s\S])"}
"""No white space at an end, be the end that of the text or, as in some dialects, of a line."""


def case_schema(book: Book) -> Schema:
    """The schema of what `from_dict` and `from_json` of a book's class of facts take.

    A fact may be left out, or null, which both is unknown; where one has a `default`, that is what
    leaving it out means. Not said in it: that a date may not be after another one (`x-not-after`
    names that), and the first day that the book covers.
    """
    making = _Making(book)
    return making.group(book.facts, "")


class _Making:
    """Makes the schema of a group of facts."""

    def __init__(self, book: Book) -> None:
        self.facts: Mapping[str, Fact] = fact_table(book.facts).by_path
        self.says = speakers(book)

    def group(self, cls: Any, prefix: str) -> Schema:
        """An object with the facts of a group and no other keys; null is as if it were absent."""
        properties: dict[str, Schema] = {}
        required: list[str] = []
        for field in attrs.fields(cls):
            group = field.metadata.get(GROUP)
            path = f"{prefix}{field.name}"
            if group is not None:
                properties[field.name] = self.group(group, f"{path}.")
                continue
            properties[field.name] = self.fact(self.facts[path])
            if self.facts[path].required:
                required.append(field.name)
        return {
            "type": ["object", "null"] if prefix else "object",
            "properties": properties,
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def fact(self, fact: Fact) -> Schema:
        """The values that a fact may have, and what it means."""
        found = _values(fact, self.says)
        if not fact.required:
            if "enum" in found:
                found["enum"] = [*found["enum"], None]
            found["type"] = [found["type"], "null"]
        if fact.default is not None:
            plain = fact.default if isinstance(fact.default, bool | int) else str(fact.default)
            found["default"] = plain
        if fact.not_after:
            found["x-not-after"] = fact.not_after
        if fact.unit:
            found["x-unit"] = fact.unit
        titles = {name: say.label(fact.path, fact.meaning) for name, say in self.says.items()}
        meanings = {
            name: say.label(f"meaning:{fact.path}", fact.meaning) for name, say in self.says.items()
        }
        return {**told("title", titles), **told("description", meanings), **found}


def _values(fact: Fact, says: Mapping[str, Words]) -> Schema:
    if fact.kind is bool:
        return {"type": "boolean"}
    if fact.kind is int:
        return {"type": "integer", "minimum": fact.lowest, "maximum": fact.highest}
    if fact.kind is datetime.date:
        return dict(DATE)
    words = members(fact.kind)
    return {"type": "string", **enumerated(fact.path, words, says)} if words else dict(IDENTIFIER)
