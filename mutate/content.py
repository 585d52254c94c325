"""One thing wrong in a clause, a parameter or the frame of a rule set."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from mutate.rows import DAY, Changed, cited, dated
from ssrules.tables import Certainty, Clause, HitPolicy, Parameter, RuleSet


def clause(of: Clause) -> Iterator[Changed]:
    """A clause that says the contrary, lacks a sign, or is dated or vouched for otherwise."""
    middle = len(of.words) // 2
    no = "不" if of.language == "zh" else " not "
    yield (
        f"{no.strip()!r} put in",
        attrs.evolve(of, words=of.words[:middle] + no + of.words[middle:]),
    )
    for said, words in (
        ("without its first sign", of.words[1:]),
        ("without its last sign", of.words[:-1]),
        ("without a sign in its middle", of.words[:middle] + of.words[middle + 1 :]),
    ):
        yield said, attrs.evolve(of, words=words)
    for certainty in (*Certainty, None):
        if certainty != of.certainty:
            yield f"as {certainty}", attrs.evolve(of, certainty=certainty)
    yield "in the text of the next day", attrs.evolve(of, version=of.version + DAY)
    yield "in the text of the day before", attrs.evolve(of, version=of.version - DAY)
    yield from dated(of)


def parameter(of: Parameter, other: Clause) -> Iterator[Changed]:
    """A parameter with another default, unit or bound, or resting on something else."""
    yield from cited(of, other)
    if isinstance(of.default, bool):
        yield "the other default", attrs.evolve(of, default=not of.default)
    else:
        for step in (-1, 1):
            yield f"default {step:+}", attrs.evolve(of, default=of.default + step)
    yield "another unit", attrs.evolve(of, unit="months")
    yield "lowest +1", attrs.evolve(of, lowest=of.lowest + 1)
    yield "lowest -1", attrs.evolve(of, lowest=of.lowest - 1)
    highest = [None, of.highest - 1, of.highest + 1] if of.highest is not None else [1000]
    for bound in highest:
        yield f"highest {bound}", attrs.evolve(of, highest=bound)
    if of.not_above:
        yield "above any other", attrs.evolve(of, not_above="")


def rule_set(of: RuleSet) -> Iterator[tuple[str, dict[str, Any]]]:
    """A rule set whose answers are counted, compared or timed otherwise."""
    for policy in HitPolicy:
        if policy is not of.hit_policy:
            yield f"{of.name}: {policy}", {"hit_policy": policy}
    if of.deadline:
        yield f"{of.name}: no deadline", {"deadline": ""}
    for name in of.compared:
        rest = tuple(each for each in of.compared if each != name)
        yield f"{of.name}: {name} not compared", {"compare": rest}
    for name in of.outputs:
        if name not in of.compared:
            yield f"{of.name}: {name} compared", {"compare": (*of.compared, name)}
