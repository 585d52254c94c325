"""Three small facts and two outputs, from which rule sets to be verified are made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ssrules.rules.law import SOCIAL_INSURANCE_LAW
from ssrules.tables import Text

CITED = SOCIAL_INSURANCE_LAW.clause(1, Text("purpose", zh="宗旨"), "…")
DESIGNATED = "institution.designated"
RESIDENCE = "person.residence"
REGISTRATION = "visit.registration"
VALUES: Mapping[str, tuple[Any, ...]] = {
    DESIGNATED: (False, True),
    RESIDENCE: ("rural", "urban"),
    REGISTRATION: ("outpatient", "hospitalization", "none"),
}
OUTPUTS: Mapping[str, Any] = {"way": ("a", "b"), "items": None}
