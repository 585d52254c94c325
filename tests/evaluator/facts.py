"""Section 1: every fact with its values, and what an absent key means."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.evaluator.terms import Facts

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
WORK_UNIT = ("employee", "civil_servant")
STATES = ("inactive", "active", "loss_reported")
KINDS = (
    "bank_outlet",
    "hospital",
    "pharmacy",
    "social_security_office",
    "community_centre",
    "workplace",
    "online",
    "other",
)
COMERS = ("holder", "guardian", "agent")
NO_YES = (False, True)
HIGHEST_AGE = 150
GROUPS = ("person", "card", "institution", "visit", "documents", "documents.photo")
COVERS_FROM = date(2021, 1, 1)

# In the order of the contract. "date", "int" and "str" have too many values to be listed.
FACTS: dict[str, tuple[Any, ...] | str] = {
    "as_of": "date",
    "person.residence": ("rural", "urban"),
    "person.employment": EMPLOYMENTS,
    "person.unit_requires_self_application": NO_YES,
    "person.age": "int",
    "person.medical_years_met": NO_YES,
    "person.endowment_years_met": NO_YES,
    "person.within_a_year_of_retirement": NO_YES,
    "card.received_on": "date",
    "card.bank": "str",
    "card.social_security": STATES,
    "card.financial": STATES,
    "card.used_at_designated_institution": NO_YES,
    "institution.kind": KINDS,
    "institution.designated": NO_YES,
    "institution.bank": "str",
    "visit.by": COMERS,
    "visit.registration": ("outpatient", "hospitalization", "none"),
    "visit.cause": ("illness", "injury", "childbirth", "none"),
    "documents.social_security_card": NO_YES,
    "documents.identity_original": NO_YES,
    "documents.identity_copy": NO_YES,
    "documents.other_valid_certificate": NO_YES,
    "documents.medical_insurance_card": NO_YES,
    "documents.representative_identity_original": NO_YES,
    "documents.power_of_attorney": NO_YES,
    "documents.proof_of_guardianship": NO_YES,
    "documents.contact_number": NO_YES,
    "documents.signed_application_form": NO_YES,
    "documents.photo.presented": NO_YES,
    "documents.photo.two_inch": NO_YES,
    "documents.photo.colour": NO_YES,
    "documents.photo.white_background": NO_YES,
    "documents.photo.bareheaded": NO_YES,
    "documents.photo.recent": NO_YES,
}
# Absence is the default, an explicit null is unknown.
DEFAULTS = {"person.unit_requires_self_application": False, "visit.by": "holder"}


def _leaves(group: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """What is said of each path; a group that is null says nothing."""
    said: dict[str, Any] = {}
    for key, value in group.items():
        if isinstance(value, Mapping):
            said |= _leaves(value, f"{prefix}{key}.")
        elif f"{prefix}{key}" in FACTS:
            said[f"{prefix}{key}"] = value
        elif value is not None or f"{prefix}{key}" not in GROUPS:
            raise ValueError(f"{prefix}{key} is no fact")
    return said


def _known(path: str, value: Any) -> Any:
    return date.fromisoformat(value) if FACTS[path] == "date" and isinstance(value, str) else value


def known_facts(case: Mapping[str, Any]) -> Facts:
    """Every fact of a valid case, nested as in JSON, by its path; None is unknown.

    A key that is no fact, or a day before the first that the book covers, is a ValueError.
    """
    said = _leaves(case)
    facts = {path: _known(path, said.get(path, DEFAULTS.get(path))) for path in FACTS}
    if facts["as_of"] < COVERS_FROM:
        raise ValueError(f"as_of: {facts['as_of']} is before {COVERS_FROM}")
    return facts
