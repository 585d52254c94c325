"""rule-engine: an expression compiled for each row, asked one after another."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import rule_engine

from benchmarks.peers.content import Answer, Context, Part, Row


def make(parts: Sequence[Part]) -> Callable[[Context], Answer]:
    """Compiled expressions over typed attributes; a telling part's outcome joins the case."""
    strings = {n for part in parts for row in part.rows for n, v in row.when if _is_text(v)}
    kinds = {
        name: rule_engine.DataType.STRING if name in strings else rule_engine.DataType.BOOLEAN
        for part in parts
        for name in part.inputs
    }
    context = rule_engine.Context(
        resolver=rule_engine.resolve_item, type_resolver=rule_engine.type_resolver_from_dict(kinds)
    )
    compiled = [
        (
            part.name,
            [
                (rule_engine.Rule(_text(row), context=context), row.id, row.gives)
                for row in part.rows
            ],
        )
        for part in parts
    ]

    def decide(given: Context) -> Answer:
        facts = dict(given)
        found: Answer = {}
        for name, rows in compiled:
            ids = found[name] = []
            for rule, id_, gives in rows:
                if rule.matches(facts):
                    ids.append(id_)
                    if gives:
                        facts[name] = gives
        return found

    return decide


def _is_text(values: tuple[object, ...]) -> bool:
    return isinstance(values[0], str)


def _text(row: Row) -> str:
    return " and ".join(_test(name, values) for name, values in row.when) or "true"


def _test(name: str, values: tuple[str | bool, ...]) -> str:
    if not _is_text(values):
        return name if values[0] else f"not {name}"
    if len(values) == 1:
        return f"{name} == {json.dumps(values[0])}"
    return f"{name} in [{', '.join(map(json.dumps, values))}]"
