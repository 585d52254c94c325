"""Layers of columns as one query: a common table expression for each step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ssrules.exporting.language import InSql

STEP = "ssrules_"
"""What the names of the steps begin with."""
STEPS: Mapping[str, str] = {
    "day": "the day to decide for",
    "facts": "each fact: 0 is unknown of words, no, yes and unknown are 0, 1 and 2",
    "digits": "what the rules ask of the facts, the documents at hand, and whether a fact is wrong",
    "faults": "rows that have no deadline in the calendar, or are of a day that is not covered",
    "classes": "what other rule sets rest on, as one number",
    "cells": "which cell of its table a row stands in; none if a fact is wrong",
    "answers": "what stands in those cells",
    "decisions": "columns that say the same as another one",
}
"""What is said of each step."""
Notes = Mapping[str, Sequence[str]]
"""Lines to stand above a column."""


def query(of: InSql, source: str, columns: Sequence[str], notes: Notes | None = None) -> str:
    """The query whose columns are those named, over a table or whatever else stands in FROM."""
    steps = []
    for name, layer in of.layers.items():
        told = [f"-- {STEPS[name]}"] if notes is not None else []
        fence = [of.dialect.fence] if of.dialect.fence else []
        lines = [
            *told,
            "SELECT",
            "  *,",
            *_columns(of, layer, notes or {}),
            f"FROM {source}",
            *fence,
        ]
        source = f"{STEP}{name}"
        body = "\n".join(f"  {line}" for line in lines)
        steps.append(f"{source} AS (\n{body}\n)")
    wanted = ",\n".join(f"  {of.dialect.quoted(name)}" for name in columns)
    return f"WITH {', '.join(steps)}\nSELECT\n{wanted}\nFROM {source}"


def _columns(of: InSql, layer: Mapping[str, object], notes: Notes) -> Iterator[str]:
    for at, (name, each) in enumerate(layer.items(), 1):
        yield from (f"  -- {line}" for line in notes.get(name, ()))
        end = "" if at == len(layer) else ","
        yield f"  {each} AS {of.dialect.quoted(name)}{end}"
