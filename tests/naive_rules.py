"""The decision rules once more, naively: what is listed, and what complete facts give.

Every rule is a plain condition over known values; nothing here is shared with the library.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

Facts = Mapping[str, object]
Names = tuple[str, ...]


class Outcome(NamedTuple):
    """What a complete assignment gives one part: the value that is compared, and its reasons."""

    value: Any
    reasons: tuple[str, ...]


EMPLOYMENTS = (
    *("employee", "civil_servant", "flexible", "self_employed"),
    *("unemployed_on_benefit", "student", "retired", "not_working"),
)
WORK_UNIT = ("employee", "civil_servant")
ADULT_AGE = 16
SELF_APPLICATION = "person.unit_requires_self_application"
STATES = ("inactive", "active", "loss_reported")
YES_OR_NO = (False, True)

# Every fact that a rule can depend on, in the order of reports, with the test that rules read in
# its place and that test's values. Only age, the day of receipt and the banks differ from theirs.
FACTS: dict[str, tuple[str, tuple[object, ...]]] = {
    "person.residence": ("person.residence", ("rural", "urban")),
    "person.employment": ("person.employment", EMPLOYMENTS),
    SELF_APPLICATION: (SELF_APPLICATION, YES_OR_NO),
    "person.age": ("adult", YES_OR_NO),
    "person.medical_years_met": ("person.medical_years_met", YES_OR_NO),
    "card.received_on": ("window_elapsed", YES_OR_NO),
    "card.bank": ("same_bank", YES_OR_NO),
    "card.social_security": ("card.social_security", STATES),
    "card.financial": ("card.financial", STATES),
    "card.used_at_designated_institution": ("card.used_at_designated_institution", YES_OR_NO),
    "institution.kind": ("institution.kind", ("bank_outlet", "hospital", "pharmacy", "other")),
    "institution.designated": ("institution.designated", YES_OR_NO),
    "institution.bank": ("same_bank", YES_OR_NO),
    "visit.registration": ("visit.registration", ("outpatient", "hospitalization", "none")),
    "visit.cause": ("visit.cause", ("illness", "injury", "childbirth", "none")),
}
VALUES = dict(FACTS.values())


def agree(rows: list[tuple[str, bool, str]]) -> Outcome:
    """Give the one value of the rows (rule id, whether it holds, value) that hold, and their ids.

    A gap between the rows, or two that hold and disagree, is a ValueError.
    """
    (value,) = {value for _, holds, value in rows if holds}
    return Outcome(value, tuple(rule for rule, holds, _ in rows if holds))


def loss_report(facts: Facts) -> Outcome:
    """Give the state of the loss report on the card's social security application."""
    reported = facts["card.social_security"] == "loss_reported"
    unreported = facts["card.social_security"] in ("inactive", "active")
    enabled = facts["card.financial"] in ("active", "loss_reported")
    inactive = facts["card.financial"] == "inactive"
    elapsed = facts["window_elapsed"] is True
    return agree(
        [
            ("loss_report.reported", reported, "reported"),
            ("loss_report.enabled", unreported and enabled, "not_due"),
            ("loss_report.within_window", unreported and not elapsed, "not_due"),
            ("loss_report.overdue", unreported and inactive and elapsed, "due"),
        ]
    )


def option(name: str, requirements: dict[str, object]) -> Outcome:
    """Say whether all requirements hold: the option's rule if so, else every code that fails."""
    failed = tuple(code for code, holds in requirements.items() if not holds)
    return Outcome(not failed, failed or (f"activation.{name}",))


def on_the_card(facts: Facts) -> dict[str, object]:
    """Give the three requirements that every way of activating social security makes of a card."""
    return {
        "already_active": facts["card.social_security"] != "active",
        "reported_for_loss": facts["card.social_security"] != "loss_reported",
        "due_for_loss_report": loss_report(facts).value != "due",
    }


def bank_outlet(facts: Facts) -> Outcome:
    """Activate the social security application at an outlet of the card's bank."""
    requirements = {
        "not_a_bank_outlet": facts["institution.kind"] == "bank_outlet",
        "not_the_cards_bank": facts["same_bank"],
        **on_the_card(facts),
    }
    return option("social_security.bank_outlet", requirements)


def hospital(facts: Facts) -> Outcome:
    """Activate the social security application by registering at a designated hospital."""
    requirements = {
        "not_a_hospital": facts["institution.kind"] == "hospital",
        "not_designated": facts["institution.designated"],
        "not_first_use": not facts["card.used_at_designated_institution"],
        "not_registered": facts["visit.registration"] in ("outpatient", "hospitalization"),
        **on_the_card(facts),
    }
    return option("social_security.hospital", requirements)


