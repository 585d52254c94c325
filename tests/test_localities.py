"""The shipped illustrations: marked as such, and deciding as their notes say."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import pytest

from ssrules import Case, RuleBook, decide, localities
from ssrules.decisions import Activation, Decision
from ssrules.errors import UnknownNameError
from ssrules.overlays.file import read_overlay

BOOK = RuleBook.default()
YEAR = "illustration_one_year_window"
TOGETHER = "illustration_both_applications_together"
NOTICE = "dongguan_2017_card_notice.6"


def test_two_are_shipped_and_each_says_that_it_is_an_illustration() -> None:
    """In its name, which every decision by it bears, and at the head of its file."""
    assert localities.names() == (TOGETHER, YEAR)
    for name in localities.names():
        text = localities.text(name)
        assert "# An illustration, not the law of any place" in text
        overlay = read_overlay(text, BOOK)
        assert overlay.name == name
        assert overlay.note
        assert decided({}, name).rulebook.name == f"ssrules+{name}"


def test_a_locality_that_is_not_shipped_is_answered_with_the_nearest() -> None:
    """Nothing is read from elsewhere."""
    with pytest.raises(UnknownNameError, match=f"did you mean {YEAR}"):
        localities.text("illustration_one_year_windows")
    with pytest.raises(UnknownNameError):
        localities.text("../schema/overlay")


@pytest.mark.parametrize("name", localities.names())
def test_an_illustration_leaves_no_gap_and_no_contradiction(name: str) -> None:
    """Its rules are as sound as the built-in ones."""
    assert not list(RuleBook.from_toml(localities.text(name)).verify())


def decided(facts: dict[str, Any], name: str | None) -> Decision:
    """The decision by an illustration, or by the built-in book."""
    book = BOOK if name is None else RuleBook.from_toml(localities.text(name))
    return decide(Case.from_dict({"as_of": "2026-11-22"} | facts), book)


def test_the_one_year_window_ends_on_its_day_365_and_changes_nothing_else() -> None:
    """The day of receipt is day 0, and the last day is inside."""
    card = {"received_on": "2025-11-22", "social_security": "inactive", "financial": "inactive"}
    told = decided({"card": card}, YEAR)
    assert told.loss_report.deadline == datetime.date(2026, 11, 22)
    assert told.loss_report.status == "not_due"
    assert decided({"card": card}, None).loss_report.status == "due"
    book = RuleBook.from_toml(localities.text(YEAR))
    assert book.rule_sets == BOOK.rule_sets


def option(decision: Decision, path: str) -> Activation:
    """An option of a decision."""
    part = decision.part(f"activation.{path}")
    assert isinstance(part, Activation)
    return part


AT_THE_PLACE = {
    "hospital": ({"kind": "hospital", "designated": True}, {"registration": "outpatient"}),
    "pharmacy": ({"kind": "pharmacy", "designated": True}, {}),
}


@pytest.mark.parametrize("channel", AT_THE_PLACE)
@pytest.mark.parametrize("financial", ["inactive", "active", "loss_reported", None])
def test_together_a_hospital_or_pharmacy_activates_only_after_the_bank(
    channel: str, financial: str | None
) -> None:
    """The financial application cannot be activated there, so it has to be active already."""
    institution, visit = AT_THE_PLACE[channel]
    card = {
        "received_on": "2026-11-01",
        "social_security": "inactive",
        "financial": financial,
        "used_at_designated_institution": False,
    }
    facts = {"card": card, "institution": institution, "visit": visit}
    before = option(decided(facts, None), f"social_security.{channel}")
    after = option(decided(facts, TOGETHER), f"social_security.{channel}")
    assert before.status == "incomplete"
    if financial == "active":
        assert after == before
    elif financial is None:
        assert (after.status, after.needs) == ("undetermined", ("card.financial",))
    else:
        assert after.status == "refused"
        assert after.because == ("financial_application_not_active",)
        assert after.clauses == (NOTICE,)


def test_together_the_bank_activates_both_in_one_visit() -> None:
    """A step says so, and the notice is cited; what is required of the card is as before."""
    card = {
        "received_on": "2026-11-01",
        "social_security": "inactive",
        "financial": "inactive",
        "bank": "x",
    }
    facts = {"card": card, "institution": {"kind": "bank_outlet", "bank": "x"}}
    told = decided(facts, TOGETHER)
    for path in ("social_security.bank_outlet", "financial.bank_outlet"):
        found = option(told, path)
        assert found.status == "incomplete"
        assert found.steps == ("activate_both_applications_together",)
        assert found.required_documents == ("social_security_card", "identity_original")
        assert NOTICE in found.clauses
    assert (
        "同时激活社保账户和金融账户"
        in RuleBook.from_toml(localities.text(TOGETHER)).clause(NOTICE).words
    )


DOCS = Path(__file__).parent.parent / "docs" / "overlays.md"


def test_the_file_in_the_docs_is_one_that_can_be_read() -> None:
    """And does what is said beside it."""
    text = DOCS.read_text(encoding="utf-8")
    (toml,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    book = RuleBook.from_toml(toml)
    facts = {"institution": {"kind": "hospital"}}
    for as_of, asked in (("2026-12-31", False), ("2027-01-01", True)):
        told = option(
            decide(Case.from_dict({"as_of": as_of} | facts), book), "social_security.hospital"
        )
        assert ("contact_number" in told.required_documents) is asked


def test_the_docs_quote_the_clauses_of_the_illustrations_word_by_word() -> None:
    """And tell of every parameter with its default."""
    text = DOCS.read_text(encoding="utf-8")
    for name in localities.names():
        for clause in read_overlay(localities.text(name), BOOK).clauses:
            assert clause.id.startswith("source.") or clause.words in text
    for parameter in BOOK.parameters:
        assert f"| `{parameter.name}` |" in text
        assert f"| {str(parameter.default).lower()} |" in text
