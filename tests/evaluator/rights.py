"""Section 2.6: rights and duties of the individual and of the work unit (source D1 to D5)."""

from __future__ import annotations

from collections.abc import Sequence

from tests.evaluator.facts import WORK_UNIT
from tests.evaluator.terms import Facts, Outcome, Parameters, Part, Tree

DUTY = "duty"
RIGHT = "right"
PAY = ("pay_premiums", DUTY)
ASK = (
    ("inquire_payment_records", RIGHT),
    ("inquire_personal_records", RIGHT),
    ("request_consultation", RIGHT),
    ("request_related_services", RIGHT),
)
ENJOY = ("enjoy_benefits", RIGHT)
SUPERVISE = ("supervise_unit_payments", RIGHT)
ALWAYS = (*ASK, ENJOY)
WITH_A_UNIT = (PAY, *ALWAYS, SUPERVISE)
OF_THE_UNIT = (PAY, *ASK)


def items(facts: Facts, parameters: Parameters) -> Outcome:  # noqa: ARG001
    """The items of the individual and of the unit."""
    if facts["person.employment"] in WORK_UNIT:
        ids = ("rights.duty", "rights.individual", "rights.with_unit")
        return Outcome((WITH_A_UNIT, OF_THE_UNIT), ids)
    return Outcome((ALWAYS, ()), ("rights.individual", "rights.without_unit"))


PART = Part(
    rule=items,
    reads=("person.employment",),
    reasons=("rights.duty", "rights.individual", "rights.with_unit", "rights.without_unit"),
)


def told(found: Sequence[tuple[str, str]]) -> list[Tree]:
    """Items as a decision lists them."""
    return [{"code": code, "kind": kind} for code, kind in found]
