"""What is known of a case and what is not, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

import attrs

from ssrules.records import html
from ssrules.records.case import Facts
from ssrules.sheets.pieces import Piece, in_lines
from ssrules.sheets.told import ToldBy
from ssrules.words.speech import Words
from ssrules.words.wrapping import cells


@attrs.frozen
class Known(Piece):
    """Facts with their values: the words, the path and the value of each."""

    caption: str
    columns: tuple[str, str]
    rows: tuple[tuple[str, str, str], ...]

    def text(self) -> Iterator[str]:
        yield self.caption
        width = max((cells(title) for title, *_ in self.rows), default=0) + 4
        for title, _, value in self.rows:
            gap = " " * (width - 2 - cells(title))
            yield in_lines(value, width, first=f"  {title}{gap}")

    def html(self) -> str:
        told = (
            (f"{html.text(title)} {html.code(path)}", html.text(value))
            for title, path, value in self.rows
        )
        return html.table(self.caption, self.columns, told)


@attrs.frozen
class Unknown(Piece):
    """Facts that are not known: how many they are, and in a notebook on demand which."""

    title: str
    facts: tuple[str, ...]

    def text(self) -> Iterator[str]:
        if self.facts:
            yield self.title

    def html(self) -> str:
        if not self.facts:
            return ""
        return html.details(html.text(self.title), html.listing("", self.facts))


@attrs.frozen
class CaseSheet(ToldBy):
    """A case in words: what is known, and how much is not."""

    case: Facts
    say: Words

    def pieces(self) -> Iterable[Piece]:
        """The facts that are known with their values, then those that are not."""
        say = self.say
        values = [(fact.path, attrgetter(fact.path)(self.case)) for fact in self.case.table]
        known = [(path, value) for path, value in values if value is not None]
        unknown = [path for path, value in values if value is None]
        yield Known(
            say.label("title:known"),
            (say.label("case:fact"), say.label("case:value")),
            tuple((say.label(path), path, say.value(path, value)) for path, value in known),
        )
        title = say.label("case:unknown").format(count=len(unknown))
        yield Unknown(title, tuple(map(say.label, unknown)))
