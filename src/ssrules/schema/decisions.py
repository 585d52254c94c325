"""The JSON Schema of a decision, made from the classes of its parts."""

from __future__ import annotations

import datetime
import enum
import types
import typing
from collections.abc import Iterable, Mapping
from typing import Any, Union

import attrs

from ssrules.deciding.decision import NextChange
from ssrules.deciding.further import FurtherPart
from ssrules.deciding.sections import Section, sections_of
from ssrules.records.checks import GROUP, MANY, NULLABLE, is_private
from ssrules.schema.cases import DATE
from ssrules.schema.words import Schema, enumerated, speakers, told
from ssrules.tables.book import Book
from ssrules.tables.identity import RuleBookIdentity
from ssrules.words.speech import Words

NEEDS = "needs"
"""The field of every part that holds paths of facts."""
ANYTHING: Schema = {}
PLAIN: Mapping[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    datetime.date: DATE,
    type(None): {"type": "null"},
    Any: ANYTHING,
}


def decision_schema(book: Book) -> Schema:
    """The schema of what `to_dict` and `to_json` of a book's decisions give."""
    return _Making(book).decision(book)


class _Making:
    """Makes the schema of a decision and of the parts in it."""

    def __init__(self, book: Book) -> None:
        self.says = speakers(book)
        self.facts = book.table.paths
        self.definitions: dict[str, Schema] = {}

    def decision(self, book: Book) -> Schema:
        """All keys of a decision, and no others."""
        sections, further = sections_of(book.rule_sets, book.parts)
        properties: dict[str, Schema] = {
            "as_of": dict(DATE),
            "rulebook": self.reference(RuleBookIdentity),
            **{section.name: self.section(section) for section in sections},
            NEEDS: self.paths(),
            "next_change": _or_null(self.reference(NextChange)),
        }
        required = list(properties)
        if further:
            parts = self.list_of(self.reference(FurtherPart))
            properties["further"] = {**parts, "minItems": len(further), "maxItems": len(further)}
            required.append("further")
        return {
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
            "$defs": self.definitions,
        }

    def section(self, section: Section) -> Schema:
        """A key of a decision: a part, several, or a whole that holds several."""
        kind = section.kind
        titles = {
            name: say.first(f"section:{section.name}", f"part:{section.name}")
            for name, say in self.says.items()
        }
        found = self.reference(kind.whole or kind.part)
        if kind.levels and kind.whole is None:
            count = len(section.rule_sets)
            found = {**self.list_of(found), "minItems": count, "maxItems": count}
        return {**told("title", titles), **found}

    def reference(self, cls: Any) -> Schema:
        """Where the schema of a class stands, which is made when it is first asked for."""
        name = cls.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a class may hold itself
            self.definitions[name] = self.object(cls)
        return {"$ref": f"#/$defs/{name}"}

    def object(self, cls: Any) -> Schema:
        """An object with a class's fields and no other keys."""
        hints = typing.get_type_hints(cls)
        fields = [field for field in attrs.fields(cls) if not is_private(field)]
        return {
            "description": " ".join((cls.__doc__ or "").split("\n\n")[0].split()),
            "type": "object",
            "properties": {field.name: self.field(field, hints[field.name]) for field in fields},
            "required": [field.name for field in fields],
            "additionalProperties": False,
        }

    def field(self, field: Any, hint: Any) -> Schema:
        """The values of a field."""
        group = field.metadata.get(GROUP)
        if group is not None:
            found = self.reference(group)
            found = self.list_of(found) if field.metadata.get(MANY) else found
            return _or_null(found) if field.metadata.get(NULLABLE) else found
        return self.paths() if field.name == NEEDS else self.of(field.name, hint)

    def paths(self) -> Schema:
        """Paths of facts."""
        return {"type": "array", "items": {"enum": list(self.facts)}, "uniqueItems": True}

    def of(self, name: str, hint: Any) -> Schema:
        """The values of an annotation."""
        origin, inside = typing.get_origin(hint), typing.get_args(hint)
        if origin in (Union, types.UnionType):
            return {"anyOf": [self.of(name, each) for each in inside]}
        if origin is tuple:
            return self.list_of(self.of(name, inside[0]))
        if origin is not None and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(name, inside[1])}
        if isinstance(hint, type) and issubclass(hint, enum.StrEnum):
            return {"type": "string", **_words(name, hint, self.says)}
        return self.reference(hint) if attrs.has(hint) else dict(PLAIN[hint])

    @staticmethod
    def list_of(items: Schema) -> Schema:
        """A list of such."""
        return {"type": "array", "items": items}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _words(name: str, values: Iterable[str], says: Mapping[str, Words]) -> Schema:
    """An enumeration of codes, which are told as `status:allowed`."""
    listed = [str(each) for each in values]
    found = enumerated(name, listed, says)
    found["x-enum-words"] = {
        language: {each: say.label(f"{name}:{each}") for each in listed}
        for language, say in says.items()
    }
    return found
