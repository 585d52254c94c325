"""What a file of changes may say: its tables, their keys, and the kind of value of each."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Mapping
from typing import Any

import attrs

from ssrules.records.frozen import FrozenDict


class Kind(enum.StrEnum):
    """The kinds of value."""

    TEXT = "text"
    TEXTS = "texts"
    DATE = "date"
    VALUE = "value"
    CONDITIONS = "conditions"
    OUTPUTS = "outputs"
    TABLES = "tables"


WANTED: Mapping[Kind, str] = FrozenDict(
    {
        Kind.TEXT: "a text",
        Kind.TEXTS: "a text or a list of texts",
        Kind.DATE: "a date, written without quotes as 2026-11-22",
        Kind.VALUE: "a whole number, or true or false",
        Kind.CONDITIONS: "a table of inputs and their values",
        Kind.OUTPUTS: "a table of outputs and their values",
        Kind.TABLES: "an array of tables",
    }
)
"""What a value of each kind is, in words."""


@attrs.frozen
class Key:
    """One key of a table.

    `names` says of what a text is the name ("rule", "clause"), where it must be one that exists;
    `table` which table stands in an array of tables.
    """

    kind: Kind
    meaning: str
    required: bool = False
    names: str = ""
    table: str = ""


Keys = Mapping[str, Key]


def _text(meaning: str, names: str = "") -> Key:
    return Key(Kind.TEXT, meaning, required=True, names=names)


VALIDITY: Keys = {
    "in_force_from": Key(Kind.DATE, "the first day on which it is in force; none if left out"),
    "in_force_to": Key(Kind.DATE, "the last day on which it is in force; none if left out"),
}
CITES: Keys = {
    "cites": Key(Kind.TEXTS, "the ids of the clauses that it rests on", True, names="clause")
}
READINGS: Keys = {
    "readings": Key(Kind.TABLES, "how ambiguous clauses are read, and how else", table="reading")
}
ROW: Keys = {
    **CITES,
    "when": Key(Kind.CONDITIONS, "for each input the value or values for which the rule applies"),
    "then": Key(Kind.OUTPUTS, "what the rule gives: a value for each output", required=True),
    **READINGS,
}

TABLES: Mapping[str, Keys] = FrozenDict(
    {
        "overlay": {
            "name": _text("a short name, which the rule book bears from then on"),
            "version": _text("the version of these changes, such as a date"),
            "title": Key(Kind.TEXT, "for whom these changes are"),
            "note": Key(Kind.TEXT, "what a reader should know of them"),
            "clauses": Key(Kind.TABLES, "the clauses that the changes cite", table="clause"),
            "documents": Key(Kind.TABLES, "documents of one's own", table="document"),
            "changes": Key(Kind.TABLES, "the changes, made in this order", True, table="change"),
        },
        "clause": {
            "id": _text("an id of its own"),
            "title": _text("what it is a clause of"),
            "words": _text("its words, as they are written"),
            "language": _text('the language of the words, such as "zh"'),
            "version": Key(Kind.DATE, "the date of the text that is quoted", required=True),
            **VALIDITY,
            "certainty": Key(Kind.TEXT, "how sure it is that it reads so", names="certainty"),
            "url": Key(Kind.TEXT, "where it was found"),
            "issuer": Key(Kind.TEXT, "who issued it"),
            "number": Key(Kind.TEXT, "the number under which it was issued"),
        },
        "document": {
            "code": _text("what decisions call it"),
            "all_of": Key(Kind.TEXTS, "facts that must all hold", names="fact about documents"),
            "any_of": Key(Kind.TEXTS, "facts of which one must", names="fact about documents"),
        },
        "reading": {
            "chosen": _text("how the clause is read"),
            "other": _text("how else it could be read"),
            "rests_on": Key(Kind.TEXTS, "the clauses that decide between them", names="clause"),
        },
    }
)
"""The tables of a file but for the changes."""

CHANGES: Mapping[str, Keys] = FrozenDict(
    {
        "replace_rule": {
            "rule": _text("the id of the rule that is replaced", "rule"),
            "id": Key(Kind.TEXT, "the id of the new rule, if it is to be another one"),
            **ROW,
        },
        "remove_rule": {"rule": _text("the id of the rule", "rule"), **CITES},
        "add_rule": {
            "rule_set": _text("the name of the rule set", "rule set"),
            "id": _text("the id of the new rule"),
            "before": Key(Kind.TEXT, "the id of the rule that it precedes; last if left out"),
            **ROW,
        },
        "add_requirement": {
            "rule_set": _text("the name of the rule set", "rule set"),
            "code": _text("the code that names it where it fails"),
            "before": Key(Kind.TEXT, "the code of the one that it precedes; last if left out"),
            **CITES,
            "holds_if": Key(Kind.CONDITIONS, "one input, with the values for which it holds", True),
            "when": Key(Kind.CONDITIONS, "where it is made at all; everywhere if left out"),
            **READINGS,
        },
        "remove_requirement": {
            "rule_set": _text("the name of the rule set", "rule set"),
            "requirement": _text("the code of the requirement", "requirement"),
            **CITES,
        },
        "add_documents": {
            "rule": _text("the id of the rule", "rule"),
            "documents": Key(Kind.TEXTS, "the codes of the documents", True, names="document"),
            **CITES,
        },
        "change_parameter": {
            "parameter": _text("the name of the parameter", "parameter"),
            "value": Key(Kind.VALUE, "its value", required=True),
            **CITES,
        },
    }
)
"""The kinds of change, each with its keys beside `change` and those of its validity."""


def change_keys(kind: str) -> Keys:
    """Every key of a kind of change."""
    return {"change": _text("the kind of change"), **CHANGES[kind], **VALIDITY}


def as_kind(kind: Kind, value: object) -> Any:
    """A value as its kind has it; None where it is of another kind."""
    if kind is Kind.TEXT:
        return value if isinstance(value, str) and value.strip() else None
    if kind is Kind.TEXTS:
        several = value if isinstance(value, list) else [value]
        right = several and all(isinstance(each, str) and each for each in several)
        return tuple(several) if right else None
    if kind is Kind.DATE:
        return value if type(value) is datetime.date else None
    if kind is Kind.VALUE:
        return value if isinstance(value, int) else None
    wanted = list if kind is Kind.TABLES else dict
    return value if isinstance(value, wanted) else None
