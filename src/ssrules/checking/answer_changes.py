"""A change of answers in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Told = Mapping[str, Any]
"""An answer as plain data: status, outputs, because, clauses."""
NO_OUTPUTS = {"refused", "faulty"}
"""The statuses of answers that have no outputs."""


def change_in_words(before: Told | None, after: Told | None) -> str:
    """What becomes of one answer in another, None where there is none."""
    if before is None:
        return f"is answered for the first time ({_answer(after or {})})"
    if after is None:
        return f"is answered no longer ({_answer(before)})"
    told: list[str] = []
    if before["status"] != after["status"]:
        told.append(f"{before['status']} becomes {after['status']}")
    if not NO_OUTPUTS & {before["status"], after["status"]}:
        told += _outputs(before["outputs"], after["outputs"])
    told += [f"loses the reason {id_}" for id_ in before["because"] if id_ not in after["because"]]
    told += [f"gains the reason {id_}" for id_ in after["because"] if id_ not in before["because"]]
    if not told and before["because"] != after["because"]:
        told.append("its reasons stand in another order")
    if before["because"] == after["because"] and before["clauses"] != after["clauses"]:
        told.append(f"rests on {_item(after['clauses'])}, not on {_item(before['clauses'])}")
    return ", ".join(told)


def _outputs(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    pairs = {name: (before.get(name), after.get(name)) for name in (*before, *after)}
    return [
        f"{name} {_item(one)} becomes {_item(two)}"
        for name, (one, two) in pairs.items()
        if one != two
    ]


def _answer(told: Told) -> str:
    outputs = (f"{name} {_item(value)}" for name, value in told["outputs"].items())
    return ", ".join((told["status"], *outputs))


def _item(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_item, value))}]"
    if isinstance(value, Mapping):
        return " ".join(f"{name} {_item(each)}" for name, each in value.items() if each)
    if isinstance(value, bool):
        return str(value).lower()
    return "none" if value is None else str(value)
