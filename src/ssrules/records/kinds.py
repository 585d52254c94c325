"""The kinds of value a fact may have: how one is read from JSON, and what may be wrong with it."""

from __future__ import annotations

import datetime
import enum
import functools
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from ssrules.errors import Fault, RuleError
from ssrules.late import door

Kind = type[bool] | type[int] | type[str] | type[datetime.date] | type[enum.StrEnum]

FULL_YEARS = "full years"
"""The unit of an age."""
HIGHEST_AGE = 150
"""The greatest number of full years that is taken for an age."""


_WORD = re.compile(r"[a-z0-9_]+")


class FactEnum(enum.StrEnum):
    """An enumeration whose members are their own JSON strings.

    Hashing as a plain string keeps a look-up by a member as quick as one by its value.
    """

    __hash__ = str.__hash__

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


def words_enum(path: str, words: tuple[str, ...]) -> type[FactEnum]:
    """An enumeration made of words, for a fact that has no class of its own.

    Raises `RuleError` for words that are none, or that stand twice.
    """
    where = f"fact {path!r}"
    if len(words) == 0 or len(set(words)) != len(words):
        raise RuleError.of(where, "words_each_once")
    for word in words:
        if not _WORD.fullmatch(word):
            raise RuleError.of(where, "no_word", name=word)
    return _words_enum("".join(each.title() for each in path.split(".")[-1].split("_")), words)


@functools.cache
def _words_enum(name: str, words: tuple[str, ...]) -> type[FactEnum]:
    make: Any = FactEnum
    found = make(name or "Words", {word.upper(): word for word in words})
    found.made_of = words
    return found  # type: ignore[no-any-return]  # a class made by the functional form


def members(kind: Kind) -> Mapping[str, enum.StrEnum]:
    """The members of an enumeration by their values; none for any other kind."""
    hashable: Any = kind
    return _members(hashable)


@functools.cache
def _members(kind: Kind) -> Mapping[str, enum.StrEnum]:
    if issubclass(kind, enum.StrEnum):
        return MappingProxyType({str(member.value): member for member in kind})
    return MappingProxyType({})


def parse_date(text: str) -> datetime.date | None:
    """The date written exactly as YYYY-MM-DD, or None where the text is no such date."""
    if len(text) != len("YYYY-MM-DD") or text[4] != "-" or text[7] != "-":
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def read(kind: Kind, value: object) -> object:
    """A JSON value as the kind's own type where it is written right; otherwise as it came."""
    if type(value) is str:
        if kind is datetime.date:
            return parse_date(value) or value
        return members(kind).get(value, value)
    return value


def fault_of(
    path: str,
    kind: Kind,
    value: object,
    lowest: int = 0,
    highest: int = HIGHEST_AGE,
    unit: str = FULL_YEARS,
) -> Fault | None:
    """What is wrong with a known value of the kind, or None where nothing is.

    A number lies between `lowest` and `highest`, both inclusive.
    """
    if type(value) is not kind:
        return _wrong_type(path, kind, value, unit)
    if type(value) is int and not lowest <= value <= highest:
        code = "out_of_range" if unit == FULL_YEARS else "number_out_of_range"
        return Fault.of(path, value, code, lowest=str(lowest), highest=str(highest))
    if type(value) is str and value != value.strip():
        return Fault.of(path, value, "white_space")
    if value == "":
        return Fault.of(path, value, "empty")
    if type(value) is str and not value.isascii() and not _is_whole(value):
        return Fault.of(path, value, "half_a_character")
    return None


def _is_whole(text: str) -> bool:
    """Whether a text can be written: Python's strings may hold one half of a pair."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


_WRONG: dict[Kind, str] = {
    str: "not_a_string",
    datetime.date: "not_a_date",
}


def _wrong_type(path: str, kind: Kind, value: object, unit: str) -> Fault:
    if kind is bool:
        plain = isinstance(value, str) and value in ("true", "false")
        return Fault.of(path, value, "not_true_or_false", written=value if plain else None)
    if kind is int:
        return Fault.of(path, value, "not_a_whole_number" if unit == FULL_YEARS else "not_a_number")
    if kind in _WRONG:
        return Fault.of(path, value, _WRONG[kind])
    known = tuple(members(kind))
    if isinstance(value, str) and value in known:
        member = f"{kind.__name__}.{members(kind)[value].name}"
        return Fault.of(path, value, "plain_text", member=member)
    with door:
        from ssrules.errors.near import nearest_names

    return Fault.of(path, value, "not_one_of", known=known, like=nearest_names(value, known))
