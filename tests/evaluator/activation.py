"""Section 2.2: the four ways of activation, each with its requirements (source A1 to A4)."""

from __future__ import annotations

from collections.abc import Collection

from tests.evaluator.facts import COMERS
from tests.evaluator.terms import Facts, Outcome, Parameters, Part

BANK_OUTLET = "social_security.bank_outlet"
HOSPITAL = "social_security.hospital"
PHARMACY = "social_security.pharmacy"
FINANCIAL = "financial.bank_outlet"
OPTIONS = (BANK_OUTLET, HOSPITAL, PHARMACY, FINANCIAL)
AT_THE_BANK = (BANK_OUTLET, FINANCIAL)


def row(option: str, by: str = "holder") -> str:
    """The rule of an option that is open; at the bank it depends on who comes."""
    behind = f".{by}" if option in AT_THE_BANK and by != "holder" else ""
    return f"activation.{option}{behind}"


def requirements(option: str, facts: Facts) -> dict[str, bool]:
    """For each code whether what it asks holds."""
    function, channel = option.split(".")
    asked: dict[str, bool] = {}
    if channel == "bank_outlet":
        asked["not_a_bank_outlet"] = facts["institution.kind"] == "bank_outlet"
        asked["not_the_cards_bank"] = facts["card.bank"] == facts["institution.bank"]
    else:
        asked[f"not_a_{channel}"] = facts["institution.kind"] == channel
        asked["not_designated"] = facts["institution.designated"]
        asked["not_first_use"] = not facts["card.used_at_designated_institution"]
    if channel == "hospital":
        asked["not_registered"] = facts["visit.registration"] in ("outpatient", "hospitalization")
    asked["already_active"] = facts[f"card.{function}"] != "active"
    asked["reported_for_loss"] = facts[f"card.{function}"] != "loss_reported"
    return asked


def _part(option: str, *reads: str) -> Part:
    def rule(facts: Facts, parameters: Parameters) -> Outcome:  # noqa: ARG001
        failing = tuple(code for code, holds in requirements(option, facts).items() if not holds)
        return Outcome(not failing, failing or (row(option, facts.get("visit.by", "holder")),))

    codes = {
        "bank_outlet": ("not_a_bank_outlet", "not_the_cards_bank"),
        "hospital": ("not_a_hospital", "not_designated", "not_first_use", "not_registered"),
        "pharmacy": ("not_a_pharmacy", "not_designated", "not_first_use"),
    }
    function, channel = option.split(".")
    rows = dict.fromkeys(row(option, by) for by in COMERS)
    return Part(
        rule=rule,
        reads=(*reads, f"card.{function}"),
        reasons=(*codes[channel], "already_active", "reported_for_loss", *rows),
    )


BANK = ("institution.kind", "card.bank", "institution.bank", "visit.by")
FIRST_USE = ("institution.kind", "institution.designated", "card.used_at_designated_institution")
PARTS = {
    f"activation.{BANK_OUTLET}": _part(BANK_OUTLET, *BANK),
    f"activation.{HOSPITAL}": _part(HOSPITAL, *FIRST_USE, "visit.registration"),
    f"activation.{PHARMACY}": _part(PHARMACY, *FIRST_USE),
    f"activation.{FINANCIAL}": _part(FINANCIAL, *BANK),
}

_GUARDIAN = (
    "social_security_card",
    "valid_certificate",
    "representative_identity_original",
    "proof_of_guardianship",
)
_AGENT = (
    "social_security_card",
    "identity_original",
    "representative_identity_original",
    "power_of_attorney",
)
DOCUMENTS: dict[str, dict[str, tuple[str, ...]]] = {
    BANK_OUTLET: {
        "holder": ("social_security_card", "identity_original"),
        "guardian": _GUARDIAN,
        "agent": _AGENT,
    },
    HOSPITAL: dict.fromkeys(COMERS, ("social_security_card",)),
    PHARMACY: dict.fromkeys(COMERS, ("medical_insurance_card", "social_security_card")),
    FINANCIAL: {
        "holder": ("social_security_card", "valid_certificate"),
        "guardian": _GUARDIAN,
        "agent": _AGENT,
    },
}
STEPS: dict[str, tuple[str, ...]] = {
    HOSPITAL: ("register_outpatient_or_hospitalization",),
    PHARMACY: ("insert_medical_insurance_card", "insert_social_security_card"),
}


def documents(option: str, by: str | None) -> list[str]:
    """The documents of every row that may apply, each once, in the order of the rows."""
    may_come = COMERS if by is None else (by,)
    return list(dict.fromkeys(code for one in may_come for code in DOCUMENTS[option][one]))


def effects(option: str, loss_reports: Collection[str]) -> list[str]:
    """The effects whose condition holds whichever of these states the loss report is in."""
    possible = set(loss_reports)
    holds = {
        "medical_insurance_account_restored": option == BANK_OUTLET,
        "loss_report_still_due": option != FINANCIAL and possible == {"due"},
        "loss_report_averted": option == FINANCIAL and possible <= {"not_due", "due"},
        "release_required": option == FINANCIAL and possible == {"reported"},
    }
    return [effect for effect, told in holds.items() if told]
