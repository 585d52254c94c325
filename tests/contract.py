"""The contract's tables, written down once more by hand: facts, options, the sizes of spaces."""

from __future__ import annotations

from typing import Any

STATES = ("inactive", "active", "loss_reported")
EMPLOYMENTS = (
    "employee",
    "civil_servant",
    "part_time",
    "flexible",
    "self_employed",
    "unemployed_on_benefit",
    "student",
    "retired",
    "not_working",
)

# Every fact in the order of the table of facts: "date", "bool", "int", "str", or its words.
FACTS: dict[str, str | tuple[str, ...]] = {
    "as_of": "date",
    "person.residence": ("rural", "urban"),
    "person.employment": EMPLOYMENTS,
    "person.unit_requires_self_application": "bool",
    "person.age": "int",
    "person.medical_years_met": "bool",
    "person.endowment_years_met": "bool",
    "person.within_a_year_of_retirement": "bool",
    "card.received_on": "date",
    "card.bank": "str",
    "card.social_security": STATES,
    "card.financial": STATES,
    "card.used_at_designated_institution": "bool",
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
    "institution.designated": "bool",
    "institution.bank": "str",
    "visit.by": ("holder", "guardian", "agent"),
    "visit.registration": ("outpatient", "hospitalization", "none"),
    "visit.cause": ("illness", "injury", "childbirth", "none"),
    "documents.social_security_card": "bool",
    "documents.identity_original": "bool",
    "documents.identity_copy": "bool",
    "documents.other_valid_certificate": "bool",
    "documents.medical_insurance_card": "bool",
    "documents.representative_identity_original": "bool",
    "documents.power_of_attorney": "bool",
    "documents.proof_of_guardianship": "bool",
    "documents.contact_number": "bool",
    "documents.signed_application_form": "bool",
    "documents.photo.presented": "bool",
    "documents.photo.two_inch": "bool",
    "documents.photo.colour": "bool",
    "documents.photo.white_background": "bool",
    "documents.photo.bareheaded": "bool",
    "documents.photo.recent": "bool",
}
GROUPS = ("person", "card", "institution", "visit", "documents", "documents.photo")
DOCUMENTS = tuple(path for path in FACTS if path.startswith("documents."))

OPTIONS = (
    "activation.social_security.bank_outlet",
    "activation.social_security.hospital",
    "activation.social_security.pharmacy",
    "activation.financial.bank_outlet",
)
TYPES = ("endowment", "medical", "work_injury", "unemployment", "maternity")
PARTS = (
    "loss_report",
    *OPTIONS,
    "application",
    *(f"insurance.{type_}" for type_ in TYPES),
    "medical_benefit",
    "rights",
)

_ON_THE_CARD = ("card.social_security", "card.financial", "card.received_on")
_BANKS = ("card.bank", "institution.bank")
_FIRST_USE = (
    "institution.kind",
    "institution.designated",
    "card.used_at_designated_institution",
)
_WORK = ("person.employment",)

# The facts that the rules of each part read, documents aside.
READS: dict[str, tuple[str, ...]] = {
    "loss_report": _ON_THE_CARD,
    OPTIONS[0]: ("institution.kind", *_BANKS, *_ON_THE_CARD, "visit.by"),
    OPTIONS[1]: (*_FIRST_USE, "visit.registration", *_ON_THE_CARD),
    OPTIONS[2]: (*_FIRST_USE, *_ON_THE_CARD),
    OPTIONS[3]: ("institution.kind", *_BANKS, *_ON_THE_CARD, "visit.by"),
    "application": (*_WORK, "person.unit_requires_self_application", "person.residence"),
    "insurance.endowment": (
        *_WORK,
        "person.age",
        "person.endowment_years_met",
        "person.within_a_year_of_retirement",
    ),
    "insurance.medical": (*_WORK, "person.medical_years_met"),
    "insurance.work_injury": _WORK,
    "insurance.unemployment": _WORK,
    "insurance.maternity": _WORK,
    "medical_benefit": (*_WORK, "visit.cause"),
    "rights": _WORK,
}
_CERTIFICATES = ("documents.identity_original", "documents.other_valid_certificate")
_REPRESENTATIVE = (
    "documents.representative_identity_original",
    "documents.power_of_attorney",
    "documents.proof_of_guardianship",
)
# The documents that each part reads beside them.
READS_DOCUMENTS: dict[str, tuple[str, ...]] = {
    OPTIONS[0]: ("documents.social_security_card", *_CERTIFICATES, *_REPRESENTATIVE),
    OPTIONS[1]: ("documents.social_security_card",),
    OPTIONS[2]: ("documents.medical_insurance_card", "documents.social_security_card"),
    OPTIONS[3]: ("documents.social_security_card", *_CERTIFICATES, *_REPRESENTATIVE),
    "application": (
        "documents.identity_original",
        "documents.identity_copy",
        "documents.contact_number",
        "documents.signed_application_form",
        *(path for path in DOCUMENTS if path.startswith("documents.photo.")),
    ),
}

