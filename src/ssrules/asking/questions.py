"""What to ask next: the unknown facts that can still matter, the most telling one first.

The measure is information. Take every answer to an unknown fact as equally likely. The values that
an open part may still have are then spread over the completions, and the uncertainty of that
spread is so many bits. A fact narrows the part by as many bits as its answer takes away on average
(the mutual information of the two); over all open parts the bits are added up.

A fact that somebody does not know stays unknown: what a part comes to is then its value where that
is the same whatever the fact is, or else that it stays open, and this is what the others tell of.

Asking the fact that narrows most is a greedy choice: no order is tried out in advance. Measured
against all orders on the built-in rules: where nothing is known it settles everything in 5.09
questions on average, which is the least there is, and in 1,100 cases drawn at random no order took
fewer.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

import attrs

from ssrules.asking.about import parts_about
from ssrules.asking.answers import Question, Questions
from ssrules.asking.standing import Standing
from ssrules.asking.told import sentences
from ssrules.asking.topics import Topic, single
from ssrules.deciding.axes import Axis, bits
from ssrules.deciding.decision import Conclusion
from ssrules.words.speech import ENGLISH

DIGITS = 9
"""Figures are rounded to so many digits, so that facts that are equally good are equal."""

Spread = Counter[object]
"""In how many completions a part has each value."""
Cell = tuple[int, ...]
OPEN = object()
"""What a part comes to that stays open, since it hangs on a fact that nobody knows."""


@attrs.frozen(eq=False)
class Spreading:
    """The axes that a rule set reads, and each kind of completion with its value and number."""

    axes: tuple[Axis, ...]
    cells: Iterator[tuple[Cell, object, int]]


@attrs.frozen
class Gain:
    """What the answer to one topic does for one part, on average."""

    topic: Topic
    part: str
    narrows: float
    settles: float


def questions(
    decision: Conclusion, language: str = ENGLISH, about: Collection[str] = ()
) -> Questions:
    """The unknown facts that some open part needs, those first that narrow the open parts most.

    `about` names parts or sections; without it, all parts are meant. Raises `UnknownNameError`.
    """
    standing = Standing.of(decision, language)
    wanted = parts_about(decision, about)
    open_ = tuple(path for path, part in wanted.items() if part.status == "undetermined")
    topics = single(fact for path in open_ for fact in wanted[path].needs)
    return Questions(
        open=open_,
        measure=sentences(standing.say).measure,
        questions=tuple(best_first(standing, open_, topics)),
        say=standing.say,
    )


def best_first(
    standing: Standing,
    parts: Collection[str],
    topics: Mapping[str, Topic],
    unknown: Collection[str] = (),
    *,
    documents: bool = False,
) -> list[Question]:
    """The questions that can still change parts, the most telling first.

    `topics` tells of each fact to which question it belongs; `unknown` are the facts that nobody
    knows. With `documents`, those that can change which documents the parts ask for.
    """
    gains = [
        gain
        for path in parts
        for name in (_listing(standing, path) if documents else (path,))
        for gain in _gains(standing, path, _spread(standing, name, documents), topics, unknown)
    ]
    table = standing.machine.facts
    found: list[Question] = []
    for topic in dict.fromkeys(topics[fact] for fact in table.paths if fact in topics):
        own = [gain for gain in gains if gain.topic == topic]
        if own:
            figures = (
                round(math.fsum(gain.narrows for gain in own), DIGITS),
                round(math.fsum(gain.settles for gain in own), DIGITS),
            )
            about = tuple(dict.fromkeys(gain.part for gain in own))
            found.append(topic.question(table, standing.say, figures, about))
    return sorted(found, key=lambda each: (-each.narrows, -each.settles))


def _listing(standing: Standing, path: str) -> Iterator[str]:
    """The rule sets that list the documents of a part."""
    for name, table in standing.machine.tables.items():
        if path in (name, table.rule_set.part_of) and "documents" in table.rule_set.outputs:
            yield name


def _gains(
    standing: Standing,
    path: str,
    spread: Spreading,
    topics: Mapping[str, Topic],
    unknown: Collection[str],
) -> Iterator[Gain]:
    """What each question that can change what a part comes to does for it."""
    missing = [axis.missing(standing.point[axis]) for axis in spread.axes]
    shut = [any(fact in unknown for fact in facts) for facts in missing]
    found = list(_come_to(spread.cells, shut))
    before: Spread = Counter()
    for _, value, ways in found:
        before[value] += ways
    if len(before) == 1:
        return
    for at, facts in enumerate(missing):
        if not facts or shut[at] or not _matters(found, at):
            continue
        after: dict[int, Spread] = {}
        for cell, value, ways in found:
            after.setdefault(cell[at], Counter())[value] += ways
        asked = dict.fromkeys(topics[fact] for fact in facts if fact in topics)
        count = sum(1 for fact in facts if fact in topics and not topics[fact].together)
        shares = count or 1
        likely = [(each.total() / before.total() / shares, each) for each in after.values()]
        narrows = math.fsum(share * (_bits(before) - _bits(each)) for share, each in likely)
        settles = math.fsum(share for share, each in likely if len(each) == 1)
        yield from (Gain(topic, path, narrows, settles) for topic in asked)


def _matters(spread: list[tuple[Cell, object, int]], at: int) -> bool:
    """Whether two completions that differ on one axis alone come to different values."""
    seen: dict[Cell, object] = {}
    return any(
        seen.setdefault((*cell[:at], *cell[at + 1 :]), value) != value for cell, value, _ in spread
    )


def _spread(standing: Standing, name: str, documents: bool) -> Spreading:
    """The kinds of completion there are of what a rule set reads, with what it gives in each."""
    table = standing.machine.tables[name]

    def cells() -> Iterator[tuple[Cell, object, int]]:
        choices = (
            Counter(kinds[number] for number in bits(axis.possible(standing.point[axis]))).items()
            for axis, kinds in zip(table.all_axes, table.kinds, strict=True)
        )
        for chosen in itertools.product(*choices):
            cell = tuple(kind for kind, _ in chosen)
            outcome = table.outcome(cell)
            value = outcome.outputs.get("documents") if documents else outcome.value
            yield cell, value, math.prod(ways for _, ways in chosen)

    return Spreading(table.all_axes, cells())


def _come_to(
    spread: Iterator[tuple[Cell, object, int]], shut: list[bool]
) -> Iterator[tuple[Cell, object, int]]:
    """The same with what is never known left out: the one value there is, or `OPEN`."""
    if not any(shut):
        yield from spread
        return
    values: dict[Cell, object] = {}
    ways: Counter[Cell] = Counter()
    for cell, value, number in spread:
        seen = tuple(0 if out else kind for kind, out in zip(cell, shut, strict=True))
        ways[seen] += number
        if values.setdefault(seen, value) != value:
            values[seen] = OPEN
    yield from ((cell, value, ways[cell]) for cell, value in values.items())


def _bits(counts: Spread) -> float:
    """The uncertainty of what is spread so over equally likely cases, in bits."""
    total = counts.total()
    return -math.fsum(each / total * math.log2(each / total) for each in counts.values())
