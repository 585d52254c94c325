"""Section 2.5: the medical benefit of employees (source C4)."""

from __future__ import annotations

from tests.evaluator.facts import WORK_UNIT
from tests.evaluator.terms import Facts, Outcome, Parameters, Part, Tree


def status(facts: Facts, parameters: Parameters) -> Outcome:  # noqa: ARG001
    """Provided to whom has a work unit and a cause; else both codes that apply."""
    employment, cause = facts["person.employment"], facts["visit.cause"]
    failing = {
        "no_cause": cause not in ("illness", "injury", "childbirth"),
        "not_an_employee": employment not in WORK_UNIT,
    }
    codes = tuple(code for code, fails in failing.items() if fails)
    if codes:
        return Outcome("not_provided", codes)
    return Outcome("provided", (f"medical_benefit.{employment}",))


PART = Part(
    rule=status,
    reads=("person.employment", "visit.cause"),
    reasons=(
        "no_cause",
        "not_an_employee",
        "medical_benefit.employee",
        "medical_benefit.civil_servant",
    ),
)

NOTHING: Tree = {
    "forms": [],
    "provided_by": [],
    "funded_by": [],
    "scheme": None,
    "succeeds": None,
}
SUCCEEDS = {
    "employee": "labour_insurance_medical_care",
    "civil_servant": "free_medical_care",
}


def benefit(employment: str) -> Tree:
    """What is provided, by whom, and who funds it."""
    return {
        "forms": ["medical_services", "material_assistance"],
        "provided_by": ["society", "enterprise"],
        "funded_by": ["government", "employer", "individual"],
        "scheme": "employee_medical_insurance",
        "succeeds": SUCCEEDS[employment],
    }
