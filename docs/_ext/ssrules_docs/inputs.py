"""The inputs of rule sets: what each asks of a case, and what it may be."""

from __future__ import annotations

from typing import Any

from ssrules.facts import FACTS
from ssrules.rulebook import RuleBook
from ssrules_docs.facts import meaning
from ssrules_docs.markdown import code, lines, link, plain
from ssrules_docs.values import value
from ssrules_docs.words import said

PATHS = {fact.path: fact for fact in FACTS}


def asked(input_: Any, book: RuleBook, language: str) -> tuple[str, str, str]:
    """An input: its name, what it asks, and its values."""
    name = input_.name
    words = said(name, language) or (meaning(PATHS[name], language) if name in PATHS else "")
    told = [plain(words)] if words else []
    told += [link(code(path), f"fact-{path}") for path in input_.facts if path != name]
    for parameter in getattr(input_, "parameters", ()):
        numbers = ", ".join(_written(each) for _, each in book.timeline(parameter))
        told.append(f"{link(code(parameter), f'parameter-{parameter}')} = {numbers}")
    if name in PATHS:
        shown = link(code(name), f"fact-{name}")
    elif hasattr(input_, "rule_set"):
        shown = link(code(name), f"rule-set-{name}")
    else:
        shown = code(name)
    values = (f"{code(_written(each))} {value(name, each, language)}" for each in input_.values)
    return shown, lines(told), lines(values)


def _written(found: object) -> str:
    return str(found).lower() if isinstance(found, bool) else str(found)
