"""A decision, part by part: what is decided, until when, what to bring and do, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import attrs
from rich.console import Group, RenderableType
from rich.text import Text

from ssrules.deciding.decider import Decider
from ssrules.decisions import Decision, Part
from ssrules.display.lines import Line, Lines, Wrapped, apart, block, column, section
from ssrules.display.parts import answer, told
from ssrules.display.reasons import Sources
from ssrules.rulebook import RuleBook
from ssrules.tables.book import Book
from ssrules.words.labels import label
from ssrules.words.sentences import listed


def decision(
    decided: Decision, book: Book | None = None, *, only: Collection[str] = ()
) -> RenderableType:
    """A decision as a reader at a counter wants it.

    `book` is the one that decided (the default book if none is given); it knows the titles of the
    clauses. `only` names the parts to be told at length; of the others a line says what is known.
    Where it is empty, every part is told at length.
    """
    sources = Sources.of(decided, book or RuleBook.default())
    shown: dict[str, list[RenderableType]] = {}
    others: list[tuple[str, Part]] = []
    for path, found in decided.parts():
        if only and path not in only:
            others.append((path, found))
        else:
            shown.setdefault(_section(path, sources), []).append(part(path, found, sources))
    by = decided.rulebook
    head = f"Decided for {decided.as_of}, rule book {by.name} {by.version} [{by.digest[:12]}]"
    return Group(
        Wrapped(Text(head, style="dim")),
        Text(""),
        *(section(title, *apart(blocks)) for title, blocks in shown.items()),
        *_others(others, sources),
        *(() if only else _still_to_be_asked(decided, sources)),
        *_next_change(decided, sources),
    )


def part(path: str, found: Part, sources: Sources) -> RenderableType:
    """One part of a decision: its answer, and why."""
    lines = [*told(path, found, sources)]
    lines += column("Unknown", map(label, found.needs))
    lines += sources.reasons(path, found)
    title = "" if _title(path, sources) == _section(path, sources) else _title(path, sources)
    return block(title, answer(found), found.status, lines)


def _section(path: str, sources: Sources) -> str:
    """The title of the section that a part stands in; a part may be a section of its own."""
    first, _, rest = path.partition(".")
    title = _title(path, sources)
    return label(f"section:{first}", otherwise=title) if rest else title


def _title(path: str, sources: Sources) -> str:
    return label(f"part:{path}", otherwise=sources.titles.get(path, path))


def _others(others: Collection[tuple[str, Part]], sources: Sources) -> Iterator[RenderableType]:
    """A line for each answer that is known, and one line for all that are not."""
    known = [(path, found) for path, found in others if found.status != "undetermined"]
    open_ = [_title(path, sources) for path, found in others if found.status == "undetermined"]
    lines = [
        (_title(path, sources), f"{answer(found)}{_in_short(path, found, sources)}")
        for path, found in known
    ]
    if lines:
        yield section("Also decided", Lines(lines))
    if open_:
        yield section("Not yet known", Wrapped(Text("; ".join(open_))))


def _in_short(path: str, found: Part, sources: Sources) -> str:
    if found.status not in ("refused", "not_provided"):
        return ""
    return f": {listed(sources.why(path, found))}" if found.because else ""


def _still_to_be_asked(decided: Decision, sources: Sources) -> Iterator[RenderableType]:
    """The unknown facts, the most telling first where the case is known, and what hangs on them."""
    facts = decided.needs
    if sources.case is not None:
        facts = tuple(each.path for each in decided.questions().questions)
    lines: list[Line] = []
    for fact in facts:
        parts = sum(fact in found.needs for _, found in decided.parts())
        lines.append((label(fact), f"{parts} answer{' hangs' if parts == 1 else 's hang'} on it"))
    if lines:
        yield section("What to ask next, best first", Lines(lines))


def _next_change(decided: Decision, sources: Sources) -> Iterator[RenderableType]:
    """What will be another answer on a later day, and which."""
    change = decided.next_change
    if change is None:
        return
    paths = [path.removesuffix(".status") for path in change.changes]
    answers: Iterable[str] = ("another answer" for _ in paths)
    if sources.case is not None:
        later = Decider.of(sources.book).decide(attrs.evolve(sources.case, as_of=change.on))
        answers = (answer(later.part(path)) for path in paths)
    titles = (_title(path, sources) for path in paths)
    lines = Lines(zip(titles, answers, strict=True))
    yield section(f"From {change.on} on, if nothing happens", lines)
