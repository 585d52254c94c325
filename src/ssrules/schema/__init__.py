"""The JSON Schema of a file of changes, for editors: made from what such a file may say."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib import resources
from typing import Any

from ssrules.overlays import KINDS
from ssrules.overlays.keys import CHANGES, TABLES, Key, Keys, Kind, change_keys
from ssrules.overlays.names import Names, document_facts
from ssrules.rulebook import RuleBook
from ssrules.tables.inputs import Value

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_FILE = "overlay.schema.json"
Schema = dict[str, Any]


def shipped_schema() -> Schema:
    """The schema as it is shipped, in `ssrules/schema`."""
    file = resources.files("ssrules").joinpath("schema", SCHEMA_FILE)
    found: Schema = json.loads(file.read_text(encoding="utf-8"))
    return found


def overlay_schema(book: RuleBook | None = None) -> Schema:
    """The schema of a file that changes a book, the built-in one if none is given.

    Names that the file itself may define are offered, but others are allowed.
    """
    making = _Making(Names(book or RuleBook.default()))
    return {
        "$schema": DIALECT,
        "title": "ssrules: named changes of a rule book",
        **making.table(TABLES["overlay"]),
        "$defs": {
            "change": {"oneOf": [{"$ref": f"#/$defs/{kind}"} for kind in CHANGES]},
            **{name: making.table(TABLES[name]) for name in TABLES if name != "overlay"},
            **{kind: making.change(kind) for kind in CHANGES},
            "conditions": making.conditions(),
            "outputs": making.outputs(),
        },
    }


class _Making:
    """The parts of a schema, with the names that exist."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.known = {
            "clause": (False, names.known("clause", {})),
            "rule": (False, names.known("rule", {})),
            "rule set": (True, names.known("rule set", {})),
            "parameter": (True, names.known("parameter", {})),
            "document": (False, names.known("document", {})),
            "certainty": (True, names.known("certainty", {})),
            "fact about documents": (True, document_facts(names.book)),
        }

    def table(self, keys: Keys) -> Schema:
        """A table with these keys and no others."""
        return {
            "type": "object",
            "properties": {name: self.key(key) for name, key in keys.items()},
            "required": [name for name, key in keys.items() if key.required],
            "additionalProperties": False,
        }

    def change(self, kind: str) -> Schema:
        """One kind of change."""
        made = self.table(change_keys(kind))
        made["properties"]["change"] = {"const": kind}
        return {"description": (KINDS[kind].__doc__ or "").split(";")[0].rstrip("."), **made}

    def key(self, key: Key) -> Schema:
        """The value of one key."""
        return {"description": key.meaning, **self.value(key)}

    def value(self, key: Key) -> Schema:
        """The values of one kind."""
        if key.kind is Kind.TEXT:
            return self.text(key.names)
        if key.kind is Kind.TEXTS:
            text = self.text(key.names)
            return {"anyOf": [text, {"type": "array", "items": text, "minItems": 1}]}
        if key.kind is Kind.DATE:
            return {"type": "string", "format": "date"}
        if key.kind is Kind.VALUE:
            return {"type": ["integer", "boolean"]}
        if key.kind is Kind.TABLES:
            return {"type": "array", "items": {"$ref": f"#/$defs/{key.table}"}}
        return {"$ref": f"#/$defs/{key.kind}"}

    def text(self, names: str) -> Schema:
        """A text; if it is a name, one of those that exist, or where more may come any other."""
        closed, known = self.known.get(names, (False, ()))
        if not known:
            return {"type": "string", "minLength": 1}
        listed = {"enum": sorted(known)}
        return listed if closed else {"anyOf": [listed, {"type": "string", "minLength": 1}]}

    def conditions(self) -> Schema:
        """Every input that a row may ask, with its values."""
        inputs: dict[str, tuple[Value, ...]] = {}
        for rule_set in self.names.book.rule_sets:
            for name, input_ in self.names.inputs(rule_set).items():
                inputs[name] = tuple(dict.fromkeys((*inputs.get(name, ()), *input_.values)))
        properties = {name: _one_or_more(inputs[name]) for name in sorted(inputs)}
        return {"type": "object", "properties": properties, "additionalProperties": False}

    def outputs(self) -> Schema:
        """Every output that a rule may give; which ones, its rule set says."""
        outputs: dict[str, set[Any] | None] = {}
        for rule_set in self.names.book.rule_sets:
            for name, allowed in rule_set.outputs.items():
                known = outputs.get(name, set())
                outputs[name] = None if allowed is None or known is None else {*known, *allowed}
        properties = {
            name: {}
            if allowed is None
            else {"enum": sorted(each for each in allowed if each is not None)}
            for name, allowed in sorted(outputs.items())
        }
        return {"type": "object", "properties": properties, "additionalProperties": False}


def _one_or_more(values: Iterable[Value]) -> Schema:
    one = {"enum": [str(each) if isinstance(each, str) else each for each in values]}
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}
