"""zen-engine: decision tables in one graph, or expressions, whichever is quicker."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from zen import ZenDecision, ZenDecisionContent, ZenEngine

from benchmarks.peers.content import TELLING, Answer, Context, Part, Row

Node = Mapping[str, object]
"""A node of a graph as its JSON tells it."""


def make_tables(parts: Sequence[Part]) -> Callable[[Context], Answer]:
    """Every part is a decision table that collects its rows; two of them feed others."""
    nodes: list[Node] = [
        {"id": "in", "type": "inputNode", "name": "in"},
        {"id": "out", "type": "outputNode", "name": "out"},
    ]
    edges = []
    for part in parts:
        nodes.append(_table(part))
        edges += [(asked, part.name) for asked in part.asks or ("in",)]
        edges.append((part.name, "out"))
    decision = _loaded(nodes, edges)

    def decide(context: Context) -> Answer:
        result = decision.evaluate(context)["result"]
        return {name: [row["id"] for row in result[name]] for name in names}

    names = [part.name for part in parts]
    return decide


def make_expressions(parts: Sequence[Part]) -> Callable[[Context], Answer]:
    """Two expression nodes, the telling parts in the first: a list of conditions for each part."""
    nodes: list[Node] = [
        {"id": "in", "type": "inputNode", "name": "in"},
        _expressions("first", [part for part in parts if part.name in TELLING]),
        _expressions("second", [part for part in parts if part.name not in TELLING]),
        {"id": "out", "type": "outputNode", "name": "out"},
    ]
    decision = _loaded(nodes, [("in", "first"), ("first", "second"), ("second", "out")])
    ids = [(part.name, [row.id for row in part.rows]) for part in parts]

    def decide(context: Context) -> Answer:
        result = decision.evaluate(context)["result"]
        return {
            name: [id_ for id_, fires in zip(known, result[f"is_{name}"], strict=True) if fires]
            for name, known in ids
        }

    return decide


def _loaded(nodes: Sequence[Node], edges: Sequence[tuple[str, str]]) -> ZenDecision:
    drawn = [
        {"id": f"{one}-{other}", "type": "edge", "sourceId": one, "targetId": other}
        for one, other in edges
    ]
    content = ZenDecisionContent(json.dumps({"nodes": nodes, "edges": drawn}))
    return ZenEngine().create_decision(content)


def _table(part: Part) -> Node:
    names = part.inputs
    tells = part.name in TELLING
    rules = []
    for row in part.rows:
        asked = dict(row.when)
        cells = {f"i_{name}": _cell(asked[name]) if name in asked else "" for name in names}
        told = {"o_id": json.dumps(row.id)} | ({"o_gives": json.dumps(row.gives)} if tells else {})
        rules.append({"_id": row.id, **cells, **told})
    outputs = [{"id": "o_id", "field": "id", "name": "id"}]
    if tells:
        outputs.append({"id": "o_gives", "field": "gives", "name": "gives"})
    fields = {name: f"{name}[0].gives" if name in TELLING else name for name in names}
    return {
        "id": part.name,
        "type": "decisionTableNode",
        "name": part.name,
        "content": {
            "hitPolicy": "collect",
            "passThrough": tells,
            "outputPath": part.name,
            "inputs": [{"id": f"i_{n}", "field": fields[n], "name": n} for n in names],
            "outputs": outputs,
            "rules": rules,
        },
    }


def _cell(values: tuple[object, ...]) -> str:
    return ", ".join(json.dumps(value) for value in values)


def _expressions(name: str, parts: Sequence[Part]) -> Node:
    told = [
        {"id": f"is_{part.name}", "key": f"is_{part.name}", "value": _list(part)} for part in parts
    ] + [
        {"id": part.name, "key": part.name, "value": _gives(part)}
        for part in parts
        if part.name in TELLING
    ]
    return {
        "id": name,
        "type": "expressionNode",
        "name": name,
        "content": {"expressions": told, "passThrough": True},
    }


def _list(part: Part) -> str:
    return f"[{', '.join(map(_condition, part.rows))}]"


def _gives(part: Part) -> str:
    told = "null"
    for row in reversed(part.rows):
        told = f"({_condition(row)}) ? {json.dumps(row.gives)} : ({told})"
    return told


def _condition(row: Row) -> str:
    return " and ".join(_test(name, values) for name, values in row.when) or "true"


def _test(name: str, values: tuple[object, ...]) -> str:
    if len(values) == 1:
        (value,) = values
        if isinstance(value, bool):
            return name if value else f"not {name}"
        return f"{name} == {json.dumps(value)}"
    return f"{name} in [{_cell(values)}]"
