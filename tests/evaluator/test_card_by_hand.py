"""Answers about a card worked out by hand: who comes, the window, release, effects, defaults."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contract import parts_of, tree_of
from tests.evaluator import decide
from tests.evaluator.activation import OPTIONS

AS_OF = "2026-11-22"
BANK = "activation.social_security.bank_outlet"
FINANCIAL = "activation.financial.bank_outlet"
AT_THE_BANK: dict[str, Any] = {
    "as_of": AS_OF,
    "card.received_on": "2026-03-01",
    "card.bank": "ICBC",
    "card.social_security": "inactive",
    "card.financial": "inactive",
    "institution.kind": "bank_outlet",
    "institution.bank": "ICBC",
}


def told(path: str, facts: dict[str, Any], **parameters: int | bool) -> dict[str, Any]:
    """One part of a decision on facts given by their paths."""
    return parts_of(decide(tree_of({"as_of": AS_OF, **facts}), **parameters))[path]


@pytest.mark.parametrize(
    ("path", "by", "documents", "suffix"),
    [
        (BANK, "holder", ["social_security_card", "identity_original"], ""),
        (FINANCIAL, "holder", ["social_security_card", "valid_certificate"], ""),
        *(
            (
                path,
                "guardian",
                [
                    "social_security_card",
                    "valid_certificate",
                    "representative_identity_original",
                    "proof_of_guardianship",
                ],
                ".guardian",
            )
            for path in (BANK, FINANCIAL)
        ),
        *(
            (
                path,
                "agent",
                [
                    "social_security_card",
                    "identity_original",
                    "representative_identity_original",
                    "power_of_attorney",
                ],
                ".agent",
            )
            for path in (BANK, FINANCIAL)
        ),
    ],
)
def test_documents_at_the_bank_go_by_who_comes(
    path: str, by: str, documents: list[str], suffix: str
) -> None:
    """Each has a row of their own, and its documents; with all of them it is allowed."""
    facts = {**AT_THE_BANK, "visit.by": by}
    part = told(path, facts)
    assert part["because"] == [f"{path}{suffix}"]
    assert (part["status"], part["required_documents"]) == ("incomplete", documents)
    assert part["unconfirmed_documents"] == documents
    certificate = {"valid_certificate": "other_valid_certificate"}
    at_hand = {f"documents.{certificate.get(each, each)}": True for each in documents}
    assert told(path, {**facts, **at_hand})["status"] == "allowed"
    for paper in at_hand:
        assert told(path, {**facts, **at_hand, paper: None})["status"] == "incomplete"


def test_who_comes_is_the_holder_unless_it_is_said_to_be_unknown() -> None:
    """An absent key or group is the default; an explicit null asks for the papers of all three."""
    case = tree_of(AT_THE_BANK)
    holder: tuple[dict[str, Any], ...] = (
        {"visit": None},
        {"visit": {}},
        {"visit": {"by": "holder"}},
    )
    for visit in ({}, *holder):
        part = parts_of(decide({**case, **visit}))[BANK]
        assert part["because"] == [BANK]
    part = parts_of(decide({**case, "visit": {"by": None}}))[BANK]
    assert part["because"] == [BANK, f"{BANK}.guardian", f"{BANK}.agent"]
    assert part["clauses"] == ["source.A1", "civil_code.23", "qingyuan_guide.3", "notice.agent"]
    assert "visit.by" not in decide({**case, "visit": {"by": None}})["needs"]


@pytest.mark.parametrize(
    ("social_security", "financial", "status", "steps"),
    [
        ("inactive", "inactive", "due", ["activate"]),
        ("active", "inactive", "due", ["activate"]),
        ("inactive", "loss_reported", "not_due", []),
        ("loss_reported", "inactive", "reported", ["activate", "apply"]),
        ("loss_reported", "active", "reported", ["apply"]),
        ("loss_reported", "loss_reported", "reported", ["release", "apply"]),
        ("loss_reported", None, "reported", ["activate", "release", "apply"]),
        (None, "inactive", "undetermined", []),
        (None, None, "undetermined", []),
    ],
)
def test_steps_of_a_release(
    social_security: str | None, financial: str | None, status: str, steps: list[str]
) -> None:
    """Once the window has elapsed: what is not known to be unneeded."""
    names = {
        "activate": "activate_financial_application_at_cooperating_bank",
        "release": "release_financial_application_at_cooperating_bank",
        "apply": "apply_for_release_at_designated_office",
    }
    facts = {
        "card.received_on": "2026-01-25",
        "card.social_security": social_security,
        "card.financial": financial,
    }
    part = told("loss_report", facts)
    assert part["status"] == status
    assert part["release_steps"] == [names[step] for step in steps]


@pytest.mark.parametrize(
    ("received_on", "counts", "status", "left"),
    [
        ("2026-01-26", False, "not_due", 0),
        ("2026-01-25", False, "due", -1),
        ("2026-01-27", True, "not_due", 0),
        ("2026-01-26", True, "due", -1),
    ],
)
def test_the_last_day_of_the_window_is_inside(
    received_on: str, counts: bool, status: str, left: int
) -> None:
    """Day 300 is in time and day 301 is late, the day of receipt being day 0, or day 1."""
    facts = {
        "card.received_on": received_on,
        "card.social_security": "inactive",
        "card.financial": "inactive",
    }
    part = told("loss_report", facts, receipt_day_counts=counts)
    assert (part["status"], part["days_left"]) == (status, left)
    in_time = told(FINANCIAL, facts, receipt_day_counts=counts)["in_time"]
    assert in_time is (status == "not_due")


def test_an_unknown_day_of_receipt_cannot_be_longer_ago_than_the_calendar() -> None:
    """A window that no day of receipt has outlived is not elapsed, whatever the day."""
    facts = {"card.social_security": "inactive", "card.financial": "inactive"}
    since_the_first_day = 739_942 - 1
    part = told("loss_report", facts, activation_window_days=since_the_first_day)
    assert (part["status"], part["because"]) == ("not_due", ["loss_report.within_window"])
    part = told("loss_report", facts, activation_window_days=since_the_first_day - 1)
    assert (part["status"], part["needs"]) == ("undetermined", ["card.received_on"])


def test_an_effect_is_told_if_it_holds_in_every_completion() -> None:
    """An overdue card that may have been reported already may not be still due."""
    facts = {**AT_THE_BANK, "card.received_on": "2025-01-01"}
    restored = "medical_insurance_account_restored"
    assert told(BANK, facts)["effects"] == [restored, "loss_report_still_due"]
    assert told(FINANCIAL, facts)["effects"] == ["loss_report_averted"]
    unknown = {**facts, "card.social_security": None}
    assert told(BANK, unknown)["effects"] == [restored]
    assert told(FINANCIAL, unknown)["effects"] == []
    reported = {**facts, "card.social_security": "loss_reported"}
    assert told(BANK, reported)["effects"] == []
    assert told(FINANCIAL, reported)["effects"] == ["release_required"]
    undated = {**facts, "card.received_on": None}
    assert told(BANK, undated)["effects"] == [restored]
    assert told(FINANCIAL, undated)["effects"] == ["loss_report_averted"]


def test_nothing_known_refuses_nothing() -> None:
    """Every part is open, every option may turn out to be allowed."""
    parts = parts_of(decide({"as_of": AS_OF}))
    assert {part["status"] for part in parts.values()} == {"undetermined"}
    for part in parts.values():
        assert part["because"] == part["clauses"] == []
        assert part["needs"]
    assert all(parts[f"activation.{option}"]["required_documents"] for option in OPTIONS)


def test_a_day_that_is_not_covered_is_no_valid_case() -> None:
    """The first day covered is 2021-01-01."""
    assert decide({"as_of": "2021-01-01"})["as_of"] == "2021-01-01"
    with pytest.raises(ValueError, match="2020-12-31 is before 2021-01-01"):
        decide({"as_of": "2020-12-31"})


def test_what_is_no_fact_is_no_valid_case() -> None:
    """A misspelt key is never passed by."""
    with pytest.raises(ValueError, match=r"person\.ages is no fact"):
        decide({"as_of": AS_OF, "person": {"ages": 3}})
