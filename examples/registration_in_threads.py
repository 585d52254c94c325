"""A hospital's registration: eight desks at once, one rule book, one log."""

from __future__ import annotations

import datetime
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from ssrules import Case, Decision, DecisionLog, FactError, RuleBook, decide

HOSPITAL = {"institution.kind": "hospital", "institution.designated": True}
OPTION = "activation.social_security.hospital"
BOOK = RuleBook.default().prepare()


def at_registration(facts: dict[str, Any], day: datetime.date) -> Decision:
    """What holds for whoever registers: the hospital is known, the rest is told by the card."""
    return decide(Case.from_paths({"as_of": day, **HOSPITAL, **facts}), BOOK)


def visitors() -> list[dict[str, Any]]:
    """A morning: new cards, used ones, some of which the card system does not tell all."""
    new = {"card.social_security": "inactive", "card.used_at_designated_institution": False}
    used = {"card.social_security": "active", "card.used_at_designated_institution": True}
    untold = {"card.social_security": "inactive"}
    misspelt = {"card.social_securty": "inactive"}
    morning = []
    for number in range(400):
        card = {**(new, used, untold, new)[number % 4]} if number % 100 else misspelt
        registration = {"visit.registration": ("outpatient", "hospitalization")[number % 2]}
        morning.append({**card, **registration, "documents.social_security_card": True})
    return morning


def main(path: str) -> Counter[str]:
    """Register the morning's visitors at eight desks, and count what came of it."""
    log = DecisionLog(path)
    day = datetime.date(2026, 11, 22)

    def desk(numbered: tuple[int, dict[str, Any]]) -> str:
        number, facts = numbered
        try:
            decision = at_registration(facts, day)
        except FactError as error:
            return f"refused at the desk: {error.faults[0].path}"
        log.append(decision, id=number, time=f"{day}T08:00:00+08:00")
        status: str = decision.part(OPTION).status
        return status

    with ThreadPoolExecutor(8) as desks:
        return Counter(desks.map(desk, enumerate(visitors())))


if __name__ == "__main__":
    for status, count in main(sys.argv[1] if len(sys.argv) > 1 else "registration.jsonl").items():
        print(f"{count:4} {status}")
