"""The machine of a set of rules: its tables, and the blocks in which they are decided together.

What a block has learned is remembered, within bounds, and shared by all books that differ only in
the values of parameters, because these are at work only where a case is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ssrules.deciding.axes import Axis, bits
from ssrules.deciding.blocks import LARGEST_BLOCK, Block, Entry, Told, blocks
from ssrules.deciding.cells import Answer, Point, Table
from ssrules.deciding.part_kinds import Asked, Draft, Finish, PartKind, Standing
from ssrules.deciding.reading import Key, Read, point_of, reader
from ssrules.deciding.sections import finish_of, sections_of
from ssrules.deciding.texts import Texts
from ssrules.deciding.with_documents import REMEMBERED_PARTS, is_at_hand
from ssrules.engines import default_engine
from ssrules.tables.book import Book
from ssrules.tables.memory import Remembered
from ssrules.tables.rule_sets import RuleSet


class Machine:
    """The tables of a book's rule sets and the blocks they are decided in; no parameter's value."""

    def __init__(self, book: Book) -> None:
        engine = book.engine or default_engine()
        self.facts = book.table
        self.tables: dict[str, Table] = {}
        for rule_set in book.rule_sets:
            self.tables[rule_set.name] = Table(rule_set, engine, self.tables)
        self.told, self.further = sections_of(book.rule_sets, book.parts)
        self.sections = (*self.told, *self.further)
        self.kinds: Mapping[str, PartKind] = {
            each.name: section.kind for section in self.sections for each in section.rule_sets
        }
        """The kind of part that each rule set is told as."""
        self.adding: Mapping[str, tuple[str, ...]] = {
            name: tuple(each.name for each in book.rule_sets if each.part_of == name)
            for name in self.tables
        }
        """The rule sets that are part of each."""
        self.blocks = tuple(blocks(self.sections, self.tables, self.adding))
        self._drafts: Remembered[tuple[str | Answer, ...], Draft] = Remembered(LARGEST_BLOCK)
        self._finishes: Remembered[tuple[Draft, ...], Finish] = Remembered(LARGEST_BLOCK)
        self._made: Remembered[Any, Any] = Remembered(REMEMBERED_PARTS)
        self.texts = Texts()
        self._needs: Remembered[int, tuple[str, ...]] = Remembered(LARGEST_BLOCK)
        self._told: Remembered[tuple[Told, ...], tuple[Told, ...]] = Remembered(LARGEST_BLOCK)

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
        unfinished: list[tuple[str, Finish]] = []
        told: list[Told] = []
        needs = 0
        for section in block.sections:
            drafts: list[Draft] = []
            for rule_set in section.rule_sets:
                main, draft = self._draft(section.kind, rule_set, block, point)
                drafts.append(draft)
                outputs = main.certain if main.outcome is not None else {}
                names = section.kind.change_names(rule_set)
                values = tuple(outputs.get(name) for name in names)
                told.append((section.kind.standing(rule_set, main), values))
                needs |= sum(1 << self.facts.order[path] for path in main.needs)
            if all(draft.ready is not None for draft in drafts):
                fixed[section.name] = section.kind.gathered(tuple(each.ready for each in drafts))
            else:
                key = tuple(drafts)
                found = self._finishes.get(key)
                if found is None:
                    found = self._finishes.keep(key, finish_of(section.kind, key, self._made))
                unfinished.append((section.name, found))
        shared = self._told.keep(tuple(told), tuple(told))
        return Entry(point, fixed, tuple(unfinished), shared, needs)

    def changes(
        self, block: Block, entry: Entry, then: Point, case: Any
    ) -> tuple[tuple[str, ...], bool]:
        """The paths of the statuses, and of what else is told, that differ at another point.

        And whether they are the same whichever documents are at hand.
        """
        other = self.entry(block, then)
        found: list[str] = []
        always = True
        for path, names, one, two in zip(
            block.paths, block.changing, entry.told, other.told, strict=True
        ):
            if one == two:
                continue
            now, later = one[0], two[0]
            if now != later:
                apart = not {now.status, now.complete} & {later.status, later.complete}
                always = always and apart
                if apart or _status(now, case) != _status(later, case):
                    found.append(f"{path}.status")
            found += (
                f"{path}.{name}"
                for name, before, after in zip(names, one[1], two[1], strict=True)
                if before != after
            )
        return tuple(found), always

    def readers(self, book: Book) -> tuple[tuple[Axis, Read], ...]:
        """How a case is read on every axis of the machine with a book's parameters."""
        found: tuple[tuple[Axis, Read], ...] | None = book.own.made.get("readers")
        if found is None:
            axes = dict.fromkeys(axis for block in self.blocks for axis in block.axes)
            made = tuple((axis, reader(axis, book)) for axis in axes)
            found = book.own.made.setdefault("readers", made)
        return found

    def point(self, book: Book, case: Any) -> dict[Axis, int]:
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
            paths = self.facts.paths
            found = self._needs.keep(mask, tuple(paths[at] for at in bits(mask)))
        return found

    def windows(self) -> Iterator[RuleSet]:
        """The rule sets that tell a deadline, in the order of the decision."""
        for section in self.sections:
            yield from (each for each in section.rule_sets if each.window is not None)

    def _draft(
        self, kind: PartKind, rule_set: RuleSet, block: Block, point: Point
    ) -> tuple[Answer, Draft]:
        """The answer of a rule set, and its part, the same object for the same answers."""
        name = rule_set.name
        main, *others = (
            self.tables[each].answer(tuple([point[at] for at in block.places[each]]))
            for each in (name, *self.adding[name])
        )
        key: tuple[str | Answer, ...] = (name, main, *others)
        found = self._drafts.get(key)
        if found is None:
            short = (each.removeprefix(f"{name}.") for each in self.adding[name])
            added = dict(zip(short, others, strict=True))
            found = self._drafts.keep(key, kind.draft(Asked(rule_set, main, added, self.facts)))
        return main, found


def _status(standing: Standing, case: Any) -> str:
    """The status of a part for the documents at hand in a case."""
    ready = all(is_at_hand(each, case) for each in standing.documents)
    return standing.complete if ready else standing.status
