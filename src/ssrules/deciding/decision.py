"""What is concluded of a case: its sections, what is still needed, and what changes next."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from ssrules.deciding.texts import dumped
from ssrules.errors import SsrulesError, UnknownNameError
from ssrules.records.record import Record
from ssrules.records.unstructure import tree
from ssrules.tables.identity import RuleBookIdentity

if TYPE_CHECKING:
    from ssrules.deciding.decider import Decider
    from ssrules.deciding.further import FurtherPart

READ_BACK = "this decision was read back from JSON and knows no facts: decide the case again"


@attrs.frozen(kw_only=True, repr=False)
class NextChange(Record):
    """The first later day on which something differs, every fact staying as it is.

    `changes` holds the path of each status, and of each other thing told, that does.
    """

    on: datetime.date
    changes: tuple[str, ...]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Conclusion(Record):
    """Everything that follows from one case on the day `as_of`.

    `sections` holds the parts that the book's kinds of part tell, by their keys, `further` those of
    all other rule sets. `needs` are the paths of all unknown facts that any part needs, in the
    order of the table of facts.
    """

    as_of: datetime.date
    rulebook: RuleBookIdentity
    sections: Mapping[str, Any]
    needs: tuple[str, ...]
    next_change: NextChange | None = None
    further: tuple[FurtherPart, ...] = ()
    _case: Any = attrs.field(default=None, alias="case", repr=False)
    _decider: Decider | None = attrs.field(default=None, alias="decider", repr=False)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Conclusion):
            return NotImplemented
        return self._said() == other._said()

    def __hash__(self) -> int:
        return hash((self.as_of, self.rulebook.digest, self.needs))

    def to_dict(self) -> dict[str, Any]:
        """The decision as a mapping for JSON: the same tree, ISO dates, lists."""
        told = {
            "as_of": self.as_of.isoformat(),
            "rulebook": tree(self.rulebook),
            **{name: tree(section) for name, section in self.sections.items()},
            "needs": list(self.needs),
            "next_change": None if self.next_change is None else tree(self.next_change),
        }
        if self.further:
            told["further"] = [tree(part) for part in self.further]
        return told

    def to_json(self) -> str:
        """The decision as JSON text, from which `from_json` makes an equal decision."""
        if self._decider is None:
            return dumped(self.to_dict())
        return self._decider.machine.texts.decision(self)

    @property
    def case(self) -> Any:
        """The case that was decided. Raises `SsrulesError` for a decision read back from JSON."""
        if self._case is None:
            raise SsrulesError(READ_BACK)
        return self._case

    @property
    def decider(self) -> Decider:
        """Who decided. Raises `SsrulesError` for a decision read back from JSON."""
        if self._decider is None:
            raise SsrulesError(READ_BACK)
        return self._decider

    def section(self, name: str) -> Any:
        """The section of that key. Raises `UnknownNameError` where the rule book has no such."""
        try:
            return self.sections[name]
        except KeyError:
            known = (*self.sections, *(each.rule_set for each in self.further))
            raise UnknownNameError("part of this decision", name, known) from None

    def part(self, path: str) -> Any:
        """The part at a path. Raises `UnknownNameError` with the nearest paths."""
        parts = dict(self.parts)
        if path not in parts:
            raise UnknownNameError("part of a decision", path, parts)
        return parts[path]

    @property
    def parts(self) -> tuple[tuple[str, Any], ...]:
        """Every part that has a status, with its path, in order."""
        several = [part for each in self.sections.items() for part in _parts(*each)]
        return (*several, *((part.rule_set, part) for part in self.further))

    def _said(self) -> tuple[Any, ...]:
        return (
            self.as_of,
            self.rulebook,
            dict(self.sections),
            self.needs,
            self.next_change,
            self.further,
        )


def _parts(name: str, section: Any) -> Iterator[tuple[str, Any]]:
    """The parts of a section: itself, or each of several, which know their own paths."""
    several = section if isinstance(section, tuple) else getattr(section, "parts", None)
    if several is None:
        yield name, section
    else:
        yield from ((part.path, part) for part in several)
