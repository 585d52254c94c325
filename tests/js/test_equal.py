"""The reader in JavaScript answers as the library does, case by case."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from ssrules import FactError, RuleBook, decide
from ssrules.asking.explain import explain
from tests.js.books import BOOKS
from tests.js.drawing import Drawing
from tests.js.node import answers

CASES = {"built_in": 12_000, "dated": 5_000, "library": 5_000, "dated_library": 5_000}
"""How many cases are drawn for a book, 400 if it is not here."""
ASKED = 20
"""Every so many cases the questions and the explanation are compared, too."""


def expected(book: RuleBook, given: Any, *, asked: bool) -> dict[str, Any]:
    """What the library answers to a case, as JSON."""
    try:
        decision = decide(book.facts.from_dict(given), book)
    except FactError as error:
        chinese = [
            dict(zip(("message", "hint"), each.told("zh"), strict=True)) for each in error.faults
        ]
        told = error.to_dict()["faults"]
        return {
            "faults": told,
            "in_chinese": [one | two for one, two in zip(told, chinese, strict=True)],
        }
    found: dict[str, Any] = {"decision": decision.to_dict()}
    if asked:
        questions = decision.questions().to_dict()
        found["questions"] = {key: questions[key] for key in ("open", "questions")}
        found["explanations"] = [_kept(explain(decision, each).to_dict()) for each in ("en", "zh")]
    return found


def _kept(explanation: dict[str, Any]) -> dict[str, Any]:
    """What the reader tells of an explanation."""
    keys = ("path", "status", "title", "reasons", "needs")
    parts = [{key: part[key] for key in keys} for part in explanation["parts"]]
    return {"as_of": explanation["as_of"], "parts": parts}


@pytest.mark.parametrize(("name", "make"), BOOKS.items(), ids=BOOKS)
def test_it_answers_as_the_library(name: str, make: Callable[[], RuleBook]) -> None:
    """Decisions, faults, questions and reasons are the same for random cases."""
    book = make()
    drawing = Drawing(book, seed=20261124)
    cases = [drawing.case() for _ in range(CASES.get(name, 400))]
    found = answers(book, cases, ASKED)
    assert len(found) == len(cases)
    for at, (given, answer) in enumerate(zip(cases, found, strict=True)):
        wanted = json.loads(json.dumps(expected(book, given, asked=at % ASKED == 0)))
        assert answer == wanted, f"{at}: {json.dumps(given, ensure_ascii=False)}"
    told = [each for each in found if "faults" in each]
    assert len(cases) / 12 < len(told) < len(cases) / 2
