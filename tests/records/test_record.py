"""How facts, decisions and rules show themselves."""

from __future__ import annotations

import pytest
from hypothesis import given

from ssrules import Case, Decision, RuleBook, decide, decisions, facts, tables
from ssrules.records.record import Record
from ssrules.strategies import cases
from ssrules.tables import inputs


def made_again(shown: object) -> object:
    """The object that an object's own text makes."""
    modules = (facts, decisions, tables, inputs)
    names = {name: each for module in modules for name, each in vars(module).items()}
    return eval(repr(shown), names)  # noqa: S307  # the text is our own


@given(cases())
def test_what_a_case_shows_makes_it_again(case: Case) -> None:
    """Its text is an expression for an equal case."""
    assert made_again(case) == case


@given(cases())
def test_what_a_decision_shows_makes_it_again(case: Case) -> None:
    """Its text is an expression for an equal decision."""
    decision = decide(case)
    found = made_again(decision)
    assert isinstance(found, Decision)
    assert found == decision


@pytest.mark.parametrize("rule_set", RuleBook.default().rule_sets, ids=lambda each: each.name)
def test_what_a_rule_set_shows_makes_it_again(rule_set: tables.RuleSet) -> None:
    """Its text is an expression for an equal rule set."""
    assert made_again(rule_set) == rule_set


def test_what_is_unknown_is_not_shown() -> None:
    """A fact that has its default goes without saying; one that is set to unknown does not."""
    case = Case.from_dict({"as_of": "2026-11-22", "person": {"residence": "rural"}})
    shown = "Case(as_of=datetime.date(2026, 11, 22), person=Person(residence=Residence.RURAL))"
    assert repr(case) == shown
    unknown = facts.Person(unit_requires_self_application=None)
    assert repr(unknown) == "Person(unit_requires_self_application=None)"
    assert repr(facts.Person(unit_requires_self_application=False)) == "Person()"


def test_facts_decisions_and_rules_are_all_shown_so() -> None:
    """No class of theirs writes out every field."""
    rule_set = RuleBook.default().rule_set("loss_report")
    for shown in (rule_set, rule_set.rules[0], *rule_set.inputs, rule_set.rules[0].cites[0]):
        assert isinstance(shown, Record)
    for module in (facts, decisions, tables):
        for found in vars(module).values():
            if hasattr(found, "__attrs_attrs__") and found.__module__ == module.__name__:
                assert found.__repr__ is Record.__repr__, found
