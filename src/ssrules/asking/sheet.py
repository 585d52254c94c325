"""A decision as a sheet: part by part the answer and what stands below it, as text and as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from ssrules.asking.sources import Sources, column, titled
from ssrules.deciding.decision import Conclusion
from ssrules.deciding.part_kinds import Line
from ssrules.records import html
from ssrules.tables.clauses import Clause
from ssrules.words.sentences import COLON
from ssrules.words.speech import ENGLISH, Words
from ssrules.words.wrapping import cells, filled, padded

WIDTH = 98
INDENT = "    "
GAP = 2


@attrs.frozen
class Entry:
    """One part: its title, its answer, and what is told below it."""

    section: str
    title: str
    tone: str
    answer: str
    lines: tuple[Line, ...]
    clauses: tuple[Clause, ...]


@attrs.frozen
class Sheet:
    """A decision, ready to be shown in one language."""

    say: Words
    head: str
    columns: tuple[str, str]
    entries: tuple[Entry, ...]

    def __str__(self) -> str:
        told = [self.head]
        section = ""
        words = [cells(word) for each in self.entries for word, _ in each.lines]
        left = len(INDENT) + max(words, default=0) + GAP
        for each in self.entries:
            if each.section != section:
                told += ["", each.section]
                section = each.section
            title = f"{each.title}{COLON[self.say.language]}" if each.title else ""
            told.append(f"  {title}{each.answer}")
            told += (
                filled(beside, WIDTH, left, padded(f"{INDENT}{word}", left))
                for word, beside in each.lines
            )
        return "\n".join(told)

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """How a notebook shows it."""
        return {"text/plain": str(self), "text/html": self.html()}

    def html(self) -> str:
        """The sheet as a table, reasons and clauses on demand."""
        rows = []
        section = ""
        for each in self.entries:
            if each.title and each.section != section:
                rows.append(html.group(html.text(each.section), 2))
            section = each.section
            clauses = (
                html.quoted(one.language, titled(one, self.say), one.words) for one in each.clauses
            )
            told = html.toned(each.tone, each.answer)
            answer = html.details(told, html.lines(each.lines), *clauses)
            rows.append(
                html.row(html.text(each.title or each.section), answer, alone=not each.title)
            )
        head = "".join(f'<th scope="col">{html.text(each)}</th>' for each in self.columns)
        return html.page(
            self.say.language,
            f"<table><caption>{html.text(self.head)}</caption><thead><tr>{head}</tr></thead>"
            f"<tbody>{''.join(rows)}</tbody></table>",
        )


def sheet(decided: Conclusion, language: str = ENGLISH) -> Sheet:
    """The sheet of a decision that knows its rule book."""
    sources = Sources.of(decided, decided.decider.book, language)
    say = sources.say
    by = decided.rulebook
    return Sheet(
        say,
        say.label("sheet:head").format(
            day=say.date(decided.as_of), book=by.name, version=by.version, digest=by.digest[:12]
        ),
        (say.label("sheet:part"), say.label("sheet:answer")),
        tuple(_entries(decided, sources)),
    )


def _entries(decided: Conclusion, sources: Sources) -> Iterator[Entry]:
    for path, found in decided.parts:
        kind = sources.kind(path)
        title = sources.say.label(f"part:{path}", otherwise=sources.titles.get(path, path))
        first, _, rest = path.partition(".")
        section = sources.say.label(f"section:{first}", otherwise=title) if rest else title
        yield Entry(
            section,
            "" if title == section else title,
            kind.tone(found),
            kind.answer(found, sources.say),
            tuple(_lines(path, found, sources)),
            tuple(sources.book.clauses[each] for each in found.clauses),
        )


def _lines(path: str, found: Any, sources: Sources) -> Iterator[Line]:
    say = sources.say
    yield from sources.documents(path, found)
    yield from sources.kind(path).lines(found, say, sources.case)
    yield from column(say.label("line:unknown"), map(say.label, found.needs))
    yield from sources.reasons(path, found)
