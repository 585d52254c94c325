"""durable-rules called directly: a rule for each row, a fact for the case, two rulesets.

The second ruleset is told the outcomes of the first as properties of the same fact; two facts that
rules have to join take longer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from durable.engine import Ruleset

from benchmarks.peers.content import TELLING, Answer, Context, Part, Row

CASE = {"sid": "s", "id": "case", "on": "yes"}
"""What marks a fact of ours: the state that durable-rules keeps beside the facts is not "on"."""


def make(parts: Sequence[Part]) -> Callable[[Context], Answer]:
    """Rulesets made once; the fact is asserted, the rules run, the fact is retracted."""
    first = _Rules("telling", [part for part in parts if part.name in TELLING])
    second = _Rules("others", [part for part in parts if part.name not in TELLING])
    known = {part.name: part.rows for part in parts}

    def decide(context: Context) -> Answer:
        facts = {name: _text(value) for name, value in context.items()} | CASE
        fired = first.fired(facts)
        for name, at in fired:
            facts[name] = known[name][at].gives
        fired += second.fired(facts)
        found: dict[str, list[int]] = {name: [] for name in known}
        for name, at in fired:
            found[name].append(at)
        return {name: [known[name][at].id for at in sorted(rows)] for name, rows in found.items()}

    return decide


class _Rules:
    def __init__(self, name: str, parts: Sequence[Part]) -> None:
        self._fired: list[tuple[str, int]] = []
        definition: dict[str, Any] = {}
        for part in parts:
            for at, row in enumerate(part.rows):
                definition[f"{part.name}-{at}"] = {
                    "all": [{"m": {"$and": _conditions(row)}}],
                    "run": self._noting(part.name, at),
                }
        self._ruleset = Ruleset(name, None, definition)

    def _noting(self, name: str, at: int) -> Callable[[object], None]:
        return lambda _: self._fired.append((name, at))

    def fired(self, facts: dict[str, str]) -> list[tuple[str, int]]:
        self._fired.clear()
        state = self._ruleset.assert_fact(facts)
        faults: list[object] = []
        self._ruleset.do_actions(state, lambda error, _: faults.append(error))
        self._ruleset.retract_fact(facts)
        if faults != [None] and any(faults):
            raise RuntimeError(f"durable-rules: {faults}")
        return list(self._fired)


def _conditions(row: Row) -> list[dict[str, Any]]:
    return [{"on": "yes"}, *(_condition(name, values) for name, values in row.when)]


def _condition(name: str, values: tuple[str | bool, ...]) -> dict[str, Any]:
    each = [{name: _text(value)} for value in values]
    return each[0] if len(each) == 1 else {"$or": each}


def _text(value: str | bool) -> str:
    return value if isinstance(value, str) else "yes" if value else "no"
