"""The telling values are enough: every value, and the definitions word by word, give the same."""

from __future__ import annotations

import itertools
import math
import random
from datetime import date, timedelta
from typing import Any

import pytest

from tests.evaluator import PARTS, Parameters, Verdict, completions, evaluate, judge
from tests.evaluator.completions import every_value, telling_values
from tests.evaluator.facts import FACTS, known_facts
from tests.evaluator.judging import common_reasons

DOCUMENTS = tuple(path for path in FACTS if path.startswith("documents."))
DECIDING = tuple(path for path in FACTS if path not in DOCUMENTS)
UNKNOWN = dict.fromkeys(FACTS)
EARLY = date(1, 9, 1)
"""A day before which there are few enough days of receipt to go through them all."""
DAYS = (
    *(date(2023, 11, 30), date(2023, 12, 1), date(2024, 10, 27), date(2024, 10, 28)),
    *(date(2024, 12, 31), date(2025, 1, 1), date(2039, 12, 31), date(2040, 1, 1)),
    EARLY,
)
SETTINGS = (
    Parameters(),
    Parameters(activation_window_days=0),
    Parameters(activation_window_days=0, receipt_day_counts=True),
    Parameters(activation_window_days=242),
    Parameters(activation_window_days=243),
    Parameters(activation_window_days=244, receipt_day_counts=True),
    Parameters(endowment_minimum_age=0),
    Parameters(endowment_minimum_age=60),
    Parameters(endowment_minimum_age=0, residents_pension_age=0),
    Parameters(residents_pension_age=150),
    Parameters(endowment_minimum_age=150, residents_pension_age=150),
)


@pytest.mark.parametrize("parameters", SETTINGS)
def test_an_unknown_day_of_receipt_stands_for_all_days(parameters: Parameters) -> None:
    """First and last day together bring about what all days do, near the first day of all too."""
    states = [*FACTS["card.social_security"], None]
    for one, other, age in itertools.product(states, states, range(0, 250, 83)):
        facts = {
            **UNKNOWN,
            "as_of": date.min + timedelta(days=age),
            "card.social_security": one,
            "card.financial": other,
        }
        few, all_ = (
            judge("loss_report", facts, parameters, values)
            for values in (telling_values, every_value)
        )
        assert (set(few.values), few[1:]) == (set(all_.values), all_[1:])


@pytest.mark.parametrize("parameters", SETTINGS)
def test_an_unknown_age_stands_for_all_ages(parameters: Parameters) -> None:
    """The lowest of each group of ages brings about what all 151 do."""
    for employment, day in itertools.product((*FACTS["person.employment"], None), DAYS):
        facts = {**UNKNOWN, "as_of": day, "person.employment": employment}
        few, all_ = (
            judge("insurance.endowment", facts, parameters, values)
            for values in (telling_values, every_value)
        )
        assert (set(few.values), few[1:]) == (set(all_.values), all_[1:])


@pytest.mark.parametrize("path", ["card.bank", "institution.bank"])
def test_an_unknown_bank_stands_for_all_banks(path: str) -> None:
    """One that is the other's and one that is not are enough."""
    for bank in (None, "ICBC", "not ICBC"):
        facts = {**UNKNOWN, path: bank}
        for name in ("social_security.bank_outlet", "financial.bank_outlet"):
            few, all_ = (
                judge(f"activation.{name}", facts, Parameters(), values)
                for values in (telling_values, every_value)
            )
            assert (set(few.values), few[1:]) == (set(all_.values), all_[1:])


def by_definition(facts: dict[str, Any], parameters: Parameters) -> dict[str, Verdict]:
    """Section 3 word by word, over every completion of every fact."""
    every = list(completions(facts, DECIDING, parameters, every_value))
    outcomes = [evaluate(each, parameters) for each in every]
    unknown = [path for path in DECIDING if facts[path] is None]
    alike: dict[str, list[tuple[int, int]]] = {path: [] for path in unknown}
    for one, other in itertools.combinations(range(len(every)), 2):
        differing = [path for path in unknown if every[one][path] != every[other][path]]
        if len(differing) == 1:
            alike[differing[0]].append((one, other))
    verdicts = {}
    for name, part in PARTS.items():
        given = [each[name] for each in outcomes]
        values = tuple(dict.fromkeys(outcome.value for outcome in given))
        needs = tuple(
            path
            for path in unknown
            if any(given[one].value != given[other].value for one, other in alike[path])
        )
        occurring = [code for code in part.reasons if any(code in o.reasons for o in given)]
        common = [code for code in occurring if all(code in o.reasons for o in given)]
        alone = [code for code in occurring if any(o.reasons == (code,) for o in given)]
        because = tuple(common or alone or occurring) if len(values) == 1 else ()
        verdicts[name] = Verdict(values, because, needs)
    return verdicts


def some_case(chance: random.Random, parameters: Parameters) -> dict[str, Any]:
    """Complete facts with two or three hidden, of which there are at most some 60 completions."""
    as_of = chance.choice(DAYS)
    facts = {**UNKNOWN, "as_of": as_of}
    for path in DECIDING[1:]:
        if path == "card.received_on":
            facts[path] = as_of - timedelta(days=chance.choice((0, 1, 200, 242)))
        else:
            facts[path] = chance.choice(list(every_value(path, UNKNOWN, parameters)))
    while True:
        hidden = chance.sample(DECIDING[1:], chance.choice((2, 3)))
        case = {**facts, **dict.fromkeys(hidden)}
        if "card.received_on" in hidden and as_of != EARLY:
            continue
        sizes = [len(list(every_value(path, case, parameters))) for path in hidden]
        if math.prod(sizes) <= 60 or (len(hidden) == 2 and math.prod(sizes) <= 500):
            return case


@pytest.mark.parametrize("seed", range(60))
def test_a_verdict_is_the_definitions(seed: int) -> None:
    """Values, because and needs of each part are those of all completions of all facts."""
    chance = random.Random(seed)
    parameters = chance.choice(SETTINGS)
    case = some_case(chance, parameters)
    for name, expected in by_definition(case, parameters).items():
        found = judge(name, case, parameters)
        assert set(found.values) == set(expected.values), name
        assert found[1:] == expected[1:], name


def test_a_complete_case_has_one_completion() -> None:
    """What is known stays as it is, and each unknown fact multiplies by its values."""
    facts = known_facts({"as_of": "2026-11-22", "person": {"age": 30}, "visit": {"by": None}})
    paths = ("person.age", "visit.by", "card.social_security")
    assert len(list(completions(facts, paths))) == 9
    assert {each["person.age"] for each in completions(facts, paths)} == {30}


@pytest.mark.parametrize(
    ("reasons", "told"),
    [
        ([("a", "b"), ("b", "c"), ("b",)], {"b"}),
        ([("a", "b"), ("c",), ("b", "c"), ("a",)], {"a", "c"}),
        ([("a", "b"), ("b", "c"), ("a", "c")], {"a", "b", "c"}),
        ([("a", "b"), ("c", "d"), ("d",)], {"d"}),
    ],
)
def test_reasons_that_are_told(reasons: list[tuple[str, ...]], told: set[str]) -> None:
    """Those in common, or else those that are alone somewhere, or else all that occur."""
    assert common_reasons(reasons) == told
