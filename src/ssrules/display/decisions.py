"""A decision, part by part: what is decided, until when, what to bring and do, and why."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from ssrules.asking.sources import Sources, column
from ssrules.deciding.decider import Decider
from ssrules.deciding.decision import Conclusion
from ssrules.deciding.part_kinds import Line
from ssrules.display.lines import Lines, Wrapped, apart, block, section
from ssrules.late import door
from ssrules.records.case import replaced
from ssrules.rulebook import RuleBook
from ssrules.tables.book import Book
from ssrules.words.speech import ENGLISH, Words


def decision(
    decided: Conclusion,
    book: Book | None = None,
    *,
    only: Collection[str] = (),
    language: str = ENGLISH,
) -> RenderableType:
    """A decision as a reader at a counter wants it.

    `book` is the one that decided (the default book if none is given); it knows the titles of the
    clauses. `only` names the parts to be told at length; of the others a line says what is known.
    Where it is empty, every part is told at length. Raises `UnknownNameError` for a language that
    is not known.
    """
    sources = Sources.of(decided, book or RuleBook.default(), language)
    shown: dict[str, list[RenderableType]] = {}
    others: list[tuple[str, Any]] = []
    for path, found in decided.parts:
        if only and path not in only:
            others.append((path, found))
        else:
            shown.setdefault(_section(path, sources), []).append(part(path, found, sources))
    head = HEADS[language](decided, sources.say)
    return Group(
        Wrapped(Text(head, style="dim")),
        Text(""),
        *(section(title, *apart(blocks)) for title, blocks in shown.items()),
        *_others(others, sources),
        *(() if only else _still_to_be_asked(decided, sources)),
        *_next_change(decided, sources),
    )


def part(path: str, found: Any, sources: Sources) -> RenderableType:
    """One part of a decision: its answer, and why."""
    say = sources.say
    kind = sources.kind(path)
    lines = [*sources.documents(path, found), *kind.lines(found, say, sources.case)]
    lines += column(say.label("line:unknown"), map(say.label, found.needs))
    lines += sources.reasons(path, found)
    title = "" if _title(path, sources) == _section(path, sources) else _title(path, sources)
    return block(title, kind.answer(found, say), kind.tone(found), lines, say.language)


def _section(path: str, sources: Sources) -> str:
    """The title of the section that a part stands in; a part may be a section of its own."""
    first, _, rest = path.partition(".")
    title = _title(path, sources)
    return sources.say.label(f"section:{first}", otherwise=title) if rest else title


def _title(path: str, sources: Sources) -> str:
    return sources.say.label(f"part:{path}", otherwise=sources.titles.get(path, path))


def _others(others: Collection[tuple[str, Any]], sources: Sources) -> Iterator[RenderableType]:
    """A line for each answer that is known, and one line for all that are not."""
    say = sources.say
    known = [(path, found) for path, found in others if found.status != "undetermined"]
    open_ = [_title(path, sources) for path, found in others if found.status == "undetermined"]
    lines = [(_title(path, sources), _in_short(path, found, sources)) for path, found in known]
    if lines:
        yield section(say.label("title:also_decided"), Lines(lines))
    if open_:
        told = say.listed(open_, "also")
        yield section(say.label("title:not_yet_known"), Wrapped(Text(told)))


def _in_short(path: str, found: Any, sources: Sources) -> str:
    """An answer, with the reasons where it is a no."""
    told = sources.kind(path).answer(found, sources.say)
    if not sources.refused(path, found):
        return told
    return SHORTLY[sources.say.language].format(
        answer=told, why=sources.say.listed(sources.why(path, found))
    )


def _still_to_be_asked(decided: Conclusion, sources: Sources) -> Iterator[RenderableType]:
    """The unknown facts, the most telling first where the case is known, and what hangs on them."""
    facts = decided.needs
    if sources.case is not None:
        with door:
            from ssrules.asking.questions import questions

        facts = tuple(each.path for each in questions(decided).questions)
    lines: list[Line] = []
    for fact in facts:
        parts = sum(fact in found.needs for _, found in decided.parts)
        lines.append((sources.say.label(fact), HANGING[sources.say.language](parts)))
    if lines:
        yield section(sources.say.label("title:ask_next"), Lines(lines))


def _next_change(decided: Conclusion, sources: Sources) -> Iterator[RenderableType]:
    """What will be another answer on a later day, and which."""
    change = decided.next_change
    if change is None:
        return
    say = sources.say
    known = {path for path, _ in decided.parts}
    paths = tuple(dict.fromkeys(_part_of(path, known) for path in change.changes))
    answers: Iterable[str] = (say.label("another_answer") for _ in paths)
    if sources.case is not None:
        later = Decider.of(sources.book).decide(replaced(sources.case, {"as_of": change.on}))
        answers = (sources.kind(path).answer(later.part(path), say) for path in paths)
    titles = (_title(path, sources) for path in paths)
    lines = Lines(zip(titles, answers, strict=True))
    yield section(FROM_THEN[say.language](change.on, say), lines)


def _part_of(path: str, known: Collection[str]) -> str:
    """The part that a change is one of."""
    return path if path in known else path.rpartition(".")[0]


def _head_en(decided: Conclusion, _: Words) -> str:
    by = decided.rulebook
    return f"Decided for {decided.as_of}, rule book {by.name} {by.version} [{by.digest[:12]}]"


def _head_zh(decided: Conclusion, say: Words) -> str:
    by = decided.rulebook
    day = say.date(decided.as_of)
    return f"判定日期{day}，规则集{by.name} {by.version} [{by.digest[:12]}]"


HEADS = {"en": _head_en, "zh": _head_zh}


def _hanging_en(parts: int) -> str:
    return f"{parts} answer{' hangs' if parts == 1 else 's hang'} on it"


def _hanging_zh(parts: int) -> str:
    return f"关系到{parts}项结论"


HANGING = {"en": _hanging_en, "zh": _hanging_zh}


def _from_then_en(day: datetime.date, _: Words) -> str:
    return f"From {day} on, if nothing happens"


def _from_then_zh(day: datetime.date, say: Words) -> str:
    return f"如无变化，自{say.date(day)}起"


FROM_THEN = {"en": _from_then_en, "zh": _from_then_zh}
SHORTLY = {"en": "{answer}: {why}", "zh": "{answer}：{why}"}