def pharmacy(facts: Facts) -> Outcome:
    """Activate the social security application at a designated pharmacy."""
    requirements = {
        "not_a_pharmacy": facts["institution.kind"] == "pharmacy",
        "not_designated": facts["institution.designated"],
        "not_first_use": not facts["card.used_at_designated_institution"],
        **on_the_card(facts),
    }
    return option("social_security.pharmacy", requirements)


def financial(facts: Facts) -> Outcome:
    """Activate the financial application at an outlet of the card's bank."""
    requirements = {
        "not_a_bank_outlet": facts["institution.kind"] == "bank_outlet",
        "not_the_cards_bank": facts["same_bank"],
        "already_active": facts["card.financial"] != "active",
        "reported_for_loss": facts["card.financial"] != "loss_reported",
    }
    return option("financial.bank_outlet", requirements)


def application(facts: Facts) -> Outcome:
    """Give the route by which the person applies for the card."""
    employment = facts["person.employment"]
    unit = employment in WORK_UNIT
    flexible = employment in ("flexible", "self_employed")
    individual = employment in ("student", "retired", "unemployed_on_benefit", "not_working")
    in_person = facts[SELF_APPLICATION] is True
    rural = facts["person.residence"] == "rural"
    urban = facts["person.residence"] == "urban"
    return agree(
        [
            ("application.work_unit", unit and not in_person, "work_unit"),
            ("application.self", unit and in_person, "bank"),
            ("application.rural", not unit and rural, "committee"),
            ("application.urban_flexible", flexible and urban, "committee"),
            ("application.individual", individual and urban, "bank"),
        ]
    )


# Participation, scheme, payers.
SHARED = ("mandatory", "employee", ("employer", "individual"))
BY_EMPLOYER = ("mandatory", "employee", ("employer",))
BY_CHOICE = ("voluntary", "employee", ("individual",))
BY_FUND = ("covered", "employee", ("unemployment_fund",))
FREE = ("covered", "employee", ())
RESIDENT = ("voluntary", "resident", ("individual", "government"))
RURAL_RESIDENT = ("voluntary", "resident", ("individual", "collective", "government"))
NONE = ("none", None, ())
LOCAL = ("local", None, ())

TYPES = ("endowment", "medical", "work_injury", "unemployment", "maternity")
INSURANCE: dict[object, tuple[object, ...]] = {
    "employee": (SHARED, SHARED, BY_EMPLOYER, SHARED, BY_EMPLOYER),
    "civil_servant": (SHARED, SHARED, BY_EMPLOYER, NONE, LOCAL),
    "flexible": (BY_CHOICE, BY_CHOICE, NONE, NONE, NONE),
    "self_employed": (BY_CHOICE, BY_CHOICE, NONE, NONE, NONE),
    "unemployed_on_benefit": (LOCAL, BY_FUND, NONE, NONE, NONE),
    "retired": (NONE, "by medical years", NONE, NONE, NONE),
    "student": (NONE, RESIDENT, NONE, NONE, NONE),
    "not_working": ("by age and residence", RESIDENT, NONE, NONE, NONE),
}


def insurance(kind: str, facts: Facts) -> Outcome:
    """Give participation, scheme and payers of one type of insurance."""
    employment = facts["person.employment"]
    rule = f"insurance.{kind}.{employment}"
    cell = INSURANCE[employment][TYPES.index(kind)]
    if cell == "by medical years":
        if facts["person.medical_years_met"]:
            return Outcome(FREE, (f"{rule}.years_met",))
        return Outcome(BY_CHOICE, (f"{rule}.years_short",))
    if cell == "by age and residence":
        if not facts["adult"]:
            return Outcome(NONE, (f"{rule}.minor",))
        if facts["person.residence"] == "rural":
            return Outcome(RURAL_RESIDENT, (f"{rule}.adult.rural",))
        return Outcome(RESIDENT, (f"{rule}.adult.urban",))
    return Outcome(cell, (rule,))


def medical_benefit(facts: Facts) -> Outcome:
    """Say whether medical care is provided to the person as an employee."""
    employment = facts["person.employment"]
    failed = []
    if facts["visit.cause"] == "none":
        failed.append("no_cause")
    if employment not in WORK_UNIT:
        failed.append("not_an_employee")
    if failed:
        return Outcome("not_provided", tuple(failed))
    return Outcome("provided", (f"medical_benefit.{employment}",))


