"""A decision table as its cells: what the rules give in each, found by the engine itself."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from typing import Any

from ssrules.compiled.values import Values
from ssrules.deciding.axes import Axis
from ssrules.deciding.cells import Outcome, Table
from ssrules.tables.book import Book
from ssrules.tables.rows import Requirement, Rule
from ssrules.words.sentences import reason
from ssrules.words.speech import LANGUAGES, words


def table(given: Table, book: Book, axes: Mapping[Axis, int]) -> dict[str, Any]:
    """A table: its axes, the kinds of numbers on each, and the outcome of every kind of cell."""
    rule_set = given.rule_set
    values = Values()
    at = {_code(row): place for place, row in enumerate(given.rows)}
    outcomes: dict[int, int] = {}
    told: list[dict[str, Any]] = []
    different: list[object] = []
    cells: list[int] = []
    for cell in given.distinct_cells():
        outcome = given.outcome(cell)
        number = outcomes.get(id(outcome))
        if number is None:
            number = outcomes[id(outcome)] = len(told)
            told.append(_outcome(outcome, rule_set.name, at, different, values))
        cells.append(number)
    found: dict[str, Any] = {
        "name": rule_set.name,
        "hit_policy": str(rule_set.hit_policy),
        "outputs": list(rule_set.outputs),
        "compared": list(rule_set.compared),
        "axes": [axes[each] for each in given.all_axes],
        "kinds": [list(kinds) for kinds in given.kinds],
        "cells": list(runs(cells)),
        "outcomes": told,
        "rows": [_row(row, book, values) for row in given.rows],
        "values": values.plain,
    }
    if rule_set.part_of:
        found["part_of"] = rule_set.part_of
    return found


def runs(numbers: Iterable[int]) -> Iterable[int]:
    """Numbers as runs: each number and how often it comes in turn."""
    for number, same in itertools.groupby(numbers):
        yield number
        yield sum(1 for _ in same)


def _code(row: Requirement | Rule) -> str:
    return row.id if isinstance(row, Rule) else row.code


def _outcome(
    outcome: Outcome,
    name: str,
    at: Mapping[str, int],
    different: list[object],
    values: Values,
) -> dict[str, Any]:
    """What the rules give; outcomes with the same `value` are the same answer."""
    if outcome.value not in different:
        different.append(outcome.value)
    told: dict[str, Any] = {
        "reasons": [at[each] for each in outcome.reasons],
        "value": different.index(outcome.value),
    }
    if outcome.refused:
        told["refused"] = True
    else:
        told["outputs"] = {
            key: values.output(name, value) for key, value in outcome.outputs.items()
        }
    return told


def _row(row: Requirement | Rule, book: Book, values: Values) -> dict[str, Any]:
    """A row: its code, clauses, what it says, and the lists that it gives where it applies."""
    told: dict[str, Any] = {
        "code": _code(row),
        "clauses": [each.id for each in row.cites],
        "says": {each: reason(row, words(each, book.words)) for each in LANGUAGES},
    }
    if isinstance(row, Requirement):
        told["requirement"] = True
        return told
    lists = {
        name: values.output(row.id, value)
        for name, value in row.then.items()
        if isinstance(value, tuple)
    }
    return {**told, "lists": lists} if lists else told
