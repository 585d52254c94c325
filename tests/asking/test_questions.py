"""Questions: what to ask next, and how few questions settle a decision."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.columns import columns

from ssrules import Case, decide
from ssrules.facts import FACTS
from ssrules.records.case import replaced as with_facts
from ssrules.records.kinds import members
from ssrules.sheets.pieces import WIDTH
from ssrules.strategies import cases, fact, receipt_dates

NOTHING_KNOWN = Case.from_dict({"as_of": "2026-11-22"})
RETIRED: dict[str, Any] = {
    "as_of": "2026-11-22",
    "person": {"employment": "retired", "age": 70},
    "card": {"social_security": "active", "financial": "active"},
    "institution": {"kind": "other"},
    "visit": {"cause": "none"},
}


@settings(max_examples=40)
@given(cases(), st.data())
def test_asking_the_first_question_again_and_again_settles_everything(
    case: Case, data: st.DataObject
) -> None:
    """Whatever the answers, it ends; each question is needed, and none is asked twice."""
    asked: list[str] = []
    decision = decide(case)
    while (question := decision.questions().first) is not None:
        assert question.path in decision.needs
        assert question.path not in asked
        asked.append(question.path)
        received = question.path == "card.received_on"
        answer = data.draw(receipt_dates(case.as_of) if received else fact(question.path))
        case = with_facts(case, {question.path: answer})
        decision = decide(case)
    assert decision.needs == ()
    assert all(part.status != "undetermined" for _, part in decision.parts)


@given(cases())
def test_exactly_the_facts_that_are_needed_are_asked(case: Case) -> None:
    """No fact that cannot matter, each that can, with the parts that need it."""
    decision = decide(case)
    found = decision.questions()
    assert {each.path for each in found.questions} == set(decision.needs)
    assert found.open == tuple(
        path for path, part in decision.parts if part.status == "undetermined"
    )
    for question in found.questions:
        needing = [path for path, part in decision.parts if question.path in part.needs]
        assert list(question.parts) == needing


@given(cases())
def test_the_best_question_stands_first(case: Case) -> None:
    """The figures fall from question to question, and none is negative."""
    figures = [(each.narrows, each.settles) for each in decide(case).questions().questions]
    assert figures == sorted(figures, reverse=True)
    assert all(narrows >= 0 and settles >= 0 for narrows, settles in figures)


def test_the_figures_by_hand() -> None:
    """Three facts are open, each of two answers that alone settle one part: a bit each."""
    found = decide(Case.from_dict(RETIRED)).questions()
    assert found.open == ("application", "insurance.endowment", "insurance.medical")
    assert [(each.path, each.narrows, each.settles) for each in found.questions] == [
        ("person.residence", 1.0, 1.0),
        ("person.medical_years_met", 1.0, 1.0),
        ("person.endowment_years_met", 1.0, 1.0),
    ]
    assert [each.values for each in found.questions] == [
        ("rural", "urban"),
        (False, True),
        (False, True),
    ]


def test_two_facts_that_answer_together_share_what_they_tell() -> None:
    """Of two unknown banks each is credited with half; with one known, the other has it all."""
    at_the_bank = {
        **RETIRED,
        "person": {"employment": "student"},
        "institution": {"kind": "bank_outlet"},
        "card": {"social_security": "active", "financial": "inactive"},
    }

    def figures(case: dict[str, Any]) -> dict[str, tuple[float, float]]:
        found = decide(Case.from_dict(case)).questions().questions
        return {each.path: (each.narrows, each.settles) for each in found}

    both = figures(at_the_bank)
    assert both["card.bank"] == both["institution.bank"] == (0.5, 0.5)
    one = figures({**at_the_bank, "card": {**at_the_bank["card"], "bank": "ICBC"}})
    assert one["institution.bank"] == (1.0, 1.0)
    assert "card.bank" not in one


def test_nothing_is_asked_where_everything_is_determined() -> None:
    """An answer of a few words, not an empty table."""
    known = Case.from_dict(
        {
            **RETIRED,
            "person": {
                **RETIRED["person"],
                "residence": "rural",
                "medical_years_met": True,
                "endowment_years_met": False,
            },
        }
    )
    found = decide(known).questions()
    assert found.questions == ()
    assert found.first is None
    assert str(found) == "Nothing to ask: every part is determined."


@given(cases())
def test_questions_are_plain_data_and_fit_a_terminal(case: Case) -> None:
    """Their JSON is their mapping, and no line of the text is wider than it may be."""
    found = decide(case).questions()
    assert json.loads(found.to_json()) == found.to_dict()
    text = str(found)
    assert all(columns(line) <= WIDTH for line in text.splitlines())
    assert all(each.path in text for each in found.questions)


# How few questions: the expected number where every answer is equally likely, by trying all.

Choose = Callable[[Case], tuple[str, ...]]


def answers(case: Case, path: str) -> list[Any]:
    """Answers to a question, equally likely, among which every answer that matters occurs."""
    if path == "card.received_on":
        return [case.as_of, case.as_of.replace(year=case.as_of.year - 1)]
    if path == "person.age":
        return [15, 16]
    if path in ("card.bank", "institution.bank"):
        known = case.card.bank or case.institution.bank
        return [known, f"not {known}"] if known else ["ICBC"]
    kind = next(each.kind for each in FACTS if each.path == path)
    return [False, True] if kind is bool else list(members(kind).values())


def expected_number(case: Case, choose: Choose, known: dict[Case, float]) -> float:
    """The expected number of questions, the best of the facts chosen being asked each time."""
    if case not in known:
        known[case] = min(
            (1 + _after(case, path, choose, known) for path in choose(case)), default=0.0
        )
    return known[case]


def _after(case: Case, path: str, choose: Choose, known: dict[Case, float]) -> float:
    told = [with_facts(case, {path: answer}) for answer in answers(case, path)]
    return sum(expected_number(each, choose, known) for each in told) / len(told)


def every_need(case: Case) -> tuple[str, ...]:
    """Any question may be asked next."""
    return decide(case).needs


def the_first(case: Case) -> tuple[str, ...]:
    """Only the first question is asked next."""
    first = decide(case).questions().first
    return (first.path,) if first else ()


PERSON_KNOWN = {"employment": "student", "residence": "urban"}
CASES: dict[str, tuple[dict[str, Any], float]] = {
    "a person of whom nothing is known": (
        {
            "card": {"social_security": "active", "financial": "active"},
            "institution": {"kind": "other"},
        },
        1.0,
    ),
    "a card of which nothing is known": (
        {"person": PERSON_KNOWN, "institution": {"kind": "other"}},
        1.0,
    ),
    "a card at a bank outlet": (
        {"person": PERSON_KNOWN, "institution": {"kind": "bank_outlet", "bank": "ICBC"}},
        1.0,
    ),
    "a holder in a hospital": (
        {
            "person": PERSON_KNOWN,
            "card": {"financial": "inactive"},
            "institution": {"kind": "hospital"},
        },
        1.0,
    ),
    "a holder at some place": (
        {
            "person": PERSON_KNOWN,
            "card": {"received_on": "2026-11-01", "used_at_designated_institution": False},
            "visit": {"registration": "none"},
        },
        1.04,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_order_takes_no_or_few_more_questions_than_the_best(name: str) -> None:
    """Against all orders, adaptive ones included, by trying them."""
    facts, ratio = CASES[name]
    case = Case.from_dict({"as_of": "2026-11-22", "visit": {"cause": "none"}, **facts})
    least = expected_number(case, every_need, {})
    asked = expected_number(case, the_first, {})
    assert least <= asked + 1e-9
    assert asked <= least * ratio + 1e-9
