"""Both engines, and a reading of the rules by hand, agree on every cell of every rule set.

This is a proof by exhaustion: the number of cells is worked out from the contract, not taken from
the library, and told at the end of the run.
"""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from tests.contract import SIZES, SPACES
from tests.evaluator import PARTS, Parameters
from tests.second_engine import needs_durable

from ssrules import RuleBook
from ssrules.deciding.cells import Table
from ssrules.deciding.machine import Machine
from ssrules.engines import Cell, Engine
from ssrules.engines.python import PythonEngine
from ssrules.tables import Requirement, Rule, RuleSet
from ssrules.tables.inputs import OutcomeOf

CELLS = 1700
"""18 + 18, then 144 + 18 + 288 + 18 + 96 + 18 + 144 + 18 + 2 for the activation, 36 + 36 for the
application, 720 + 18 + 9 + 9 + 45 for the insurance in five periods, 36 + 9: every combination of
what the rules of a rule set, and those that it asks, look at."""
OWN_CELLS = 1598
"""The same where the answer of another rule set counts as one input with three values."""
IMPOSSIBLE = 180
"""A quarter of the cells of endowment insurance: nobody is old enough for a pension and too young
to join."""

DAY = datetime.date
PERIODS: dict[object, tuple[DAY, DAY]] = {
    "< 2023-12-01": (DAY(2021, 1, 1), DAY(2023, 11, 30)),
    "[2023-12-01..2024-10-28)": (DAY(2023, 12, 1), DAY(2024, 10, 27)),
    "[2024-10-28..2025-01-01)": (DAY(2024, 10, 28), DAY(2024, 12, 31)),
    "[2025-01-01..2040-01-01)": (DAY(2025, 1, 1), DAY(2039, 12, 31)),
    ">= 2040-01-01": (DAY(2040, 1, 1), DAY(9999, 12, 31)),
}
"""The first and the last day of each period that the rules tell apart and the book covers."""


def durable() -> Engine:
    """Give the engine on durable-rules, where there is one."""
    from ssrules.engines.durable import DurableEngine

    return DurableEngine()


def tables(engine: Engine) -> dict[str, Table]:
    """Every rule set of the default book on an engine, by name, with nothing remembered."""
    return Machine(RuleBook.default().with_engine(engine)).tables


def facts_of(table: Table, cell: Cell) -> dict[str, Any]:
    """The value of each input in a cell, by the input's name."""
    return {
        input_.name: axis.value(number, input_)
        for axis, number in zip(table.all_axes, cell, strict=True)
        for input_ in axis.inputs
    }


def test_the_number_of_cells_is_the_contracts() -> None:
    """A rule set's space is spanned by the inputs that the contract names, and no other."""
    found = tables(PythonEngine())
    assert {
        name: sorted(input_.name for axis in table.all_axes for input_ in axis.inputs)
        for name, table in found.items()
    } == {name: sorted(inputs) for name, inputs in SPACES.items()}
    sizes = {name: math.prod(SIZES[each] for each in inputs) for name, inputs in SPACES.items()}
    assert {name: sum(1 for _ in table.cells()) for name, table in found.items()} == sizes
    assert sum(sizes.values()) == CELLS


@needs_durable
def test_both_engines_agree_on_every_cell(report: Callable[[str], None]) -> None:
    """On all cells the same rows fire and the same comes of it: no difference."""
    ours, theirs = tables(PythonEngine()), tables(durable())
    assert ours.keys() == theirs.keys() == SPACES.keys()
    cells = 0
    differences = []
    for name, table in ours.items():
        for cell in table.cells():
            cells += 1
            one = (table.fired(cell), table.outcome(cell))
            other = (theirs[name].fired(cell), theirs[name].outcome(cell))
            if one != other:
                differences.append((name, table.describe(cell), one, other))
    report(
        f"both engines on {cells} cells of {len(SPACES)} rule sets: {len(differences)} differences"
    )
    assert differences == []
    assert cells == CELLS


def own_cells(rule_set: RuleSet) -> Iterator[Cell]:
    """Every combination of the rule set's own inputs, answers of other rule sets among them."""
    yield from itertools.product(*(range(len(each.values)) for each in rule_set.inputs))


