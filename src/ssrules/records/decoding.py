"""Decoding a JSON text that nothing is wrong with, by decoders that are made once."""

from __future__ import annotations

import json
from typing import Any, NoReturn


class NoNumberError(ValueError):
    """A number that JSON has none of."""


def no_number(name: str) -> NoReturn:
    """Refuse NaN and infinities, which Python would read. Raises `NoNumberError`."""
    raise NoNumberError(f"{name} is no JSON number")


def decoded_once(text: str | bytes) -> Any:
    """The value of a JSON text. Raises `ValueError` where it is none, or repeats a key."""
    if not isinstance(text, str):
        text = text.decode(json.detect_encoding(text), "surrogatepass")
    value = _AS_IT_COMES.decode(text)
    # Behind each key stands a colon: where there are no more of them than keys are left, none was
    # repeated. A colon within a text may make more, and then each object is looked at.
    keys = _keys(value) if isinstance(value, dict | list) else 0
    return value if text.count(":") == keys else _EACH_ONCE.decode(text)


def _keys(value: dict[str, Any] | list[Any]) -> int:
    """How many keys an object or a list has, with those of all objects in it."""
    found, inner = (len(value), value.values()) if type(value) is dict else (0, value)
    for each in inner:
        if type(each) is dict or type(each) is list:
            found += _keys(each)
    return found


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


_AS_IT_COMES = json.JSONDecoder(parse_constant=no_number)
_EACH_ONCE = json.JSONDecoder(object_pairs_hook=_each_once, parse_constant=no_number)
