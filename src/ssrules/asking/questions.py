"""What to ask next: the unknown facts that can still matter, the most telling one first.

The measure is information. Take every answer to an unknown fact as equally likely. The values that
an open part may still have are then spread over the completions, and the uncertainty of that
spread is so many bits. A fact narrows the part by as many bits as its answer takes away on average
(the mutual information of the two); over all open parts the bits are added up.

Asking the fact that narrows most is a greedy choice: no order is tried out in advance. Measured
against all orders on the built-in rules: where nothing is known it settles everything in 5.25
questions on average, which is the least there is; over 500 cases drawn at random it took 0.12 %
more than the least on average, and 0.11 questions more at worst.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from ssrules.asking.answers import Question, Questions
from ssrules.asking.standing import Standing
from ssrules.asking.told import sentences
from ssrules.deciding.axes import Axis, bits
from ssrules.deciding.decision import Conclusion
from ssrules.tables.inputs import FactInput
from ssrules.words.speech import ENGLISH, Words

DIGITS = 9
"""Figures are rounded to so many digits, so that facts that are equally good are equal."""

Spread = Counter[object]
"""In how many completions a part has each value."""


@attrs.frozen
class Gain:
    """What settling one axis does for one part, on average, shared by the axis's facts."""

    fact: str
    axis: Axis
    part: str
    narrows: float
    settles: float


def questions(decision: Conclusion, language: str = ENGLISH) -> Questions:
    """The unknown facts that some open part needs, those first that narrow the open parts most."""
    standing = Standing.of(decision, language)
    open_ = tuple(path for path, part in decision.parts() if part.status == "undetermined")
    gains = [gain for path in open_ for gain in _gains(standing, path, decision.part(path).needs)]
    found = [
        _question(standing.say, fact, [g for g in gains if g.fact == fact])
        for fact in decision.needs
    ]
    best_first = sorted(found, key=lambda each: (-each.narrows, -each.settles))
    return Questions(
        open=open_,
        measure=sentences(standing.say).measure,
        questions=tuple(best_first),
        say=standing.say,
    )


def _question(say: Words, fact: str, gains: list[Gain]) -> Question:
    inputs = (input_ for gain in gains for input_ in gain.axis.inputs)
    values = next((each.values for each in inputs if isinstance(each, FactInput)), ())
    return Question(
        path=fact,
        label=say.label(fact),
        values=values,
        narrows=round(sum(gain.narrows for gain in gains), DIGITS),
        settles=round(sum(gain.settles for gain in gains), DIGITS),
        parts=tuple(dict.fromkeys(gain.part for gain in gains)),
        say=say,
    )


def _gains(standing: Standing, path: str, needs: Iterable[str]) -> Iterator[Gain]:
    """What each fact that an open part needs does for it."""
    spread = list(_spread(standing, path))
    before: Spread = Counter()
    for _, value, ways in spread:
        before[value] += ways
    for at, axis in enumerate(standing.machine.tables[path].all_axes):
        missing = axis.missing(standing.point[axis])
        asked = [fact for fact in missing if fact in needs]
        if not asked:
            continue
        after: dict[int, Spread] = {}
        for cell, value, ways in spread:
            after.setdefault(cell[at], Counter())[value] += ways
        likely = [(each.total() / before.total() / len(missing), each) for each in after.values()]
        narrows = math.fsum(share * (_bits(before) - _bits(each)) for share, each in likely)
        settles = math.fsum(share for share, each in likely if len(each) == 1)
        yield from (Gain(fact, axis, path, narrows, settles) for fact in asked)


def _spread(standing: Standing, path: str) -> Iterator[tuple[tuple[int, ...], object, int]]:
    """The kinds of completion there are of what a part reads, the part's value, and how many."""
    table = standing.machine.tables[path]
    choices = (
        Counter(kinds[number] for number in bits(axis.possible(standing.point[axis]))).items()
        for axis, kinds in zip(table.all_axes, table.kinds, strict=True)
    )
    for chosen in itertools.product(*choices):
        cell = tuple(kind for kind, _ in chosen)
        yield cell, table.outcome(cell).value, math.prod(ways for _, ways in chosen)


def _bits(counts: Spread) -> float:
    """The uncertainty of what is spread so over equally likely cases, in bits."""
    total = counts.total()
    return -math.fsum(each / total * math.log2(each / total) for each in counts.values())
