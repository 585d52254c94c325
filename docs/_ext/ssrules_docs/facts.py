"""The table of facts: path, values, meaning and default, with the words of both languages."""

from __future__ import annotations

import datetime
import itertools

from ssrules.facts import FACTS, Fact
from ssrules.records.kinds import members
from ssrules_docs.markdown import code, lines, place, plain, strong, table
from ssrules_docs.words import LANGUAGES, heading, said

KINDS = {bool: "kind:bool", datetime.date: "kind:date", int: "kind:int", str: "kind:str"}


def written(language: str) -> str:
    """A table for each group of facts."""
    grouped = itertools.groupby(FACTS, key=lambda fact: fact.path.rpartition(".")[0])
    return "\n".join(
        f"## {code(group) if group else heading('day', language)}\n\n"
        + table(
            [heading(each, language) for each in ("fact", "meaning", "values", "default")],
            ([*_cells(fact, language)] for fact in found),
        )
        for group, found in grouped
    )


def _cells(fact: Fact, language: str) -> tuple[str, ...]:
    order = (language, *(each for each in LANGUAGES if each != language))
    names = dict.fromkeys(filter(None, (said(fact.path, each) for each in order)))
    return (
        place(code(fact.path), f"fact-{fact.path}"),
        lines([" ".join(strong(plain(each)) for each in names), plain(meaning(fact, language))]),
        _values(fact, language),
        _default(fact, language),
    )


def meaning(fact: Fact, language: str) -> str:
    """What a fact means."""
    return said(f"meaning:{fact.path}", language) or fact.meaning


def _values(fact: Fact, language: str) -> str:
    if fact.kind in KINDS:
        return heading(KINDS[fact.kind], language)
    return lines(
        f"{code(value)} {plain(said(f'{fact.path}={value}', language))}"
        for value in members(fact.kind)
    )


def _default(fact: Fact, language: str) -> str:
    if fact.required:
        return heading("required", language)
    if fact.default is None:
        return heading("unknown", language)
    return code(str(fact.default).lower())
