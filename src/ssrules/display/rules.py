"""Rule sets as tables, with the clauses they rest on and how these are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from ssrules.asking.sources import certainty, column
from ssrules.deciding.part_kinds import Line
from ssrules.display.coded import CODED, English
from ssrules.display.lines import Indented, Lines, Wrapped, apart, section
from ssrules.records.text import told
from ssrules.tables.book import Book
from ssrules.tables.clauses import Clause, Reading
from ssrules.tables.inputs import AsOf, Value
from ssrules.tables.rows import Requirement, Rule
from ssrules.tables.rule_sets import RuleSet
from ssrules.words.speech import ENGLISH, words


def rule_sets(book: Book, *, language: str = ENGLISH) -> RenderableType:
    """Every rule set of a book; one that adds to another stands below it, further to the right.

    Raises `UnknownNameError` for a language that is not known.
    """
    coded = _coded(language, book)
    shown: list[RenderableType] = [Wrapped(Text(coded.book_head(book), style="dim"))]
    for each in book.rule_sets:
        name, about = coded.listed(each)
        entry = Group(Wrapped(Text(name, style="bold")), Indented(Wrapped(Text(about))))
        shown.append(Indented(entry) if each.part_of else Group(Text(""), entry))
    return Group(*shown, Text(""))


def rule_set(found: RuleSet, book: Book, *, language: str = ENGLISH) -> RenderableType:
    """One rule set: what it asks, its rows, what it gives, and the clauses it rests on.

    Raises `UnknownNameError` for a language that is not known.
    """
    coded = _coded(language, book)
    label = coded.say.label
    inputs = Lines(map(coded.input_, found.inputs))
    shown: list[RenderableType] = [
        Wrapped(Text(coded.title(found), style="bold")),
        Text(""),
        section(label("table:rule_set"), Lines(_about(found, coded))),
        section(label("table:inputs"), inputs) if found.inputs else Text(""),
    ]
    table = Table(found, coded)
    if found.requirements:
        shown.append(table.rows("table:requirements", "table:code", found.requirements))
    shown.append(table.rows("table:rows", "table:row", found.rules))
    clauses = apart(clause(each, language=language) for each in found.clauses)
    return Group(*shown, section(label("table:clauses"), *clauses))


def clause(found: Clause, *, language: str = ENGLISH) -> RenderableType:
    """A clause: its title, its words in its own language, the date of the text, its validity.

    Raises `UnknownNameError` for a language that is not known.
    """
    coded = _coded(language)
    sure = certainty(found, coded.say)
    issuer = told(found.issuer, language)
    issued = coded.say.listed((each for each in (issuer, found.number, found.url) if each), "only")
    about = coded.text_of(found, [sure] if sure else [])
    return Group(
        Wrapped(Text(f"{told(found.title, language)} [{found.id}]", style="bold")),
        Indented(Wrapped(Text(found.words))),
        Indented(Wrapped(Text(about, style="dim"))),
        *([Indented(Wrapped(Text(issued, style="dim")))] if issued else []),
    )


class Table:
    """The rows of a decision table, one below the other: so many inputs fit a narrow terminal."""

    def __init__(self, found: RuleSet, coded: English) -> None:
        self.found = found
        self.coded = coded
        self.label = coded.say.label

    def rows(self, title: str, named: str, rows: Iterable[Requirement | Rule]) -> RenderableType:
        """Rows below a title."""
        return section(self.label(title), *apart(self._row(self.label(named), row) for row in rows))

    def _row(self, named: str, row: Requirement | Rule) -> RenderableType:
        label = self.label
        if isinstance(row, Requirement):
            name, asked = row.code, column(label("table:holds_if"), self._asked(row.holds_if))
            asked += column(label("table:asked_if"), self._when(row))
            given: list[Line] = []
        else:
            always = "holds:requirements" if self.found.requirements else "holds:always"
            name = row.id
            asked = column(label("table:if"), self._when(row) or [label(always)])
            given = column(label("table:then"), self.coded.given(self.found.name, row.then))
            given += column(label("table:in_place_of"), row.exception_to)
        lines = [
            *asked,
            *given,
            *column(label("table:in_force"), self._in_force(row)),
            *column(label("table:clause"), (each.id for each in row.cites)),
            *(line for each in row.readings for line in self._reading(each)),
        ]
        head = Wrapped(Text.assemble((f"{named} ", "dim"), (name, "bold")))
        return Group(head, Indented(Lines(lines)))

    def _when(self, row: Requirement | Rule) -> list[str]:
        """What a row asks; the days on which it is in force are told beside it."""
        dated = not row.validity.always
        return self._asked(
            {name: row.when[name] for name in row.when if not (dated and name == AsOf.name)}
        )

    def _asked(self, when: Mapping[str, tuple[Value, ...]]) -> list[str]:
        return [self.coded.asked(*each) for each in when.items()]

    def _in_force(self, row: Requirement | Rule) -> Iterator[str]:
        if row.in_force_from or row.in_force_to:
            yield self.coded.in_force(row.in_force_from, row.in_force_to)

    def _reading(self, read: Reading) -> Iterator[Line]:
        chosen, other = self.coded.reading(read)
        yield self.label("table:read_as"), chosen
        yield f"  {self.label('table:and_not')}", other


def _about(found: RuleSet, coded: English) -> Iterator[Line]:
    label = coded.say.label
    yield label("table:name"), found.name
    if found.part_of:
        yield label("table:adds_to"), found.part_of
    yield label("table:policy"), coded.policy(found)
    outputs = (coded.output(found.name, *each) for each in found.outputs.items())
    yield from column(label("table:gives"), outputs)


def _coded(language: str, book: Book | None = None) -> English:
    return CODED[language](book, words(language, book.words if book else None))
