"""Section 3: the completions of a case, each unknown fact with every value that it may have.

A fact with too many values stands for them by some that the words of the contract tell apart: a
day of receipt by the first and the last day, an age by the lowest of each group, a bank by one that
is the other bank and one that is not. `every_value` goes through all of them instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import product
from typing import Any

from tests.evaluator.facts import FACTS, HIGHEST_AGE
from tests.evaluator.terms import Facts, Parameters

Values = Callable[[str, Facts, Parameters], Iterable[Any]]
BANKS = {"card.bank": "institution.bank", "institution.bank": "card.bank"}


def telling_values(path: str, facts: Facts, parameters: Parameters) -> Iterable[Any]:
    """Values of an unknown fact, one at least for each answer that it can bring about."""
    if path == "card.received_on":
        return (date.min, facts["as_of"])
    if path == "person.age":
        ages = {0, parameters.endowment_minimum_age, parameters.residents_pension_age}
        return sorted(age for age in ages if age <= HIGHEST_AGE)
    if path in BANKS:
        one = facts[BANKS[path]] or "one bank"
        return (one, f"not {one}")
    return FACTS[path]


def every_value(path: str, facts: Facts, parameters: Parameters) -> Iterable[Any]:
    """All values of an unknown fact; of banks those of the case and three others."""
    if path == "card.received_on":
        days = (facts["as_of"] - date.min).days + 1
        return (date.min + timedelta(days=day) for day in range(days))
    if path == "person.age":
        return range(HIGHEST_AGE + 1)
    if path in BANKS:
        return ("one bank", "another bank", "a third bank", *filter(None, [facts[BANKS[path]]]))
    return telling_values(path, facts, parameters)


def completions(
    facts: Facts,
    paths: Iterable[str] = tuple(FACTS),
    parameters: Parameters | None = None,
    values: Values = telling_values,
) -> Iterator[dict[str, Any]]:
    """Every complete assignment of some facts; what is known stays as it is."""
    paths = tuple(paths)
    choices = [
        values(path, facts, parameters or Parameters()) if facts[path] is None else (facts[path],)
        for path in paths
    ]
    for chosen in product(*choices):
        yield dict(zip(paths, chosen, strict=True))
