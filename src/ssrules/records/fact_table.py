"""The table of facts of a class of facts: every fact with its path, in order."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any

import attrs

from ssrules.errors import RuleError, UnknownNameError
from ssrules.records.checks import FACT, KIND, leaves
from ssrules.records.fields import Fact

AS_OF = "as_of"
"""The one fact that every class of facts has: the day that a decision is made for."""
RESERVED = ("rulebook", "needs", "next_change", "because", "clauses", "case")


class FactTable:
    """Every fact of a class, in the order in which needs and faults are told.

    Raises `RuleError` for a class without a required date `as_of`, and for a reserved name.
    """

    def __init__(self, cls: Any) -> None:
        self.cls = cls
        self.facts: tuple[Fact, ...] = tuple(_facts(cls))
        self.by_path = {fact.path: fact for fact in self.facts}
        self.order = {fact.path: at for at, fact in enumerate(self.facts)}
        day = self.by_path.get(AS_OF)
        if day is None or day.kind is not datetime.date or not day.required:
            raise RuleError.of(cls.__name__, "no_as_of")
        for path in self.by_path:
            if path.partition(".")[0] in RESERVED:
                raise RuleError.of(cls.__name__, "reserved_name", name=path)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    def __contains__(self, path: object) -> bool:
        return path in self.by_path

    def __eq__(self, other: object) -> bool:
        return self.facts == other.facts if isinstance(other, FactTable) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.facts)

    @property
    def paths(self) -> tuple[str, ...]:
        """The path of every fact."""
        return tuple(self.by_path)

    def fact(self, path: str) -> Fact:
        """The fact at a path. Raises `UnknownNameError`."""
        found = self.by_path.get(path)
        if found is None:
            raise UnknownNameError("fact", path, self.by_path)
        return found

    def in_order(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Paths without repeats, in the order of the table."""
        return tuple(sorted(set(paths), key=self.order.__getitem__))

    def blank(self, as_of: datetime.date) -> Any:
        """A case of which nothing is known but the day."""
        make: Any = self.cls
        return make(as_of=as_of)

    def default(self, path: str) -> Any:
        """What an absent fact is."""
        return self.by_path[path].default

    def content(self) -> list[dict[str, Any]]:
        """What the facts may be, as a plain tree: the part of a rule book's content they are."""
        return [
            {
                "path": fact.path,
                "values": [str(each).lower() for each in fact.values] or fact.kind.__name__,
                "default": None if fact.default is None else str(fact.default).lower(),
                "limits": [fact.lowest, fact.highest] if fact.kind is int else fact.not_after,
            }
            for fact in self.facts
        ]


def _facts(cls: type) -> Iterator[Fact]:
    for path, field in leaves(cls):
        declared = field.metadata.get(FACT)
        if declared is None:
            kind = field.metadata[KIND]
            raise RuleError.of(f"{cls.__name__}.{path}", "declare_it", kind=kind.__name__)
        yield attrs.evolve(declared, path=path)


def fact_table(cls: Any) -> FactTable:
    """The table of facts of a class, the same object each time."""
    return _table(cls)


@functools.cache
def _table(cls: Any) -> FactTable:
    return FactTable(cls)


def getter(path: str) -> Any:
    """How a fact is read off a case."""
    return attrgetter(path)
