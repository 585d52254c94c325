"""The kinds of piece that answers and reports are told by.

Each knows two forms of the same: lines of text for a terminal, laid out by spaces, and HTML, laid
out by tables and lists. What the text leaves out, such as the names of columns, is told in HTML
only where a table needs it.
"""

from __future__ import annotations

import abc
from collections.abc import Iterable, Iterator, Sequence

import attrs

from ssrules.records import html
from ssrules.words.wrapping import cells, filled, padded

WIDTH = 98
"""How many columns the texts take at most."""
MOST_DIGITS = 6
"""How many digits of a figure are shown at most."""
Items = tuple[str, tuple[str, ...]]
"""A word, and what belongs to it."""


class Piece(abc.ABC):
    """A piece of what is told, as text and as HTML."""

    @abc.abstractmethod
    def text(self) -> Iterator[str]:
        """Its lines for a terminal."""

    @abc.abstractmethod
    def html(self) -> str:
        """The same as an HTML element."""


@attrs.frozen
class Line(Piece):
    """One text by itself, as it stands or, where it is to be `wrapped`, in the width there is."""

    told: str
    wrapped: bool = False

    def text(self) -> Iterator[str]:
        yield in_lines(self.told, 0) if self.wrapped else self.told

    def html(self) -> str:
        return f"<p>{html.broken(self.told)}</p>" if self.told else ""


@attrs.frozen
class Entry:
    """One thing that is named, what is told of it, and lines of a word and what belongs to it.

    `items` are told as a list; `tone` is `good`, `open` or `bad` where the thing has one; `beneath`
    is told last and quietly. `line` is all of it in one line of text, where that is said otherwise
    than by the name and what is told. `following` are entries that belong below it, of which
    `follows` says how.
    """

    name: str
    told: str = ""
    items: tuple[str, ...] = ()
    lines: tuple[Items, ...] = ()
    tone: str = ""
    beneath: str = ""
    line: str = ""
    follows: str = ""
    following: tuple[Entry, ...] = ()

    def text(self) -> Iterator[str]:
        """Its lines for a terminal."""
        yield in_lines(self.name, 2, first="")
        if self.told:
            yield in_lines(self.told, 2)
        for word, items in self.lines:
            yield from listed(word, items)


@attrs.frozen
class Entries(Piece):
    """Entries one below the other; with a caption, an empty line stands before each."""

    entries: tuple[Entry, ...]
    caption: str = ""

    def text(self) -> Iterator[str]:
        if self.caption:
            yield self.caption
        for each in self.entries:
            if self.caption:
                yield ""
            yield from each.text()

    def html(self) -> str:
        rows: list[str] = []
        name = None
        for each in self.entries:
            if each.name != name:
                title = html.broken(each.name)
                rows.append(html.group(html.marked(each.tone, title) if each.tone else title, 2))
            name = each.name
            told = html.broken(each.told) or html.listing("", each.items)
            if told:
                rows.append(html.across(html.beneath(told, some(each.beneath)), 2))
            rows += (
                html.row(html.text(word.strip()), html.items(items))
                for word, items in each.lines
                if items
            )
            if each.following:
                below = attrs.evolve(self, entries=each.following, caption="")
                rows.append(html.across(html.details(html.text(each.follows), below.html()), 2))
        return html.table_of(self.caption, rows)


@attrs.frozen
class Found(Entries):
    """Entries of which each is a line of text, with what shows it below where there is a caption.

    `colon` stands between the name of an entry and what is told of it.
    """

    colon: str = ": "

    def text(self) -> Iterator[str]:
        if self.caption:
            yield self.caption
        for each in self.entries:
            yield each.line or f"{each.name}{self.colon}{each.told}"
            if self.caption and each.beneath:
                yield f"    {each.beneath}"
            if each.following:
                yield f"    {each.follows}"
                below = attrs.evolve(self, entries=each.following)
                yield from (f"      {line}" for line in [*below.text()][1:])


@attrs.frozen
class Checked:
    """One thing that is asked for, its state in a word and a tone, and the facts that tell.

    `width` is that of the column of states in a text.
    """

    asked: str
    state: str
    tone: str
    facts: tuple[str, ...]
    width: int

    def text(self) -> Iterator[str]:
        """Its lines for a terminal."""
        yield in_lines(self.asked, self.width, first=padded(f"  {self.state}", self.width))
        yield from (in_lines(fact, self.width + 2) for fact in self.facts)


@attrs.frozen
class Checks(Piece):
    """Things that are asked for, in groups that may have a title; `columns` names two columns."""

    groups: tuple[tuple[str, tuple[Checked, ...]], ...]
    columns: tuple[str, str]

    def text(self) -> Iterator[str]:
        for at, (title, checks) in enumerate(self.groups):
            if at:
                yield ""
            if title:
                yield title
            for each in checks:
                yield from each.text()

    def html(self) -> str:
        rows: list[str] = []
        for title, checks in self.groups:
            rows += [html.group(html.text(title), len(self.columns))] if title else []
            rows += (
                html.row(
                    html.beneath(html.broken(each.asked), each.facts),
                    html.whole(html.marked(each.tone, html.text(each.state))),
                )
                for each in checks
            )
        return html.table_of("", rows, self.columns)


@attrs.frozen
class Figured:
    """A thing with its figures: in a text told as one, in a table by its name and its code.

    `rest` is told below these.
    """

    figures: tuple[str, ...]
    told: str
    name: str
    code: str = ""
    rest: str = ""


