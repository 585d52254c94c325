"""The person by hand: how to apply for the card, the insurance types, the benefit, the rights."""

from __future__ import annotations

import datetime

from benchmarks.handwritten.results import (
    Application,
    InsuranceType,
    MedicalBenefit,
    Rights,
    RightsItem,
)
from ssrules.facts import Case, Documents, Person, Visit

B1, B2, B3 = "source.B1", "source.B2", "source.B3"
HAS_UNIT = ("employee", "civil_servant")
WITHOUT_UNIT = ("part_time", "flexible", "self_employed")
ADULT = 16
PENSIONER = 60
SINCE_2023 = datetime.date(2023, 12, 1)
SINCE_2024 = datetime.date(2024, 10, 28)
SINCE_2025 = datetime.date(2025, 1, 1)
UNTIL_2039 = datetime.date(2039, 12, 31)
STARTS = (SINCE_2023, SINCE_2024, SINCE_2025, datetime.date(2040, 1, 1))
"""The days on which a row of the law begins or has just ended."""
LISTED_IN = {
    "endowment": ("cn_statutory", "source_six", "ilo_c102"),
    "medical": ("cn_statutory", "source_six", "ilo_c102"),
    "work_injury": ("cn_statutory", "ilo_c102"),
    "unemployment": ("cn_statutory", "source_six", "ilo_c102"),
    "maternity": ("cn_statutory", "source_six", "ilo_c102"),
}
BOTH = ("employer", "individual")
SUBSIDISED = ("individual", "government")
PAY = RightsItem(code="pay_premiums", kind="duty")
ASKING = (
    RightsItem(code="inquire_payment_records", kind="right"),
    RightsItem(code="inquire_personal_records", kind="right"),
    RightsItem(code="request_consultation", kind="right"),
    RightsItem(code="request_related_services", kind="right"),
)
UNIT_RIGHTS = (PAY, *ASKING)
OWN_RIGHTS = (*ASKING, RightsItem(code="enjoy_benefits", kind="right"))
SUPERVISING_RIGHTS = (
    PAY,
    *OWN_RIGHTS,
    RightsItem(code="supervise_unit_payments", kind="right"),
)


def application(case: Case) -> Application:
    """How to apply for the card."""
    person = case.person
    employment = person.employment
    if employment is None:
        return application_undetermined(person)
    if employment in HAS_UNIT:
        if person.unit_requires_self_application is None:
            return application_undetermined(person)
        if person.unit_requires_self_application:
            return at_the_bank(case.documents, "application.self", (B3, B2))
        return Application(
            status="determined",
            route="work_unit",
            in_person=False,
            open_routes=("work_unit", "bank"),
            steps=("the_unit_applies",),
            required_documents=None,
            missing_documents=(),
            unconfirmed_documents=(),
            because=("application.work_unit",),
            clauses=(B3,),
            needs=(),
        )
    if person.residence == "rural":
        return through_the_committee(case.documents, "application.rural")
    if employment in WITHOUT_UNIT:
        if person.residence == "urban":
            return through_the_committee(case.documents, "application.urban_flexible")
        return application_undetermined(person)
    if person.residence == "urban":
        return at_the_bank(case.documents, "application.individual", (B2,))
    return application_undetermined(person)


def application_undetermined(person: Person) -> Application:
    """The route while facts are missing for it."""
    needs = []
    if person.residence is None:
        needs.append("person.residence")
    if person.employment is None:
        needs.append("person.employment")
    if person.unit_requires_self_application is None:
        needs.append("person.unit_requires_self_application")
    return Application(
        status="undetermined",
        route=None,
        in_person=None,
        open_routes=(),
        steps=(),
        required_documents=(),
        missing_documents=(),
        unconfirmed_documents=(),
        because=(),
        clauses=(),
        needs=tuple(needs),
    )


def at_the_bank(documents: Documents, rule: str, clauses: tuple[str, ...]) -> Application:
    """The person applies at the bank."""
    asked = (
        ("identity_original", documents.identity_original),
        ("identity_copy", documents.identity_copy),
        ("photo", photo(documents, bareheaded=False)),
        ("signed_application_form", documents.signed_application_form),
    )
    return Application(
        status="determined",
        route="bank",
        in_person=True,
        open_routes=("bank",),
        steps=("identify_the_undertaking_bank", "apply_at_the_bank"),
        required_documents=(
            "identity_original",
            "identity_copy",
            "photo",
            "signed_application_form",
        ),
        missing_documents=tuple([code for code, at_hand in asked if at_hand is False]),
        unconfirmed_documents=tuple([code for code, at_hand in asked if at_hand is None]),
        because=(rule,),
        clauses=clauses,
        needs=(),
    )


def through_the_committee(documents: Documents, rule: str) -> Application:
    """The committee hands the person's materials on."""
    asked = (
        ("identity_copy", documents.identity_copy),
        ("photo", photo(documents, bareheaded=True)),
        ("contact_number", documents.contact_number),
        ("signed_application_form", documents.signed_application_form),
    )
    return Application(
        status="determined",
        route="committee",
        in_person=False,
        open_routes=("committee", "bank"),
        steps=("hand_materials_to_the_committee",),
        required_documents=("identity_copy", "photo", "contact_number", "signed_application_form"),
        missing_documents=tuple([code for code, at_hand in asked if at_hand is False]),
        unconfirmed_documents=tuple([code for code, at_hand in asked if at_hand is None]),
        because=(rule,),
        clauses=(B1,),
        needs=(),
    )


