"""What is known about a case: the holder, the card, the institution, the visit, the documents.

`None` is always *unknown*, never "no". Only `Case.as_of` is required. A fact that is left out is
unknown, too, but where the table says what leaving it out means; None makes that unknown as well.
No name, identity number or card number is ever a fact.
"""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

import attrs

from ssrules.records.case import Facts, Group
from ssrules.records.fact_table import fact_table
from ssrules.records.fields import Fact, MoreValues, fact, group
from ssrules.records.kinds import HIGHEST_AGE, FactEnum
from ssrules.records.moves import Moves, from_to, to

__all__ = [
    "FACTS",
    "ApplicationState",
    "Card",
    "Case",
    "Cause",
    "Documents",
    "Employment",
    "Fact",
    "FactEnum",
    "Facts",
    "Group",
    "Institution",
    "InstitutionKind",
    "MoreValues",
    "Moves",
    "Person",
    "Photo",
    "Registration",
    "Residence",
    "Visit",
    "fact",
    "from_to",
    "group",
    "to",
]


class Residence(FactEnum):
    """Where the person's household is registered."""

    RURAL = "rural"
    URBAN = "urban"


class Employment(FactEnum):
    """How the person works. Only an employee and a civil servant have a work unit.

    Who works part time is not insured through the unit; an individual household is self-employed
    as long as it has no employees; platform workers are flexible. Retired is who has reached
    retirement age under the employees' schemes, pension drawn or not; a pensioner of the residents'
    scheme is not working.
    """

    EMPLOYEE = "employee"
    CIVIL_SERVANT = "civil_servant"
    PART_TIME = "part_time"
    FLEXIBLE = "flexible"
    SELF_EMPLOYED = "self_employed"
    UNEMPLOYED_ON_BENEFIT = "unemployed_on_benefit"
    STUDENT = "student"
    RETIRED = "retired"
    NOT_WORKING = "not_working"


class ApplicationState(FactEnum):
    """The state of one of the card's two applications, social security and financial."""

    INACTIVE = "inactive"
    ACTIVE = "active"
    LOSS_REPORTED = "loss_reported"


class InstitutionKind(FactEnum):
    """What the institution is. A hospital is any that registers outpatients or inpatients.

    The four from `social_security_office` to `online` are there for localities: the built-in rules
    open nothing there.
    """

    BANK_OUTLET = "bank_outlet"
    HOSPITAL = "hospital"
    PHARMACY = "pharmacy"
    SOCIAL_SECURITY_OFFICE = "social_security_office"
    COMMUNITY_CENTRE = "community_centre"
    WORKPLACE = "workplace"
    ONLINE = "online"
    OTHER = "other"


class Comer(FactEnum):
    """Who comes: the holder of the card, a guardian, or somebody whom the holder entrusted."""

    HOLDER = "holder"
    GUARDIAN = "guardian"
    AGENT = "agent"


class Registration(FactEnum):
    """What the holder has registered for."""

    OUTPATIENT = "outpatient"
    HOSPITALIZATION = "hospitalization"
    NONE = "none"


class Cause(FactEnum):
    """Why care is needed."""

    ILLNESS = "illness"
    INJURY = "injury"
    CHILDBIRTH = "childbirth"
    NONE = "none"


@attrs.frozen(kw_only=True, repr=False)
class Person(Group):
    """The holder, who is taken to be the insured person."""

    path: ClassVar[str] = "person."

    residence: Residence | None = fact(
        Residence, "registered residence", how="a household is not registered elsewhere at will"
    )
    employment: Employment | None = fact(
        Employment, "how the person works", how="nobody takes up or gives up work for this"
    )
    unit_requires_self_application: bool | None = fact(
        bool,
        "the unit's special regulations: the employee applies in person",
        default=False,
        how="the work unit says so, not the person",
    )
    age: int | None = fact(
        int,
        "full years on as_of",
        highest=HIGHEST_AGE,
        unit="full years",
        how="nobody chooses an age",
    )
    medical_years_met: bool | None = fact(
        bool,
        "a retired person has paid medical premiums for the years that the state requires",
        how="the years are counted from what was paid",
    )
    endowment_years_met: bool | None = fact(
        bool,
        "a retired person has paid endowment premiums for the years a monthly pension needs",
        how="the years are counted from what was paid",
    )
    within_a_year_of_retirement: bool | None = fact(
        bool,
        "less than a year is left to the person's statutory retirement age",
        how="the retirement age is set by law",
    )


