"""The machine of a set of rules: its tables, and the blocks in which they are decided together.

Rule sets that ask the same inputs form a block: one key, one look-up. What a block has learned is
remembered, within bounds, and shared by all books that differ only in the values of parameters,
because these are at work only where a case is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from ssrules import parts
from ssrules.axes import Axis
from ssrules.book import Book
from ssrules.cells import Answer, Table
from ssrules.engines import default_engine
from ssrules.facts import Case
from ssrules.parts import Draft, in_fact_order
from ssrules.reading import Key, point_of, reader
from ssrules.tables import RuleSet

LARGEST_BLOCK = 1 << 16
"""How many points a block may have, and how many entries it remembers before it starts anew."""

SECTIONS = ("loss_report", "activation", "application", "insurance", "medical_benefit", "rights")
"""The sections of a decision; a rule set that belongs to none of them is a section of its own."""

Statuses = tuple[tuple[str, str], ...]
"""The path of each part and its status, as far as that does not hang on documents."""


@attrs.define(eq=False)
class Entry:
    """What a block knows of one key."""

    drafts: tuple[tuple[str, tuple[Draft, ...]], ...]
    """For each section the drafts of its parts."""
    statuses: Statuses
    needs: frozenset[str]
    later: dict[Key, tuple[str, ...]] = attrs.field(factory=dict)
    """For the key of a later day the paths whose status is another one then."""


@attrs.frozen(eq=False)
class Block:
    """Sections that are decided together, and the axes that they span."""

    sections: tuple[str, ...]
    axes: tuple[Axis, ...]
    entries: dict[Key, Entry] = attrs.field(factory=dict)


class Machine:
    """The tables of a book's rule sets and the blocks they are decided in; no parameter's value."""

    def __init__(self, book: Book) -> None:
        engine = book.engine or default_engine()
        self.tables: dict[str, Table] = {}
        for rule_set in book.rule_sets:
            self.tables[rule_set.name] = Table(rule_set, engine, self.tables)
        self.sections = _sections(book.rule_sets)
        self.blocks = tuple(self._blocks())
        self._drafts: dict[tuple[str | Answer, ...], Draft] = {}
        self._needs: dict[frozenset[str], tuple[str, ...]] = {}

    @classmethod
    def of(cls, book: Book) -> Machine:
        """The machine of a book's rules, made when it is first asked for."""
        found: Machine | None = book.memory.made.get("machine")
        if found is None:
            found = book.memory.made.setdefault("machine", cls(book))
        return found

    def learn(self, block: Block, key: Key) -> Entry:
        """Work out what a key stands for, and remember it."""
        point = dict(zip(block.axes, point_of(block.axes, key), strict=True))
        drafts = tuple(
            (section, tuple(self._draft(rule_set, point) for rule_set in self.sections[section]))
            for section in block.sections
        )
        names = (each.name for section in block.sections for each in self.sections[section])
        flat = [draft for _, some in drafts for draft in some]
        statuses = tuple((name, each.status) for name, each in zip(names, flat, strict=True))
        needs = frozenset[str]().union(*(each.needs for each in flat))
        if len(block.entries) >= LARGEST_BLOCK:
            block.entries.clear()
        return block.entries.setdefault(key, Entry(drafts, statuses, needs))

    def point(self, book: Book, case: Case) -> dict[Axis, int]:
        """Where a case stands on every axis of the machine, read with a book's parameters."""
        readers = book.own.made.get("readers")
        if readers is None:
            axes = dict.fromkeys(axis for block in self.blocks for axis in block.axes)
            readers = book.own.made.setdefault("readers", [(a, reader(a, book)) for a in axes])
        return {axis: read(case, case.as_of) for axis, read in readers}

    def answer(self, name: str, point: Mapping[Axis, int]) -> Answer:
        """What a rule set answers at a point on axes that include its own."""
        table = self.tables[name]
        return table.answer(tuple(point[axis] for axis in table.all_axes))

    def needs(self, paths: frozenset[str]) -> tuple[str, ...]:
        """The facts of a set in the order of the table of facts."""
        found = self._needs.get(paths)
        if found is None:
            found = self._needs[paths] = in_fact_order(paths)
        return found

    def _draft(self, rule_set: RuleSet, point: Mapping[Axis, int]) -> Draft:
        """The part of a rule set, the same object for the same answers."""
        name = rule_set.name
        added = {
            each.removeprefix(f"{name}."): self.answer(each, point)
            for each, table in self.tables.items()
            if table.rule_set.part_of == name
        }
        main = self.answer(name, point)
        key: tuple[str | Answer, ...] = (name, main, *added.values())
        found = self._drafts.get(key)
        if found is None:
            if len(self._drafts) >= LARGEST_BLOCK:
                self._drafts.clear()
            found = self._drafts.setdefault(key, parts.draft(rule_set, main, added))
        return found

    def _blocks(self) -> Iterator[Block]:
        """Sections joined while they share an axis and their space stays small."""
        joined: list[tuple[list[str], list[Axis]]] = []
        for section, rule_sets in self.sections.items():
            axes = list(dict.fromkeys(self._axes_of(rule_sets)))
            for names, span in joined:
                both = list(dict.fromkeys((*span, *axes)))
                if set(span) & set(axes) and _points(both) <= LARGEST_BLOCK:
                    names.append(section)
                    span[:] = both
                    break
            else:
                joined.append(([section], axes))
        for names, span in joined:
            yield Block(tuple(names), tuple(span))

    def _axes_of(self, rule_sets: Iterable[RuleSet]) -> Iterator[Axis]:
        names = {each.name for each in rule_sets}
        for name, table in self.tables.items():
            if name in names or table.rule_set.part_of in names:
                yield from table.all_axes


def _points(axes: Iterable[Axis]) -> int:
    points = 1
    for axis in axes:
        points *= axis.size + (1 << len(axis.facts)) - 1
    return points


def _sections(rule_sets: Iterable[RuleSet]) -> dict[str, tuple[RuleSet, ...]]:
    """The rule sets that are parts of a decision, by section, in the order of the decision."""
    found: dict[str, tuple[RuleSet, ...]] = dict.fromkeys(SECTIONS, ())
    for rule_set in rule_sets:
        if not rule_set.part_of:
            name = parts.section_of(rule_set.name)
            found[name] = (*found.get(name, ()), rule_set)
    return found
