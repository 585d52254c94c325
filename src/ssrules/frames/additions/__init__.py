"""Further columns, told on request: one file for each thing that may be asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ssrules.errors import FrameError, UnknownNameError
from ssrules.frames.additions.addition import Addition
from ssrules.frames.additions.days_left import DaysLeft
from ssrules.frames.additions.documents import DocumentsColumns
from ssrules.frames.additions.needs import NeedsColumns
from ssrules.frames.additions.next_change import NextChange
from ssrules.frames.dense import FACT_ERROR, Dense, columns
from ssrules.tables.book import Book

ADDITIONS: tuple[type[Addition], ...] = (DaysLeft, DocumentsColumns, NeedsColumns, NextChange)
"""What may be asked for, in the order in which it is told."""
NAMES = tuple(each.name for each in ADDITIONS)


def additions(
    book: Book, parts: tuple[Dense, ...], with_: str | Iterable[str]
) -> tuple[Addition, ...]:
    """What is asked for of a book's parts. Raises `UnknownNameError` for what nothing tells."""
    asked = (with_,) if isinstance(with_, str) else tuple(with_)
    for name in asked:
        if name not in NAMES:
            raise UnknownNameError("further column", name, NAMES)
    return tuple(each(book, parts) for each in ADDITIONS if each.name in asked)


def names(
    parts: Sequence[Dense], *, because: bool, more: tuple[Addition, ...] = ()
) -> tuple[str, ...]:
    """The names of all decision columns, in order. Raises `FrameError` where two are the same."""
    found: list[str] = []
    for part in parts:
        found += columns([part], because=because)
        found += (name for each in more for name in each.columns(part))
    found += (name for each in more for name in each.last_columns())
    found.append(FACT_ERROR)
    own = columns(parts, because=because)
    for name in found:
        if found.count(name) > 1:
            twice = own.count(name) > 1
            raise FrameError.of(name, "of_two_rule_sets" if twice else "further_and_output")
    return tuple(found)
