"""How the rows of each decision table count, and by which outputs two of its answers differ.

From sections 2 and 3 of the contract: where one row decides it is UNIQUE, where several reasons may
hold at once and agree it is ANY, where each row adds what it gives it is COLLECT. Who comes to the
bank changes the documents but not whether it is open; of an insurance type it is participation,
scheme and payers that are asked; what is told beside them follows.
"""

from __future__ import annotations

from tests.evaluator.citations import BANK_OUTLET, FINANCIAL, HOSPITAL, PHARMACY

TABLES: dict[str, tuple[str, tuple[str, ...]]] = {
    "loss_report": ("ANY", ("status",)),
    "loss_report.release_steps": ("COLLECT", ("steps",)),
    BANK_OUTLET: ("UNIQUE", ()),
    f"{BANK_OUTLET}.effects": ("COLLECT", ("effects",)),
    HOSPITAL: ("UNIQUE", ("documents", "steps")),
    f"{HOSPITAL}.effects": ("COLLECT", ("effects",)),
    PHARMACY: ("UNIQUE", ("documents", "steps")),
    f"{PHARMACY}.effects": ("COLLECT", ("effects",)),
    FINANCIAL: ("UNIQUE", ()),
    f"{FINANCIAL}.effects": ("COLLECT", ("effects",)),
    f"{FINANCIAL}.in_time": ("UNIQUE", ("in_time",)),
    "application": ("UNIQUE", ("route",)),
    "application.materials": ("UNIQUE", ("in_person", "open_routes", "steps", "documents")),
    **{
        f"insurance.{type_}": ("UNIQUE", ("participation", "scheme", "payers"))
        for type_ in ("endowment", "medical", "work_injury", "unemployment", "maternity")
    },
    "medical_benefit": ("UNIQUE", ()),
    "rights": ("COLLECT", ("individual", "unit")),
}
"""The hit policy and the outputs compared, by rule set."""
