"""What differs between two plain trees, small enough to carry many rule books in one page.

A difference is `{"to": value}` for another value, `{"keys": {...}, "without": [...]}` for an object
with differences at these keys, `{"at": {...}}` for a list with differences at these places, or
`{"cut": [start, count, items]}` for a list in which items take the place of so many others.
`page/app/differences.js` puts them in.
"""

from __future__ import annotations

import json
from typing import Any


def difference(old: Any, new: Any) -> dict[str, Any]:
    """What has to be put into one tree to make another of it."""
    ways = [{"to": new}]
    if isinstance(old, dict) and isinstance(new, dict):
        ways.append(_of_objects(old, new))
    if isinstance(old, list) and isinstance(new, list):
        ways.append(_cut(old, new))
        if len(old) == len(new):
            ways.append(_at_places(old, new))
    return min(ways, key=lambda way: len(json.dumps(way)))


def _of_objects(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    keys = {
        key: difference(old[key], value) if key in old else {"to": value}
        for key, value in new.items()
        if key not in old or not _same(old[key], value)
    }
    without = [key for key in old if key not in new]
    return {"keys": keys, "without": without} if without else {"keys": keys}


def _at_places(old: list[Any], new: list[Any]) -> dict[str, Any]:
    pairs = zip(old, new, strict=True)
    return {
        "at": {
            str(at): difference(before, after)
            for at, (before, after) in enumerate(pairs)
            if not _same(before, after)
        }
    }


def _cut(old: list[Any], new: list[Any]) -> dict[str, Any]:
    least = min(len(old), len(new))
    start = next((at for at in range(least) if not _same(old[at], new[at])), least)
    room = least - start
    end = next((at for at in range(room) if not _same(old[-1 - at], new[-1 - at])), room)
    return {"cut": [start, len(old) - start - end, new[start : len(new) - end]]}


def _same(one: Any, other: Any) -> bool:
    """Equal, and a true or false no number."""
    return one == other and json.dumps(one) == json.dumps(other)
