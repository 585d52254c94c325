"""The whole decision on a case, as a plain tree; and what complete facts give every part."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.evaluator import telling
from tests.evaluator.activation import OPTIONS
from tests.evaluator.facts import FACTS, known_facts
from tests.evaluator.insurance import TABLES
from tests.evaluator.next_change import days_of_change, next_change
from tests.evaluator.parts import PARTS
from tests.evaluator.terms import Facts, Outcome, Parameters, Tree


def evaluate(facts: Facts, parameters: Parameters | None = None) -> dict[str, Outcome]:
    """Every part's compared value and reasons under one complete assignment."""
    return {name: part.rule(facts, parameters or Parameters()) for name, part in PARTS.items()}


def decide_on(facts: Facts, parameters: Parameters) -> dict[str, Tree]:
    """Every part by its path, in the order of section 2."""
    options = {
        f"activation.{name}": telling.tell_option(name, facts, parameters) for name in OPTIONS
    }
    types = {
        f"insurance.{name}": telling.tell_insurance(name, facts, parameters) for name in TABLES
    }
    return {
        "loss_report": telling.tell_loss_report(facts, parameters),
        **options,
        "application": telling.tell_application(facts, parameters),
        **types,
        "medical_benefit": telling.tell_medical_benefit(facts, parameters),
        "rights": telling.tell_rights(facts, parameters),
    }


def decide(case: Mapping[str, Any], **parameters: Any) -> Tree:
    """The whole decision on a valid case, nested as in JSON, without the rule book.

    Parameters are named as in the contract; one that is not given has its default.
    """
    facts, set_ = known_facts(case), Parameters()._replace(**parameters)
    parts = decide_on(facts, set_)
    needed = {fact for part in parts.values() for fact in part["needs"]}

    def on(day: date) -> dict[str, Tree]:
        return decide_on({**facts, "as_of": day}, set_)

    return {
        "as_of": facts["as_of"].isoformat(),
        "loss_report": parts["loss_report"],
        "activation": [parts[f"activation.{name}"] for name in OPTIONS],
        "application": parts["application"],
        "insurance": {"types": [parts[f"insurance.{name}"] for name in TABLES]},
        "medical_benefit": parts["medical_benefit"],
        "rights": parts["rights"],
        "needs": [fact for fact in FACTS if fact in needed],
        "next_change": next_change(parts, on, days_of_change(facts, set_)),
    }
