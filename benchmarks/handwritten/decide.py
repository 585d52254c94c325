"""The decision by hand: every part made by plain conditions, and made anew for each case."""

from __future__ import annotations

from benchmarks.handwritten.card import activation, loss_report, next_change
from benchmarks.handwritten.insurance import insurance
from benchmarks.handwritten.person import application, medical_benefit, rights
from benchmarks.handwritten.results import Decision, Insurance, Part
from ssrules.facts import FACTS, Case

ORDER = {fact.path: at for at, fact in enumerate(FACTS)}


def decide(case: Case) -> Decision:
    """Everything that follows from one case."""
    report = loss_report(case)
    options = activation(case, report)
    route = application(case)
    types = insurance(case.person, case.as_of)
    benefit = medical_benefit(case.person, case.visit)
    held = rights(case.person)
    return Decision(
        as_of=case.as_of,
        loss_report=report,
        activation=options,
        application=route,
        insurance=Insurance(types=types),
        medical_benefit=benefit,
        rights=held,
        needs=needs_of(report, *options, route, *types, benefit, held),
        next_change=next_change(case, report, types),
    )


def needs_of(*parts: Part) -> tuple[str, ...]:
    """The facts that the parts need, in order."""
    needs: set[str] = set()
    for part in parts:
        if part.needs:
            needs.update(part.needs)
    return tuple(sorted(needs, key=ORDER.__getitem__)) if needs else ()
