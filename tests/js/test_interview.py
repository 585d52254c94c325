"""The reader asks the questions of the library's own interview, one after another."""

from __future__ import annotations

import datetime
import json
import math
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ssrules import RuleBook
from ssrules.asking.interview import Interview
from tests.js.books import BOOKS
from tests.js.node import run

SCRIPT = Path(__file__).parent / "interview.mjs"
HELD = 20
"""How many interviews are held on each book."""
DAY = "2026-11-24"


def picked(question: Any, number: float) -> Any:
    """The same choice as in `interview.mjs`."""
    if number < 0.15:
        return None
    share = (number - 0.15) / 0.85
    if question.values:
        return question.values[math.floor(share * len(question.values))]
    if question.kind == "int":
        return question.lowest + math.floor(share * (min(question.highest, 100) - question.lowest))
    return f"2026-{'01' if share < 0.5 else '05'}-20" if question.kind == "date" else "ICBC"


def held(book: RuleBook, aim: dict[str, Any]) -> dict[str, Any]:
    """What the library asks, and what is known in the end."""
    interview = Interview(
        book.case({"as_of": DAY}),
        book,
        about=aim["about"],
        documents=aim["documents"],
        language="zh",
    )
    asked = []
    for number in [*aim["answers"], None]:
        question = interview.question
        asked.append(None if question is None else question.to_dict())
        if question is None or number is None:
            break
        answer = picked(question, number)
        interview = interview.skip() if answer is None else interview.answer(answer)
    before = book.table.blank(datetime.date.fromisoformat(DAY)).to_paths()
    known = interview.case.to_paths()
    return {"asked": asked, "known": {**before, **known}}


@pytest.mark.parametrize(("name", "make"), BOOKS.items(), ids=BOOKS)
def test_it_asks_as_the_library(name: str, make: Callable[[], RuleBook]) -> None:
    """Whatever is answered or skipped, asked about, and with documents or without."""
    book = make()
    draw = random.Random(name)
    sections = list(dict.fromkeys(each.name.split(".")[0] for each in book.rule_sets))
    aims = [
        {
            "as_of": DAY,
            "about": draw.choice([[], [], [draw.choice(sections)]]),
            "documents": draw.random() < 0.5,
            "answers": [draw.random() for _ in range(25)],
        }
        for _ in range(HELD)
    ]
    given = json.dumps({"compiled": book.compiled(), "interviews": aims})
    found = json.loads(run(SCRIPT, given))
    for aim, one in zip(aims, found, strict=True):
        wanted = json.loads(json.dumps(held(book, aim)))
        assert one["asked"] == wanted["asked"], aim
        defaults = {fact.path: fact.default for fact in book.table}
        told = {path: value for path, value in one["known"].items() if value != defaults[path]}
        assert told == wanted["known"], aim
