"""What a rule book answers, part by part, on cases that its rows tell apart, as the evaluator does.

Each part is asked on every combination of the facts that it reads, each number and date at both
sides of where the contract draws a line; then with documents one at a time, and with facts unknown.
"""

from __future__ import annotations

import functools
import itertools
import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tests.contract import READS, READS_DOCUMENTS, parts_of, tree_of
from tests.evaluator import telling
from tests.evaluator.activation import OPTIONS
from tests.evaluator.facts import FACTS, known_facts
from tests.evaluator.insurance import TABLES
from tests.evaluator.terms import Parameters, Tree

from ssrules import Case, RuleBook, decide

TODAY = date(2026, 11, 22)
ONE = timedelta(days=1)
AGES = (15, 16, 59, 60)
UNKNOWN = 60
"""So many of the cases of a part are asked with facts unknown, too."""


NEW_CARD = {
    "card.social_security": "inactive",
    "card.financial": "inactive",
    "card.received_on": str(TODAY - 300 * ONE),
}


def days(part: str) -> list[date]:
    """The day of asking: for insurance, both sides of every day on which a row begins or ends."""
    type_ = part.removeprefix("insurance.")
    rows = [row for rows in TABLES.get(type_, {}).values() for row in rows]
    turns = {day for row in rows for day in (row.since, row.until and row.until + ONE) if day}
    return sorted({TODAY, *turns, *(day - ONE for day in turns)})


def values(path: str) -> tuple[Any, ...]:
    """The values of a fact that are tried."""
    if path == "card.received_on":
        return (NEW_CARD[path], str(TODAY - 301 * ONE))
    if path == "card.bank":
        return ("ICBC",)
    if path == "institution.bank":
        return ("ICBC", "CCB")
    known = FACTS[path]
    return AGES if path == "person.age" else tuple(known)


def complete(part: str) -> Iterator[dict[str, Any]]:
    """Every combination of what a part reads, documents aside."""
    read = [path for path in READS[part] if path != "card.received_on" or part == "loss_report"]
    for day in days(part):
        for combined in itertools.product(*map(values, read)):
            yield {"as_of": str(day), **dict(zip(read, combined, strict=True))}


def of_the_card(part: str) -> Iterator[dict[str, Any]]:
    """For an option: the open case, and what a loss report makes of it."""
    kind = part.rpartition(".")[2]
    open_ = {
        "institution.kind": kind,
        "institution.designated": True,
        "card.bank": "ICBC",
        "institution.bank": "ICBC",
        "card.used_at_designated_institution": False,
        "visit.registration": "outpatient",
    }
    of_card = ("card.social_security", "card.financial", "card.received_on", "visit.by")
    for combined in itertools.product(*((*values(each), None) for each in of_card)):
        case = dict(zip(of_card, combined, strict=True))
        yield {"as_of": str(TODAY), **open_, **case}
        if case == {**case, **NEW_CARD}:
            yield from with_documents(part, {"as_of": str(TODAY), **open_, **case})


def with_documents(part: str, case: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """All documents at hand, none, and each of them the only one that is, or is not, or unknown."""
    names = READS_DOCUMENTS[part]
    for others, one in ((True, True), (False, False), (True, False), (False, True), (True, None)):
        for name in names if others != one else names[:1]:
            yield {**case, **dict.fromkeys(names, others), name: one}


@functools.cache
def flat_cases(part: str) -> tuple[dict[str, Any], ...]:
    """All cases of a part, by paths."""
    found = list(complete(part))
    some = random.Random(part)  # the same cases each time
    for case in some.choices(found, k=UNKNOWN):
        hidden = some.sample(READS[part], k=min(len(READS[part]), 1 + some.randrange(2)))
        found.append({**case, **dict.fromkeys(hidden)})
    if part.startswith("activation."):
        found += of_the_card(part)
    if part == "application":
        routes = {(True, "employee"), (False, "employee"), (False, "flexible"), (False, "student")}
        for oneself, employment in routes:
            case = {
                "as_of": str(TODAY),
                "person.employment": employment,
                "person.residence": "urban",
                "person.unit_requires_self_application": oneself,
            }
            found += with_documents(part, case)
    return tuple(found)


@functools.cache
def asked(part: str) -> tuple[tuple[Case, Tree], ...]:
    """The cases of a part with what the evaluator tells of it."""
    trees = [tree_of(each) for each in flat_cases(part)]
    return tuple((Case.from_dict(tree), told(part, tree)) for tree in trees)


def told(part: str, tree: dict[str, Any]) -> Tree:
    """One part of the evaluator's decision."""
    facts, parameters = known_facts(tree), Parameters()
    section, _, name = part.partition(".")
    if section == "activation" and name in OPTIONS:
        return telling.tell_option(name, facts, parameters)
    if section == "insurance":
        return telling.tell_insurance(name, facts, parameters)
    tell = getattr(telling, f"tell_{section}")
    found: Tree = tell(facts, parameters)
    return found


def answered(book: RuleBook, part: str) -> Iterator[str]:
    """Cases in which a part is told otherwise than the evaluator tells it."""
    for case, wanted in asked(part):
        found = parts_of(decide(case, book).to_dict())[part]
        if found != wanted:
            yield f"{part} on {case!r}: {found}, not {wanted}"
