"""The timeline of a case: from which day on which answer is another one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import altair as alt

from ssrules.decisions import Decision
from ssrules.pictures.colours import coloured
from ssrules.records.case import Facts, replaced
from ssrules.rulebook import RuleBook, decide
from ssrules.words.speech import Words

Row = dict[str, Any]


def drawn(case: Facts, book: RuleBook, last: datetime.date, words: Words) -> alt.LayerChart:
    """A bar for each answer and the days it holds, and a line for each day of the case."""
    day = alt.X("from:T", title=None, axis=alt.Axis(format="%Y-%m-%d", labelAngle=-30))
    rows = [*periods(case, book, last, words)]
    bars = (
        alt.Chart(alt.Data(values=rows))
        .mark_bar(height=18)
        .encode(
            x=day,
            x2="to:T",
            y=alt.Y("part:N", title=None, sort=None, axis=alt.Axis(labelLimit=320)),
            color=coloured((row["code"], row["answer"]) for row in rows),
            tooltip=["part:N", "answer:N", "from:T", "to:T"],
        )
    )
    named = alt.Chart(alt.Data(values=[*days(case, words)])).encode(x=day)
    lines = named.mark_rule(strokeDash=[4, 3])
    labels = named.mark_text(align="left", baseline="bottom", dx=3, y=-2).encode(text="fact:N")
    return alt.layer(bars, lines, labels).properties(width=480)


def periods(case: Facts, book: RuleBook, last: datetime.date, words: Words) -> Iterator[Row]:
    """Every answer that changes up to the last day, with the days it holds."""
    steps = [*decisions(case, book, last)]
    changing = dict.fromkeys(
        path for step in steps[:-1] if step.next_change for path in step.next_change.changes
    )
    ends = [step.as_of for step in steps[1:]] + [last]
    for path in changing:
        part, _, field = path.rpartition(".")
        begun, answer = steps[0].as_of, _answer(steps[0], part, field)
        for step, end in zip(steps, ends, strict=True):
            following = _answer(step, part, field)
            if following != answer:
                yield _row(part, field, answer, begun, step.as_of, words)
                begun, answer = step.as_of, following
            if end == last:
                yield _row(part, field, answer, begun, end, words)


def decisions(case: Facts, book: RuleBook, last: datetime.date) -> Iterator[Decision]:
    """The decision on `as_of`, and on each day up to the last on which an answer changes."""
    found = decide(case, book)
    yield found
    while found.next_change is not None and found.next_change.on < last:
        found = decide(replaced(case, {"as_of": found.next_change.on}), book)
        yield found


def days(case: Facts, words: Words) -> Iterator[Row]:
    """Every day that a case names."""
    for path, value in _leaves(case.to_dict()):
        if value is not None:
            yield {"from": value, "fact": words.label(path)}


def _leaves(tree: dict[str, Any], above: str = "") -> Iterator[tuple[str, str | None]]:
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{above}{name}.")
        elif isinstance(value, str) and _is_day(value):
            yield f"{above}{name}", value


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _answer(decision: Decision, part: str, field: str) -> str:
    return str(getattr(decision.part(part), field))


def _row(
    part: str,
    field: str,
    answer: str,
    begun: datetime.date,
    end: datetime.date,
    words: Words,
) -> Row:
    return {
        "part": words.label(f"part:{part}", part),
        "code": answer,
        "answer": words.first(f"{field}:{answer}", f"status:{answer}"),
        "from": begun.isoformat(),
        "to": end.isoformat(),
    }
