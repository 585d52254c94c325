"""The facts and codes of the contract that have words, written down by hand."""

from __future__ import annotations

BOOLS: tuple[str, ...] = ()
STATES = ("inactive", "active", "loss_reported")

# Every fact in the contract's order, with its values where these are words.
FACTS: dict[str, tuple[str, ...]] = {
    "as_of": (),
    "person.residence": ("rural", "urban"),
    "person.employment": (
        "employee",
        "civil_servant",
        "part_time",
        "flexible",
        "self_employed",
        "unemployed_on_benefit",
        "student",
        "retired",
        "not_working",
    ),
    "person.unit_requires_self_application": BOOLS,
    "person.age": (),
    "person.medical_years_met": BOOLS,
    "person.endowment_years_met": BOOLS,
    "person.within_a_year_of_retirement": BOOLS,
    "card.received_on": (),
    "card.bank": (),
    "card.social_security": STATES,
    "card.financial": STATES,
    "card.used_at_designated_institution": BOOLS,
    "institution.kind": (
        "bank_outlet",
        "hospital",
        "pharmacy",
        "social_security_office",
        "community_centre",
        "workplace",
        "online",
        "other",
    ),
    "institution.designated": BOOLS,
    "institution.bank": (),
    "visit.by": ("holder", "guardian", "agent"),
    "visit.registration": ("outpatient", "hospitalization", "none"),
    "visit.cause": ("illness", "injury", "childbirth", "none"),
    "documents.social_security_card": BOOLS,
    "documents.identity_original": BOOLS,
    "documents.identity_copy": BOOLS,
    "documents.other_valid_certificate": BOOLS,
    "documents.medical_insurance_card": BOOLS,
    "documents.representative_identity_original": BOOLS,
    "documents.power_of_attorney": BOOLS,
    "documents.proof_of_guardianship": BOOLS,
    "documents.contact_number": BOOLS,
    "documents.signed_application_form": BOOLS,
    "documents.photo.presented": BOOLS,
    "documents.photo.two_inch": BOOLS,
    "documents.photo.colour": BOOLS,
    "documents.photo.white_background": BOOLS,
    "documents.photo.bareheaded": BOOLS,
    "documents.photo.recent": BOOLS,
}

LOSS_REPORT = ("not_due", "due", "reported")
ROUTES = ("work_unit", "committee", "bank")
TYPES = ("endowment", "medical", "work_injury", "unemployment", "maternity")
OPTIONS = (
    "social_security.bank_outlet",
    "social_security.hospital",
    "social_security.pharmacy",
    "financial.bank_outlet",
)

