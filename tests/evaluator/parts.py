"""Every part by its path, in the order of section 2."""

from __future__ import annotations

from tests.evaluator import activation, application, insurance, loss_report, medical_benefit, rights
from tests.evaluator.terms import Part

PARTS: dict[str, Part] = {
    "loss_report": loss_report.PART,
    **activation.PARTS,
    "application": application.PART,
    **insurance.PARTS,
    "medical_benefit": medical_benefit.PART,
    "rights": rights.PART,
}
