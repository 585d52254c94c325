"""Everything that can be wrong with an input, or with rules: each code with its sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ssrules.words import faults_en, faults_zh
from ssrules_docs.markdown import code, lines, place, plain, table
from ssrules_docs.words import heading

PIECE = re.compile(r"\{(\w+)(?:![rs])?\}")
TITLES: Mapping[str, tuple[str, str]] = {
    "FAULTS": ("What is wrong with facts, files and lines", "事实、文件和行的错误"),
    "ERRORS": ("What is wrong with rules, names, columns and calls", "规则、名称、列和调用的错误"),
}
"""The tables of codes, in this order."""


def written(language: str) -> str:
    """A table of the faults, and one of the other errors."""
    pieces = []
    for name, titles in TITLES.items():
        english, chinese = getattr(faults_en, name), getattr(faults_zh, name)
        head = [heading(each, language) for each in ("code", "english", "chinese")]
        rows = (
            (
                place(code(each), f"{name}-{each}"),
                _sentence(english[each]),
                _sentence(chinese[each]),
            )
            for each in english
        )
        pieces.append(f"## {titles[language == 'zh']}\n\n{table(head, rows)}")
    return "\n".join(pieces)


def _sentence(ways: tuple[str | tuple[str, ...], ...]) -> str:
    """The message, in the way that says most, and below it the cures that there may be."""
    message, *cures = (each if isinstance(each, str) else each[0] for each in ways)
    told = [message, *(f"→ {each}" for each in cures if each)]
    return lines(plain(_with_pieces(each)) for each in told)


def _with_pieces(way: str) -> str:
    """A sentence with the names of what is put into it."""
    return PIECE.sub(r"‹\1›", way.replace("{{", "{").replace("}}", "}"))
