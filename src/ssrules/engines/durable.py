"""Runs a decision table on durable-rules; nothing else in the library imports it.

A row is a rule, a cell is a fact, and the rules that fire are read off the matcher's own agenda.
That agenda (`durable_rules_engine`) is used without the Python layer above it, which swallows what
an action raises, drops an answer that took ten seconds by the clock, and on Python 3.12 fires
nothing where warnings are errors.
"""

from __future__ import annotations

import atexit  # noqa: F401 - `weakref.finalize` imports it, where no fork would wait for that
import json
import weakref
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs
import durable_rules_engine

from ssrules.engines.interface import Cell, Row

# Past its limits durable-rules does not always say so: 256 rules behind one test crash the process,
# 512 different tests in one place never end. These two stay clear of every limit it has.
_MOST_RULES = 64
_MOST_INPUTS = 250

# Rulesets kept for the callers to come; a burst of threads may make more, for as long as it lasts.
_MOST_IDLE = 4

# One context and one fact at a time: contexts are not given back, and ids left to it can coincide.
_SID = "s"
_KEY = f'"sid":"{_SID}","id":"f"'

_MATCHED = 0
_UNMATCHED = 1


@attrs.frozen
class DurableEngine:
    """Runs every row as a durable-rules rule."""

    name: str = attrs.field(default="durable-rules", init=False)

    def compile(self, rows: Sequence[Row]) -> Callable[[Cell], tuple[int, ...]]:
        """Give a callable from a complete cell to the positions of the rows that fire.

        The first call makes the rulesets. What goes wrong in durable-rules is raised, as its own
        `durable_rules_engine.error` or as `RuntimeError`, and does not outlast the call.
        """
        return _Table([_pieces(row) for row in rows])


@attrs.frozen(eq=False)
class _Table:
    """A decision table, and the rulesets that wait for its next caller.

    A caller takes rulesets for itself and puts them back when it has its answer. So callers cannot
    disturb each other, no lock can be held across a fork, and what failed midway is not used again.
    """

    rows: Sequence[Sequence[Row]]
    idle: deque[list[_Ruleset]] = attrs.field(
        factory=lambda: deque(maxlen=_MOST_IDLE), init=False, repr=False
    )

    def __call__(self, cell: Cell) -> tuple[int, ...]:
        try:
            rulesets = self.idle.pop()
        except IndexError:
            rulesets = [_Ruleset(rules) for rules in _portions(self.rows)]
        fired = Counter(row for ruleset in rulesets for row in ruleset.fire(cell))
        self.idle.append(rulesets)
        return tuple(sorted(row for row in fired if fired[row] == len(self.rows[row])))


class _Ruleset:
    """A durable-rules ruleset, for one caller at a time; a rule is called by its row's position."""

    def __init__(self, rules: Sequence[tuple[int, Row]]) -> None:
        mentioned: dict[int, set[int]] = {}
        for _, row in rules:
            for position, values in row:
                mentioned.setdefault(position, set()).update(values)
        # A property is known by a hash of its name; no two of these few names share theirs.
        names = {position: f"i{number}" for number, position in enumerate(mentioned)}
        self._inputs = [
            (
                position,
                {value: f',"{name}":"{_text(value)}"' for value in mentioned[position]},
                f',"{name}":"{_text(None)}"',
            )
            for position, name in names.items()
        ]
        definition: dict[str, object] = {
            str(number): {"all": [{"m": {"$and": _conditions(row, names, mentioned)}}]}
            for number, row in rules
        }
        # Until a rule has fired, `delete_state` frees memory at an address that was never set.
        definition["first"] = {"all": [{"m": {"first": "y"}}]}
        self._handle: int = durable_rules_engine.create_ruleset("ssrules", json.dumps(definition))
        self._run('"first":"y"')
        weakref.finalize(self, _free, self._handle).atexit = False

    def fire(self, cell: Cell) -> set[int]:
        """Give the rows whose rules fire for the cell."""
        inputs = "".join([texts.get(cell[at], other) for at, texts, other in self._inputs])
        return {int(rule) for rule in self._run(f'"on":"y"{inputs}')}

    def _run(self, properties: str) -> list[str]:
        """Assert a fact, give the rules that fire, and retract it."""
        result, state = durable_rules_engine.assert_fact(self._handle, f"{{{_KEY},{properties}}}")
        if result == _UNMATCHED:
            return []
        if result != _MATCHED:
            raise RuntimeError(f"durable-rules refused the fact {properties}: result {result}")
        started = durable_rules_engine.start_action_for_state(self._handle, state)
        if started is None:
            raise RuntimeError(f"durable-rules matched the fact {properties} and fired nothing")
        fired = []
        action = started[1]
        while action is not None:
            fired.append(action.split('"', 2)[1])  # {"<rule>":{"m":<fact>}}
            action = durable_rules_engine.complete_and_start_action(self._handle, state)
        durable_rules_engine.retract_fact(self._handle, f"{{{_KEY}}}")
        return fired


def _conditions(
    row: Row, names: Mapping[int, str], mentioned: Mapping[int, set[int]]
) -> list[dict[str, object]]:
    """Give the conditions of a rule, all of which must hold.

    "One of these values" is written as "none of the others": `$or` costs as much time, and a rule
    can have 14 of them at most.
    """
    # Every fact is "on"; the state that durable-rules keeps beside the facts is not.
    conditions: list[dict[str, object]] = [{"on": "y"}]
    for position, values in row:
        name = names[position]
        if len(values) == 1:
            conditions += [{name: _text(value)} for value in values]
        else:
            others = [*sorted(mentioned[position] - values), None]
            conditions += [{"$neq": {name: _text(value)}} for value in others]
    return conditions


def _text(value: int | None) -> str:
    """Give the text that stands for a value, or for every value that no rule mentions."""
    return "v" if value is None else f"v{value:d}"


def _portions(rows: Sequence[Sequence[Row]]) -> Iterator[list[tuple[int, Row]]]:
    """Give the pieces of the rows, numbered like the rows, in portions a ruleset can hold."""
    rules: list[tuple[int, Row]] = []
    inputs: set[int] = set()
    for number, row in enumerate(rows):
        for piece in row:
            own = {position for position, _ in piece}
            if len(rules) == _MOST_RULES or len(inputs | own) > _MOST_INPUTS:
                yield rules
                rules, inputs = [], set()
            rules.append((number, piece))
            inputs |= own
    if rules:
        yield rules


def _pieces(row: Row) -> list[Row]:
    """Give the parts of a row that a ruleset can hold; the row fires when all of them do."""
    tests: dict[int, frozenset[int]] = {}
    for position, values in row:
        tests[position] = tests.get(position, values) & values
    merged = tuple(tests.items())
    starts = range(0, max(len(merged), 1), _MOST_INPUTS)
    return [merged[start : start + _MOST_INPUTS] for start in starts]


def _free(handle: int) -> None:
    """Give back the memory of a ruleset, most of which is in its state."""
    durable_rules_engine.delete_state(handle, _SID)
    durable_rules_engine.delete_ruleset(handle)
