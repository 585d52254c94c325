"""The numbers that a locality or a year may change."""

from __future__ import annotations

from ssrules.rulebook import RuleBook
from ssrules_docs.markdown import code, lines, link, place, plain, table
from ssrules_docs.rule_book import reading
from ssrules_docs.words import heading, said, told


def written(language: str) -> str:
    """A table of the parameters, and how each is read."""
    book = RuleBook.default()
    rows = []
    readings = []
    for each in book.parameters:
        values = ", ".join(code(str(value).lower()) for _, value in book.timeline(each.name))
        unit = said(f"unit:{each.unit}", language, each.unit)
        title = said(f"parameter:{each.name}", language) or told(each.title, language)
        rows.append(
            (
                place(code(each.name), f"parameter-{each.name}"),
                plain(title),
                f"{values} {unit}".strip(),
                lines(link(code(clause.id), f"clause-{clause.id}") for clause in each.cites),
            )
        )
        readings += [reading(note, language, code(each.name)) for note in each.readings]
    head = [heading(each, language) for each in ("parameter", "meaning", "value", "clause")]
    return "\n".join([table(head, rows), *readings])
