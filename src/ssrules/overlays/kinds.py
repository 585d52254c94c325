"""The kinds of value that stand behind the keys of a file of changes."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Callable, Mapping
from typing import Any

import attrs

from ssrules.errors import SsrulesError
from ssrules.errors.telling import LANGUAGES
from ssrules.records.frozen import FrozenDict
from ssrules.records.text import Text

ENGLISH = LANGUAGES[0]


class Kind(enum.StrEnum):
    """The kinds of value."""

    TEXT = "text"
    TEXTS = "texts"
    WORDS = "words"
    WORD_LIST = "word list"
    CODES = "codes"
    DATE = "date"
    NUMBER = "number"
    VALUE = "value"
    PLAIN = "plain"
    ALLOWED = "allowed"
    PATHS = "paths"
    CONDITIONS = "conditions"
    OUTPUTS = "outputs"
    TABLES = "tables"


WANTED: Mapping[Kind, str] = FrozenDict(
    {
        Kind.TEXT: "a text",
        Kind.TEXTS: "a text or a list of texts",
        Kind.WORDS: "a text, or a table of texts with 'en' and 'zh'",
        Kind.WORD_LIST: "a table of words with 'en' and 'zh', each a table of texts by their keys",
        Kind.CODES: "a list of codes, or a table of codes and their words",
        Kind.DATE: "a date, written without quotes as 2026-11-22",
        Kind.NUMBER: "a whole number",
        Kind.VALUE: "a whole number, or true or false",
        Kind.PLAIN: "a text, a whole number, or true or false",
        Kind.ALLOWED: "a table of outputs and lists of their values",
        Kind.PATHS: "a table of paths and their values",
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
    `table` which table stands in an array of tables; `one_of` which texts alone are right.
    """

    kind: Kind
    meaning: str
    required: bool = False
    names: str = ""
    table: str = ""
    one_of: tuple[str, ...] = ()


Keys = Mapping[str, Key]


def as_kind(kind: Kind, value: object) -> Any:
    """A value as its kind has it; None where it is of another kind."""
    return _READ[kind](value)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _texts(value: object) -> tuple[str, ...] | None:
    several: list[Any] = value if isinstance(value, list) else [value]
    right = several and all(isinstance(each, str) and each for each in several)
    return tuple(several) if right else None


def _words(value: object) -> str | None:
    """A text; in several languages one of them is English."""
    if not isinstance(value, dict):
        return _text(value)
    if ENGLISH not in value or not set(value) <= set(LANGUAGES):
        return None
    try:
        return Text(value[ENGLISH], **{key: value[key] for key in value if key != ENGLISH})
    except (SsrulesError, TypeError):
        return None


def _word_list(value: object) -> dict[str, dict[str, str]] | None:
    if not isinstance(value, dict) or not set(value) <= set(LANGUAGES):
        return None
    for words in value.values():
        if not isinstance(words, dict) or not all(map(_text, words.values())):
            return None
    return value


def _codes(value: object) -> dict[str, str | None] | None:
    """Codes with their words, None for one that has none."""
    if isinstance(value, dict):
        told = {code: _words(words) for code, words in value.items()}
        return told if told and None not in told.values() else None
    listed = () if value == [] else _texts(value)
    return None if listed is None else dict.fromkeys(listed)


def _date(value: object) -> datetime.date | None:
    return value if type(value) is datetime.date else None


def _number(value: object) -> int | None:
    return value if type(value) is int else None


def _value(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _plain(value: object) -> str | int | None:
    return value if isinstance(value, int) else _text(value)


def _allowed(value: object) -> dict[str, list[Any]] | None:
    right = isinstance(value, dict) and all(isinstance(each, list) for each in value.values())
    return value if right and isinstance(value, dict) else None


def _table(value: object) -> dict[str, Any] | None:
    return value if isinstance(value, dict) else None


def _tables(value: object) -> list[Any] | None:
    return value if isinstance(value, list) else None


_READ: Mapping[Kind, Callable[[object], Any]] = FrozenDict(
    {
        Kind.TEXT: _text,
        Kind.TEXTS: _texts,
        Kind.WORDS: _words,
        Kind.WORD_LIST: _word_list,
        Kind.CODES: _codes,
        Kind.DATE: _date,
        Kind.NUMBER: _number,
        Kind.VALUE: _value,
        Kind.PLAIN: _plain,
        Kind.ALLOWED: _allowed,
        Kind.PATHS: _table,
        Kind.CONDITIONS: _table,
        Kind.OUTPUTS: _table,
        Kind.TABLES: _tables,
    }
)
