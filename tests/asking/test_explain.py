"""Explanations: each part with its answer, its rules, their clauses, and the facts behind it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from tests.columns import columns
from tests.contract import PARTS, READS, READS_DOCUMENTS

from ssrules import Case, Decision, RuleBook, SsrulesError, decide
from ssrules.errors import UnknownNameError
from ssrules.facts import FACTS
from ssrules.records.case import replaced as with_facts
from ssrules.sheets.pieces import WIDTH
from ssrules.strategies import cases
from ssrules.tables import Requirement, Rule, RuleSet

COUNTER: dict[str, Any] = {
    "as_of": "2026-11-22",
    "person": {"employment": "flexible"},
    "card": {
        "received_on": "2026-01-25",
        "bank": "ICBC",
        "social_security": "inactive",
        "financial": "inactive",
    },
    "institution": {"kind": "bank_outlet", "bank": "ICBC"},
}


@given(cases())
def test_every_part_is_explained_by_its_own_reasons_and_clauses(case: Case) -> None:
    """Parts, reasons and clauses are those of the decision, the words those of the rule book."""
    decision = decide(case)
    book = RuleBook.default()
    explained = decision.explain()
    assert tuple(each.path for each in explained.parts) == PARTS
    for part in explained.parts:
        decided = decision.part(part.path)
        assert part.status == decided.status
        assert tuple(each.code for each in part.reasons) == decided.because
        assert part.needs == decided.needs
        cited = [clause for reason in part.reasons for clause in reason.clauses]
        assert tuple(dict.fromkeys(each.id for each in cited)) == decided.clauses
        for clause in cited:
            original = book.clause(clause.id)
            assert clause.words == original.words
            assert (clause.title, clause.language) == (original.title, original.language)


@given(cases())
def test_the_facts_that_are_told_are_enough(case: Case) -> None:
    """With these facts alone, every other one unknown, each part has its answer and reasons."""
    decision = decide(case)
    for part in decision.explain().parts:
        if part.status == "undetermined":
            assert part.facts == ()
            continue
        told = {each.path for each in (*part.facts, *part.documents)}
        others = [each.path for each in FACTS if each.path not in told and each.path != "as_of"]
        bare = decide(with_facts(case, dict.fromkeys(others))).part(part.path)
        assert bare.status == part.status
        assert bare.because == decision.part(part.path).because


@given(cases())
def test_only_known_facts_that_the_part_reads_are_told(case: Case) -> None:
    """A fact behind an answer is read by the part's rules, and is told with its own value."""
    for part in decide(case).explain().parts:
        for fact in part.facts:
            assert fact.path in (*READS[part.path], "as_of")
            assert fact.value is not None
            assert with_facts(case, {fact.path: fact.value}) == case
        assert {each.path for each in part.documents} <= set(READS_DOCUMENTS.get(part.path, ()))


@given(cases())
def test_an_explanation_is_plain_data_and_fits_a_terminal(case: Case) -> None:
    """Its JSON is its mapping, and no line of its text is wider than it may be."""
    explained = decide(case).explain()
    assert json.loads(explained.to_json()) == explained.to_dict()
    assert all(columns(line) <= WIDTH for line in str(explained).splitlines())


def test_a_refusal_tells_only_what_refuses() -> None:
    """In a bank outlet it takes one fact to know that this is no hospital."""
    part = decide(Case.from_dict(COUNTER)).explain().part("activation.social_security.hospital")
    assert [str(fact) for fact in part.facts if fact.path.startswith("institution")] == [
        "institution.kind is bank_outlet"
    ]
    assert "this is no hospital" in str(part)


