"""How ambiguous words are read, and how sure the words themselves are: all of it on one page."""

from __future__ import annotations

from ssrules.rulebook import RuleBook
from ssrules.tables import Reading
from ssrules_docs.clauses import sure, title_of
from ssrules_docs.markdown import code, link, plain, table
from ssrules_docs.rule_book import reading
from ssrules_docs.words import heading


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
    """The clauses, from the surest to the least sure."""
    found = RuleBook.default().clauses.values()
    order = {
        name: at
        for at, name in enumerate(
            ("compared", "confirmed", "single_copy", "summary", "from_memory")
        )
    }
    ordered = sorted(
        found, key=lambda each: order.get(str(getattr(each, "certainty", None)), len(order))
    )
    head = [heading(each, language) for each in ("clause", "meaning", "certainty")]
    return table(
        head,
        (
            (
                link(code(each.id), f"clause-{each.id}"),
                plain(title_of(each, language)),
                plain(sure(each, language)) or heading("unknown", language),
            )
            for each in ordered
        ),
    )
