"""Random cases to decide: the same ones for the same seed."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator

from ssrules.facts import (
    ApplicationState,
    Card,
    Case,
    Cause,
    Comer,
    Documents,
    Employment,
    Institution,
    InstitutionKind,
    Person,
    Photo,
    Registration,
    Residence,
    Visit,
)

TODAY = datetime.date(2026, 11, 22)
BANKS = ("ICBC", "CCB", "ABC", "BOC")
LONGEST_AGO = 700
"""How many days ago a card was received at most; a window is 300 days."""

RESIDENCES = tuple(Residence)
EMPLOYMENTS = tuple(Employment)
STATES = tuple(ApplicationState)
KINDS = tuple(InstitutionKind)
REGISTRATIONS = tuple(Registration)
CAUSES = tuple(Cause)
WHO = tuple(Comer)
MOSTLY = (True, True, True, False)
"""Documents are usually at hand; half and half, hardly any application would be complete."""


def complete(seed: int) -> Iterator[Case]:
    """Cases with every fact known, without end."""
    pick = random.Random(seed)
    coin = (False, True)
    while True:
        yield Case(
            as_of=TODAY + datetime.timedelta(pick.randrange(365)),
            person=Person(
                residence=pick.choice(RESIDENCES),
                employment=pick.choice(EMPLOYMENTS),
                unit_requires_self_application=pick.choice(coin),
                age=pick.randrange(100),
                medical_years_met=pick.choice(coin),
                endowment_years_met=pick.choice(coin),
                within_a_year_of_retirement=pick.choice(coin),
            ),
            card=Card(
                received_on=TODAY - datetime.timedelta(pick.randrange(LONGEST_AGO)),
                bank=pick.choice(BANKS),
                social_security=pick.choice(STATES),
                financial=pick.choice(STATES),
                used_at_designated_institution=pick.choice(coin),
            ),
            institution=Institution(
                kind=pick.choice(KINDS), designated=pick.choice(coin), bank=pick.choice(BANKS)
            ),
            visit=Visit(
                by=pick.choice(WHO),
                registration=pick.choice(REGISTRATIONS),
                cause=pick.choice(CAUSES),
            ),
            documents=Documents(
                social_security_card=pick.choice(MOSTLY),
                identity_original=pick.choice(MOSTLY),
                identity_copy=pick.choice(MOSTLY),
                other_valid_certificate=pick.choice(coin),
                medical_insurance_card=pick.choice(MOSTLY),
                representative_identity_original=pick.choice(MOSTLY),
                power_of_attorney=pick.choice(MOSTLY),
                proof_of_guardianship=pick.choice(MOSTLY),
                contact_number=pick.choice(MOSTLY),
                signed_application_form=pick.choice(MOSTLY),
                photo=Photo(
                    presented=pick.choice(MOSTLY),
                    two_inch=pick.choice(MOSTLY),
                    colour=pick.choice(MOSTLY),
                    white_background=pick.choice(MOSTLY),
                    bareheaded=pick.choice(MOSTLY),
                    recent=pick.choice(MOSTLY),
                ),
            ),
        )


def partial(seed: int, unknown: float = 0.25) -> Iterator[Case]:
    """Cases in which each fact is unknown with the probability `unknown`, without end."""
    pick = random.Random(seed)
    for case in complete(seed):
        yield Case.from_dict(_forgotten(case.to_dict(), pick, unknown))


def _forgotten(tree: dict[str, object], pick: random.Random, unknown: float) -> dict[str, object]:
    left: dict[str, object] = {}
    for name, value in tree.items():
        if isinstance(value, dict):
            left[name] = _forgotten(value, pick, unknown)
        elif name == "as_of" or pick.random() >= unknown:
            left[name] = value
    return left


def take(cases: Iterator[Case], count: int) -> list[Case]:
    """The first so many of them."""
    return [next(cases) for _ in range(count)]


def mixed(seed: int, *, variety: int = 20_000, partly: float = 0.5) -> Iterator[Case]:
    """Cases quickly made: random persons, cards, … put together, some of them partly known."""
    pick = random.Random(seed)
    unsure = round(variety * partly)
    pool = take(complete(seed), variety - unsure) + take(partial(seed + 1), unsure)
    while True:
        yield Case(
            as_of=TODAY + datetime.timedelta(pick.randrange(365)),
            person=pick.choice(pool).person,
            card=pick.choice(pool).card,
            institution=pick.choice(pool).institution,
            visit=pick.choice(pool).visit,
            documents=pick.choice(pool).documents,
        )
