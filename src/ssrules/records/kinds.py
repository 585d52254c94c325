"""The kinds of value a fact may have: how one is read from JSON, and what may be wrong with it."""

from __future__ import annotations

import datetime
import enum

from ssrules.errors import Fault
from ssrules.late import door

Kind = type[bool] | type[int] | type[str] | type[datetime.date] | type[enum.StrEnum]

HIGHEST_AGE = 150
"""The greatest number of full years that is taken for an age."""


class FactEnum(enum.StrEnum):
    """An enumeration whose members are their own JSON strings.

    Hashing as a plain string keeps a look-up by a member as quick as one by its value.
    """

    __hash__ = str.__hash__

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


def members(kind: Kind) -> dict[str, enum.StrEnum]:
    """The members of an enumeration by their values; none for any other kind."""
    if issubclass(kind, enum.StrEnum):
        return {str(member.value): member for member in kind}
    return {}


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


def fault_of(path: str, kind: Kind, value: object) -> Fault | None:
    """What is wrong with a known value of the kind, or None where nothing is."""
    if type(value) is not kind:
        return _wrong_type(path, kind, value)
    if type(value) is int and not 0 <= value <= HIGHEST_AGE:
        return Fault.of(path, value, "out_of_range", lowest="0", highest=str(HIGHEST_AGE))
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
    int: "not_a_whole_number",
    str: "not_a_string",
    datetime.date: "not_a_date",
}


def _wrong_type(path: str, kind: Kind, value: object) -> Fault:
    if kind is bool:
        plain = isinstance(value, str) and value in ("true", "false")
        return Fault.of(path, value, "not_true_or_false", written=value if plain else None)
    if kind in _WRONG:
        return Fault.of(path, value, _WRONG[kind])
    known = tuple(members(kind))
    if isinstance(value, str) and value in known:
        member = f"{kind.__name__}.{members(kind)[value].name}"
        return Fault.of(path, value, "plain_text", member=member)
    with door:
        from ssrules.near import nearest_names

    return Fault.of(path, value, "not_one_of", known=known, like=nearest_names(value, known))