# How many values each input has, and which inputs each rule set looks at: the three facts of the
# card behind a loss report stand for themselves.
SIZES = {
    "card.social_security": 3,
    "card.financial": 3,
    "window_elapsed": 2,
    "institution.kind": 8,
    "the_cards_bank": 2,
    "institution.designated": 2,
    "card.used_at_designated_institution": 2,
    "visit.by": 3,
    "visit.registration": 3,
    "visit.cause": 4,
    "person.employment": 9,
    "person.unit_requires_self_application": 2,
    "person.residence": 2,
    "of_endowment_age": 2,
    "of_pension_age": 2,
    "person.medical_years_met": 2,
    "person.endowment_years_met": 2,
    "person.within_a_year_of_retirement": 2,
    "as_of": 5,
}
_CARD = ("card.social_security", "card.financial", "window_elapsed")
SPACES: dict[str, tuple[str, ...]] = {
    "loss_report": _CARD,
    "loss_report.release_steps": _CARD,
    OPTIONS[0]: ("institution.kind", "the_cards_bank", "card.social_security", "visit.by"),
    f"{OPTIONS[0]}.effects": _CARD,
    OPTIONS[1]: (*_FIRST_USE, "visit.registration", "card.social_security"),
    f"{OPTIONS[1]}.effects": _CARD,
    OPTIONS[2]: (*_FIRST_USE, "card.social_security"),
    f"{OPTIONS[2]}.effects": _CARD,
    OPTIONS[3]: ("institution.kind", "the_cards_bank", "card.financial", "visit.by"),
    f"{OPTIONS[3]}.effects": _CARD,
    f"{OPTIONS[3]}.in_time": ("window_elapsed",),
    "application": (*_WORK, "person.unit_requires_self_application", "person.residence"),
    "application.materials": (
        *_WORK,
        "person.unit_requires_self_application",
        "person.residence",
    ),
    "insurance.endowment": (
        *_WORK,
        "of_endowment_age",
        "of_pension_age",
        "person.endowment_years_met",
        "person.within_a_year_of_retirement",
        "as_of",
    ),
    "insurance.medical": (*_WORK, "person.medical_years_met"),
    "insurance.work_injury": _WORK,
    "insurance.unemployment": _WORK,
    "insurance.maternity": (*_WORK, "as_of"),
    "medical_benefit": ("visit.cause", *_WORK),
    "rights": _WORK,
}


def tree_of(flat: dict[str, Any]) -> dict[str, Any]:
    """The nested mapping in which each value stands at its path."""
    tree: dict[str, Any] = {}
    for path, value in flat.items():
        *groups, name = path.split(".")
        at = tree
        for group in groups:
            at = at.setdefault(group, {})
        at[name] = value
    return tree


def parts_of(decision: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every part of a decision's mapping by its path."""
    options = zip(OPTIONS, decision["activation"], strict=True)
    types = zip(TYPES, decision["insurance"]["types"], strict=True)
    return {
        "loss_report": decision["loss_report"],
        **dict(options),
        "application": decision["application"],
        **{f"insurance.{name}": part for name, part in types},
        "medical_benefit": decision["medical_benefit"],
        "rights": decision["rights"],
    }
