"""The decision by hand once more, thriftier: answers that few facts settle are made only once."""

from __future__ import annotations

import datetime
import functools

from benchmarks.handwritten import insurance as by_type
from benchmarks.handwritten import person
from benchmarks.handwritten.card import activation, loss_report, next_change
from benchmarks.handwritten.decide import needs_of
from benchmarks.handwritten.results import (
    Decision,
    Insurance,
    MedicalBenefit,
    Rights,
)
from ssrules.facts import Case, Cause, Employment, Person, Visit


def decide(case: Case) -> Decision:
    """Everything that follows from one case."""
    report = loss_report(case)
    options = activation(case, report)
    route = person.application(case)
    who = case.person
    years = None if who.age is None else (who.age >= by_type.ADULT) + (who.age >= by_type.PENSIONER)
    types = insurance(
        who.employment,
        years,
        who.medical_years_met,
        who.endowment_years_met,
        who.within_a_year_of_retirement,
        sum(start <= case.as_of for start in by_type.STARTS),
    )
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
        next_change=next_change(case, report, types.types),
    )


@functools.cache
def insurance(
    employment: Employment | None,
    years: int | None,
    medical_years_met: bool | None,
    endowment_years_met: bool | None,
    within_a_year_of_retirement: bool | None,
    period: int,
) -> Insurance:
    """The five types, for what of a person they look at, and the period of the law."""
    who = Person(
        employment=employment,
        age=None if years is None else (0, by_type.ADULT, by_type.PENSIONER)[years],
        medical_years_met=medical_years_met,
        endowment_years_met=endowment_years_met,
        within_a_year_of_retirement=within_a_year_of_retirement,
    )
    starts = (datetime.date(2021, 1, 1), *by_type.STARTS)
    return Insurance(types=by_type.insurance(who, starts[period]))


@functools.cache
def medical_benefit(employment: Employment | None, cause: Cause | None) -> MedicalBenefit:
    """The medical benefit."""
    return person.medical_benefit(Person(employment=employment), Visit(cause=cause))


@functools.cache
def rights(employment: Employment | None) -> Rights:
    """The rights and duties."""
    return person.rights(Person(employment=employment))
