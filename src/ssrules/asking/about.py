"""Which parts of a decision are meant: those of a path, or of a section."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ssrules.deciding.decision import Conclusion
from ssrules.errors import UnknownNameError


def parts_about(decision: Conclusion, about: Collection[str]) -> dict[str, Any]:
    """The parts at paths, or below them, in the order of the decision; all of them for none.

    Raises `UnknownNameError` for a name that is no path of a part and no beginning of one.
    """
    parts = dict(decision.parts)
    if not about:
        return parts
    names = (about,) if isinstance(about, str) else tuple(about)
    known = names_of(parts)
    for name in names:
        if name not in known:
            raise UnknownNameError("part of a decision", name, known)
    return {
        path: part
        for path, part in parts.items()
        if any(path == name or path.startswith(f"{name}.") for name in names)
    }


def names_of(parts: Collection[str]) -> tuple[str, ...]:
    """Every name that parts can be meant by: their paths, and what these begin with."""
    found: dict[str, None] = {}
    for path in parts:
        names = path.split(".")
        found |= dict.fromkeys(".".join(names[: at + 1]) for at in range(len(names)))
    return tuple(found)
