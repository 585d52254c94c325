"""Which documents are missing, and which are not confirmed, of each part that lists documents."""

from __future__ import annotations

import itertools
import math
from functools import reduce
from operator import and_, or_
from typing import ClassVar

import attrs

from ssrules.deciding.axes import Axis
from ssrules.deciding.cells import Point
from ssrules.deciding.machine import Machine
from ssrules.deciding.part_kinds import Asked
from ssrules.errors import RuleError
from ssrules.frames.additions.addition import Addition, Decided, at
from ssrules.frames.additions.marked import Marked, tell
from ssrules.frames.columns import column_of
from ssrules.frames.dense import Dense, Documents, remembered
from ssrules.frames.digits import Rows, numbers
from ssrules.frames.language import Expression, Language
from ssrules.frames.minimal import LARGEST_DIGIT, Minimal, minimised
from ssrules.frames.numbering import at_hand, flag
from ssrules.tables.book import Book
from ssrules.tables.documents import Document
from ssrules.tables.rule_sets import RuleSet, documents_of

KINDS = MISSING, UNCONFIRMED = "missing_documents", "unconfirmed_documents"

States = dict[tuple[Document, str], tuple[str, Expression]]
"""The column that says whether a document is missing, or not confirmed, and its digit."""


@attrs.frozen(eq=False)
class Listed:
    """The lists of documents that a part may have, and in which cell it has which of them."""

    places: tuple[Axis, ...]
    minimal: Minimal
    lists: tuple[Documents, ...]
    size: int


class DocumentsColumns(Addition):
    """Two texts for each part that lists documents: codes joined by `;`, empty if there are none.

    A cell says which list of documents counts. Each place of the list has a mark where the document
    there is missing, or not confirmed.
    """

    name: ClassVar[str] = "documents"

    def __init__(self, book: Book, parts: tuple[Dense, ...]) -> None:
        tables = {part.name: _listed(book, part) for part in parts}
        self._tables = {name: each for name, each in tables.items() if any(each.lists)}

    def columns(self, part: Dense) -> tuple[str, ...]:
        """Two, if it lists documents in some cell."""
        if part.name not in self._tables:
            return ()
        return tuple(f"{column_of(part.name)}_{each}" for each in KINDS)

    def define(self, decided: Decided) -> None:
        """Say which list counts and how each document stands, mark those, and tell them."""
        of, step = decided.of, self.name
        tables = list(self._tables.values())
        which: dict[str, Expression] = {}
        for digits, told in decided.numbered(
            step, [(each.places, each.minimal) for each in tables]
        ):
            name = decided.name(f"list_{len(which)}")
            which[name] = at(of, digits, [int(each or 0) for each in told[step]])
        states = _states(tables, decided)
        of.define(f"{step}_lists", which | dict(states.values()))
        columns: dict[str, Marked] = {}
        for (part, listed), list_ in zip(self._tables.items(), which, strict=True):
            codes = tuple(tuple(each.code for each in documents) for documents in listed.lists)
            places = range(max(map(len, codes)))
            for kind in KINDS:
                marks = [_mark(of, listed, list_, place, kind, states) for place in places]
                columns[f"{column_of(part)}_{kind}"] = Marked(codes, list_, marks)
        tell(decided, step, columns)


def _states(tables: list[Listed], decided: Decided) -> States:
    of = decided.of
    states: States = {}
    every = (each for listed in tables for documents in listed.lists for each in documents)
    for document in dict.fromkeys(every):
        missing = _missing(document, decided.book, decided.rows)
        known = missing | at_hand(document, decided.book, decided.rows)
        for kind, test in ((MISSING, missing), (UNCONFIRMED, ~known)):
            states[document, kind] = decided.name(f"state_{len(states)}"), of.yes_no(test)
    return states


def _missing(document: Document, book: Book, rows: Rows) -> Expression:
    """Whether a document is known not to be at hand: never null."""
    tests = [flag(path, False, book, rows) for path in document.all_of]
    if document.any_of:
        tests.append(reduce(and_, [flag(path, False, book, rows) for path in document.any_of]))
    return reduce(or_, tests)


def _mark(
    of: Language, listed: Listed, list_: str, place: int, kind: str, states: States
) -> Expression:
    """Whether the document at a place stands so, and no earlier one of the same code does."""
    cases: list[tuple[Expression, Expression]] = []
    for number, documents in enumerate(listed.lists):
        if place < len(documents):
            document = documents[place]
            earlier = (each for each in documents[:place] if each.code == document.code)
            counts = of.column(list_) == number
            cases += (
                (counts & (of.column(states[each, kind][0]) == 1), of.digit(0)) for each in earlier
            )
            cases.append((counts, of.column(states[document, kind][0])))
    return of.choose(cases, of.digit(0))


def _listed(book: Book, part: Dense) -> Listed:
    """The documents of a part in each cell of the rule sets that list some."""
    machine = Machine.of(book)
    kind, main = machine.kinds[part.name], book.rule_set(part.name)
    adding = [each for each in machine.adding[part.name] if _gives_documents(book.rule_set(each))]
    names = [part.name, *adding]
    axes = tuple(dict.fromkeys(axis for each in names for axis in machine.tables[each].all_axes))
    digits = tuple(numbers(axis, book) for axis in axes)

    def made() -> Listed:
        known: dict[Documents, int] = {}
        cells = []
        for point in itertools.product(*digits):
            found: Documents = ()
            if _is_possible(axes, point):
                on = dict(zip(axes, point, strict=True))
                answer, *added = (machine.answer(each, on) for each in names)
                short = (each.removeprefix(f"{part.name}.") for each in adding)
                asked = Asked(main, answer, dict(zip(short, added, strict=True)), machine.facts)
                found = kind.documents(asked)
            cells.append(str(known.setdefault(found, len(known))))
        if len(known) > LARGEST_DIGIT + 1:
            raise RuleError.of(part.name, "too_many_for_a_frame", count=None)
        radices = tuple(map(len, digits))
        minimal = minimised(radices, (), {DocumentsColumns.name: tuple(cells)})
        return Listed(axes, minimal, tuple(known), len(cells))

    key = part.name, digits, "documents"
    return remembered(book, key, math.prod(map(len, digits)), made)


def _gives_documents(rule_set: RuleSet) -> bool:
    return any(True for _ in documents_of(rule_set.rules))


def _is_possible(axes: tuple[Axis, ...], point: Point) -> bool:
    """Whether axes of the same facts agree on which of them are unknown."""
    missing: dict[tuple[str, ...], tuple[str, ...]] = {}
    for axis, number in zip(axes, point, strict=True):
        found = axis.missing(number)
        if missing.setdefault(axis.facts, found) != found:
            return False
    return True
