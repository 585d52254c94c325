"""JSON Schemas of what goes in and of what comes out, made from the rules and facts themselves."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from importlib import resources
from typing import Any

from ssrules.errors import UnknownNameError
from ssrules.errors.telling import LANGUAGES
from ssrules.overlays import KINDS
from ssrules.overlays.keys import CHANGES, INPUTS, TABLES, change_keys, input_keys
from ssrules.overlays.kinds import ENGLISH, Key, Keys, Kind
from ssrules.overlays.names import Names, document_facts
from ssrules.rulebook import RuleBook
from ssrules.schema.cases import case_schema
from ssrules.schema.decisions import decision_schema
from ssrules.tables.inputs import Value

__all__ = [
    "json_schema",
]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_FILE = "overlay.schema.json"
TITLES = {"case": "ssrules: a case", "decision": "ssrules: a decision"}
OF_ITS_OWN = ("base", "facts", "inputs", "rule_sets")
"""The keys of a file whose rows may ask and give what the book does not know."""
OF_ROWS = (("when", "conditions"), ("holds_if", "conditions"), ("then", "outputs"))
"""What rows say that hangs on the book, and what that is called here."""
TEXT: Mapping[str, Any] = {"type": "string", "minLength": 1}
Schema = dict[str, Any]


def json_schema(kind: str, rulebook: RuleBook | None = None) -> Schema:
    """The JSON Schema (2020-12) of a `case`, a `decision`, or an `overlay` for a rule book.

    Without a rule book the built-in one is meant. Meanings are told in English under `title` and
    `description`, in Chinese under `x-title-zh` and `x-description-zh`. Raises `UnknownNameError`
    for any other kind.
    """
    if kind not in KINDS_OF_SCHEMA:
        raise UnknownNameError("schema", kind, KINDS_OF_SCHEMA)
    return KINDS_OF_SCHEMA[kind](RuleBook.default() if rulebook is None else rulebook)


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
        "if": {"anyOf": [{"required": [name]} for name in OF_ITS_OWN]},
        "else": {"properties": {"changes": {"items": {"$ref": "#/$defs/known"}}}},
        "$defs": {
            "change": {"oneOf": [{"$ref": f"#/$defs/{kind}"} for kind in CHANGES]},
            "input": {"oneOf": [{"$ref": f"#/$defs/{test}"} for test in INPUTS]},
            **{name: making.table(TABLES[name]) for name in TABLES if name != "overlay"},
            **{kind: making.change(kind) for kind in CHANGES},
            **{test: making.input(test) for test in INPUTS},
            "known": {"properties": {key: {"$ref": f"#/$defs/{of}"} for key, of in OF_ROWS}},
            "conditions": making.conditions(),
            "outputs": making.outputs(),
        },
    }


_WORDS: Schema = {
    "anyOf": [
        TEXT,
        {
            "type": "object",
            "properties": dict.fromkeys(LANGUAGES, TEXT),
            "required": [ENGLISH],
            "additionalProperties": False,
        },
    ]
}
_VALUES: Schema = {"type": ["string", "integer", "boolean"]}
_SEVERAL: Schema = {"anyOf": [_VALUES, {"type": "array", "items": _VALUES}]}
VALUES: Mapping[Kind, Schema] = {
    Kind.WORDS: _WORDS,
    Kind.WORD_LIST: {
        "type": "object",
        "properties": {
            each: {"type": "object", "additionalProperties": TEXT} for each in LANGUAGES
        },
        "additionalProperties": False,
    },
    Kind.CODES: {
        "anyOf": [TEXT, {"type": "array", "items": TEXT}, {"type": "object"}],
    },
    Kind.DATE: {"type": "string", "format": "date"},
    Kind.NUMBER: {"type": "integer"},
    Kind.VALUE: {"type": ["integer", "boolean"]},
    Kind.PLAIN: _VALUES,
    Kind.ALLOWED: {
        "type": "object",
        "additionalProperties": {"type": "array", "items": _VALUES},
    },
    Kind.PATHS: {"type": "object", "additionalProperties": _SEVERAL},
    Kind.CONDITIONS: {"type": "object", "additionalProperties": _SEVERAL},
    Kind.OUTPUTS: {"type": "object", "additionalProperties": _SEVERAL},
}
"""The values of those kinds that hang on no book."""


class _Making:
    """The parts of a schema, with the names that exist."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.known = {
            "clause": (False, names.known("clause", {})),
            "rule": (False, names.known("rule", {})),
            "rule set": (False, names.known("rule set", {})),
            "parameter": (False, names.known("parameter", {})),
            "document": (False, names.known("document", {})),
            "certainty": (True, names.known("certainty", {})),
            "kind of source": (True, names.known("kind of source", {})),
            "fact": (False, names.known("fact", {})),
            "fact about documents": (False, document_facts(names.book)),
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

    def input(self, test: str) -> Schema:
        """One kind of test."""
        made = self.table(input_keys(test))
        made["properties"]["test"] = {"const": test}
        return made

    def key(self, key: Key) -> Schema:
        """The value of one key."""
        return {"description": key.meaning, **self.value(key)}

    def value(self, key: Key) -> Schema:
        """The values of one kind."""
        if key.one_of:
            return {"enum": list(key.one_of)}
        if key.kind is Kind.TEXT:
            return self.text(key.names)
        if key.kind is Kind.TEXTS:
            text = self.text(key.names)
            return {"anyOf": [text, {"type": "array", "items": text, "minItems": 1}]}
        if key.kind is Kind.TABLES:
            return {"type": "array", "items": {"$ref": f"#/$defs/{key.table}"}}
        return {**VALUES[key.kind]}

    def text(self, names: str) -> Schema:
        """A text; if it is a name, one of those that exist, or where more may come any other."""
        closed, known = self.known.get(names, (False, ()))
        if not known:
            return {**TEXT}
        listed = {"enum": sorted(known)}
        return listed if closed else {"anyOf": [listed, TEXT]}

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
        outputs: dict[str, dict[Any, Any] | None] = {}
        for rule_set in self.names.book.rule_sets:
            for name, allowed in rule_set.outputs.items():
                known = outputs.get(name, {})
                told = {_kind_and_value(each): each for each in allowed or ()}  # 1 is not true
                outputs[name] = None if allowed is None or known is None else {**known, **told}
        properties = {
            name: {}
            if allowed is None
            else {
                "enum": sorted((e for e in allowed.values() if e is not None), key=_kind_and_value)
            }
            for name, allowed in sorted(outputs.items())
        }
        return {"type": "object", "properties": properties, "additionalProperties": False}


def _kind_and_value(value: Any) -> tuple[str, Any]:
    return "str" if isinstance(value, str) else type(value).__name__, value


def _one_or_more(values: Iterable[Value]) -> Schema:
    one = {"enum": [str(each) if isinstance(each, str) else each for each in values]}
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}


def _headed(kind: str, schema: Schema) -> Schema:
    return {"$schema": DIALECT, "title": TITLES[kind], **schema}


KINDS_OF_SCHEMA: Mapping[str, Callable[[RuleBook], Schema]] = {
    "case": lambda book: _headed("case", case_schema(book)),
    "decision": lambda book: _headed("decision", decision_schema(book)),
    "overlay": overlay_schema,
}
"""What there is a schema of, and how it is made."""
