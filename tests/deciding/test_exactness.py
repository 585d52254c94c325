"""Unknown facts, exactly: every pattern of known and unknown facts, against brute force.

A pattern gives each test that a part reads one of its values, or leaves it unknown. All patterns
of each part are gone through, on both engines; the oracle settles them by trying every completion.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.contract import FACTS, OPTIONS, PARTS, tree_of
from tests.evaluator import PARTS as INDEPENDENT
from tests.evaluator import Parameters, known_facts, telling
from tests.evaluator.facts import FACTS as VALUES
from tests.second_engine import needs_durable

from ssrules import Case, RuleBook, decide
from ssrules.engines.python import PythonEngine
from ssrules.records.case import replaced as with_facts
from ssrules.records.unstructure import to_mapping
from ssrules.strategies import complete_cases
from ssrules.tables import Parameter, Rule, RuleSet
from ssrules.tables.inputs import AtLeast, LongerAgoThan

AS_OF = date(2026, 11, 22)
PERIODS = tuple(
    date.fromisoformat(day)
    for day in ("2021-01-01", "2024-01-01", "2024-11-01", "2026-11-22", "2040-01-01")
)
"""A day of each period that the rules tell apart."""

# What a case says of facts with many values; None is unknown, in every way it can be. Days are told
# as how many ago.
BANKS: list[dict[str, object]] = [
    {"card.bank": "ICBC", "institution.bank": "CCB"},
    {"card.bank": "ICBC", "institution.bank": "ICBC"},
    {},
    {"card.bank": "ICBC"},
    {"institution.bank": "ICBC"},
]
AGES: list[dict[str, object]] = [{}]
AGES += ({"person.age": age} for age in (15, 16, 59, 60))
RECEIVED = (300, 301)
# The patterns of each part, counted by hand: of each input its values, and one more for unknown;
# two banks are alike, or not, or unknown in three ways; endowment and maternity in five periods.
PATTERNS = {
    "loss_report": 4 * 4 * 3,
    OPTIONS[0]: 9 * 5 * 4 * 4 * 4 * 3,
    OPTIONS[1]: 9 * 3 * 3 * 4 * 4 * 4 * 3,
    OPTIONS[2]: 9 * 3 * 3 * 4 * 4 * 3,
    OPTIONS[3]: 9 * 5 * 4 * 4 * 4 * 3,
    "application": 3 * 10 * 3,
    "insurance.endowment": 10 * 5 * 3 * 3 * 5,
    "insurance.medical": 10 * 3,
    "insurance.work_injury": 10,
    "insurance.unemployment": 10,
    "insurance.maternity": 10 * 5,
    "medical_benefit": 10 * 5,
    "rights": 10,
}


@functools.cache
def book(engine: str) -> RuleBook:
    """The default rules on an engine, with nothing remembered from elsewhere."""
    if engine == "python":
        return RuleBook.default().with_engine(PythonEngine())
    from ssrules.engines.durable import DurableEngine

    return RuleBook.default().with_engine(DurableEngine())


CARD = ("card.received_on", "card.social_security", "card.financial")


def said(path: str, as_of: date) -> list[dict[str, object]]:
    """Everything that a case may say of a fact, nothing among it."""
    if path == "card.bank":
        return BANKS
    if path == "person.age":
        return AGES
    if path == "card.received_on":
        days = (as_of - timedelta(ago) for ago in RECEIVED)
        said: list[dict[str, object]] = [{path: day.isoformat()} for day in days]
        return [{}, *said]
    return [{path: value} for value in (*VALUES[path], None)]


def patterns(part: str) -> Iterator[dict[str, Any]]:
    """Every pattern of the facts that a part reads, as a case; all other facts are unknown."""
    reads = (*INDEPENDENT[part].reads, *(CARD if part in OPTIONS else ()))
    paths = [each for each in dict.fromkeys(reads) if each not in ("as_of", "institution.bank")]
    for as_of in PERIODS if part in ("insurance.endowment", "insurance.maternity") else (AS_OF,):
        for chosen in itertools.product(*(said(path, as_of) for path in paths)):
            facts = {path: value for each in chosen for path, value in each.items()}
            yield tree_of({"as_of": as_of.isoformat(), **facts})


@functools.cache
def oracle(part: str) -> tuple[tuple[dict[str, Any], dict[str, Any]], ...]:
    """Every pattern of a part with what the independent evaluator answers."""
    return tuple((case, independently(part, case)) for case in patterns(part))


def independently(part: str, case: dict[str, Any]) -> dict[str, Any]:
    """One part by the independent evaluator, without the others."""
    facts, parameters = known_facts(case), Parameters()
    section, _, name = part.partition(".")
    if name:
        tell = {"activation": telling.tell_option, "insurance": telling.tell_insurance}[section]
        return tell(name, facts, parameters)
    found: dict[str, Any] = getattr(telling, f"tell_{section}")(facts, parameters)
    return found


@pytest.mark.parametrize("part", PARTS)
def test_the_patterns_are_all_there_are(part: str) -> None:
    """The patterns that are tried are as many as counted by hand, and no two are the same."""
    tried = [repr(case) for case in patterns(part)]
    assert len(set(tried)) == len(tried) == PATTERNS[part]


@pytest.mark.parametrize(
    "engine",
    [
        "python",
        pytest.param(
            "durable",
            marks=needs_durable,
        ),
    ],
)
@pytest.mark.parametrize("part", PARTS)
def test_every_pattern_is_answered_exactly(part: str, engine: str) -> None:
    """Status, reasons, needs and every other field are those of all completions together."""
    for case, expected in oracle(part):
        found = to_mapping(decide(Case.from_dict(case), book(engine)).part(part))
        assert found == expected, case


@given(complete_cases(), st.sets(st.sampled_from([each for each in FACTS if each != "as_of"])))
def test_what_is_determined_stays_so_whatever_becomes_known(case: Case, hidden: set[str]) -> None:
    """Facts that are learnt never overturn a part that was determined without them."""
    known = decide(case)
    for path, part in decide(with_facts(case, dict.fromkeys(hidden))).parts:
        if part.status not in ("undetermined", "incomplete"):
            assert part.status == known.part(path).status


A4 = RuleBook.default().clause("source.A4")
THIRD_OF_WINDOW = LongerAgoThan("third_elapsed", fact="card.received_on", parameter="third")
ELAPSED = LongerAgoThan("elapsed", fact="card.received_on", parameter="whole")
OLD = AtLeast("old", fact="person.age", parameter="old_from")
ADULT = AtLeast("adult", fact="person.age", parameter="adult_from")
REMINDER = RuleSet(
    name="reminder",
    title="Two tests of one date, and two of one age",
    hit_policy="ANY",
    inputs=(THIRD_OF_WINDOW, ELAPSED, ADULT, OLD),
    outputs={"told": ("never", "once", "twice")},
    rules=(
        Rule(id="reminder.late", cites=A4, when={"elapsed": True}, then={"told": "never"}),
        Rule(
            id="reminder.impossible",
            cites=A4,
            when={"third_elapsed": False, "elapsed": True},
            then={"told": "never"},
        ),
        Rule(
            id="reminder.old",
            cites=A4,
            when={"elapsed": False, "old": True},
            then={"told": "twice"},
        ),
        Rule(
            id="reminder.adult",
            cites=A4,
            when={"elapsed": False, "third_elapsed": True, "adult": True, "old": False},
            then={"told": "once"},
        ),
        Rule(
            id="reminder.early",
            cites=A4,
            when={"elapsed": False, "third_elapsed": False, "old": False},
            then={"told": "never"},
        ),
        Rule(
            id="reminder.minor",
            cites=A4,
            when={"elapsed": False, "adult": False, "old": False},
            then={"told": "never"},
        ),
    ),
)
SOME_AGES = (None, *range(151))
DAYS_AGO = (None, *range(25))


def reminding() -> RuleBook:
    """A book with tests whose answers hang together: nobody is old and no adult."""

    def number(name: str, value: int) -> Parameter:
        return Parameter(name=name, title=name, unit="", default=value, cites=A4)

    asked = (number("third", 5), number("whole", 15), number("adult_from", 16))
    return (
        RuleBook.default()
        .with_engine(PythonEngine())
        .with_rule_sets(REMINDER, parameters=(*asked, number("old_from", 60)))
    )


def reminded(days_ago: int, age: int) -> str:
    """The reminder's answer, by hand."""
    if days_ago > 15:
        return "never"
    if age >= 60:
        return "twice"
    return "once" if days_ago > 5 and age >= 16 else "never"


def test_tests_of_one_fact_are_completed_together() -> None:
    """Combinations of answers that no value of the fact gives are no completions."""
    with_reminder = reminding()
    for days_ago, age in itertools.product(DAYS_AGO, SOME_AGES):
        days = [day for day in DAYS_AGO if day is not None] if days_ago is None else [days_ago]
        ages = [one for one in SOME_AGES if one is not None] if age is None else [age]
        by_day = {one: {reminded(day, one) for day in days} for one in ages}
        by_age = {day: {reminded(day, one) for one in ages} for day in days}
        card = {} if days_ago is None else {"received_on": AS_OF - timedelta(days_ago)}
        case = Case.from_dict({"as_of": AS_OF, "card": card, "person": {"age": age}})
        part = decide(case, with_reminder).part("reminder")
        values = set().union(*by_day.values())
        assert part.status == ("determined" if len(values) == 1 else "undetermined")
        needs = (
            ("person.age", any(len(told) > 1 for told in by_age.values())),
            ("card.received_on", any(len(told) > 1 for told in by_day.values())),
        )
        assert part.needs == tuple(path for path, needed in needs if needed)
