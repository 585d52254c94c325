"""What covers what: from each sentence of the source to the rules that carry it, and back."""

from __future__ import annotations

from typing import Any

from ssrules.rulebook import RuleBook
from ssrules.tables.clauses import Clause
from ssrules_docs.markdown import code, lines, link, plain, table
from ssrules_docs.words import heading

UNCITED = {
    "source.C1": ("is_part_of answers it", "由 is_part_of 回答"),
    "source.C2": ("classification cn_statutory; the five tables", "分类 cn_statutory；五张险种表"),
    "source.C3": ("classification source_six", "分类 source_six"),
}
"""Clauses of the source that no row cites: what carries them instead."""

NO_RULE = (
    (
        "Job Recruitment Website - Social security inquiry - Where is the social security card"
        " activated?",
        ("a headline of the site", "网站标题"),
    ),
    ("Where is the social security card activated?", ("the title", "标题")),
    ("Social security agency location:", ("a heading over B1 to B3", "B1 至 B3 的小标题")),
    ("Legal basis:", ("a heading over D1 to D5", "D1 至 D5 的小标题")),
    (
        "Article 4 of the Social Insurance Law stipulates that",
        ("names the article, which is cited itself (sil.4)", "指明所引条文，规则直接引用 sil.4"),
    ),
)
"""Sentences of the source that no rule carries, each with the reason."""


def written(language: str) -> str:
    """Both tables."""
    at = int(language == "zh")
    carried = by_clause(RuleBook.default())
    source = [each for each in RuleBook.default().clauses.values() if each.id.startswith("source.")]
    forth: list[tuple[str, ...]] = [
        (_clause(each.id), plain(each.words), _names(carried, each, at))
        for each in sorted(source, key=lambda each: each.id)
    ]
    forth += [("", plain(words), plain(reason[at])) for words, reason in NO_RULE]
    back: list[tuple[str, ...]] = [
        (_row(name), lines(map(_clause, cited)))
        for name, cited in by_row(RuleBook.default()).items()
    ]
    clause, rules = heading("clause", language), ("Rules and readings", "规则和解读")[at]
    words = ("Words", "原文")[at]
    both = (table((clause, words, rules), forth), table((rules, clause), back))
    return "\n".join(f":::{{div}} coverage\n{each}:::\n" for each in both)


def by_row(book: RuleBook) -> dict[str, tuple[str, ...]]:
    """The clauses of each row and parameter, those of its readings among them."""
    rows: list[tuple[str, Any]] = [(each.name, each) for each in book.parameters]
    for rule_set in book.rule_sets:
        rows += [(f"{rule_set.name}: {row.code}", row) for row in rule_set.requirements]
        rows += [(row.id, row) for row in rule_set.rules]
    return {
        name: tuple(
            dict.fromkeys(
                clause.id
                for clause in (*row.cites, *(c for note in row.readings for c in note.rests_on))
            )
        )
        for name, row in rows
    }


def by_clause(book: RuleBook) -> dict[str, tuple[str, ...]]:
    """The rows and parameters that rest on each clause."""
    found: dict[str, list[str]] = {}
    for name, cited in by_row(book).items():
        for clause in cited:
            found.setdefault(clause, []).append(name)
    return {clause: tuple(names) for clause, names in found.items()}


def _names(carried: dict[str, tuple[str, ...]], clause: Clause, at: int) -> str:
    if clause.id in UNCITED:
        return plain(UNCITED[clause.id][at])
    return lines(map(_row, carried[clause.id]))


def _row(name: str) -> str:
    """The name of a row or parameter, which leads to it."""
    parameters = {each.name for each in RuleBook.default().parameters}
    kind = "parameter" if name in parameters else "rule"
    return link(code(name), f"{kind}-{name}")


def _clause(id_: str) -> str:
    return link(code(id_), f"clause-{id_}")
