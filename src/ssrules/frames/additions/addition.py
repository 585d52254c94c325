"""What an addition to the decision columns is, and what it is given to make its columns of."""

from __future__ import annotations

import abc
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

import attrs

from ssrules.frames.dense import Dense
from ssrules.frames.digits import Rows
from ssrules.frames.language import Expression, Language
from ssrules.frames.numbering import (
    Digit,
    Digits,
    Numbered,
    Place,
    Table,
    classes,
    digits_of,
)
from ssrules.tables.book import Book

JOINT = ";"
"""What stands between the items of a list in one text."""


@attrs.frozen
class Decided:
    """Rows that are decided.

    `digits` are those that were made already, `bad` says which rows have a fault, and `prefix`
    begins the names of columns that are there in between only.
    """

    rows: Rows
    book: Book
    digits: Mapping[Place, Digit]
    bad: Expression
    prefix: str

    @property
    def of(self) -> Language:
        """The language that the columns are made in."""
        return self.rows.of

    def name(self, name: str) -> str:
        """What a column is called that is there in between only."""
        return f"{self.prefix}{name}"

    def numbered(self, step: str, tables: Sequence[Table]) -> list[Numbered]:
        """What the numbers of tables' cells are made of; the columns for it are defined."""
        asked = (place for places, _ in tables for place in places)
        missing = [each for each in asked if each not in self.digits]
        more, columns = digits_of(missing, self.book, self.rows, self.name)
        self.of.define(f"{step}_digits", columns)
        made, found = classes(self.of, tables, {**self.digits, **more}, self.name)
        self.of.define(f"{step}_classes", made)
        return found


class Addition(abc.ABC):
    """Further columns, told on request, of a book's parts.

    `name` is what they are asked for by.
    """

    name: ClassVar[str]

    @abc.abstractmethod
    def __init__(self, book: Book, parts: tuple[Dense, ...]) -> None:
        """Make ready what is the same for every frame. Raises `RuleError` for too many cells."""

    def columns(self, part: Dense) -> tuple[str, ...]:  # noqa: ARG002
        """The names of the columns that stand behind those of a part."""
        return ()

    def last_columns(self) -> tuple[str, ...]:
        """The names of the columns that stand behind those of all parts."""
        return ()

    @abc.abstractmethod
    def define(self, decided: Decided) -> None:
        """Define the columns; they are null in rows with a fault."""


def at(of: Language, digits: Digits, classes: Sequence[int]) -> Expression:
    """The digit that stands at the number which digits make, also where all rows share them."""
    number, fixed = 0, True
    for digit, radix in digits:
        fixed = fixed and isinstance(digit, int)
        number = number * radix + (digit if isinstance(digit, int) else 0)
    return of.digit(classes[number]) if fixed else of.class_of(digits, classes)


def joined(items: Iterable[str]) -> str:
    """A list in one text; an empty one is empty."""
    return JOINT.join(items)