def photo(documents: Documents, *, bareheaded: bool) -> bool | None:
    """Whether the photo is as it has to be."""
    seen = documents.photo
    known = [seen.presented, seen.two_inch, seen.colour, seen.white_background, seen.recent]
    if bareheaded:
        known.append(seen.bareheaded)
    if False in known:
        return False
    return None if None in known else True


def insurance(person: Person, on: datetime.date) -> tuple[InsuranceType, ...]:
    """The five types on a day, in the order of the law."""
    if person.employment is None:
        return tuple([unknown_type(type_, ("person.employment",)) for type_ in LISTED_IN])
    return (
        endowment(person, on),
        medical(person),
        work_injury(person),
        unemployment(person),
        maternity(person, on),
    )


def endowment(person: Person, on: datetime.date) -> InsuranceType:
    """Endowment insurance of a person whose employment is known."""
    employment = person.employment
    rule = f"insurance.endowment.{employment}"
    if employment == "employee":
        return known_type("endowment", "mandatory", "employee", BOTH, rule, "sil.10")
    if employment == "civil_servant":
        clauses = ("state_council_2015_2.3", "sil.10")
        return known_type("endowment", "mandatory", "employee", BOTH, rule, *clauses)
    if employment in WITHOUT_UNIT:
        return known_type("endowment", "voluntary", "employee", ("individual",), rule, "sil.10")
    if employment == "unemployed_on_benefit":
        if not SINCE_2025 <= on <= UNTIL_2039 or person.within_a_year_of_retirement is False:
            return known_type("endowment", "local", None, (), rule, "sil.10")
        if person.within_a_year_of_retirement is None:
            return unknown_type("endowment", ("person.within_a_year_of_retirement",))
        rule = f"{rule}.near_retirement@2025-01-01"
        payers = ("unemployment_fund",)
        return known_type(
            "endowment", "covered", "employee", payers, rule, "retirement_age_measures.7"
        )
    if employment == "retired":
        if person.endowment_years_met is None:
            return unknown_type("endowment", ("person.endowment_years_met",))
        if person.endowment_years_met:
            return known_type("endowment", "none", None, (), f"{rule}.years_met", "sil.16")
        rule = f"{rule}.years_short"
        return known_type("endowment", "voluntary", "employee", ("individual",), rule, "sil.16")
    if employment == "student":
        return known_type("endowment", "none", None, (), rule, "state_council_2014_8.3")
    if person.age is None:
        return unknown_type("endowment", ("person.age",))
    if person.age < ADULT:
        rule = f"{rule}.minor"
        return known_type("endowment", "none", None, (), rule, "state_council_2014_8.3")
    if person.age >= PENSIONER:
        rule = f"{rule}.pensioner"
        return known_type("endowment", "none", None, (), rule, "state_council_2014_8.6")
    shared = ("individual", "collective", "government")
    cited = ("state_council_2014_8.3", "state_council_2014_8.4", "sil.20", "sil.22")
    return known_type("endowment", "voluntary", "resident", shared, f"{rule}.adult", *cited)


def medical(person: Person) -> InsuranceType:
    """Medical insurance of a person whose employment is known."""
    employment = person.employment
    rule = f"insurance.medical.{employment}"
    if employment == "employee":
        return known_type("medical", "mandatory", "employee", BOTH, rule, "sil.23")
    if employment == "civil_servant":
        clauses = ("sil.23", "state_council_1998_44.2")
        return known_type("medical", "mandatory", "employee", BOTH, rule, *clauses)
    if employment in WITHOUT_UNIT:
        return known_type("medical", "voluntary", "employee", ("individual",), rule, "sil.23")
    if employment == "unemployed_on_benefit":
        return known_type("medical", "covered", "employee", ("unemployment_fund",), rule, "sil.48")
    if employment == "retired":
        if person.medical_years_met is None:
            return unknown_type("medical", ("person.medical_years_met",))
        if person.medical_years_met:
            return known_type("medical", "covered", "employee", (), f"{rule}.years_met", "sil.27")
        rule = f"{rule}.years_short"
        return known_type("medical", "voluntary", "employee", ("individual",), rule, "sil.27")
    if employment == "student":
        return known_type("medical", "voluntary", "resident", SUBSIDISED, rule, "sil.25")
    return known_type("medical", "voluntary", "resident", SUBSIDISED, rule, "sil.24", "sil.25")


def work_injury(person: Person) -> InsuranceType:
    """Work injury insurance of a person whose employment is known."""
    rule = f"insurance.work_injury.{person.employment}"
    if person.employment == "civil_servant":
        return known_type("work_injury", "local", None, (), rule, "work_injury_regulations.65")
    if person.employment in ("employee", "part_time"):
        clause = "sil.33" if person.employment == "employee" else "ministry_2011_13.9"
        return known_type("work_injury", "mandatory", "employee", ("employer",), rule, clause)
    return known_type("work_injury", "none", None, (), rule, "sil.33")


