"""English words for the codes of facts and decisions, in one plain dict.

A key is a code with its subject before it: `document:photo`, `requirement:not_registered`; a fact,
or another input of a rule, is its own key, and one of its values is `<input>=<value>`. A catalogue
in another language has the same keys.
"""

from __future__ import annotations

from collections.abc import Mapping

ENGLISH: dict[str, str] = {
    # facts, and the other questions that rules ask
    "as_of": "day of the decision",
    "person.residence": "registered residence",
    "person.residence=rural": "rural",
    "person.residence=urban": "urban",
    "person.employment": "employment",
    "person.employment=employee": "employee",
    "person.employment=civil_servant": "civil servant",
    "person.employment=flexible": "flexible worker",
    "person.employment=self_employed": "self-employed without employees",
    "person.employment=unemployed_on_benefit": "unemployed, drawing benefit",
    "person.employment=student": "student",
    "person.employment=retired": "retired",
    "person.employment=not_working": "not working",
    "person.unit_requires_self_application": "work unit wants its employees to apply themselves",
    "person.age": "age",
    "person.medical_years_met": "medical premiums paid for the years required",
    "card.received_on": "day of receipt of the card",
    "card.bank": "bank of the card",
    "card.social_security": "social security application of the card",
    "card.social_security=inactive": "not active",
    "card.social_security=active": "active",
    "card.social_security=loss_reported": "reported for loss",
    "card.financial": "financial application of the card",
    "card.financial=inactive": "not active",
    "card.financial=active": "active",
    "card.financial=loss_reported": "reported for loss",
    "card.used_at_designated_institution": "card used before at a designated institution",
    "institution.kind": "kind of institution",
    "institution.kind=bank_outlet": "bank outlet",
    "institution.kind=hospital": "hospital",
    "institution.kind=pharmacy": "pharmacy",
    "institution.kind=other": "another place",
    "institution.designated": "designated for medical insurance",
    "institution.bank": "bank of the outlet",
    "visit.registration": "registered for",
    "visit.registration=outpatient": "outpatient service",
    "visit.registration=hospitalization": "hospitalization",
    "visit.registration=none": "nothing",
    "visit.cause": "cause of care",
    "visit.cause=illness": "illness",
    "visit.cause=injury": "injury",
    "visit.cause=childbirth": "childbirth",
    "visit.cause=none": "none",
    "documents.social_security_card": "social security card at hand",
    "documents.identity_original": "original identity card at hand",
    "documents.identity_copy": "copy of the identity card at hand",
    "documents.other_valid_certificate": "another valid certificate at hand",
    "documents.medical_insurance_card": "old medical insurance card at hand",
    "documents.contact_number": "contact number given",
    "documents.signed_application_form": "application form filled in and signed",
    "documents.photo.presented": "photo at hand",
    "documents.photo.two_inch": "photo of two inches",
    "documents.photo.colour": "photo in colour",
    "documents.photo.white_background": "photo with a white background",
    "documents.photo.bareheaded": "photo without a hat",
    "documents.photo.recent": "photo is recent",
    "window_elapsed": "time for activating the financial application",
    "window_elapsed=false": "not over",
    "window_elapsed=true": "over",
    "the_cards_bank": "the outlet belongs to the bank of the card",
    "of_endowment_age": "old enough for endowment insurance",
    "loss_report": "loss report",
    "loss_report=not_due": "not due",
    "loss_report=due": "due",
    "loss_report=reported": "made",
    "application": "way of applying",
    "application=work_unit": "through the work unit",
    "application=committee": "through the committee",
    "application=bank": "at the bank",
    "yes": "yes",
    "no": "no",
    # parts of a decision
    "section:activation": "Activation of the card",
    "section:insurance": "Social insurance",
    "part:loss_report": "Loss report of the social security application",
    "part:activation.social_security.bank_outlet": "Social security application, at a bank outlet",
    "part:activation.social_security.hospital": "Social security application, in a hospital",
    "part:activation.social_security.pharmacy": "Social security application, in a pharmacy",
    "part:activation.financial.bank_outlet": "Financial application, at a bank outlet",
    "part:application": "How to apply for a card",
    "part:insurance.endowment": "Endowment (pension) insurance",
    "part:insurance.medical": "Medical insurance",
    "part:insurance.work_injury": "Work injury insurance",
    "part:insurance.unemployment": "Unemployment insurance",
    "part:insurance.maternity": "Maternity insurance",
    "part:medical_benefit": "Medical benefit of employees",
    "part:rights": "Rights and duties",
    # answers
    "status:undetermined": "not yet known",
    "status:not_due": "not due",
    "status:due": "due",
    "status:reported": "made",
    "status:refused": "not possible",
    "status:incomplete": "documents missing",
    "status:unconfirmed": "documents to be checked",
    "status:allowed": "possible now",
    "status:provided": "provided",
    "status:not_provided": "not provided",
    "status:determined": "decided",
    "loss:not_due": "The social security application of the card is not to be reported for loss.",
    "loss:due": (
        "The social security application of the card falls to a loss report. The card itself and"
        " every insurance entitlement stay."
    ),
    "loss:reported": (
        "The social security application of the card has been reported for loss. The card itself"
        " and every insurance entitlement stay."
    ),
    "route:work_unit": "the work unit applies",
    "route:committee": "through the village, community or neighbourhood committee",
    "route:bank": "at the bank, in person",
    "certainty:compared": "compared letter by letter with a collection of statutes",
    "certainty:confirmed": "found alike in several public copies, the original page not seen",
    "certainty:summary": "a summary, not the words themselves",
    "certainty:from_memory": "from memory, not checked",
    "participation:mandatory": "mandatory",
    "participation:voluntary": "voluntary",
    "participation:covered": "covered, the person pays no premium",
    "participation:local": "decided locally",
    "participation:none": "does not apply",
    "scheme:employee": "employees' scheme",
    "scheme:resident": "residents' scheme",
    "scheme:labour_insurance_medical_care": "labour insurance medical care",
    "scheme:free_medical_care": "free medical care",
    "collected_with:medical": "collected together with the medical premiums",
    "payer:employer": "employer",
    "payer:individual": "individual",
    "payer:government": "government",
    "payer:collective": "collective",
    "payer:unemployment_fund": "unemployment fund",
    "payer:society": "society",
    "payer:enterprise": "enterprise",
    "form:medical_services": "medical services",
    "form:material_assistance": "material assistance",
    "in_time:true": "yes, within the time for it",
    "in_time:false": "no, but it is still possible",
    # documents
    "document:social_security_card": "social security card",
    "document:identity_original": "original identity card (no copy)",
    "document:identity_copy": "copy of the identity card",
    "document:valid_certificate": "valid certificate: original identity card, passport or the like",
    "document:medical_insurance_card": "old medical insurance card, original",
    "document:photo": "photo",
    "document:contact_number": "contact number",
    "document:signed_application_form": "application form, filled in and signed",
    "property:documents.photo.presented": "at hand",
    "property:documents.photo.two_inch": "two inches",
    "property:documents.photo.colour": "in colour",
    "property:documents.photo.white_background": "white background",
    "property:documents.photo.bareheaded": "no hat",
    "property:documents.photo.recent": "recent",
    # steps and effects
    "step:activate_financial_application_at_cooperating_bank": (
        "activate the financial application at the card's bank"
    ),
    "step:apply_for_release_at_designated_office": (
        "apply at the designated office for release from the loss report"
    ),
    "step:register_outpatient_or_hospitalization": (
        "register for outpatient service or hospitalization with the card"
    ),
    "step:insert_medical_insurance_card": "insert the old medical insurance card",
    "step:insert_social_security_card": "insert the social security card",
    "step:hand_materials_to_the_committee": (
        "hand the documents to the committee, which takes them to the bank"
    ),
    "step:identify_the_undertaking_bank": "find out which bank makes the cards",
    "step:apply_at_the_bank": "apply there in person",
    "step:the_unit_applies": "give the work unit what it asks for: it applies",
    "effect:medical_insurance_account_restored": "the medical insurance account works again",
    "effect:loss_report_averted": "the loss report is averted",
    "effect:release_required": "the loss report stays until its release is applied for",
    # what a row without conditions says, and requirements that fail
    "holds:requirements": "every requirement holds",
    "holds:always": "holds for everybody",
    "requirement:not_a_bank_outlet": "this is no bank outlet",
    "requirement:not_the_cards_bank": "this is not the bank of the card",
    "requirement:already_active": "it is already active",
    "requirement:reported_for_loss": "it is reported for loss",
    "requirement:due_for_loss_report": "the loss report is due",
    "requirement:not_a_hospital": "this is no hospital",
    "requirement:not_designated": "this place is not designated for medical insurance",
    "requirement:not_first_use": "the card was used at a designated institution before",
    "requirement:not_registered": "neither outpatient service nor hospitalization was registered",
    "requirement:not_a_pharmacy": "this is no pharmacy",
    "requirement:no_cause": "no illness, injury or childbirth",
    "requirement:not_an_employee": "no work unit",
    # rights and duties
    "right:pay_premiums": "pay social insurance premiums",
    "right:inquire_payment_records": "inquire about payment records",
    "right:inquire_personal_records": "inquire about personal rights and interests records",
    "right:request_consultation": "ask the agency for consultation",
    "right:enjoy_benefits": "enjoy social insurance benefits",
    "right:supervise_unit_payments": "supervise what the work unit pays for them",
    "kind:duty": "duty",
    "kind:right": "right",
    # hit policies
    "hit_policy:UNIQUE": "exactly one row applies",
    "hit_policy:ANY": "one row or more apply, and agree",
    "hit_policy:COLLECT": "any number of rows apply, and lists are joined",
}


def label(key: str, words: Mapping[str, str] = ENGLISH, otherwise: str | None = None) -> str:
    """The words for a key.

    For a key that the dict does not hold these are `otherwise`, or the code itself made readable.
    """
    found = words.get(key, otherwise)
    if found is None:
        code = key.rpartition("=")[2].rpartition(":")[2].rpartition(".")[2]
        found = code.replace("_", " ")
    return found


def value_label(asked: str, value: object, words: Mapping[str, str] = ENGLISH) -> str:
    """The words for a value of an input or a fact; what is no code stays as it is."""
    code = str(value).lower() if isinstance(value, bool) else str(value)
    key = f"{asked}={code}"
    if key in words:
        return words[key]
    if isinstance(value, bool):
        return words["yes" if value else "no"]
    return code