def rights(facts: Facts) -> Outcome:
    """Give the duties and rights, as (code, kind), of the individual and of the unit."""
    unit: tuple[tuple[str, str], ...] = (
        ("pay_premiums", "duty"),
        ("inquire_payment_records", "right"),
        ("inquire_personal_records", "right"),
        ("request_consultation", "right"),
    )
    individual = (*unit, ("enjoy_benefits", "right"))
    if facts["person.employment"] in WORK_UNIT:
        individual = (*individual, ("supervise_unit_payments", "right"))
        return Outcome((individual, unit), ("rights.individual", "rights.with_unit"))
    return Outcome((individual, ()), ("rights.individual", "rights.without_unit"))


# Of each option: its documents, steps, and the effect that needs no condition.
OPTIONS: dict[str, tuple[Names, Names, Names]] = {
    "social_security.bank_outlet": (
        ("social_security_card", "identity_original"),
        (),
        ("medical_insurance_account_restored",),
    ),
    "social_security.hospital": (
        ("social_security_card",),
        ("register_outpatient_or_hospitalization",),
        (),
    ),
    "social_security.pharmacy": (
        ("medical_insurance_card", "social_security_card"),
        ("insert_medical_insurance_card", "insert_social_security_card"),
        (),
    ),
    "financial.bank_outlet": (("social_security_card", "valid_certificate"), (), ()),
}
# Of each route: its documents (None: the unit says) and steps.
ROUTES: dict[str, tuple[Names | None, Names]] = {
    "committee": (
        ("identity_copy", "photo", "contact_number", "signed_application_form"),
        ("hand_materials_to_the_committee",),
    ),
    "bank": (
        ("identity_original", "identity_copy", "photo", "signed_application_form"),
        ("identify_the_undertaking_bank", "apply_at_the_bank"),
    ),
    "work_unit": (None, ("the_unit_applies",)),
}
CERTIFICATES = ("identity_original", "other_valid_certificate")
PHOTO = ("presented", "two_inch", "colour", "white_background", "recent")
LISTS = {
    "cn_statutory": ("endowment", "medical", "work_injury", "unemployment", "maternity"),
    "source_six": (
        *("endowment", "medical", "unemployment", "disability", "maternity", "sickness"),
    ),
    "ilo_c102": (
        *("medical", "sickness", "unemployment", "endowment", "work_injury", "family"),
        *("maternity", "disability", "survivors"),
    ),
}
MEDICAL_SCHEMES = {
    "employee": "labour_insurance_medical_care",
    "civil_servant": "free_medical_care",
}

# Each part's rule and the tests that it reads; no other test can change the part.
CARD = ("card.social_security", "card.financial", "window_elapsed")
BANK = ("institution.kind", "same_bank")
FIRST_USE = ("institution.kind", "institution.designated", "card.used_at_designated_institution")
WORK = ("person.employment",)
HOME_AND_WORK = ("person.residence", "person.employment")
PARTS: dict[str, tuple[Callable[[Facts], Outcome], tuple[str, ...]]] = {
    "loss_report": (loss_report, CARD),
    "activation.social_security.bank_outlet": (bank_outlet, (*BANK, *CARD)),
    "activation.social_security.hospital": (hospital, (*FIRST_USE, "visit.registration", *CARD)),
    "activation.social_security.pharmacy": (pharmacy, (*FIRST_USE, *CARD)),
    "activation.financial.bank_outlet": (financial, (*BANK, "card.financial")),
    "application": (application, (*HOME_AND_WORK, SELF_APPLICATION)),
    "insurance.endowment": (partial(insurance, "endowment"), (*HOME_AND_WORK, "adult")),
    "insurance.medical": (partial(insurance, "medical"), (*WORK, "person.medical_years_met")),
    "insurance.work_injury": (partial(insurance, "work_injury"), WORK),
    "insurance.unemployment": (partial(insurance, "unemployment"), WORK),
    "insurance.maternity": (partial(insurance, "maternity"), WORK),
    "medical_benefit": (medical_benefit, (*WORK, "visit.cause")),
    "rights": (rights, WORK),
}

# The reasons that one part can give together, in the order of their tables.
REASONS = (
    *("loss_report.reported", "loss_report.enabled", "loss_report.within_window"),
    "loss_report.overdue",
    *("not_a_bank_outlet", "not_a_hospital", "not_a_pharmacy"),
    *("not_designated", "not_first_use", "not_registered", "not_the_cards_bank"),
    *("already_active", "reported_for_loss", "due_for_loss_report"),
    *("application.work_unit", "application.self", "application.rural"),
    *("application.urban_flexible", "application.individual"),
    *("no_cause", "not_an_employee"),
    *("rights.individual", "rights.with_unit", "rights.without_unit"),
)


def evaluate(facts: Facts) -> dict[str, Outcome]:
    """Give every part's value and reasons under one complete assignment of all tests."""
    return {part: rule(facts) for part, (rule, _) in PARTS.items()}
