"""Verifying random small rule sets: what is found is what trying every case finds."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ssrules import Case, RuleBook
from ssrules.checking.findings import Finding
from ssrules.engines.python import PythonEngine
from ssrules.tables import HitPolicy, Requirement, Rule, RuleSet
from tests.checking.space import CITED, DESIGNATED, REGISTRATION, RESIDENCE, VALUES

WHEN = st.fixed_dictionaries(
    {},
    optional={
        name: st.lists(st.sampled_from(values), min_size=1, unique=True).map(tuple)
        for name, values in VALUES.items()
    },
)
MAY_BE_LEFT_OUT: Mapping[str, Any] = {"way": ("a", "b", None), "items": (("x",), None)}
THEN = st.sampled_from(({"way": "a"}, {"way": "b"}, {"way": "a", "items": ("x",)}, {}))


@st.composite
def small_rule_sets(draw: st.DrawFn) -> RuleSet:
    """A rule set with up to five rules and two requirements over three inputs."""
    rules = [
        Rule(id=f"r{number}", cites=CITED, when=draw(WHEN), then=draw(THEN))
        for number in range(draw(st.integers(1, 5)))
    ]
    requirements = []
    for number in range(draw(st.integers(0, 2))):
        name = draw(st.sampled_from(sorted(VALUES)))
        values = draw(st.lists(st.sampled_from(VALUES[name]), min_size=1, unique=True))
        requirements.append(
            Requirement(code=f"q{number}", cites=CITED, holds_if={name: tuple(values)})
        )
    return RuleSet(
        name="mine",
        title="mine",
        inputs=tuple(VALUES),
        rules=tuple(rules),
        requirements=tuple(requirements),
        outputs=MAY_BE_LEFT_OUT,
        hit_policy=draw(st.sampled_from(HitPolicy)),
    )


CASES = [dict(zip(VALUES, values, strict=True)) for values in itertools.product(*VALUES.values())]


def brute(tested: RuleSet, facts: Mapping[str, Any], left_out: str = "") -> Any:
    """What a rule set without one row gives: refused, a fault, or its outputs and bare reasons."""
    for asked in tested.requirements:
        if asked.code != left_out and facts[asked.input] not in asked.values:
            return "refused"
    rules = [
        row
        for row in tested.rules
        if row.id != left_out and all(facts[name] in some for name, some in row.when.items())
    ]
    if tested.hit_policy is HitPolicy.COLLECT:
        outputs: dict[str, Any] = {}
        for row in rules:
            outputs |= row.then
        return outputs, [row.id for row in rules if not row.then]
    if not rules:
        return "gap"
    if tested.hit_policy is HitPolicy.UNIQUE and len(rules) > 1:
        return "conflict"
    if any(row.then != rules[0].then for row in rules):
        return "conflict"
    return dict(rules[0].then), []


def facts_of(case: Case) -> dict[str, Any]:
    """The facts of the tests in a case."""
    return {
        DESIGNATED: case.institution.designated,
        RESIDENCE: case.person.residence,
        REGISTRATION: case.visit.registration,
    }


def brute_findings(tested: RuleSet) -> set[tuple[str, str]]:
    """What is wrong with a rule set, by trying every case: the kind, and a rule or input."""
    answers = [(facts, brute(tested, facts)) for facts in CASES]
    found = {(answer, "") for _, answer in answers if answer in ("gap", "conflict")}
    for row in tested.requirements:
        where = [facts for facts in CASES if facts[row.input] not in row.values]
        if not where:
            found.add(("unreachable", row.code))
        elif all(brute(tested, facts, row.code) == "refused" for facts in where):
            found.add(("redundant", row.code))
    for rule_ in tested.rules:
        where = [
            facts
            for facts, answer in answers
            if answer != "refused" and all(facts[n] in some for n, some in rule_.when.items())
        ]
        if not where:
            found.add(("unreachable", rule_.id))
        elif all(
            brute(tested, facts) != "conflict"
            and brute(tested, facts, rule_.id) == brute(tested, facts)
            for facts in where
        ):
            found.add(("redundant", rule_.id))
    for name, values in VALUES.items():
        if all(
            brute(tested, {**facts, name: value}) == answer
            for facts, answer in answers
            for value in values
        ):
            found.add(("idle_input", name))
    return found


def told(finding: Finding) -> tuple[str, str]:
    """A finding as brute force has it."""
    about = "" if finding.kind in ("gap", "conflict") else finding.rules[0]
    return finding.kind.value, about


@settings(max_examples=60, deadline=None)
@given(small_rule_sets())
def test_verifying_finds_what_brute_force_finds(tested: RuleSet) -> None:
    """Nothing more and nothing less, and each case shows what it is there for."""
    book = RuleBook(name="mine", version="1", rule_sets=(tested,), engine=PythonEngine())
    report = book.verify()
    assert {told(each) for each in report} == brute_findings(tested)
    for each in report:
        if each.kind in ("gap", "conflict"):
            shown = facts_of(each.case)
            asked = [
                {**facts, **{k: v for k, v in shown.items() if v is not None}} for facts in CASES
            ]
            assert {str(brute(tested, facts)) for facts in asked} == {each.kind.value}
