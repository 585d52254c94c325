"""Decisions as JSON text, put together from the texts of their parts.

Most decisions are made of the same parts as others, the very same objects: each is written once.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import attrs

from ssrules.records.unstructure import tree
from ssrules.tables.memory import Remembered

if TYPE_CHECKING:
    from ssrules.deciding.decision import Conclusion

REMEMBERED_TEXTS = 20_000
"""How many texts of parts are kept."""


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
            found = self._kept.keep(id(part), (part, self._made(part)))
        return found[1]

    def _made(self, part: Any) -> str:
        if isinstance(part, tuple) and all(attrs.has(type(each)) for each in part):
            # Other ones together, but each of them is mostly known.
            return f"[{', '.join(map(self.of, part))}]"
        return dumped(tree(part))

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


def dumped(value: object) -> str:
    """A plain tree as JSON text."""
    return _ENCODER.encode(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False)
