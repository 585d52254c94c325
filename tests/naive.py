"""The oracle of the conformance tests: decisions by brute force over all completions.

Unknown facts are settled by their definition: try every value. Nothing here is shared with the
library. Only valid cases are accepted; a deadline past the last date is an OverflowError.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import product
from typing import Any, NamedTuple

from tests.naive_rules import (
    ADULT_AGE,
    CERTIFICATES,
    FACTS,
    LISTS,
    MEDICAL_SCHEMES,
    OPTIONS,
    PARTS,
    PHOTO,
    REASONS,
    ROUTES,
    SELF_APPLICATION,
    TYPES,
    VALUES,
    Facts,
    Names,
    Outcome,
    evaluate,
)

__all__ = ["completions", "decide", "evaluate"]

Tree = dict[str, Any]


class Verdict(NamedTuple):
    """What all completions together give one part: its distinct values, its reasons, its needs."""

    values: list[Any]
    because: list[str]
    needs: list[str]


def flatten(group: Mapping[str, Any], prefix: str = "") -> dict[str, object]:
    """Give the leaves of a nested case by their dotted paths."""
    flat: dict[str, object] = {}
    for key, value in group.items():
        if isinstance(value, Mapping):
            flat |= flatten(value, f"{prefix}{key}.")
        else:
            flat[f"{prefix}{key}"] = value
    return flat


def as_date(value: Any) -> date:
    """Read a date that may be an ISO string."""
    return value if isinstance(value, date) else date.fromisoformat(value)


def known_facts(case: Mapping[str, Any], as_of: date, window: timedelta) -> dict[str, object]:
    """Give every given fact by its path, and the derived tests; what is None is unknown."""
    facts = flatten(case)
    facts.setdefault(SELF_APPLICATION, False)
    received, age = facts.get("card.received_on"), facts.get("person.age")
    card, outlet = facts.get("card.bank"), facts.get("institution.bank")
    facts["window_elapsed"] = None if received is None else as_of > as_date(received) + window
    facts["adult"] = age >= ADULT_AGE if isinstance(age, int) else None
    facts["same_bank"] = None if card is None or outlet is None else card == outlet
    return facts


def completions(facts: Facts, tests: Iterable[str] = tuple(VALUES)) -> Iterator[dict[str, object]]:
    """Give every complete assignment of the tests: an unknown one takes each of its values."""
    names = tuple(tests)
    choices = [VALUES[name] if facts.get(name) is None else (facts[name],) for name in names]
    for values in product(*choices):
        yield dict(zip(names, values, strict=True))


def matters(test: str, outcomes: list[tuple[dict[str, object], Outcome]]) -> bool:
    """Say whether two completions that differ in this one test give different values."""
    seen: dict[tuple[object, ...], object] = {}
    for facts, outcome in outcomes:
        others = tuple(value for name, value in facts.items() if name != test)
        if seen.setdefault(others, outcome.value) != outcome.value:
            return True
    return False


def reasons_of(outcomes: list[Outcome]) -> list[str]:
    """Give the reasons shared by all, or else those that are alone in at least one, in order."""
    found = set(outcomes[0].reasons).intersection(*(outcome.reasons for outcome in outcomes))
    if not found:
        found = {outcome.reasons[0] for outcome in outcomes if len(outcome.reasons) == 1}
    return sorted(found, key=REASONS.index) if len(found) > 1 else list(found)


def judge(part: str, facts: Facts) -> Verdict:
    """Try every completion of the tests that the part reads."""
    rule, tests = PARTS[part]
    outcomes = [(complete, rule(complete)) for complete in completions(facts, tests)]
    values: list[Any] = []
    for _, outcome in outcomes:
        if outcome.value not in values:
            values.append(outcome.value)
    needs = [
        fact
        for fact, (test, _) in FACTS.items()
        if test in tests and facts.get(fact) is None and matters(test, outcomes)
    ]
    because = reasons_of([outcome for _, outcome in outcomes]) if len(values) == 1 else []
    return Verdict(values, because, needs)


def presented(document: str, facts: Facts, route: str | None = None) -> bool | None:
    """Say whether a document is at hand; None is unknown."""
    if document == "valid_certificate":
        either = [facts.get(f"documents.{name}") for name in CERTIFICATES]
        if True in either:
            return True
        return None if None in either else False
    if document == "photo":
        properties = (*PHOTO, "bareheaded") if route == "committee" else PHOTO
        every = [facts.get(f"documents.photo.{name}") for name in properties]
        if False in every:
            return False
        return None if None in every else True
    state = facts.get(f"documents.{document}")
    return None if state is None else state is True


def document_lists(documents: Names | None, facts: Facts, route: str | None = None) -> Tree:
    """Give the three lists of documents; None are those that the work unit names."""
    states = {name: presented(name, facts, route) for name in documents or []}
    return {
        "required_documents": None if documents is None else list(documents),
        "missing_documents": [name for name, state in states.items() if state is False],
        "unconfirmed_documents": [name for name, state in states.items() if state is None],
    }


def decide_loss_report(facts: Facts, as_of: date, window: timedelta) -> Tree:
    """Give the loss report part."""
    values, because, needs = judge("loss_report", facts)
    status = values[0] if len(values) == 1 else "undetermined"
    received = facts.get("card.received_on")
    deadline = None if received is None else as_date(received) + window
    steps = []
    if status in ("due", "reported") and facts.get("card.financial") != "active":
        steps.append("activate_financial_application_at_cooperating_bank")
    if status == "reported":
        steps.append("apply_for_release_at_designated_office")
    return {
        "status": status,
        "function": "social_security",
        "deadline": deadline and deadline.isoformat(),
        "days_left": deadline and (deadline - as_of).days,
        "due_from": deadline and (deadline + timedelta(days=1)).isoformat(),
        "release_steps": steps,
        "because": because,
        "needs": needs,
    }


def decide_option(name: str, facts: Facts) -> Tree:
    """Give one of the four ways of activation."""
    values, because, needs = judge(f"activation.{name}", facts)
    documents, steps, effects = OPTIONS[name]
    in_time = None
    if name == "financial.bank_outlet":
        if facts["window_elapsed"] is not None:
            in_time = not facts["window_elapsed"]
        report = judge("loss_report", facts).values
        if all(status in ("not_due", "due") for status in report):
            effects = ("loss_report_averted",)
        if all(status == "reported" for status in report):
            effects = ("release_required",)
    refused = values == [False]
    if refused:
        documents, steps, effects = (), (), ()
    lists = document_lists(documents, facts)
    if refused:
        status = "refused"
    elif len(values) > 1:
        status = "undetermined"
    elif lists["missing_documents"] or lists["unconfirmed_documents"]:
        status = "incomplete"
    else:
        status = "allowed"
    function, channel = name.split(".")
    return {
        "function": function,
        "channel": channel,
        "status": status,
        **lists,
        "steps": list(steps),
        "effects": list(effects),
        "in_time": in_time,
        "because": because,
        "needs": needs,
    }


def decide_application(facts: Facts) -> Tree:
    """Give the route of the application, or nothing but what it needs while that is open."""
    values, because, needs = judge("application", facts)
    route = values[0] if len(values) == 1 else None
    documents, steps = ROUTES[route] if route else ((), ())
    return {
        "status": "determined" if route else "undetermined",
        "route": route,
        "in_person": route == "bank" if route else None,
        "open_routes": list(dict.fromkeys([route, "bank"])) if route else [],
        "steps": list(steps),
        **document_lists(documents, facts, route),
        "because": because,
        "needs": needs,
    }


def decide_insurance(kind: str, facts: Facts) -> Tree:
    """Give one of the five types of insurance."""
    values, because, needs = judge(f"insurance.{kind}", facts)
    participation, scheme, payers = values[0] if len(values) == 1 else (None, None, ())
    merged = kind == "maternity" and participation == "mandatory"
    return {
        "type": kind,
        "status": "determined" if len(values) == 1 else "undetermined",
        "participation": participation,
        "scheme": scheme,
        "payers": list(payers),
        "collected_with": "medical" if merged else None,
        "listed_in": [name for name, types in LISTS.items() if kind in types],
        "because": because,
        "needs": needs,
    }


def decide_medical_benefit(facts: Facts) -> Tree:
    """Give medical care as an employee; it can be provided only while employment is known."""
    values, because, needs = judge("medical_benefit", facts)
    provided = values == ["provided"]
    return {
        "status": values[0] if len(values) == 1 else "undetermined",
        "forms": ["medical_services", "material_assistance"] if provided else [],
        "provided_by": ["society", "enterprise"] if provided else [],
        "funded_by": ["government", "employer", "individual"] if provided else [],
        "scheme": MEDICAL_SCHEMES[str(facts["person.employment"])] if provided else None,
        "because": because,
        "needs": needs,
    }


def decide_rights(facts: Facts) -> Tree:
    """Give duties and rights; while employment is unknown, the person's that hold either way."""
    values, because, needs = judge("rights", facts)
    individual, unit = values[0] if len(values) == 1 else (values[0][0], ())
    held = [item for item in individual if all(item in theirs for theirs, _ in values)]
    return {
        "status": "determined" if len(values) == 1 else "undetermined",
        "individual": [{"code": code, "kind": kind} for code, kind in held],
        "unit": [{"code": code, "kind": kind} for code, kind in unit],
        "because": because,
        "needs": needs,
    }


