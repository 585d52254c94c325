"""Layers of changes that contradict each other: what one says, a later one takes back."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from ssrules.checking.diff import answered, same
from ssrules.checking.findings import Finding, FindingKind
from ssrules.checking.told import Sentences
from ssrules.checking.witness import Side, Space
from ssrules.deciding.cells import Table
from ssrules.deciding.machine import Machine
from ssrules.engines import Cell
from ssrules.tables.book import Book
from ssrules.tables.layers import Layer

Step = tuple[Layer, Book, Book]
"""A layer, with the book beneath it and the book that it makes."""


def layer_findings(book: Book, tell: Sentences) -> Iterator[Finding]:
    """A finding for each two layers that both change the answer to some case, with that case."""
    above = [each.beneath for each in book.layers[1:]]
    steps = [
        (layer, layer.beneath, after)
        for layer, after in zip(book.layers, (*above, book), strict=False)
    ]
    for one, two in itertools.combinations(steps, 2):
        for name in (each.name for each in book.rule_sets):
            if not same(*one[1:], name) and not same(*two[1:], name):
                yield from _contradiction(name, one, two, tell)


def _contradiction(name: str, one: Step, two: Step, tell: Sentences) -> Iterator[Finding]:
    books = (*one[1:], *two[1:])
    tables = [Machine.of(each).tables.get(name) for each in books]
    sides = [
        Side.of(each, table) for each, table in zip(books, tables, strict=True) if table is not None
    ]
    space = Space(*sides, tell=tell)
    for cell in space.cells():
        values = [*_values(tables, space, cell)]
        if values[0] != values[1] and values[2] != values[3]:
            layers = (one[0].name, two[0].name)
            yield Finding(
                kind=FindingKind.CONTRADICTION,
                rule_set=name,
                rules=layers,
                message=tell.contradicts(*layers),
                case=space.case(cell),
                told=tell,
                title=_title(books[-1], name),
            )
            return


def _values(tables: list[Table | None], space: Space, cell: Cell) -> Iterator[object]:
    """What each table answers in a cell, but for what nobody compares: documents, steps."""
    side = 0
    for table in tables:
        if table is None:
            yield None
            continue
        found, value = answered(table, space.numbers(cell, side))
        side += 1
        yield found.status, value


def _title(book: Book, name: str) -> Any:
    return book.rule_set(name).title
