"""The facts of a rule book, what they may be, and the tests that rules ask of them."""

from __future__ import annotations

import datetime
from typing import Any

from ssrules.asking.topics import Topic
from ssrules.compiled.values import safe
from ssrules.deciding.axes import Axis
from ssrules.errors import RuleError
from ssrules.records.fields import Fact
from ssrules.records.text import told
from ssrules.records.unstructure import plain
from ssrules.tables.book import Book
from ssrules.tables.inputs import AsOf, AtLeast, Between, FactInput, LongerAgoThan, Same
from ssrules.words.speech import LANGUAGES, words

KINDS = {bool: "boolean", int: "number", str: "text", datetime.date: "date"}


def in_languages(text: str) -> dict[str, str]:
    """A text in every language."""
    return {language: str(told(text, language)) for language in LANGUAGES}


def fact(declared: Fact, book: Book) -> dict[str, Any]:
    """What a fact may be, and how it is asked for; what is usual is left out."""
    found: dict[str, Any] = {"path": declared.path, "kind": KINDS.get(declared.kind, "choice")}
    if found["kind"] == "choice":
        found["values"] = [str(each) for each in declared.values]
    if declared.kind is int:
        found["lowest"] = safe(declared.path, declared.lowest)
        found["highest"] = safe(declared.path, declared.highest)
        found["unit"] = declared.unit
    if declared.default is not None:
        found["default"] = plain(declared.default)
    if declared.required:
        found["required"] = True
    if declared.not_after:
        found["not_after"] = declared.not_after
    return {**found, "says": _says(Topic(declared.path, (declared.path,)), book, declared)}


def _says(topic: Topic, book: Book, declared: Fact | None = None) -> dict[str, Any]:
    """How something is called and asked for in every language, and its answers in order."""
    said: dict[str, Any] = {}
    for language in LANGUAGES:
        say = words(language, book.words)
        question = topic.question(book.table, say, (0.0, 0.0), ())
        said[language] = {"label": question.label, "ask": question.text}
        if question.choices:
            said[language]["values"] = [each.words for each in question.choices]
        if declared is not None:
            key = f"meaning:{declared.path}"
            said[language]["meaning"] = say.label(key, otherwise=told(declared.meaning, language))
    return said


def parameters(book: Book) -> dict[str, Any]:
    """Every parameter: its title, what it counts, and its values with their first days."""
    return {
        each.name: {
            "title": in_languages(each.title),
            "unit": each.unit,
            "timeline": [
                [plain(start), safe(each.name, value)] for start, value in book.timeline(each.name)
            ],
        }
        for each in book.parameters
    }


def axis(given: Axis, book: Book) -> dict[str, Any]:
    """An axis: a fact itself, whether two are the same, the period of `as_of`, or tests."""
    only = given.inputs[0]
    if isinstance(only, FactInput):
        return {"fact": only.fact}
    if isinstance(only, Same):
        says = _says(Topic(only.name, only.facts), book)
        return {"same": list(only.facts), "name": only.name, "says": says}
    if isinstance(only, AsOf):
        return {"as_of": plain(only.starts)}
    return {"fact": given.facts[0], "tests": [test(each, book) for each in given.inputs]}


def test(input_: Any, book: Book) -> dict[str, Any]:
    """A test of a number or a date; what it asks for are names of parameters."""
    if isinstance(input_, AtLeast):
        return {"name": input_.name, "at_least": input_.parameter}
    if isinstance(input_, Between):
        return {"name": input_.name, "between": [input_.lowest, input_.highest]}
    if not isinstance(input_, LongerAgoThan):
        raise RuleError.of(input_.name, "input_not_to_be_written", kind=type(input_).__name__)
    shortest = min(value for _, value in book.timeline(input_.parameter))
    if input_.unit == "months" and shortest < 0:
        raise RuleError.of(input_.parameter, "below_no_months")
    return {
        "name": input_.name,
        "longer_ago_than": input_.parameter,
        "unit": input_.unit,
        "in_force_on": input_.in_force_on,
        "first_day_counts": input_.first_day_counts,
    }
