"""Why not: each requirement or rule of a part, whether it holds, and the facts that tell."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.columns import columns
from tests.contract import OPTIONS, PARTS, READS, READS_DOCUMENTS
from tests.evaluator import PARTS as INDEPENDENT
from tests.evaluator import Parameters, completions, known_facts

from ssrules import Case, decide
from ssrules.asking.answers import WhyNot
from ssrules.facts import FACTS
from ssrules.records.case import replaced as with_facts
from ssrules.sheets.pieces import WIDTH
from ssrules.strategies import cases

HOSPITAL = "activation.social_security.hospital"
AT_THE_HOSPITAL: dict[str, Any] = {
    "as_of": "2026-11-22",
    "card": {"social_security": "inactive", "financial": "active"},
    "institution": {"kind": "hospital", "designated": True},
    "visit": {"registration": "none"},
    "documents": {"social_security_card": False},
}


def expected(path: str, case: Case) -> dict[str, str]:
    """The state of each requirement or rule that ever counts, by trying every completion."""
    rule, reads, _ = INDEPENDENT[path]
    facts = known_facts(case.to_dict())
    found = [rule(each, Parameters()) for each in completions(facts, reads)]
    refusing = path in OPTIONS or path == "medical_benefit"
    states: dict[str, str] = {}
    for check in decide(case).why_not(path).checks:
        given = {check.code in outcome.reasons for outcome in found}
        states[check.code] = (
            "unknown" if len(given) > 1 else "fails" if given == {refusing} else "holds"
        )
    return states


@given(cases(), st.sampled_from(PARTS))
def test_each_check_is_what_all_completions_say(case: Case, path: str) -> None:
    """It holds or fails if it does so in every completion, and is unknown otherwise."""
    checks = decide(case).why_not(path).checks
    assert {check.code: str(check.state) for check in checks} == expected(path, case)


@given(cases(), st.sampled_from(PARTS))
def test_the_facts_of_a_check_are_enough(case: Case, path: str) -> None:
    """With the facts of one check alone, every other one unknown, its state is the same."""
    for check in decide(case).why_not(path).checks:
        told = {fact.path for fact in check.facts}
        assert told <= {*READS[path], "as_of"}
        others = [each.path for each in FACTS if each.path not in told and each.path != "as_of"]
        bare = decide(with_facts(case, dict.fromkeys(others))).why_not(path)
        assert [each.state for each in bare.checks if each.code == check.code] == [check.state]


@given(cases(), st.sampled_from((*OPTIONS, "application")))
def test_documents_are_checked_too(case: Case, path: str) -> None:
    """A document fails where it is missing, is unknown where unconfirmed, and holds otherwise."""
    decision = decide(case)
    part: Any = decision.part(path)
    documents = decision.why_not(path).documents
    assert tuple(each.code for each in documents) == (part.required_documents or ())
    for check in documents:
        missing, unconfirmed = (
            check.code in part.missing_documents,
            check.code in part.unconfirmed_documents,
        )
        assert check.state == ("fails" if missing else "unknown" if unconfirmed else "holds")
        assert {fact.path for fact in check.facts} <= set(READS_DOCUMENTS[path])


@given(cases(), st.sampled_from(OPTIONS))
def test_the_requirements_that_fail_are_the_reasons_of_a_refusal(case: Case, path: str) -> None:
    """Whatever fails for certain stands in `because`."""
    decision = decide(case)
    failing = [each.code for each in decision.why_not(path).checks if each.state == "fails"]
    if failing:
        assert tuple(failing) == decision.part(path).because


def test_the_text_tells_each_requirement_with_its_facts() -> None:
    """What holds, what fails and what is unknown, in words, with the documents below."""
    why = decide(Case.from_dict(AT_THE_HOSPITAL)).why_not(HOSPITAL)
    assert {check.code: str(check.state) for check in why.checks} == {
        "not_a_hospital": "holds",
        "not_designated": "holds",
        "not_first_use": "unknown",
        "not_registered": "fails",
        "already_active": "holds",
        "reported_for_loss": "holds",
    }
    text = str(why)
    assert f"{HOSPITAL}: refused" in text
    assert "card.used_at_designated_institution is unknown" in text
    assert "visit.registration is none" in text
    assert why.documents == ()


def test_an_open_option_tells_its_documents() -> None:
    """Once the holder has registered, only the card is lacking."""
    registered = {**AT_THE_HOSPITAL, "visit": {"registration": "outpatient"}}
    registered["card"] = {**registered["card"], "used_at_designated_institution": False}
    why = decide(Case.from_dict(registered)).why_not(HOSPITAL)
    assert [(check.code, str(check.state)) for check in why.documents] == [
        ("social_security_card", "fails")
    ]
    assert "Documents" in str(why)


@given(cases(), st.sampled_from(PARTS))
def test_it_is_plain_data_and_fits_a_terminal(case: Case, path: str) -> None:
    """Its JSON is its mapping, and no line of its text is wider than it may be."""
    why = decide(case).why_not(path)
    assert json.loads(why.to_json()) == why.to_dict()
    assert all(columns(line) <= WIDTH for line in str(why).splitlines())


@pytest.mark.parametrize("error", [ValueError, LookupError])
def test_an_unknown_path_names_the_nearest(error: type[Exception]) -> None:
    """A misspelt path is told with the right ones."""
    decision = decide(Case.from_dict(AT_THE_HOSPITAL))
    with pytest.raises(error, match=f"did you mean {HOSPITAL}"):
        decision.why_not("activation.social_security.hospitals")


def test_equal_decisions_give_equal_answers() -> None:
    """The answer is a value like any other."""
    first, second = (decide(Case.from_dict(AT_THE_HOSPITAL)).why_not(HOSPITAL) for _ in "ab")
    assert isinstance(first, WhyNot)
    assert first == second
