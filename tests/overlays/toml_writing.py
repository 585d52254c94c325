"""A tree as a TOML text: top-level arrays of tables with headers, everything else in one line."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Any


def written(tree: Mapping[str, Any]) -> str:
    """The text from which `tomllib` reads the tree again."""
    lines: list[str] = []
    tables: list[str] = []
    for key, value in tree.items():
        if isinstance(value, list) and value and all(isinstance(each, Mapping) for each in value):
            for each in value:
                tables.append(f"\n[[{_key(key)}]]")
                tables += [f"{_key(name)} = {_value(one)}" for name, one in each.items()]
        else:
            lines.append(f"{_key(key)} = {_value(value)}")
    return "\n".join([*lines, *tables, ""])


def _key(key: str) -> str:
    return json.dumps(key)


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(name)} = {_value(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str):
        return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
    return repr(value)
