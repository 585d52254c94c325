"""Laying text out in a width, counted in the cells of a terminal.

A wide character takes two cells. A line may end at a space, or beside a wide character; never
before a mark that closes something, nor behind one that opens it, and a number stays with what it
counts. Spaces at the end of a line are dropped.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

CLOSING = frozenset("，。、；：？！）”’》〉】〕」』…—％·,.;:?!)]}%\"'")
"""No line begins with one of these."""
OPENING = frozenset("（“‘《〈【〔「『([{\"'")
"""No line ends with one of these."""


def cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def padded(text: str, width: int) -> str:
    """A text with spaces behind it, so that it takes so many cells."""
    return text + " " * (width - cells(text))


def spans(text: str, width: int, first: int | None = None) -> Iterator[tuple[int, int]]:
    """Where each line of a text begins and ends, in lines of at most `width` cells.

    `first` is the width of the first line, where that is another. A line that was ended in the
    text ends there.
    """
    at = 0
    for line in text.split("\n"):
        yield from _spans(line, at, max(width, 1), max(width if first is None else first, 1))
        at += len(line) + 1
        first = None


def wrapped(text: str, width: int, first: int | None = None) -> Iterator[str]:
    """The lines of a text; `first` is the width of the first line, where that is another."""
    yield from (text[start:end] for start, end in spans(text, width, first))


def filled(text: str, width: int, indent: int, first: str | None = None) -> str:
    """A text as lines of at most `width` cells, indented; the first begins as is said."""
    space = " " * indent
    begin = space if first is None else first
    lines = wrapped(text, width - indent, width - cells(begin))
    return begin + f"\n{space}".join(lines)


def _spans(line: str, at: int, width: int, room: int) -> Iterator[tuple[int, int]]:
    start = end = 0
    left = room
    for unit, stop in _units(line):
        taken = cells(line[unit:stop])
        if cells(line[end:unit]) + taken <= left:
            left -= cells(line[end:stop])
            end = stop
            continue
        if end > start:
            yield at + start, at + end
        start, left = unit, width if end or unit else room
        while taken > left:
            cut = _cut(line, start, stop, left)
            yield at + start, at + cut
            start, left = cut, width
            taken = cells(line[start:stop])
        end = stop
        left -= taken
    yield at + start, at + end


def _units(line: str) -> Iterator[tuple[int, int]]:
    """Where the pieces begin and end that stay on one line, without the spaces between them."""
    start = None
    for at, each in enumerate(line):
        if each == " ":
            if start is not None:
                yield start, at
            start = None
        elif start is None:
            start = at
        elif _may_part(line[at - 1], each):
            yield start, at
            start = at
    if start is not None:
        yield start, len(line)


def _may_part(one: str, other: str) -> bool:
    """Whether a line may end between two characters that no space parts."""
    wide = _cells(one) == 2 or _cells(other) == 2
    return wide and _apart(one, other) and not _counts(one, other)


def _counts(one: str, other: str) -> bool:
    """Whether two characters belong to a number and what it counts, or to one date."""
    return (one.isdigit() and other.isalpha()) or (one in "年月" and other.isdigit())


def _apart(one: str, other: str) -> bool:
    return one not in OPENING and other not in CLOSING and _cells(other) > 0


def _cut(line: str, start: int, stop: int, left: int) -> int:
    """Where a piece that is longer than a line is cut."""
    at = start + 1
    taken = _cells(line[start])
    while at < stop and taken + _cells(line[at]) <= left:
        taken += _cells(line[at])
        at += 1
    better = at
    while better > start + 1 and not _apart(line[better - 1], line[better]):
        better -= 1
    return better if _apart(line[better - 1], line[better]) else at


def _cells(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