@attrs.frozen(kw_only=True, repr=False)
class Card(Group):
    """The social security card and its two applications."""

    path: ClassVar[str] = "card."

    received_on: datetime.date | None = fact(
        datetime.date,
        "the day the holder received the card",
        not_after="as_of",
        how="the card was received when it was",
    )
    bank: str | None = fact(
        str,
        "identifier of the cooperating bank that holds the card's financial account",
        how="the card's bank is what it is",
    )
    # One that is active stays so; what an unknown one is, is not for the holder to say. After its
    # release the application is to be activated anew.
    social_security: ApplicationState | None = fact(
        ApplicationState,
        "state of the card's social security application",
        moves=from_to({ApplicationState.LOSS_REPORTED: ApplicationState.INACTIVE}),
        how="apply for release at the designated office",
    )
    financial: ApplicationState | None = fact(
        ApplicationState,
        "state of the card's financial (bank) application",
        moves=to(ApplicationState.ACTIVE),
        how="activate the financial application at the card's bank",
    )
    used_at_designated_institution: bool | None = fact(
        bool,
        "the card was already used at some designated institution",
        how="what was done is not undone",
    )


@attrs.frozen(kw_only=True, repr=False)
class Institution(Group):
    """Where the holder is."""

    path: ClassVar[str] = "institution."

    kind: InstitutionKind | None = fact(
        InstitutionKind,
        "what the institution is",
        moves=to(*InstitutionKind),
        how="go to another place",
    )
    designated: bool | None = fact(
        bool,
        "it is a designated medical insurance institution",
        moves=to(True, False),
        how="go to another place",
    )
    bank: str | None = fact(
        str,
        "identifier of the bank that the outlet belongs to",
        moves=to(),
        how="go to an outlet of the card's bank",
    )


@attrs.frozen(kw_only=True, repr=False)
class Visit(Group):
    """What brings the holder to the institution."""

    path: ClassVar[str] = "visit."

    by: Comer | None = fact(
        Comer,
        "who comes",
        default=Comer.HOLDER,
        moves=to(*Comer),
        how="come in person, or send a guardian or an agent",
    )
    registration: Registration | None = fact(
        Registration,
        "what the holder registered for",
        moves=to(*Registration),
        how="register, or take the registration back",
    )
    cause: Cause | None = fact(
        Cause, "why care is needed", how="nobody chooses an illness, an injury or a birth"
    )


def _of_the_photo(meaning: str) -> Any:
    return fact(bool, meaning, moves=to(True), how="bring another photo")


def _at_hand(meaning: str) -> Any:
    return fact(bool, meaning, moves=to(True), how="bring it")


@attrs.frozen(kw_only=True, repr=False)
class Photo(Group):
    """The photo for an application, property by property."""

    path: ClassVar[str] = "documents.photo."

    presented: bool | None = _of_the_photo("a photo is at hand")
    two_inch: bool | None = _of_the_photo("it is a two-inch photo")
    colour: bool | None = _of_the_photo("it is in colour")
    white_background: bool | None = _of_the_photo("its background is white")
    bareheaded: bool | None = _of_the_photo("the person wears no hat")
    recent: bool | None = _of_the_photo("it is recent")


@attrs.frozen(kw_only=True, repr=False)
class Documents(Group):
    """The documents at hand."""

    path: ClassVar[str] = "documents."

    social_security_card: bool | None = _at_hand("the new card is at hand")
    identity_original: bool | None = _at_hand("the original resident identity card")
    identity_copy: bool | None = _at_hand("a copy of it, which never stands in for the original")
    other_valid_certificate: bool | None = _at_hand(
        "another valid certificate: a passport, the household register under 16"
    )
    medical_insurance_card: bool | None = _at_hand("the old medical insurance card, original")
    representative_identity_original: bool | None = _at_hand(
        "the original identity card of the guardian or agent"
    )
    power_of_attorney: bool | None = _at_hand("the holder's written authority for the agent")
    proof_of_guardianship: bool | None = _at_hand(
        "a household register, birth certificate or the like that shows the guardianship"
    )
    contact_number: bool | None = _at_hand("a telephone number to be reached at")
    signed_application_form: bool | None = _at_hand("the application form, filled in and signed")
    photo: Photo = group(Photo)


@attrs.frozen(kw_only=True, repr=False)
class Case(Facts):
    """Everything that is known of one case on the day `as_of`.

    Raises `FactError`, with every fault at once, for a value of the wrong type or out of range,
    and for a card received after `as_of`.
    """

    as_of: datetime.date = fact(
        datetime.date,
        "the day the decision is made for",
        required=True,
        how="the day of the decision is given",
    )
    person: Person = group(Person)
    card: Card = group(Card)
    institution: Institution = group(Institution)
    visit: Visit = group(Visit)
    documents: Documents = group(Documents)


FACTS: tuple[Fact, ...] = fact_table(Case).facts
"""Every fact, in the order in which needs and faults are told."""


def _told(each: Fact) -> str:
    """A fact on a line: its path, what it may be, what leaving it out means if not unknown."""
    words = [str(value).lower() for value in each.values] or [each.kind.__name__]
    default = "" if each.default is None else f" (left out: {str(each.default).lower()})"
    return f"    {each.path:<45} {' '.join(words)}{default}\n        {each.meaning}"


if __doc__:  # python -OO takes it away
    __doc__ += "\nThe facts, by their paths:\n\n" + "\n".join(map(_told, FACTS)) + "\n"
