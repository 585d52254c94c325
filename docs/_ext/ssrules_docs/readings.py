"""How ambiguous words are read, and how sure the words themselves are: all of it on one page."""

from __future__ import annotations

from ssrules.rulebook import RuleBook
from ssrules.tables import Reading
from ssrules.tables.clauses import Certainty
from ssrules_docs.clauses import sure, title_of
from ssrules_docs.markdown import code, link, plain, table
from ssrules_docs.rule_book import reading
from ssrules_docs.words import heading, said


def written(language: str) -> str:
    """Every reading of the default rule book, with the rows that rest on it."""
    book = RuleBook.default()
    read: dict[Reading, dict[str, None]] = {}
    for rule_set in book.rule_sets:
        for rule in rule_set.rules:
            for each in rule.readings:
                read.setdefault(each, {})[link(code(rule.id), f"rule-{rule.id}")] = None
        for asked in rule_set.requirements:
            for each in asked.readings:
                target = f"rule-{rule_set.name}-{asked.code}"
                read.setdefault(each, {})[link(code(asked.code), target)] = None
    for parameter in book.parameters:
        for each in parameter.readings:
            target = f"parameter-{parameter.name}"
            read.setdefault(each, {})[link(code(parameter.name), target)] = None
    return "\n".join(reading(each, language, ", ".join(rows)) for each, rows in read.items())


def by_certainty(language: str) -> str:
    """What each certainty means, and the clauses from the surest to the least sure."""
    order = [*Certainty]
    codes = table(
        [heading(each, language) for each in ("code", "meaning")],
        ((code(each), plain(said(f"certainty:{each}", language))) for each in order),
    )
    found = sorted(
        RuleBook.default().clauses.values(),
        key=lambda each: len(order) if each.certainty is None else order.index(each.certainty),
    )
    clauses = table(
        [heading(each, language) for each in ("clause", "meaning", "certainty")],
        (
            (
                link(code(each.id), f"clause-{each.id}"),
                plain(title_of(each, language)),
                plain(sure(each, language)) or heading("unknown", language),
            )
            for each in found
        ),
    )
    return f"{codes}\n{clauses}"
