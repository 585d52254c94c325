"""The person by hand: how to apply for the card, the benefit, the rights."""

from __future__ import annotations

from benchmarks.handwritten.insurance import HAS_UNIT, WITHOUT_UNIT
from benchmarks.handwritten.results import (
    Application,
    MedicalBenefit,
    Rights,
    RightsItem,
)
from ssrules.facts import Case, Documents, Person, Visit

B1, B2, B3 = "source.B1", "source.B2", "source.B3"
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