def decide_on(case: Mapping[str, Any], as_of: date, window: timedelta) -> dict[str, Tree]:
    """Give every part by its path as of one day, each fact staying as it is."""
    facts = known_facts(case, as_of, window)
    return {
        "loss_report": decide_loss_report(facts, as_of, window),
        **{f"activation.{name}": decide_option(name, facts) for name in OPTIONS},
        "application": decide_application(facts),
        **{f"insurance.{kind}": decide_insurance(kind, facts) for kind in TYPES},
        "medical_benefit": decide_medical_benefit(facts),
        "rights": decide_rights(facts),
    }


def next_change(case: Mapping[str, Any], as_of: date, window: timedelta) -> Tree | None:
    """Give the first later day with another status; only the end of a known window can be one."""
    received = flatten(case).get("card.received_on")
    if received is None:
        return None
    day = as_date(received) + window + timedelta(days=1)
    if day <= as_of:
        return None
    now, then = decide_on(case, as_of, window), decide_on(case, day, window)
    changes = [f"{path}.status" for path in now if now[path]["status"] != then[path]["status"]]
    return {"on": day.isoformat(), "changes": changes} if changes else None


def decide(case: Mapping[str, Any], *, window_days: int = 300) -> Tree:
    """Give the whole decision on a valid case as a plain tree, without rulebook and clauses."""
    as_of, window = as_date(case["as_of"]), timedelta(days=window_days)
    parts = decide_on(case, as_of, window)
    needed = {fact for part in parts.values() for fact in part["needs"]}
    return {
        "as_of": as_of.isoformat(),
        "loss_report": parts["loss_report"],
        "activation": [parts[f"activation.{name}"] for name in OPTIONS],
        "application": parts["application"],
        "insurance": {"types": [parts[f"insurance.{kind}"] for kind in TYPES]},
        "medical_benefit": parts["medical_benefit"],
        "rights": parts["rights"],
        "needs": [fact for fact in FACTS if fact in needed],
        "next_change": next_change(case, as_of, window),
    }
