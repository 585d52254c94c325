"""The person by hand: how to apply for the card, the insurance types, the benefit, the rights."""

from __future__ import annotations

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
ADULT = 16
LISTED_IN = {
    "endowment": ("cn_statutory", "source_six", "ilo_c102"),
    "medical": ("cn_statutory", "source_six", "ilo_c102"),
    "work_injury": ("cn_statutory", "ilo_c102"),
    "unemployment": ("cn_statutory", "source_six", "ilo_c102"),
    "maternity": ("cn_statutory", "source_six", "ilo_c102"),
}
BOTH = ("employer", "individual")
SUBSIDISED = ("individual", "government")
SHARED_RIGHTS = (
    RightsItem(code="pay_premiums", kind="duty"),
    RightsItem(code="inquire_payment_records", kind="right"),
    RightsItem(code="inquire_personal_records", kind="right"),
    RightsItem(code="request_consultation", kind="right"),
)
OWN_RIGHTS = (*SHARED_RIGHTS, RightsItem(code="enjoy_benefits", kind="right"))
SUPERVISING_RIGHTS = (*OWN_RIGHTS, RightsItem(code="supervise_unit_payments", kind="right"))
D1_TO_D3 = ("source.D1", "source.D2", "source.D3")


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
    if employment in ("flexible", "self_employed"):
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


def insurance(person: Person) -> tuple[InsuranceType, ...]:
    """The five types, in the order of the law."""
    if person.employment is None:
        return tuple([unknown_type(type_, ("person.employment",)) for type_ in LISTED_IN])
    return (
        endowment(person),
        medical(person),
        work_injury(person),
        unemployment(person),
        maternity(person),
    )


def endowment(person: Person) -> InsuranceType:
    """Endowment insurance of a person whose employment is known."""
    employment = person.employment
    rule = f"insurance.endowment.{employment}"
    if employment in HAS_UNIT:
        return known_type("endowment", "mandatory", "employee", BOTH, rule, "sil.10")
    if employment in ("flexible", "self_employed"):
        return known_type("endowment", "voluntary", "employee", ("individual",), rule, "sil.10")
    if employment == "unemployed_on_benefit":
        return known_type("endowment", "local", None, (), rule, "sil.10")
    if employment == "retired":
        return known_type("endowment", "none", None, (), rule, "sil.16")
    if employment == "student":
        return known_type("endowment", "none", None, (), rule, "state_council_2014_8.3")
    if person.age is None or (person.age >= ADULT and person.residence is None):
        needs = [] if person.residence is not None else ["person.residence"]
        if person.age is None:
            needs.append("person.age")
        return unknown_type("endowment", tuple(needs))
    if person.age < ADULT:
        rule = "insurance.endowment.not_working.minor"
        return known_type("endowment", "none", None, (), rule, "state_council_2014_8.3")
    if person.residence == "rural":
        payers = ("individual", "collective", "government")
        rule = "insurance.endowment.not_working.adult.rural"
        return known_type("endowment", "voluntary", "resident", payers, rule, "sil.20", "sil.22")
    rule = "insurance.endowment.not_working.adult.urban"
    return known_type("endowment", "voluntary", "resident", SUBSIDISED, rule, "sil.22")


def medical(person: Person) -> InsuranceType:
    """Medical insurance of a person whose employment is known."""
    employment = person.employment
    rule = f"insurance.medical.{employment}"
    if employment in HAS_UNIT:
        return known_type("medical", "mandatory", "employee", BOTH, rule, "sil.23")
    if employment in ("flexible", "self_employed"):
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
    if person.employment in HAS_UNIT:
        clause = "sil.33" if person.employment == "employee" else "work_injury_regulations.65"
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


def maternity(person: Person) -> InsuranceType:
    """Maternity insurance of a person whose employment is known."""
    rule = f"insurance.maternity.{person.employment}"
    if person.employment == "employee":
        payers = ("employer",)
        clauses = ("sil.53", "general_office_2019_10.2")
        return known_type("maternity", "mandatory", "employee", payers, rule, *clauses)
    if person.employment == "civil_servant":
        return known_type("maternity", "local", None, (), rule, "sil.53")
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
    merged = type_ == "maternity" and participation == "mandatory"
    return InsuranceType(
        type=type_,
        status="determined",
        participation=participation,
        scheme=scheme,
        payers=payers,
        collected_with="medical" if merged else None,
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
        scheme="labour_insurance_medical_care" if employee else "free_medical_care",
        because=(f"medical_benefit.{employment}",),
        clauses=("source.C4",),
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
            unit=SHARED_RIGHTS,
            because=("rights.individual", "rights.with_unit"),
            clauses=("sil.4", *D1_TO_D3, "source.D4", "source.D5"),
            needs=(),
        )
    return Rights(
        status="determined",
        individual=OWN_RIGHTS,
        unit=(),
        because=("rights.individual", "rights.without_unit"),
        clauses=("sil.4", *D1_TO_D3, "source.D4", "source.D5"),
        needs=(),
    )
