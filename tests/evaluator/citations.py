"""The one independent table of citations: what rests on which clauses, in which order.

It is written from the contract, rule by rule. What the contract leaves open follows the heading or
the column that a row stands in.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tests.evaluator.clauses import CLAUSES

__all__ = ["CLAUSES", "PARAMETERS", "REQUIREMENTS", "RULES", "TOLD", "Setting", "clauses_of"]

Clauses = tuple[str, ...]

A1, A2, A3, A4 = (f"source.A{number}" for number in (1, 2, 3, 4))
B1, B2, B3 = (f"source.B{number}" for number in (1, 2, 3))
C4 = "source.C4"
D1, D2, D3, D4, D5 = (f"source.D{number}" for number in (1, 2, 3, 4, 5))
AGENT = "notice.agent"
RELEASE = "notice.release"
GUARDIAN: Clauses = ("civil_code.23", "qingyuan_guide.3")
BANK_OUTLET = "activation.social_security.bank_outlet"
HOSPITAL = "activation.social_security.hospital"
PHARMACY = "activation.social_security.pharmacy"
FINANCIAL = "activation.financial.bank_outlet"

RULES: dict[str, Clauses] = {
    "loss_report.reported": (A4,),
    "loss_report.enabled": (A4,),
    "loss_report.within_window": (A4,),
    "loss_report.overdue": (A4,),
    BANK_OUTLET: (A1,),
    f"{BANK_OUTLET}.guardian": (A1, *GUARDIAN),
    f"{BANK_OUTLET}.agent": (A1, AGENT),
    HOSPITAL: (A2,),
    PHARMACY: (A3,),
    FINANCIAL: (A4,),
    f"{FINANCIAL}.guardian": (A4, *GUARDIAN),
    f"{FINANCIAL}.agent": (A4, AGENT),
    "application.work_unit": (B3,),
    "application.self": (B3, B2),
    "application.rural": (B1,),
    "application.urban_flexible": (B1,),
    "application.individual": (B2,),
    "insurance.endowment.employee": ("sil.10",),
    "insurance.endowment.civil_servant": ("state_council_2015_2.3", "sil.10"),
    "insurance.endowment.part_time": ("sil.10",),
    "insurance.endowment.flexible": ("sil.10",),
    "insurance.endowment.self_employed": ("sil.10",),
    "insurance.endowment.unemployed_on_benefit": ("sil.10",),
    "insurance.endowment.unemployed_on_benefit.near_retirement@2025-01-01": (
        "retirement_age_measures.7",
    ),
    "insurance.endowment.retired.years_met": ("sil.16",),
    "insurance.endowment.retired.years_short": ("sil.16",),
    "insurance.endowment.student": ("state_council_2014_8.3",),
    "insurance.endowment.not_working.minor": ("state_council_2014_8.3",),
    "insurance.endowment.not_working.adult": (
        "state_council_2014_8.3",
        "state_council_2014_8.4",
        "sil.20",
        "sil.22",
    ),
    "insurance.endowment.not_working.pensioner": ("state_council_2014_8.6",),
    "insurance.medical.employee": ("sil.23",),
    "insurance.medical.civil_servant": ("sil.23", "state_council_1998_44.2"),
    "insurance.medical.part_time": ("sil.23",),
    "insurance.medical.flexible": ("sil.23",),
    "insurance.medical.self_employed": ("sil.23",),
    "insurance.medical.unemployed_on_benefit": ("sil.48",),
    "insurance.medical.retired.years_met": ("sil.27",),
    "insurance.medical.retired.years_short": ("sil.27",),
    "insurance.medical.student": ("sil.25",),
    "insurance.medical.not_working": ("sil.24", "sil.25"),
    "insurance.work_injury.employee": ("sil.33",),
    "insurance.work_injury.civil_servant": ("work_injury_regulations.65",),
    "insurance.work_injury.part_time": ("ministry_2011_13.9",),
    "insurance.work_injury.flexible": ("sil.33",),
    "insurance.work_injury.self_employed": ("sil.33",),
    "insurance.work_injury.unemployed_on_benefit": ("sil.33",),
    "insurance.work_injury.retired": ("sil.33",),
    "insurance.work_injury.student": ("sil.33",),
    "insurance.work_injury.not_working": ("sil.33",),
    "insurance.unemployment.employee": ("sil.44",),
    "insurance.unemployment.civil_servant": ("unemployment_regulations.2",),
    "insurance.unemployment.part_time": ("sil.44",),
    "insurance.unemployment.flexible": ("sil.44",),
    "insurance.unemployment.self_employed": ("sil.44",),
    "insurance.unemployment.unemployed_on_benefit": ("sil.44",),
    "insurance.unemployment.retired": ("sil.44",),
    "insurance.unemployment.student": ("sil.44",),
    "insurance.unemployment.not_working": ("sil.44",),
    "insurance.maternity.employee": ("sil.53",),
    "insurance.maternity.civil_servant": ("general_office_2019_10.2", "sil.53"),
    "insurance.maternity.part_time": ("sil.53",),
    "insurance.maternity.part_time@2024-10-28": ("general_office_2024_48",),
    "insurance.maternity.flexible": ("sil.53",),
    "insurance.maternity.flexible@2024-10-28": ("general_office_2024_48",),
    "insurance.maternity.self_employed": ("sil.53",),
    "insurance.maternity.self_employed@2024-10-28": ("general_office_2024_48",),
    "insurance.maternity.unemployed_on_benefit": ("sil.53",),
    "insurance.maternity.unemployed_on_benefit@2023-12-01": ("agency_regulations.24",),
    "insurance.maternity.retired": ("sil.53",),
    "insurance.maternity.student": ("sil.53",),
    "insurance.maternity.not_working": ("sil.53",),
    "medical_benefit.employee": (C4, "state_council_1998_44.2"),
    "medical_benefit.civil_servant": (C4, "state_council_1998_44.2"),
    "rights.duty": ("sil.4", D1),
    "rights.individual": ("sil.4", D2, D3, D4),
    "rights.with_unit": ("sil.4", D1, D2, D3, D5),
    "rights.without_unit": ("sil.4", D5),
}

REQUIREMENTS: dict[tuple[str, str], Clauses] = {
    (BANK_OUTLET, "not_a_bank_outlet"): (A1,),
    (BANK_OUTLET, "not_the_cards_bank"): (A1,),
    (BANK_OUTLET, "already_active"): (A1,),
    (BANK_OUTLET, "reported_for_loss"): (A1, A4),
    (HOSPITAL, "not_a_hospital"): (A2,),
    (HOSPITAL, "not_designated"): (A2,),
    (HOSPITAL, "not_first_use"): (A2,),
    (HOSPITAL, "not_registered"): (A2,),
    (HOSPITAL, "already_active"): (A2,),
    (HOSPITAL, "reported_for_loss"): (A2, A4),
    (PHARMACY, "not_a_pharmacy"): (A3,),
    (PHARMACY, "not_designated"): (A3,),
    (PHARMACY, "not_first_use"): (A3,),
    (PHARMACY, "already_active"): (A3,),
    (PHARMACY, "reported_for_loss"): (A3, A4),
    (FINANCIAL, "not_a_bank_outlet"): (A4,),
    (FINANCIAL, "not_the_cards_bank"): (A4,),
    (FINANCIAL, "already_active"): (A4,),
    (FINANCIAL, "reported_for_loss"): (A4,),
    ("medical_benefit", "no_cause"): (C4,),
    ("medical_benefit", "not_an_employee"): (C4,),
}

TOLD: dict[tuple[str, str], Clauses] = {
    ("loss_report", "activate_financial_application_at_cooperating_bank"): (A4, RELEASE),
    ("loss_report", "release_financial_application_at_cooperating_bank"): (A4, RELEASE),
    ("loss_report", "apply_for_release_at_designated_office"): (A4, RELEASE),
    (BANK_OUTLET, "medical_insurance_account_restored"): (A1,),
    (BANK_OUTLET, "loss_report_still_due"): (A4,),
    (HOSPITAL, "loss_report_still_due"): (A4,),
    (PHARMACY, "loss_report_still_due"): (A4,),
    (FINANCIAL, "loss_report_averted"): (A4,),
    (FINANCIAL, "release_required"): (A4, RELEASE),
    ("application", "committee"): (B1,),
    ("application", "bank"): (B2,),
    ("application", "work_unit"): (B3,),
}
"""What is told beside the reasons, by part and code: steps, effects, materials of a route."""


class Setting(NamedTuple):
    """A parameter: its default, unit, bounds, both inclusive, and clauses; a bool has no bounds.

    On no day is it above the value of the parameter that `not_above` names.
    """

    default: int | bool
    unit: str
    lowest: int | None
    highest: int | None
    cites: Clauses
    not_above: str = ""


PARAMETERS: dict[str, Setting] = {
    "activation_window_days": Setting(300, "days", 0, None, (A4,)),
    "receipt_day_counts": Setting(False, "", None, None, (A4, "civil_code.201")),
    "endowment_minimum_age": Setting(
        16, "years", 0, 150, ("state_council_2014_8.3",), not_above="residents_pension_age"
    ),
    "residents_pension_age": Setting(60, "years", 0, 150, ("state_council_2014_8.6",)),
}


def clauses_of(name: str, because: Iterable[str]) -> list[str]:
    """The clauses that a part's reasons rest on, in their order, each once."""
    cited = (RULES[reason] if reason in RULES else REQUIREMENTS[name, reason] for reason in because)
    return list(dict.fromkeys(clause for each in cited for clause in each))
