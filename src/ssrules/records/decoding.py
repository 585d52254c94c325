"""Decoding a JSON text that nothing is wrong with, by a decoder that is made once."""

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
    return _DECODER.decode(text)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


_DECODER = json.JSONDecoder(object_pairs_hook=_each_once, parse_constant=no_number)
