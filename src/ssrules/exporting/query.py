"""Layers of columns as one query: a common table expression for each step."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from ssrules.exporting.language import InSql
from ssrules.exporting.layers import layers

LINE = 96
STEP = "ssrules_"
"""What the names of the steps begin with."""
STEPS: Mapping[str, str] = {
    "day": "the day to decide for",
    "facts": "each fact: 0 is unknown of words, no, yes and unknown are 0, 1 and 2",
    "digits": "what the rules ask of the facts, the documents at hand, and whether a fact is wrong",
    "classes": "what other rule sets rest on, as one number",
    "cells": "which cell of its table a row stands in; none if a fact is wrong",
    "answers": "what stands in those cells",
    "decisions": "columns that say the same as another one",
    "days_left": "how many days are left until a deadline",
    "documents_digits": "what the lists of documents hang on",
    "documents_classes": "what they hang on, as one number",
    "documents_lists": "which list of documents counts, and how each document stands",
    "documents_marks": "which places of a list are told",
    "documents_marked": "the marks as one number",
    "documents_pieces": "what stands there",
    "documents": "the documents that are missing, and those that are not confirmed",
    "needs_digits": "which facts are unknown where two are compared",
    "needs_classes": "what other rule sets rest on, as one number",
    "needs_cells": "which cell of its table a row stands in",
    "needs": "the facts that a rule set still needs",
    "parts_needs": "columns that say the same as another one",
    "all_needs_marks": "which facts any rule set needs",
    "all_needs_marked": "the marks as one number",
    "all_needs_pieces": "what stands there",
    "all_needs": "the facts that any rule set needs",
    "next_change_days": "days on which a window ends",
    "next_change_digits": "what the rules ask, asked on another day",
    "next_change_cells": "what is told on the day to decide for, and on others",
    "next_change": "the first of those days on which something else is told",
}
"""What is said of each step."""
Notes = Mapping[str, Sequence[str]]
"""Lines to stand above a column."""


def query(of: InSql, source: str, columns: Sequence[str], notes: Notes | None = None) -> str:
    """The query whose columns are those named, over a table or whatever else stands in FROM."""
    steps = []
    for layer in layers(of, columns):
        told = [f"-- {STEPS[layer.step]}"] if notes is not None else []
        kept = [f"  {line}" for line in _wrapped(layer.kept)] if of.dialect.fence else ["  *,"]
        fence = [of.dialect.fence] if of.dialect.fence and not layer.is_names else []
        lines = [
            *told,
            "SELECT",
            *kept,
            *_columns(of, layer.made, notes or {}),
            f"FROM {source}",
            *fence,
        ]
        source = f"{STEP}{layer.step}"
        body = "\n".join(f"  {line}" for line in lines)
        steps.append(f"{source} AS (\n{body}\n)")
    wanted = ",\n".join(f"  {of.dialect.quoted(name)}" for name in columns)
    return f"WITH {', '.join(steps)}\nSELECT\n{wanted}\nFROM {source}"


def _wrapped(names: Sequence[str]) -> list[str]:
    """Names in lines, each with a comma behind it."""
    return textwrap.wrap(
        " ".join(f"{name}," for name in names),
        LINE,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _columns(of: InSql, made: Mapping[str, object], notes: Notes) -> Iterator[str]:
    for at, (name, each) in enumerate(made.items(), 1):
        yield from (f"  -- {line}" for line in notes.get(name, ()))
        end = "" if at == len(made) else ","
        yield f"  {each} AS {of.dialect.quoted(name)}{end}"
