"""The machine of a set of rules: its tables, and the blocks in which they are decided together.

Rule sets that ask the same inputs form a block: one key, one look-up. What a block has learned is
remembered, within bounds, and shared by all books that differ only in the values of parameters,
because these are at work only where a case is read.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from ssrules.deciding import parts
from ssrules.deciding.axes import Axis, bits
from ssrules.deciding.cells import Answer, Point, Table
from ssrules.deciding.parts import FACT_ORDER, Draft
from ssrules.deciding.reading import Key, Read, point_of, reader
from ssrules.decisions import Part
from ssrules.engines import default_engine
from ssrules.facts import FACTS, Case
from ssrules.tables.book import Book
from ssrules.tables.memory import Remembered
from ssrules.tables.rule_sets import RuleSet

LARGEST_BLOCK = 1 << 16
"""How many points a block may have, and how many things of each kind a machine remembers."""

SECTIONS = ("loss_report", "activation", "application", "insurance", "medical_benefit", "rights")
"""The sections of a decision; a rule set that belongs to none of them is a section of its own."""


@attrs.define(eq=False)
class Entry:
    """What a block knows of one point."""

    point: Point
    """The numbers on the axes of the block."""
    fixed: Mapping[str, Any]
    """The sections that are the same for every case at the point."""
    unfinished: tuple[tuple[str, Callable[[Case, datetime.date | None], Any]], ...]
    """The sections in which dates or documents are still to be looked up."""
    statuses: tuple[str, ...]
    """The status of each part of the block, as far as it does not hang on documents."""
    needs: int
    """The mask of the facts that are needed, by their places in the table of facts."""
    when_due: tuple[str, ...] | None = None
    """The paths whose status is another one once the window is over, when it was asked for."""


@attrs.frozen(eq=False)
class Block:
    """Sections that are decided together, the paths of their parts, and the axes they span."""

    sections: tuple[str, ...]
    paths: tuple[str, ...]
    axes: tuple[Axis, ...]
    places: Mapping[str, tuple[int, ...]]
    """For each rule set the places of its own axes among them."""
    entries: Remembered[Key, Entry] = attrs.field(factory=lambda: Remembered(LARGEST_BLOCK))


class Machine:
    """The tables of a book's rule sets and the blocks they are decided in; no parameter's value."""

    def __init__(self, book: Book) -> None:
        engine = book.engine or default_engine()
        self.tables: dict[str, Table] = {}
        for rule_set in book.rule_sets:
            self.tables[rule_set.name] = Table(rule_set, engine, self.tables)
        self.sections = _sections(book.rule_sets)
        self._adding = {
            name: tuple(each.name for each in book.rule_sets if each.part_of == name)
            for name in self.tables
        }
        self.blocks = tuple(self._blocks())
        self._drafts: Remembered[tuple[str | Answer, ...], Draft] = Remembered(LARGEST_BLOCK)
        self._sets: Remembered[tuple[Draft, ...], parts.Options] = Remembered(LARGEST_BLOCK)
        self._made: Remembered[Any, tuple[Part, ...]] = Remembered(parts.REMEMBERED_PARTS)
        self._needs: Remembered[int, tuple[str, ...]] = Remembered(LARGEST_BLOCK)
        self._statuses: Remembered[tuple[str, ...], tuple[str, ...]] = Remembered(LARGEST_BLOCK)

    @classmethod
    def of(cls, book: Book) -> Machine:
        """The machine of a book's rules, made when it is first asked for."""
        found: Machine | None = book.memory.made.get("machine")
        if found is None:
            found = book.memory.made.setdefault("machine", cls(book))
        return found

    def learn(self, block: Block, key: Key) -> Entry:
        """Work out what a key stands for, and remember it."""
        return block.entries.keep(key, self.entry(block, point_of(block.axes, key)))

    def entry(self, block: Block, point: Point) -> Entry:
        """Everything that a block's rule sets say at a point."""
        fixed: dict[str, Any] = {}
        unfinished: list[tuple[str, Callable[[Case, datetime.date | None], Any]]] = []
        statuses: list[str] = []
        needs = 0
        for section in block.sections:
            drafts = tuple(self._draft(each, block, point) for each in self.sections[section])
            statuses += (draft.status for draft in drafts)
            ready = tuple(draft.ready for draft in drafts if draft.ready is not None)
            if len(ready) == len(drafts):
                fixed[section] = parts.section(section, ready)
            elif section == "activation":
                unfinished.append((section, self._options(drafts)))
            else:
                unfinished.append((section, drafts[0].finish))
            for draft in drafts:
                needs |= sum(1 << FACT_ORDER[path] for path in draft.needs)
        shared = self._statuses.keep(tuple(statuses), tuple(statuses))
        return Entry(point, fixed, tuple(unfinished), shared, needs)

    def changes(self, block: Block, entry: Entry, then: Point) -> tuple[str, ...]:
        """The paths of the statuses that differ at another point."""
        other = self.entry(block, then)
        both = zip(block.paths, entry.statuses, other.statuses, strict=True)
        return tuple(f"{path}.status" for path, one, two in both if one != two)

    def readers(self, book: Book) -> tuple[tuple[Axis, Read], ...]:
        """How a case is read on every axis of the machine with a book's parameters."""
        found: tuple[tuple[Axis, Read], ...] | None = book.own.made.get("readers")
        if found is None:
            axes = dict.fromkeys(axis for block in self.blocks for axis in block.axes)
            made = tuple((axis, reader(axis, book)) for axis in axes)
            found = book.own.made.setdefault("readers", made)
        return found

    def point(self, book: Book, case: Case) -> dict[Axis, int]:
        """Where a case stands on every axis of the machine."""
        return {axis: read(case, case.as_of) for axis, read in self.readers(book)}

    def answer(self, name: str, point: Mapping[Axis, int]) -> Answer:
        """What a rule set answers at a point on axes that include its own."""
        table = self.tables[name]
        return table.answer(tuple(point[axis] for axis in table.all_axes))

    def needs(self, mask: int) -> tuple[str, ...]:
        """The facts of a mask, in the order of the table of facts."""
        found = self._needs.get(mask)
        if found is None:
            found = self._needs.keep(mask, tuple(FACTS[at].path for at in bits(mask)))
        return found

    def _options(self, drafts: tuple[Draft, ...]) -> parts.Options:
        """The options of `activation`, the same object for the same drafts."""
        found = self._sets.get(drafts)
        if found is None:
            found = self._sets.keep(drafts, parts.Options(drafts, self._made))
        return found

    def _draft(self, rule_set: RuleSet, block: Block, point: Point) -> Draft:
        """The part of a rule set, the same object for the same answers."""
        name = rule_set.name
        main, *others = (
            self.tables[each].answer(tuple([point[at] for at in block.places[each]]))
            for each in (name, *self._adding[name])
        )
        key: tuple[str | Answer, ...] = (name, main, *others)
        found = self._drafts.get(key)
        if found is None:
            short = (each.removeprefix(f"{name}.") for each in self._adding[name])
            added = dict(zip(short, others, strict=True))
            found = self._drafts.keep(key, parts.draft(rule_set, main, added))
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
            paths = [each.name for section in names for each in self.sections[section]]
            places = {
                each: tuple(map(span.index, self.tables[each].all_axes))
                for path in paths
                for each in (path, *self._adding[path])
            }
            yield Block(tuple(names), tuple(paths), tuple(span), places)

    def _axes_of(self, rule_sets: Iterable[RuleSet]) -> Iterator[Axis]:
        for rule_set in rule_sets:
            for each in (rule_set.name, *self._adding[rule_set.name]):
                yield from self.tables[each].all_axes


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