def by_hand(rule_set: RuleSet, cell: Cell) -> tuple[int, ...]:
    """The rows that fire, read off the rules themselves, without what was made of them."""
    values = {
        input_.name: input_.values[at] for input_, at in zip(rule_set.inputs, cell, strict=True)
    }
    rows: tuple[Requirement | Rule, ...] = (*rule_set.requirements, *rule_set.rules)
    fired = []
    for number, row in enumerate(rows):
        applies = all(values[name] in allowed for name, allowed in row.when.items())
        if applies and (isinstance(row, Rule) or values[row.input] not in row.values):
            fired.append(number)
    return tuple(fired)


@pytest.mark.parametrize("engine", ["python", pytest.param("durable", marks=needs_durable)])
def test_an_engine_agrees_with_the_rules_as_they_are_written(
    engine: str, report: Callable[[str], None]
) -> None:
    """Every engine fires the rows that hold, also where an upstream answer cannot occur."""
    cells = 0
    differences = []
    for table in tables(PythonEngine() if engine == "python" else durable()).values():
        fire = (PythonEngine() if engine == "python" else durable()).compile(table.lowered)
        for cell in own_cells(table.rule_set):
            cells += 1
            if fire(cell) != by_hand(table.rule_set, cell):
                differences.append((table.rule_set.name, cell))
    report(f"{engine} and the rules as written, {cells} cells: {len(differences)} differences")
    assert differences == []
    assert cells == OWN_CELLS


def test_an_answer_of_another_rule_set_counts_as_its_values() -> None:
    """There are three statuses of a loss report that can be asked, and three routes."""
    outcomes = {"loss_report": 3, "application": 3}
    cells = 0
    for rule_set in RuleBook.default().rule_sets:
        sizes = [
            outcomes[each.name] if isinstance(each, OutcomeOf) else SIZES[each.name]
            for each in rule_set.inputs
        ]
        cells += math.prod(sizes)
    assert cells == OWN_CELLS


def in_facts(values: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The facts of a cell, on the first and last day of its period; none if impossible."""
    facts = dict(values)
    if "the_cards_bank" in facts:
        same = facts.pop("the_cards_bank")
        facts |= {"card.bank": "ICBC", "institution.bank": "ICBC" if same else "CCB"}
    if "of_pension_age" in facts:
        adult, pensioner = facts.pop("of_endowment_age"), facts.pop("of_pension_age")
        if pensioner and not adult:
            return
        ages = (60, 150) if pensioner else (16, 59) if adult else (0, 15)
    else:
        ages = (30, 30)
    days = PERIODS[facts.pop("as_of", "[2025-01-01..2040-01-01)")]
    elapsed = facts.pop("window_elapsed", None)
    for age, as_of in itertools.product(ages, days):
        ago = 0 if elapsed is None else 301 if elapsed else 300
        received = as_of - datetime.timedelta(ago)
        yield {**facts, "as_of": as_of, "person.age": age, "card.received_on": received}


@pytest.mark.parametrize("engine", ["python", pytest.param("durable", marks=needs_durable)])
def test_every_cell_is_decided_as_the_independent_evaluator_decides_it(
    engine: str, report: Callable[[str], None]
) -> None:
    """Reasons and compared value of every cell, in every period, are those of the evaluator.

    It shares no code with the library. Each cell is looked at on the first and the last day of its
    period, and with the lowest and the highest age.
    """
    compared = 0
    differences = []
    for name, table in tables(PythonEngine() if engine == "python" else durable()).items():
        if name not in PARTS:
            continue
        kinds: dict[object, object] = {}
        for cell in table.cells():
            cases = list(in_facts(facts_of(table, cell)))
            compared += bool(cases)
            for facts in cases:
                theirs, ours = PARTS[name].rule(facts, Parameters()), table.outcome(cell)
                same = kinds.setdefault(theirs.value, ours.value) == ours.value
                if ours.reasons != theirs.reasons or not same:
                    differences.append((name, facts, ours, theirs))
        assert len(set(kinds.values())) == len(kinds), name
    told = f"{engine} and the independent evaluator on {compared} cells, periods included"
    report(f"{told}: {len(differences)} differences")
    assert differences == []
    added = sum(
        math.prod(SIZES[each] for each in inputs)
        for name, inputs in SPACES.items()
        if name not in PARTS
    )
    assert compared == CELLS - added - IMPOSSIBLE


def test_every_rule_applies_somewhere_and_every_requirement_fails_somewhere() -> None:
    """No row is dead: for each there is a cell in which it fires."""
    for name, table in tables(PythonEngine()).items():
        fired = {row for cell in table.cells() for row in table.fired(cell)}
        assert fired == set(range(len(table.rows))), name
