"""How large and how deep an input may be: bounds that no sound input comes near."""

from __future__ import annotations

import re
from typing import NamedTuple

from ssrules.errors import FactError, Fault

MOST_FAULTS = 100
"""So many unknown keys of an object are told, and so many faults of what is read back."""


class Limits(NamedTuple):
    """The bounds of a text that is read; whoever trusts its writer may give higher ones.

    `characters` (bytes, of bytes) is its length: a case takes about 1,000, a decision 20,000.
    `depth` is how many objects and lists, or tables and keys, may stand one in another: a case
    has 3, a decision 6, a file of changes 5.
    """

    characters: int = 2_000_000
    depth: int = 60


DEFAULT = Limits()

_MARKS = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\Z)|[\[\]{}]', re.DOTALL)


def check_json(text: str | bytes, whole: str, limits: Limits | None = None) -> Limits:
    """The limits that a text keeps, the default ones if none are given.

    Raises `FactError`, at the path `whole`, for what is no text, or past the limits.
    """
    limits = limits or DEFAULT
    if not isinstance(text, str | bytes | bytearray):
        raise FactError([Fault.of(whole, text, "not_text")])
    if len(text) > limits.characters:
        told = {"size": len(text), "limit": limits.characters}
        raise FactError([Fault.of(whole, text, "too_large", **told)])
    if _depth(text, limits.depth) > limits.depth:
        raise FactError([Fault.of(whole, text, "json_too_deep", limit=limits.depth)])
    return limits


def _depth(text: str | bytes, enough: int) -> int:
    """How deep the objects and lists of a JSON text stand one in another, as far as `enough`."""
    if isinstance(text, str):
        marks = text.count("[") + text.count("{")
    else:
        marks = text.count(b"[") + text.count(b"{")
    if marks <= enough:
        return 0
    if not isinstance(text, str):
        text = text.decode("utf-8", "surrogateescape")
    depth = deepest = 0
    for found in _MARKS.finditer(text):
        mark = found.group()
        if mark in "[{":
            depth += 1
            deepest = max(deepest, depth)
            if deepest > enough:
                break
        elif mark in "]}":
            depth -= 1
    return deepest
