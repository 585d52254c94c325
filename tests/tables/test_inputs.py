"""Inputs: few values each, in the order of the table of facts, and asked only of facts that fit."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable
from typing import Any

import pytest
from tests.contract import FACTS, SIZES

from ssrules import Case, RuleBook
from ssrules.errors import RuleError
from ssrules.tables.inputs import AsOf, AtLeast, FactInput, LongerAgoThan, OutcomeOf, Same

TABLE = Case.table
FEW = [path for path, said in FACTS.items() if said == "bool" or not isinstance(said, str)]


@pytest.mark.parametrize("path", FACTS)
def test_a_fact_of_few_values_is_an_input_and_no_other(path: str) -> None:
    """Words in their order, or false and true; a date, a number or a name is asked by a test."""
    if path in FEW:
        said = FACTS[path]
        input_ = FactInput(path).bound(TABLE)
        assert input_.bound(TABLE) is input_
        assert input_.values == ((False, True) if said == "bool" else said)
        assert (input_.name, input_.facts, input_.parameters) == (path, (path,), ())
    else:
        with pytest.raises(RuleError, match="too many values"):
            FactInput(path).bound(TABLE)


@pytest.mark.parametrize("path", FACTS)
def test_a_test_is_asked_of_a_fact_of_its_kind(path: str) -> None:
    """At least: a number. Longer ago than: a date, not the day itself. The same: two names."""
    made: dict[str, list[Any]] = {
        "int": [lambda: AtLeast("test", fact=path, parameter="p")],
        "date": [lambda: LongerAgoThan("test", fact=path, parameter="p")],
        "str": [
            lambda: Same("test", facts=(path, "card.bank")),
            lambda: Same("test", facts=("card.bank", path)),
        ],
    }
    for kind, makers in made.items():
        for make in makers:
            if FACTS[path] == kind == "date" and path == "as_of":
                with pytest.raises(RuleError, match="the day of the decision is no date to ask"):
                    make().bound(TABLE)
            elif FACTS[path] == kind:
                assert make().bound(TABLE).values == (False, True)
                assert path in make().facts
            else:
                with pytest.raises(RuleError, match="cannot be asked of it"):
                    make().bound(TABLE)


def test_a_misspelt_fact_is_told_with_the_nearest() -> None:
    """By every input that reads facts."""
    made: tuple[Callable[[], Any], ...] = (
        lambda: FactInput("person.employmnt"),
        lambda: AtLeast("test", fact="person.employmnt", parameter="p"),
        lambda: Same("test", facts=("person.employmnt", "card.bank")),
    )
    for make in made:
        with pytest.raises(RuleError, match=r"did you mean person\.employment\b"):
            make().bound(TABLE)


def test_periods_of_the_day_are_intervals_without_gaps() -> None:
    """One more than there are starts, which ascend."""
    first, second = datetime.date(2026, 1, 1), datetime.date(2027, 1, 1)
    assert AsOf((first, second)).values == (
        "< 2026-01-01",
        "[2026-01-01..2027-01-01)",
        ">= 2027-01-01",
    )
    for starts in ((), (second, first), (first, first), (datetime.date.min,)):
        with pytest.raises(RuleError):
            AsOf(starts)


def test_the_inputs_of_the_book_are_as_large_as_the_contract_says() -> None:
    """Every input of every rule set, by its name."""
    for rule_set in RuleBook.default().rule_sets:
        sizes = [len(each.values) for each in rule_set.inputs]
        own = [3 if isinstance(each, OutcomeOf) else SIZES[each.name] for each in rule_set.inputs]
        assert sizes == own
        assert math.prod(sizes) <= 720
