"""Section 2: each part of a decision as it is told."""

from __future__ import annotations

from typing import Any

from tests.evaluator import activation, application, documents, insurance, loss_report
from tests.evaluator import medical_benefit as benefit
from tests.evaluator import rights as duties
from tests.evaluator.citations import clauses_of
from tests.evaluator.judging import judge
from tests.evaluator.terms import Facts, Parameters, Tree, Verdict


def reasons(name: str, verdict: Verdict) -> Tree:
    """The fields that every part has."""
    return {
        "because": list(verdict.because),
        "clauses": clauses_of(name, verdict.because),
        "needs": list(verdict.needs),
    }


def settled(verdict: Verdict, undetermined: Any = None) -> Any:
    """The one value that all completions give, or else what is told instead."""
    return verdict.values[0] if len(verdict.values) == 1 else undetermined


def tell_loss_report(facts: Facts, parameters: Parameters) -> Tree:
    """Section 2.1."""
    verdict = judge("loss_report", facts, parameters)
    status = settled(verdict, "undetermined")
    return {
        "status": status,
        "function": "social_security",
        **loss_report.days(facts, parameters),
        "release_steps": loss_report.release_steps(status, facts["card.financial"]),
        **reasons("loss_report", verdict),
    }


def tell_option(option: str, facts: Facts, parameters: Parameters) -> Tree:
    """Section 2.2, one of the four."""
    name = f"activation.{option}"
    verdict = judge(name, facts, parameters)
    refused = verdict.values == (False,)
    wanted = [] if refused else activation.documents(option, facts["visit.by"])
    lists = documents.told(wanted, facts)
    open_ = "incomplete" if lists["missing_documents"] or lists["unconfirmed_documents"] else None
    loss_reports = judge("loss_report", facts, parameters).values
    in_time = None
    if option == activation.FINANCIAL and facts["card.received_on"] is not None:
        in_time = not loss_report.window_elapsed(facts, parameters)
    function, channel = option.split(".")
    return {
        "function": function,
        "channel": channel,
        "status": "refused"
        if refused
        else (open_ or "allowed")
        if settled(verdict)
        else "undetermined",
        **lists,
        "steps": [] if refused else list(activation.STEPS.get(option, ())),
        "effects": [] if refused else activation.effects(option, loss_reports),
        "in_time": in_time,
        **reasons(name, verdict),
    }


def tell_application(facts: Facts, parameters: Parameters) -> Tree:
    """Section 2.3."""
    verdict = judge("application", facts, parameters)
    route = settled(verdict)
    asked = application.MATERIALS.get(route, application.NOTHING)
    return {
        "status": "determined" if route else "undetermined",
        "route": route,
        "in_person": asked.in_person,
        "open_routes": list(asked.open_routes),
        "steps": list(asked.steps),
        **documents.told(asked.documents, facts),
        **reasons("application", verdict),
    }


def tell_insurance(type_: str, facts: Facts, parameters: Parameters) -> Tree:
    """Section 2.4, one of the five."""
    name = f"insurance.{type_}"
    verdict = judge(name, facts, parameters)
    answer = settled(verdict)
    return {
        "type": type_,
        "status": "determined" if answer else "undetermined",
        "participation": answer and answer.participation,
        "scheme": answer and answer.scheme,
        "payers": list(answer.payers) if answer else [],
        "collected_with": answer and insurance.collected_with(type_, answer),
        "remitted_by": answer and insurance.remitted_by(answer),
        "listed_in": insurance.listed_in(type_),
        **reasons(name, verdict),
    }


def tell_medical_benefit(facts: Facts, parameters: Parameters) -> Tree:
    """Section 2.5; it can be provided only where employment is known."""
    verdict = judge("medical_benefit", facts, parameters)
    status = settled(verdict, "undetermined")
    provided = status == "provided"
    return {
        "status": status,
        **(benefit.benefit(facts["person.employment"]) if provided else benefit.NOTHING),
        **reasons("medical_benefit", verdict),
    }


def tell_rights(facts: Facts, parameters: Parameters) -> Tree:
    """Section 2.6; while it is undetermined, what the individual has either way."""
    verdict = judge("rights", facts, parameters)
    first = verdict.values[0][0]
    individual = [item for item in first if all(item in theirs for theirs, _ in verdict.values)]
    _, unit = settled(verdict, ((), ()))
    return {
        "status": "determined" if settled(verdict) else "undetermined",
        "individual": duties.told(individual),
        "unit": duties.told(unit),
        **reasons("rights", verdict),
    }
