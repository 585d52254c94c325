"""The decision by hand once more, thriftier: answers that few facts settle are made only once."""

from __future__ import annotations

import functools

from benchmarks.handwritten import person
from benchmarks.handwritten.card import activation, loss_report, next_change
from benchmarks.handwritten.decide import needs_of
from benchmarks.handwritten.results import (
    Decision,
    Insurance,
    MedicalBenefit,
    Rights,
)
from ssrules.facts import Case, Cause, Employment, Person, Residence, Visit


def decide(case: Case) -> Decision:
    """Everything that follows from one case."""
    report = loss_report(case)
    options = activation(case, report)
    route = person.application(case)
    who = case.person
    adult = None if who.age is None else who.age >= person.ADULT
    types = insurance(who.employment, who.residence, adult, who.medical_years_met)
    benefit = medical_benefit(who.employment, case.visit.cause)
    held = rights(who.employment)
    return Decision(
        as_of=case.as_of,
        loss_report=report,
        activation=options,
        application=route,
        insurance=types,
        medical_benefit=benefit,
        rights=held,
        needs=needs_of(report, *options, route, *types.types, benefit, held),
        next_change=next_change(case, report, options),
    )


@functools.cache
def insurance(
    employment: Employment | None,
    residence: Residence | None,
    adult: bool | None,
    medical_years_met: bool | None,
) -> Insurance:
    """The five types, for what of a person they look at."""
    who = Person(
        employment=employment,
        residence=residence,
        age=None if adult is None else person.ADULT if adult else 0,
        medical_years_met=medical_years_met,
    )
    return Insurance(types=person.insurance(who))


@functools.cache
def medical_benefit(employment: Employment | None, cause: Cause | None) -> MedicalBenefit:
    """The medical benefit."""
    return person.medical_benefit(Person(employment=employment), Visit(cause=cause))


@functools.cache
def rights(employment: Employment | None) -> Rights:
    """The rights and duties."""
    return person.rights(Person(employment=employment))
