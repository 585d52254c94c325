"""Rule sets and books take lists and single things, and tell what is of another kind."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from ssrules import Case, RuleBook, decide
from ssrules.errors import RuleError
from ssrules.tables import Clause, HitPolicy, Requirement, Rule, RuleSet

CLAUSE = Clause(id="c", title="t", words="w", language="en", version=datetime.date(2026, 1, 1))
RULE = Rule(id="gate.open", cites=CLAUSE, then={"open": True})
REQUIREMENT = Requirement(code="rural", cites=CLAUSE, holds_if={"person.residence": "rural"})


def gate(**given: Any) -> RuleSet:
    """A rule set with one rule, of which something else is given."""
    usual: dict[str, Any] = {
        "name": "gate",
        "title": "gate",
        "inputs": ("person.residence",),
        "rules": (RULE,),
        "outputs": {"open": (True, False)},
    }
    return RuleSet(**usual | given)


def book(rule_sets: Any) -> RuleBook:
    """A rule book of one's own."""
    return RuleBook(name="mine", version="1", rule_sets=rule_sets)


@pytest.mark.parametrize(
    "given",
    [
        {"rules": [RULE]},
        {"rules": RULE},
        {"inputs": "person.residence"},
        {"inputs": ["person.residence"]},
        {"hit_policy": "UNIQUE"},
        {"hit_policy": HitPolicy.UNIQUE},
        {"requirements": []},
    ],
)
def test_a_list_or_a_single_one_is_as_a_tuple(given: dict[str, Any]) -> None:
    """The rule sets are equal, and decide."""
    assert gate(**given) == gate()
    for rule_sets in ((gate(**given),), [gate(**given)], gate(**given)):
        decision = decide(Case.from_dict({"as_of": "2026-11-22"}), book(rule_sets))
        assert decision.part("gate").outputs["open"] is True


def test_a_single_requirement_or_compared_output_is_taken_as_one() -> None:
    """A text is not taken for its letters."""
    found = gate(requirements=REQUIREMENT, compare="open")
    assert found.requirements == (REQUIREMENT,)
    assert found.compare == ("open",)


@pytest.mark.parametrize(
    ("make", "code", "told"),
    [
        (lambda: gate(rules=[REQUIREMENT]), "not_of_the_kind", "is no Rule: write a tuple"),
        (lambda: gate(rules="x"), "not_of_the_kind", "'x' is no Rule"),
        (lambda: gate(requirements=[RULE]), "not_of_the_kind", "is no Requirement"),
        (lambda: book([RULE]), "not_of_the_kind", "is no RuleSet"),
        (lambda: gate(hit_policy="FIRST"), "no_hit_policy", "known: UNIQUE, ANY, COLLECT"),
        (lambda: gate(hit_policy="UNIQE"), "no_hit_policy", "did you mean UNIQUE"),
        (
            lambda: gate(outputs={"open": (True, False), "way": None}),
            "leaves_out",
            "gives no 'way', which its rule set declares",
        ),
    ],
)
def test_what_is_wrong_is_told_by_its_code_in_both_languages(
    make: Any, code: str, told: str
) -> None:
    """When it is made, not when the first case is decided."""
    with pytest.raises(RuleError) as raised:
        make()
    assert raised.value.code == code
    assert told in str(raised.value)
    assert any("\u4e00" <= each <= "\u9fff" for each in raised.value.told("zh"))


def test_an_output_that_may_be_none_may_be_left_out() -> None:
    """And any where the rules collect."""
    assert gate(outputs={"open": (True, False), "way": ("a", None)}).rules == (RULE,)
    assert gate(outputs={"open": None, "way": None}, hit_policy="COLLECT").rules == (RULE,)