# The codes of the contract, and those that are told beside them, by their subject.
CODES: dict[str, tuple[str, ...]] = {
    "part": (
        "loss_report",
        *(f"activation.{option}" for option in OPTIONS),
        "application",
        *(f"insurance.{type_}" for type_ in TYPES),
        "medical_benefit",
        "rights",
    ),
    "section": ("activation", "insurance"),
    "status": (
        *("undetermined", *LOSS_REPORT),
        *("refused", "incomplete", "unconfirmed", "allowed"),
        *("provided", "not_provided", "determined"),
    ),
    "loss": LOSS_REPORT,
    "in_time": ("true", "false"),
    "in_person": ("true", "false"),
    "route": ROUTES,
    "participation": ("mandatory", "voluntary", "covered", "local", "none"),
    "scheme": (
        *("employee", *(f"employee.{type_}" for type_ in TYPES)),
        *("resident", "resident.endowment", "resident.medical"),
        "employee_medical_insurance",
    ),
    "succeeds": ("labour_insurance_medical_care", "free_medical_care"),
    "payer": (
        *("employer", "individual", "collective", "government", "unemployment_fund"),
        *("society", "enterprise"),
    ),
    "collected_with": ("medical",),
    "remitted_by": ("employer", "individual", "unemployment_fund"),
    "form": ("medical_services", "material_assistance"),
    "document": (
        *("social_security_card", "identity_original", "identity_copy", "valid_certificate"),
        *("medical_insurance_card", "representative_identity_original"),
        *("power_of_attorney", "proof_of_guardianship"),
        *("photo", "contact_number", "signed_application_form"),
    ),
    "property": tuple(path for path in FACTS if ".photo." in path),
    "step": (
        "activate_financial_application_at_cooperating_bank",
        "release_financial_application_at_cooperating_bank",
        "apply_for_release_at_designated_office",
        "register_outpatient_or_hospitalization",
        "insert_medical_insurance_card",
        "insert_social_security_card",
        "hand_materials_to_the_committee",
        "identify_the_undertaking_bank",
        "apply_at_the_bank",
        "the_unit_applies",
    ),
    "effect": (
        "medical_insurance_account_restored",
        "loss_report_averted",
        "loss_report_still_due",
        "release_required",
    ),
    "holds": ("requirements", "always"),
    "requirement": (
        *("not_a_bank_outlet", "not_the_cards_bank", "already_active", "reported_for_loss"),
        *("not_a_hospital", "not_designated", "not_first_use", "not_registered"),
        *("not_a_pharmacy", "no_cause", "not_an_employee"),
    ),
    "right": (
        *("pay_premiums", "inquire_payment_records", "inquire_personal_records"),
        *("request_consultation", "request_related_services", "enjoy_benefits"),
        "supervise_unit_payments",
    ),
    "kind": ("duty", "right"),
    "unit": tuple(
        f"{unit}{one}"
        for unit in (
            *("days", "months", "years", "years_of_age"),
            *("endowment_minimum_age", "residents_pension_age"),
        )
        for one in ("", "=1")
    ),
    "output": (
        *("status", "function", "channel", "deadline", "days_left", "due_from", "release_steps"),
        *("required_documents", "missing_documents", "unconfirmed_documents", "documents"),
        *("steps", "effects", "in_time", "route", "in_person", "open_routes"),
        *("participation", "scheme", "payers", "collected_with", "remitted_by", "listed_in"),
        *("forms", "provided_by", "funded_by", "succeeds", "individual", "unit"),
        *("because", "clauses", "needs", "next_change"),
    ),
    "hit_policy": ("UNIQUE", "ANY", "COLLECT"),
    "classification": ("cn_statutory", "source_six", "ilo_c102"),
    "finding": (
        *("gap", "conflict", "unreachable", "redundant", "idle_input"),
        *("citation_missing", "citation_ambiguous", "citation_out_of_force", "certainty"),
        *("worked_case", "contradiction"),
    ),
    "answered": ("open", "faulty"),
    "replay": (
        *("other_rule_book", "other_answer"),
        *("facts_left_out", "unknown_rule_book", "unreadable"),
    ),
    "function": ("social_security", "financial"),
    "channel": (
        *("bank_outlet", "hospital", "pharmacy"),
        *("social_security_office", "community_centre", "workplace", "online"),
    ),
    "type": (*TYPES, "disability", "sickness", "family", "survivors"),
    "branch": (
        *("medical", "sickness", "unemployment", "endowment", "work_injury"),
        *("family", "maternity", "disability", "survivors"),
    ),
    "certainty": ("compared", "confirmed", "single_copy", "summary", "from_memory"),
    "found": ("own_page", "press", "repost"),
    "language": ("en", "zh"),
}

NAMED: dict[str, tuple[str, ...]] = {
    "window_elapsed": ("false", "true"),
    "the_cards_bank": (),
    "of_endowment_age": (),
    "of_pension_age": (),
    "loss_report": LOSS_REPORT,
    "application": ROUTES,
    "yes": (),
    "no": (),
    "unknown": (),
    "case": (),
}
"""What rules ask besides facts, the answers to a question, and the whole input."""

ASKED_BESIDES = ("window_elapsed", "the_cards_bank")
"""What is asked in one question though no fact tells it alone."""

CHANGEABLE = (
    *("card.social_security", "card.financial"),
    *("institution.kind", "institution.designated", "institution.bank"),
    *("visit.by", "visit.registration"),
    *(path for path in FACTS if path.startswith("documents.")),
)
