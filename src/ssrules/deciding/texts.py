"""Decisions as plain trees and as JSON text, put together from those of their parts.

Most decisions are made of the same parts as others, the very same objects: each is written once.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import attrs

from ssrules.late import door
from ssrules.records.unstructure import plain, to_mapping
from ssrules.tables.memory import Remembered

if TYPE_CHECKING:
    from ssrules.deciding.decision import Conclusion

REMEMBERED_TEXTS = 20_000
"""How many texts of parts are kept."""
REMEMBERED_TREES = 4_000
"""How many trees of parts are kept."""


class Texts:
    """The texts of the parts that a machine makes."""

    def __init__(self) -> None:
        # With the part itself, so that its `id` is no other one's meanwhile.
        self._kept: Remembered[int, tuple[Any, str]] = Remembered(REMEMBERED_TEXTS)
        self._keys: Remembered[str, str] = Remembered(REMEMBERED_TEXTS)

    def of(self, part: Any) -> str:
        """The JSON text of a part, of several together, or of a list of paths."""
        found = self._kept.get(id(part))
        if found is None:
            found = self._kept.keep(id(part), (part, dumped(tree(part))))
        return found[1]

    def key(self, name: str) -> str:
        """The JSON text of the key of a section."""
        return self._keys.get(name) or self._keys.keep(name, dumped(name))

    def decision(self, decision: Conclusion) -> str:
        """The JSON text of a decision."""
        text, key, change = self.of, self.key, decision.next_change
        told = [
            f'"as_of": "{decision.as_of.isoformat()}"',
            f'"rulebook": {text(decision.rulebook)}',
            *[f"{key(name)}: {text(each)}" for name, each in decision.sections.items()],
            f'"needs": {text(decision.needs)}',
            f'"next_change": {"null" if change is None else dumped(tree(change))}',
        ]
        if decision.further:
            told.append(f'"further": [{", ".join(map(text, decision.further))}]')
        return "{" + ", ".join(told) + "}"


class Trees:
    """The plain trees of the parts that a machine makes; whoever asks is given one of his own."""

    def __init__(self) -> None:
        # With the part itself, as above.
        self._kept: Remembered[int, tuple[Any, Callable[[], Any]]] = Remembered(REMEMBERED_TREES)

    def of(self, part: Any) -> Any:
        """The tree of a part, of several together, or of a list of paths."""
        found = self._kept.get(id(part))
        if found is None:
            with door:
                from ssrules.records.again import again

            found = self._kept.keep(id(part), (part, again(tree(part))))
        return found[1]()


def dumped(value: object) -> str:
    """A plain tree as JSON text."""
    return json.dumps(value, ensure_ascii=False)


def tree(section: Any) -> Any:
    """A section of a decision, or anything else in it, as a plain tree."""
    if isinstance(section, tuple):
        return [tree(part) for part in section]
    return to_mapping(section) if attrs.has(type(section)) else plain(section)
