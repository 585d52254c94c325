"""The whole of a compiled rule book."""

from __future__ import annotations

import json
from typing import Any

from ssrules.compiled import facts, parts, speech, tables
from ssrules.deciding.machine import Machine
from ssrules.records.unstructure import plain, to_mapping
from ssrules.tables.book import Book
from ssrules.words.speech import JOINTS

FORMAT = "ssrules-compiled"
FORMAT_VERSION = 1
"""A reader refuses any other: the number grows whenever what stands in the file changes."""


def compiled(book: Book) -> dict[str, Any]:
    """The book as plain data for JSON, from which other languages decide exactly as we do.

    Raises `RuleError` for what cannot be written down so.
    """
    machine = Machine.of(book)
    axes = {
        axis: at
        for at, axis in enumerate(
            dict.fromkeys(axis for table in machine.tables.values() for axis in table.all_axes)
        )
    }
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "rulebook": to_mapping(book.identity),
        "covers_from": plain(book.covers_from),
        "facts": [facts.fact(each, book) for each in book.table],
        "parameters": facts.parameters(book),
        "axes": [facts.axis(each, book) for each in axes],
        "tables": [tables.table(each, book, axes) for each in machine.tables.values()],
        "parts": {
            rule_set.name: parts.part(machine, book, section, rule_set)
            for section in machine.sections
            for rule_set in section.rule_sets
        },
        "sections": [parts.section(each) for each in machine.told],
        "further": [parts.section(each) for each in machine.further],
        "order": [
            {"parts": list(block.paths), "axes": [axes[each] for each in block.axes]}
            for block in machine.blocks
        ],
        "clauses": {id_: speech.clause(each) for id_, each in book.clauses.items()},
        "joints": plain(JOINTS),
        "words": speech.spoken(book),
        "faults": speech.faults(),
    }


def text(book: Book) -> str:
    """The compiled book as JSON text on one line."""
    return json.dumps(compiled(book), ensure_ascii=False, separators=(",", ":")) + "\n"
