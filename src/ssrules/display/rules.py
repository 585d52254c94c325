"""Rule sets as tables, with the clauses they rest on and how these are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from ssrules.asking.sources import certainty, column
from ssrules.deciding.part_kinds import Line
from ssrules.display.lines import Indented, Lines, Wrapped, apart, section
from ssrules.tables.book import Book
from ssrules.tables.clauses import Clause, Reading
from ssrules.tables.documents import Document
from ssrules.tables.inputs import (
    AsOf,
    AtLeast,
    Between,
    Input,
    LongerAgoThan,
    OutcomeOf,
    Same,
    Value,
)
from ssrules.tables.rows import Requirement, Rule
from ssrules.tables.rule_sets import RuleSet
from ssrules.words.speech import words


def rule_sets(book: Book) -> RenderableType:
    """Every rule set of a book; one that adds to another stands below it, further to the right."""
    shown: list[RenderableType] = [
        Wrapped(Text(f"Rule book {book.name} {book.version} [{book.digest[:12]}]", style="dim"))
    ]
    for each in book.rule_sets:
        rows = len(each.requirements) + len(each.rules)
        told = f"{each.title} ({rows} row{'' if rows == 1 else 's'}, {each.hit_policy})"
        entry = Group(Wrapped(Text(each.name, style="bold")), Indented(Wrapped(Text(told))))
        shown.append(Indented(entry) if each.part_of else Group(Text(""), entry))
    return Group(*shown, Text(""))


def rule_set(found: RuleSet, book: Book) -> RenderableType:
    """One rule set: what it asks, its rows, what it gives, and the clauses it rests on."""
    shown: list[RenderableType] = [
        Wrapped(Text(found.title, style="bold")),
        Text(""),
        section("Rule set", Lines(_about(found))),
        section("Inputs", Lines(_inputs(found, book))) if found.inputs else Text(""),
    ]
    if found.requirements:
        rows = [(each.code, _asked(each.holds_if), (), each) for each in found.requirements]
        shown.append(_rows("Requirements, all of which must hold", "Code", rows))
    otherwise = [words().label("holds:requirements" if found.requirements else "holds:always")]
    rules = ((each.id, _when(each) or otherwise, _given(each.then), each) for each in found.rules)
    shown.append(_rows("Rows", "Rule", rules))
    shown.append(section("Clauses", *apart(clause(each) for each in found.clauses())))
    return Group(*shown)


def clause(found: Clause) -> RenderableType:
    """A clause: its title, its words in its own language, the date of the text, its validity."""
    since = f", in force from {found.in_force_from}" if found.in_force_from else ""
    until = f", in force to {found.in_force_to}" if found.in_force_to else ""
    sure = certainty(found)
    issued = ", ".join(each for each in (found.issuer, found.number, found.url) if each)
    told = f"text of {found.version}{since}{until}{f'; {sure}' if sure else ''}"
    return Group(
        Wrapped(Text(f"{found.title} [{found.id}]", style="bold")),
        Indented(Wrapped(Text(found.words))),
        Indented(Wrapped(Text(told, style="dim"))),
        *([Indented(Wrapped(Text(issued, style="dim")))] if issued else []),
    )


def _about(found: RuleSet) -> Iterator[Line]:
    yield "Name", found.name
    if found.part_of:
        yield "Adds to", found.part_of
    yield "Policy", f"{found.hit_policy}: {words().label(f'hit_policy:{found.hit_policy}')}"
    yield from column("Gives", (_output(*each) for each in found.outputs.items()))


def _output(name: str, values: tuple[Any, ...] | None) -> str:
    return name if values is None else f"{name}: {', '.join(map(_code, values))}"


def _inputs(found: RuleSet, book: Book) -> Iterator[Line]:
    for each in found.inputs:
        yield each.name, f"{', '.join(map(_code, each.values))}{_asks(each, book)}"


def _asks(input_: Input, book: Book) -> str:
    """How an input that is no fact itself is found."""
    if isinstance(input_, OutcomeOf):
        return f" (the {input_.output} of the rule set {input_.rule_set})"
    if isinstance(input_, Same):
        return f" ({input_.facts[0]} is the same as {input_.facts[1]})"
    if isinstance(input_, AtLeast):
        return f" ({input_.fact} is at least {_parameter(input_.parameter, book)})"
    if isinstance(input_, Between):
        lowest, highest = (_parameter(each, book) for each in input_.parameters)
        return f" ({input_.fact} is between {lowest} and {highest})"
    if isinstance(input_, LongerAgoThan):
        return f" ({input_.fact} is longer ago than {_parameter(input_.parameter, book)})"
    return ""


def _parameter(name: str, book: Book) -> str:
    values = (str(value) for _, value in book.timeline(name))
    return f"{' or '.join(values)} {book.parameter(name).unit}, parameter {name}"


def _rows(
    title: str, named: str, rows: Iterable[tuple[str, list[str], Iterable[str], Requirement | Rule]]
) -> RenderableType:
    """Rows of a decision table, one below the other: so that many inputs fit a narrow terminal."""
    shown: list[RenderableType] = []
    for name, asked, given, row in rows:
        lines = [
            *column("Holds if" if isinstance(row, Requirement) else "If", asked),
            *column("Asked if", _when(row) if isinstance(row, Requirement) else ()),
            *column("Then", given),
            *column("In the place of", _exceptions(row)),
            *column("In force", _in_force(row)),
            *column("Clause", (each.id for each in row.cites)),
            *(line for each in row.readings for line in _reading(each)),
        ]
        head = Wrapped(Text.assemble((f"{named} ", "dim"), (name, "bold")))
        shown.append(Group(head, Indented(Lines(lines))))
    return section(title, *apart(shown))


def _when(row: Requirement | Rule) -> list[str]:
    """What a row asks; the days on which it is in force are told beside it."""
    dated = not row.validity.always
    return _asked({name: row.when[name] for name in row.when if not (dated and name == AsOf.name)})


def _in_force(row: Requirement | Rule) -> Iterator[str]:
    since = f"from {row.in_force_from}" if row.in_force_from else ""
    until = f"to {row.in_force_to}" if row.in_force_to else ""
    if since or until:
        yield f"{since} {until}".strip()


def _exceptions(row: Requirement | Rule) -> tuple[str, ...]:
    """The rules that do not apply where a row does."""
    return row.exception_to if isinstance(row, Rule) else ()


def _reading(read: Reading) -> Iterator[Line]:
    rests = f" [{', '.join(each.id for each in read.rests_on)}]" if read.rests_on else ""
    yield "Read as", f"{read.chosen}{rests}"
    yield "  and not", read.other


def _asked(when: Mapping[str, tuple[Value, ...]]) -> list[str]:
    return [f"{name}: {' or '.join(map(_code, values))}" for name, values in when.items()]


def _given(then: Mapping[str, Any]) -> Iterator[str]:
    for name, value in then.items():
        yield f"{name}: {_code(value)}"


def _code(value: object) -> str:
    """A value as rules write it."""
    if isinstance(value, Document):
        return value.code
    if isinstance(value, tuple):
        return ", ".join(map(_code, value)) or "nothing"
    return (
        "none" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    )
