"""The kinds of value a fact may have: how one is read from JSON, and what may be wrong with it."""

from __future__ import annotations

import datetime
import enum

from ssrules.errors import Fault, nearest

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
        return Fault(path, value, f"{value} is not between 0 and {HIGHEST_AGE}", "full years")
    if type(value) is str and value != value.strip():
        return Fault(
            path, value, f"'{value}' has white space at an end", "give it as the bank does"
        )
    if value == "":
        return Fault(path, value, "'' is empty", "leave the fact out if it is unknown")
    return None


def _wrong_type(path: str, kind: Kind, value: object) -> Fault:
    shown = f"'{value}'" if isinstance(value, str) else repr(value)
    if kind is bool:
        return Fault(path, value, f"{shown} is not true or false", _bool_hint(value))
    if kind is int:
        return Fault(path, value, f"{shown} is not a whole number", "full years, as 41")
    if kind is str:
        return Fault(path, value, f"{shown} is not a string", "an identifier, in quotes")
    if kind is datetime.date:
        return Fault(path, value, f"{shown} is not a date", "write it as 2026-11-22")
    known = tuple(members(kind))
    if isinstance(value, str) and value in known:
        member = f"{kind.__name__}.{members(kind)[value].name}"
        return Fault(path, value, f"{shown} is plain text", f"write {member}")
    near = nearest(value, known)
    hint = f"did you mean {near}?" if near else ""
    return Fault(path, value, f"{shown} is not one of {', '.join(known)}", hint)


def _bool_hint(value: object) -> str:
    if value in ("true", "false"):
        return f"write {value} without quotes"
    return "leave the fact out if it is unknown"
