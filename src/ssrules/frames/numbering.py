"""The numbers of cells: from the facts of a row to where it stands in a table, and what is there.

Each place of a table has a digit; digits that matter only together are first made one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from operator import and_, or_
from typing import TypeAlias

from ssrules.deciding.axes import Axis
from ssrules.frames.digits import InFull, Rows, digit
from ssrules.frames.language import Cells, Expression, Language
from ssrules.frames.minimal import Minimal
from ssrules.tables.book import Book
from ssrules.tables.documents import Document

Place: TypeAlias = Axis | InFull | tuple[Document, ...]
"""What a digit of a table's cell is of: an axis, or documents that are all at hand or not."""
Digit: TypeAlias = str | int
"""The column of a digit, or the same digit for every row."""
Digits: TypeAlias = tuple[tuple[Digit, int], ...]
Table: TypeAlias = tuple[Sequence[Place], Minimal]
Numbered: TypeAlias = tuple[Digits, Mapping[str, Cells]]
"""What the number of a cell is made of, and the texts of each column."""
LookedUp: TypeAlias = tuple[str, tuple[int, ...], Cells]
"""The column of the numbers, the radices of its digits, and the texts."""
Name: TypeAlias = Callable[[str], str]
"""What a column is called that is there in between only."""


def digits_of(
    places: Iterable[Place], book: Book, rows: Rows, name: Name
) -> tuple[dict[Place, Digit], dict[str, Expression]]:
    """The digit of each place, and the columns to be made of them."""
    digits: dict[Place, Digit] = {}
    columns: dict[str, Expression] = {}
    for place in dict.fromkeys(places):
        if isinstance(place, tuple):
            found, called = _all_at_hand(place, book, rows), "documents"
        else:
            found, called = digit(place, book, rows), "axis"
        if not isinstance(found, str | int):
            column = name(f"{called}_{len(columns)}")
            columns[column] = found
            found = column
        digits[place] = found
    return digits, columns


def classes(
    of: Language, tables: Iterable[Table], digits: Mapping[Place, Digit], name: Name
) -> tuple[dict[str, Expression], list[Numbered]]:
    """The columns of digits that stand for several, and what each table is made of."""
    made: dict[str, Expression] = {}
    known: dict[tuple[Digits, tuple[int, ...]], str] = {}
    numbered: list[Numbered] = []
    for places, minimal in tables:
        found = [digits[each] for each in places]
        terms: list[tuple[Digit, int]] = []
        for term in minimal.terms:
            pairs = tuple(
                (found[at], of_all) for at, of_all in zip(term.places, term.radices, strict=True)
            )
            digit_of = pairs[0][0]
            if term.classes:
                key = pairs, term.classes
                digit_of = known.setdefault(key, name(f"class_{len(known)}"))
                made.setdefault(digit_of, of.class_of(*key))
            terms.append((digit_of, term.size))
        numbered.append((tuple(terms), minimal.columns))
    return made, numbered


def numbers(
    of: Language, tables: Iterable[Numbered], bad: Expression, name: Name
) -> tuple[dict[str, Expression], dict[str, LookedUp], dict[str, str]]:
    """The numbers of cells, what is looked up there, and columns that equal others."""
    found: dict[str, Expression] = {}
    known: dict[Digits, str] = {}
    looked_up: dict[str, LookedUp] = {}
    first: dict[LookedUp, str] = {}
    repeated: dict[str, str] = {}
    for terms, columns in tables:
        if terms not in known:
            known[terms] = name(f"cell_{len(known)}")
            found[known[terms]] = of.number(terms, bad)
        for column, cells in columns.items():
            key = known[terms], tuple(radix for _, radix in terms), cells
            if first.setdefault(key, column) == column:
                looked_up[column] = key
            else:
                repeated[column] = first[key]
    return found, looked_up, repeated


def flag(path: str, value: bool, book: Book, rows: Rows) -> Expression:
    """Whether a fact that is true or false is known to be so: never null."""
    cell = rows.cell(path)
    if cell is None:
        return rows.of.literal(book.table.default(path) is value)
    return rows.of.is_known(rows.sources[path], cell, value)


def _all_at_hand(documents: Sequence[Document], book: Book, rows: Rows) -> Expression:
    """1 where all the documents are known to be at hand, else 0."""
    return rows.of.yes_no(reduce(and_, [at_hand(each, book, rows) for each in documents]))


def at_hand(document: Document, book: Book, rows: Rows) -> Expression:
    """Whether a document is known to be at hand: never null."""
    tests = [flag(path, True, book, rows) for path in document.all_of]
    if document.any_of:
        tests.append(reduce(or_, [flag(path, True, book, rows) for path in document.any_of]))
    return reduce(and_, tests)
