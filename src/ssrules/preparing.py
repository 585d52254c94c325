"""Everything that a book would do at its first use, done beforehand."""

from __future__ import annotations

import contextlib
import importlib
import pkgutil
import sys
from collections.abc import Iterable

from ssrules.deciding.decider import Decider
from ssrules.decisions import Decision
from ssrules.errors import FactError
from ssrules.late import door
from ssrules.records.case import Facts
from ssrules.tables.book import Book

ELSEWHERE = ("__main__", "cli", "display", "frames", "strategies")
"""Files and packages that need an extra, or a terminal, and decide no case."""
A_DAY = "2100-01-01"
"""Any day will do: what is worked out first is what holds while every fact is unknown."""


def prepare(book: Book) -> None:
    """Import all that a decision and the questions about it may need, and answer each once."""
    with door:
        library = sys.modules[__name__.partition(".")[0]]
        _import_all(library.__name__, library.__path__)
    cls: type[Facts] = book.facts
    with contextlib.suppress(FactError):
        cls.from_dict({"as_of": A_DAY, "": None})  # how faults are found and told
    case = cls.from_json(cls.from_dict({"as_of": A_DAY}).to_json())
    with contextlib.suppress(FactError):  # where the book does not cover the day
        decision = Decider.of(book).decide(case)
        Decision.from_json(decision.to_json())
        decision.explain()
        decision.questions()
        for path, _ in decision.parts:
            decision.why_not(path)


def _import_all(prefix: str, folders: Iterable[str]) -> None:
    for found in pkgutil.iter_modules(folders):
        if found.name in ELSEWHERE:
            continue
        name = f"{prefix}.{found.name}"
        with contextlib.suppress(ImportError):  # durable-rules, from Python 3.13 on
            with door:
                module = importlib.import_module(name)
            if found.ispkg:
                _import_all(name, module.__path__)