def test_a_chain_of_rules_is_followed_down_to_its_facts() -> None:
    """That the loss report is due hangs on the date, the window and both applications."""
    cited = RuleBook.default().clause("source.A4")
    asks = RuleSet(
        name="mine",
        title="Whether there is trouble",
        inputs=(RuleBook.default().rule_set("loss_report").outcome("status"),),
        outputs={"trouble": (False, True)},
        rules=(
            Rule(
                id="mine.no", cites=cited, when={"loss_report": "not_due"}, then={"trouble": False}
            ),
            Rule(
                id="mine.yes",
                cites=cited,
                when={"loss_report": ("due", "reported")},
                then={"trouble": True},
            ),
        ),
    )
    book = RuleBook.default().with_rule_sets(asks)
    part = decide(Case.from_dict(COUNTER), book).explain().part("mine")
    assert [reason.code for reason in part.reasons] == ["mine.yes"]
    assert {fact.path for fact in part.facts} == {
        "as_of",
        "card.received_on",
        "card.social_security",
        "card.financial",
    }
    assert ("activation_window_days", 300) in [(each.name, each.value) for each in part.parameters]
    text = str(part)
    assert "card.received_on is 2026-01-25" in text
    assert "activation_window_days is 300 days" in text
    assert "Under normal circumstances, within 300 days" in text


def test_what_makes_no_difference_is_not_told() -> None:
    """A flexible worker goes through the committee wherever the household is registered."""
    part = decide(Case.from_dict(COUNTER)).explain().part("application")
    assert [str(fact) for fact in part.facts] == ["person.employment is flexible"]
    assert [reason.code for reason in part.reasons] == [
        "application.rural",
        "application.urban_flexible",
    ]


def test_an_open_part_tells_what_it_hangs_on() -> None:
    """The needs stand in the text, and nothing is given as a reason."""
    part = decide(Case.from_dict({"as_of": "2026-11-22"})).explain().part("application")
    assert part.needs == ("person.residence", "person.employment")
    assert "person.residence" in str(part)
    assert part.reasons == ()


def test_the_parameter_told_is_the_one_in_force() -> None:
    """Another book's window is told by that book."""
    book = RuleBook.default().with_parameters(activation_window_days=10)
    part = decide(Case.from_dict(COUNTER), book).explain().part("loss_report")
    assert ("activation_window_days", 10) in [(each.name, each.value) for each in part.parameters]


BONUS = RuleSet(
    name="bonus",
    title="A locality's bonus",
    inputs=("visit.cause", RuleBook.default().rule_set("application").outcome("route")),
    requirements=(
        Requirement(
            code="not_ill",
            cites=RuleBook.default().clause("source.C4"),
            holds_if={"visit.cause": "illness"},
        ),
    ),
    outputs={"yuan": (50,)},
    rules=(Rule(id="bonus.any", cites=RuleBook.default().clause("source.C4"), then={"yuan": 50}),),
)


def test_a_rule_set_of_ones_own_is_explained_like_the_others() -> None:
    """Its words are its own data: title, inputs, outputs."""
    book = RuleBook.default().with_rule_sets(BONUS)
    ill = decide(Case.from_dict({**COUNTER, "visit": {"cause": "illness"}}), book)
    part = ill.explain().part("bonus")
    assert [str(each) for each in part.facts] == ["visit.cause is illness"]
    assert "A locality's bonus: possible now; yuan 50." in str(part)
    well = decide(Case.from_dict({**COUNTER, "visit": {"cause": "none"}}), book)
    (check,) = well.why_not("bonus").checks
    assert (check.code, str(check.state)) == ("not_ill", "fails")
    unknown = decide(Case.from_dict(COUNTER), book).questions()
    assert "bonus" in unknown.open


def test_a_part_that_does_not_exist_names_the_nearest() -> None:
    """A misspelt path is told with the right ones."""
    explained = decide(Case.from_dict(COUNTER)).explain()
    with pytest.raises(UnknownNameError, match="did you mean loss_report"):
        explained.part("loss_reprot")


def test_a_decision_read_back_says_that_it_knows_no_facts() -> None:
    """Without its case a decision explains nothing, and says what to do."""
    decision = Decision.from_json(decide(Case.from_dict(COUNTER)).to_json())
    with pytest.raises(SsrulesError, match="decide the case again"):
        decision.explain()