@attrs.frozen
class Figures(Piece):
    """Things with figures, the names of the figures above them, and what these mean below.

    `column` is the name that things have as a column of a table.
    """

    caption: str
    column: str
    names: tuple[str, ...]
    rows: tuple[Figured, ...]
    note: str
    width: int

    def text(self) -> Iterator[str]:
        yield self.caption
        yield "".join(" " * (self.width - cells(each)) + each for each in self.names)
        for each in self.rows:
            figures = "".join(f"{one:>{self.width}}" for one in each.figures) + "  "
            yield in_lines(each.told, len(figures), first=figures)
        yield in_lines(self.note, 0)

    def html(self) -> str:
        rows = (
            html.row(
                html.beneath(f"{html.text(each.name)} {html.code(each.code)}", some(each.rest)),
                *map(html.text, each.figures),
                numbers=len(each.figures),
            )
            for each in self.rows
        )
        told = html.table_of(
            self.caption, rows, (self.column, *self.names), numbers=len(self.names)
        )
        return f"{told}<p>{html.text(self.note)}</p>"


@attrs.frozen
class Listing(Piece):
    """A list, with or without a title, which has an empty line before it."""

    items: tuple[str, ...]
    title: str = ""

    def text(self) -> Iterator[str]:
        if self.title:
            yield from ("", f"  {self.title}")
        yield from (in_lines(each, 4 if self.title else 2) for each in self.items)

    def html(self) -> str:
        return html.listing(self.title, self.items)


@attrs.frozen
class Asked(Piece):
    """A question in one line, or as its title, its code and what may be answered."""

    line: str
    title: str
    code: str
    answers: str

    def text(self) -> Iterator[str]:
        yield self.line

    def html(self) -> str:
        title = f"<p>{html.text(self.title)} {html.code(self.code)}</p>"
        return f"{title}{Line(self.answers).html()}"


@attrs.frozen
class Counts(Piece):
    """How often something was found by its code, below what all of it was."""

    caption: str
    columns: tuple[str, str]
    counts: tuple[tuple[str, int], ...]
    colon: str

    def text(self) -> Iterator[str]:
        yield self.caption
        yield from (f"    {name}{self.colon}{count}" for name, count in self.counts)

    def html(self) -> str:
        if not self.counts:
            return Line(self.caption).html()
        rows = (html.row(html.code(name), str(count), numbers=1) for name, count in self.counts)
        return html.table_of(self.caption, rows, self.columns, numbers=1)


@attrs.frozen
class GridRow:
    """A row: its code, what stands in each further column, and notes."""

    code: str
    cells: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]


@attrs.frozen
class Grid(Piece):
    """Rows of a table, whose notes a text has below the cells, and HTML below the code.

    `columns` names them, that of the codes first; `noted` is what the notes are called.
    """

    caption: str
    columns: tuple[str, ...]
    noted: str
    rows: tuple[GridRow, ...]
    colon: str = ": "

    def text(self) -> Iterator[str]:
        words = (*self.columns[1:], self.noted)
        width = max(map(cells, words)) + 2
        yield in_lines(self.caption, 2, first="")
        for each in self.rows:
            yield from ("", in_lines(each.code, 4, first="  "))
            for word, items in zip(words, (*each.cells, each.notes), strict=True):
                yield from listed(padded(word, width), items)

    def html(self) -> str:
        rows = (
            html.row(
                html.beneath(
                    html.code(each.code), [f"{self.noted}{self.colon}{', '.join(each.notes)}"]
                ),
                *(html.items(items) or "–" for items in each.cells),
            )
            for each in self.rows
        )
        return html.table_of(self.caption, rows, self.columns)


@attrs.frozen
class Quote:
    """The title of a text and its words, in their own language."""

    title: str
    words: str
    language: str


@attrs.frozen
class Quotes(Piece):
    """Texts that are quoted, in a notebook on demand below a title.

    Those that are told `on_demand` alone are left out of a text for a terminal.
    """

    title: str
    quotes: tuple[Quote, ...]
    on_demand: bool = False

    def text(self) -> Iterator[str]:
        for each in () if self.on_demand else self.quotes:
            yield in_lines(each.title, 4, first="")
            yield from (in_lines(line, 4) for line in each.words.splitlines())

    def html(self) -> str:
        if not self.quotes:
            return ""
        told = (html.quoted(each.language, each.title, each.words) for each in self.quotes)
        return html.details(html.text(self.title), *told)


def written_apart(figures: Sequence[float]) -> list[str]:
    """Figures with as few digits, two or more, as show that those that differ do."""
    for digits in range(2, MOST_DIGITS):
        written = [f"{each:.{digits}f}" for each in figures]
        if len(set(written)) == len(set(figures)):
            return written
    return [f"{each:.{MOST_DIGITS}f}" for each in figures]


def some(text: str) -> tuple[str, ...]:
    """A text, if there is any."""
    return (text,) if text else ()


def in_lines(text: str, indent: int, first: str | None = None) -> str:
    """A text in lines that are no wider than `WIDTH`, indented, the first as is said."""
    return filled(text, WIDTH, indent, first)


def listed(word: str, items: Iterable[str]) -> Iterator[str]:
    """Each item on a line of its own, the word before the first."""
    indent = cells(word) + 4
    for at, item in enumerate(items):
        yield in_lines(item, indent, first=f"    {word}" if at == 0 else None)
