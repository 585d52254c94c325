"""Three small facts and two outputs, from which rule sets to be verified are made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ssrules.rules.law import social_insurance_law

CITED = social_insurance_law(1, "purpose", "…")
DESIGNATED = "institution.designated"
RESIDENCE = "person.residence"
REGISTRATION = "visit.registration"
VALUES: Mapping[str, tuple[Any, ...]] = {
    DESIGNATED: (False, True),
    RESIDENCE: ("rural", "urban"),
    REGISTRATION: ("outpatient", "hospitalization", "none"),
}
OUTPUTS: Mapping[str, Any] = {"way": ("a", "b"), "items": None}
