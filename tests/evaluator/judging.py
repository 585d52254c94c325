"""Section 3: determined, needs and because, by their definitions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from tests.evaluator.completions import Values, completions, telling_values
from tests.evaluator.facts import FACTS
from tests.evaluator.parts import PARTS
from tests.evaluator.terms import Facts, Outcome, Parameters, Verdict

Tried = list[tuple[dict[str, Any], Outcome]]


def judge(
    name: str, facts: Facts, parameters: Parameters, values: Values = telling_values
) -> Verdict:
    """Try every completion of the facts that a part reads."""
    known = tuple(facts[path] for path in PARTS[name].reads)
    return _judge(name, known, parameters, values)


@lru_cache(maxsize=2**14)
def _judge(name: str, known: tuple[Any, ...], parameters: Parameters, values: Values) -> Verdict:
    part = PARTS[name]
    facts = dict(zip(part.reads, known, strict=True))
    tried = [
        (each, part.rule(each, parameters))
        for each in completions(facts, part.reads, parameters, values)
    ]
    found = tuple(dict.fromkeys(outcome.value for _, outcome in tried))
    if len(found) == 1:
        because = common_reasons([outcome.reasons for _, outcome in tried])
        return Verdict(found, tuple(sorted(because, key=part.reasons.index)), ())
    unknown = [path for path in FACTS if path in facts and facts[path] is None]
    return Verdict(found, (), tuple(path for path in unknown if matters(path, tried)))


def matters(path: str, tried: Tried) -> bool:
    """Whether two completions that differ in this fact alone give different values."""
    seen: dict[tuple[object, ...], object] = {}
    for facts, outcome in tried:
        others = tuple(value for each, value in facts.items() if each != path)
        if seen.setdefault(others, outcome.value) != outcome.value:
            return True
    return False


def common_reasons(reasons: Iterable[tuple[str, ...]]) -> set[str]:
    """Those of every completion; or else those that are the only one in some; or else all."""
    sets = [set(each) for each in reasons]
    in_every = set.intersection(*sets)
    alone = {reason for each in sets if len(each) == 1 for reason in each}
    return in_every or alone or set().union(*sets)