def unemployment(person: Person) -> InsuranceType:
    """Unemployment insurance of a person whose employment is known."""
    rule = f"insurance.unemployment.{person.employment}"
    if person.employment == "employee":
        return known_type("unemployment", "mandatory", "employee", BOTH, rule, "sil.44")
    if person.employment == "civil_servant":
        return known_type("unemployment", "none", None, (), rule, "unemployment_regulations.2")
    return known_type("unemployment", "none", None, (), rule, "sil.44")


def maternity(person: Person, on: datetime.date) -> InsuranceType:
    """Maternity insurance of a person whose employment is known."""
    employment = person.employment
    rule = f"insurance.maternity.{employment}"
    if employment in HAS_UNIT:
        servant = employment == "civil_servant"
        clauses = ("general_office_2019_10.2", "sil.53") if servant else ("sil.53",)
        return known_type("maternity", "mandatory", "employee", ("employer",), rule, *clauses)
    if employment in WITHOUT_UNIT and on >= SINCE_2024:
        rule = f"{rule}@2024-10-28"
        return known_type("maternity", "local", None, (), rule, "general_office_2024_48")
    if employment == "unemployed_on_benefit" and on >= SINCE_2023:
        rule = f"{rule}@2023-12-01"
        payers = ("unemployment_fund",)
        return known_type("maternity", "covered", "employee", payers, rule, "agency_regulations.24")
    return known_type("maternity", "none", None, (), rule, "sil.53")


def known_type(
    type_: str,
    participation: str,
    scheme: str | None,
    payers: tuple[str, ...],
    rule: str,
    *clauses: str,
) -> InsuranceType:
    """A type whose answer is known."""
    merged = type_ == "maternity" and participation in ("mandatory", "covered")
    remitted_by = None
    if participation == "mandatory":
        remitted_by = "employer"
    elif participation == "voluntary":
        remitted_by = "individual"
    elif "unemployment_fund" in payers:
        remitted_by = "unemployment_fund"
    return InsuranceType(
        type=type_,
        status="determined",
        participation=participation,
        scheme=scheme,
        payers=payers,
        collected_with="medical" if merged else None,
        remitted_by=remitted_by,
        listed_in=LISTED_IN[type_],
        because=(rule,),
        clauses=clauses,
        needs=(),
    )


def unknown_type(type_: str, needs: tuple[str, ...]) -> InsuranceType:
    """A type that facts are missing for."""
    return InsuranceType(
        type=type_,
        status="undetermined",
        participation=None,
        scheme=None,
        payers=(),
        collected_with=None,
        remitted_by=None,
        listed_in=LISTED_IN[type_],
        because=(),
        clauses=(),
        needs=needs,
    )


def medical_benefit(person: Person, visit: Visit) -> MedicalBenefit:
    """Whether an employee's medical benefit is provided."""
    employment, cause = person.employment, visit.cause
    failed = []
    if cause == "none":
        failed.append("no_cause")
    if employment is not None and employment not in HAS_UNIT:
        failed.append("not_an_employee")
    if failed or employment is None or cause is None:
        needs = []
        if not failed and employment is None:
            needs.append("person.employment")
        if not failed and cause is None:
            needs.append("visit.cause")
        return MedicalBenefit(
            status="not_provided" if failed else "undetermined",
            forms=(),
            provided_by=(),
            funded_by=(),
            scheme=None,
            succeeds=None,
            because=tuple(failed),
            clauses=("source.C4",) if failed else (),
            needs=tuple(needs),
        )
    employee = employment == "employee"
    return MedicalBenefit(
        status="provided",
        forms=("medical_services", "material_assistance"),
        provided_by=("society", "enterprise"),
        funded_by=("government", "employer", "individual"),
        scheme="employee_medical_insurance",
        succeeds="labour_insurance_medical_care" if employee else "free_medical_care",
        because=(f"medical_benefit.{employment}",),
        clauses=("source.C4", "state_council_1998_44.2"),
        needs=(),
    )


def rights(person: Person) -> Rights:
    """The rights and duties of the individual and of the work unit."""
    employment = person.employment
    if employment is None:
        return Rights(
            status="undetermined",
            individual=OWN_RIGHTS,
            unit=(),
            because=(),
            clauses=(),
            needs=("person.employment",),
        )
    if employment in HAS_UNIT:
        return Rights(
            status="determined",
            individual=SUPERVISING_RIGHTS,
            unit=UNIT_RIGHTS,
            because=("rights.duty", "rights.individual", "rights.with_unit"),
            clauses=("sil.4", "source.D1", "source.D2", "source.D3", "source.D4", "source.D5"),
            needs=(),
        )
    return Rights(
        status="determined",
        individual=OWN_RIGHTS,
        unit=(),
        because=("rights.individual", "rights.without_unit"),
        clauses=("sil.4", "source.D2", "source.D3", "source.D4", "source.D5"),
        needs=(),
    )
