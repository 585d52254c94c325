"""What a rule set answers at a point is what all completions of it say, by definition."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssrules import Case, engines
from ssrules.deciding import cells
from ssrules.deciding.axes import Axis
from ssrules.deciding.cells import Answer, Point, Table
from ssrules.engines.python import PythonEngine
from ssrules.errors import RuleError
from ssrules.tables import Clause, Requirement, Rule, RuleSet
from ssrules.tables.inputs import FactInput

CLAUSE = Clause(
    id="local.1", title="Local", words="Words.", language="en", version=datetime.date(2026, 1, 1)
)
INPUTS: dict[str, tuple[Any, ...]] = {
    "person.residence": ("rural", "urban"),
    "card.financial": ("inactive", "active", "loss_reported"),
    "institution.designated": (False, True),
}
SPACE = [dict(zip(INPUTS, values, strict=True)) for values in itertools.product(*INPUTS.values())]


def table(rule_set: RuleSet, **upstream: Table) -> Table:
    """The rule set, ready to answer."""
    return Table(rule_set.bound(Case.table), PythonEngine(), upstream)


@st.composite
def conditions(draw: st.DrawFn) -> dict[str, tuple[Any, ...]]:
    """Which values a row allows some of the inputs; no value at all is possible too."""
    asked = draw(st.sets(st.sampled_from(list(INPUTS))))
    return {
        name: tuple(draw(st.lists(st.sampled_from(INPUTS[name]), unique=True)))
        for name in INPUTS
        if name in asked
    }


@st.composite
def rule_sets(draw: st.DrawFn) -> RuleSet:
    """Rule sets that collect: any rows are sound, requirements among them."""
    one = st.sampled_from(list(INPUTS))
    requirements = tuple(
        Requirement(
            code=f"code{at}",
            cites=CLAUSE,
            holds_if={name: draw(st.lists(st.sampled_from(INPUTS[name]), unique=True))},
        )
        for at, name in enumerate(draw(st.lists(one, max_size=2)))
    )
    rules = tuple(
        Rule(
            id=f"rule{at}",
            cites=CLAUSE,
            when=when,
            then={"items": tuple(draw(st.lists(st.sampled_from("xyz"), unique=True)))},
        )
        for at, when in enumerate(draw(st.lists(conditions(), max_size=4)))
    )
    return RuleSet(
        name="local",
        title="Local",
        inputs=tuple(INPUTS),
        outputs={"items": None},
        requirements=requirements,
        rules=rules,
        hit_policy="COLLECT",
    )


points = st.fixed_dictionaries(
    {name: st.none() | st.sampled_from(values) for name, values in INPUTS.items()}
)


def at(made: Table, known: dict[str, Any]) -> Point:
    """The point at which some inputs are known."""
    return tuple(
        axis.unknown() if known[name] is None else INPUTS[name].index(known[name])
        for axis in made.all_axes
        for name in axis.facts
    )


def by_hand(rule_set: RuleSet, facts: dict[str, Any]) -> tuple[tuple[str, ...], Any]:
    """Reasons and value of complete facts: the codes that fail, or the rules and their items."""
    failed = tuple(
        each.code for each in rule_set.requirements if facts[each.input] not in each.values
    )
    if failed:
        return failed, "refused"
    rules = [
        rule
        for rule in rule_set.rules
        if all(facts[name] in values for name, values in rule.when.items())
    ]
    items = dict.fromkeys(item for rule in rules for item in rule.then["items"])
    return tuple(rule.id for rule in rules), tuple(items) if rules else None


def completions(known: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """All facts that agree with what is known."""
    for facts in SPACE:
        if all(value is None or facts[name] == value for name, value in known.items()):
            yield facts


@given(rule_sets(), points)
def test_an_answer_is_exact_over_all_completions(rule_set: RuleSet, known: dict[str, Any]) -> None:
    """Determined, needs, because, certain and possible, each straight from its definition."""
    made = table(rule_set)
    answer = made.answer(at(made, known))
    found = [(facts, *by_hand(rule_set, facts)) for facts in completions(known)]
    values = {repr(value) for *_, value in found}
    assert (answer.outcome is not None) is (len(values) == 1)
    needs = {
        name
        for name, value in known.items()
        if value is None
        for (one, _, first), (other, _, second) in itertools.combinations(found, 2)
        if first != second and all(one[each] == other[each] for each in INPUTS if each != name)
    }
    assert answer.needs == (needs if len(values) > 1 else frozenset())
    reasons = [set(each) for _, each, _ in found]
    shared = set.intersection(*reasons)
    alone = {min(each) for each in reasons if len(each) == 1}
    assert set(answer.because) == ((shared or alone) if len(values) == 1 else set())
    order = [each.code for each in rule_set.requirements] + [each.id for each in rule_set.rules]
    assert list(answer.because) == sorted(answer.because, key=order.index)
    lists = [set(value) if isinstance(value, tuple) else set() for *_, value in found]
    assert set(answer.certain.get("items", ())) == set.intersection(*lists)
    assert set(answer.possible.get("items", ())) == set.union(*lists)


@settings(max_examples=30)
@given(rule_sets(), st.lists(points, min_size=5))
def test_forgetting_changes_no_answer(rule_set: RuleSet, some: list[dict[str, Any]]) -> None:
    """A table that may keep one answer at a time answers like one that keeps all."""

    def told(made: Table) -> list[object]:
        return [told_of(made.answer(at(made, known))) for known in some + some[::-1]]

    def told_of(answer: Answer) -> object:
        return answer.outcome, answer.because, answer.needs, answer.certain, answer.possible

    expected = told(table(rule_set))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cells, "REMEMBERED_ANSWERS", 1)
        assert told(table(rule_set)) == expected


@given(rule_sets())
def test_distinct_cells_stand_for_all_cells(rule_set: RuleSet) -> None:
    """Every outcome is found on one of them, and each is a cell."""
    made = table(rule_set)
    every = {made.outcome(cell) for cell in made.cells()}
    assert {made.outcome(cell) for cell in made.distinct_cells()} == every
    assert set(made.distinct_cells()) <= set(made.cells())
    assert len(list(made.cells())) == len(SPACE)


def rule(id_: str, **asked: Any) -> Rule:
    """A rule that says whether one may, when a residence is as asked."""
    may = asked.pop("may", True)
    when = {"person.residence": asked["residence"]} if "residence" in asked else {}
    return Rule(id=id_, cites=CLAUSE, when=when, then={"may": may})


@pytest.mark.parametrize(
    ("policy", "rules", "told"),
    [
        ("UNIQUE", (rule("a", residence="rural"),), "no rule applies where .*urban"),
        ("ANY", (rule("a", residence="rural"),), "no rule applies where .*urban"),
        ("UNIQUE", (rule("a"), rule("b", residence="urban")), r"more than one .*\(a, b\).*urban"),
        ("ANY", (rule("a"), rule("b", residence="urban", may=False)), r"disagree \(a, b\).*urban"),
    ],
)
def test_a_gap_or_a_contradiction_is_told_with_its_cell(
    policy: str, rules: tuple[Rule, ...], told: str
) -> None:
    """First hit never passes for unique, and no rule never passes for false."""
    made = table(
        RuleSet(
            name="local",
            title="Local",
            inputs=("person.residence",),
            outputs={"may": (False, True)},
            rules=rules,
            hit_policy=policy,
        )
    )
    assert made.outcome((0,)).outputs == {"may": True}
    with pytest.raises(RuleError, match=told):
        made.outcome((1,))
    with pytest.raises(RuleError, match=told):
        made.answer((made.all_axes[0].unknown(),))


def test_rules_that_agree_may_apply_together() -> None:
    """ANY takes overlapping rules that say the same, and names both."""
    made = table(
        RuleSet(
            name="local",
            title="Local",
            inputs=("person.residence",),
            outputs={"may": (False, True)},
            rules=(rule("a"), rule("b", residence="urban")),
            hit_policy="ANY",
        )
    )
    assert [made.outcome(cell).reasons for cell in made.cells()] == [("a",), ("a", "b")]
    assert made.answer((made.all_axes[0].unknown(),)).because == ("a",)


def test_a_space_that_is_too_large_is_refused_before_it_is_walked() -> None:
    """A rule set whose rules tell too many cells apart says so."""
    names = ("person.employment", "visit.cause", "institution.kind", "card.financial")
    rules = tuple(
        Rule(id=f"{name}.{value}", cites=CLAUSE, when={name: value})
        for name in names
        for value in FactInput(name).bound(Case.table).values
    )
    rule_set = RuleSet(name="local", title="Local", inputs=names, rules=rules, hit_policy="COLLECT")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cells, "MOST_CELLS", 9 * 4 * 8 * 3)
        assert len(list(table(rule_set).cells())) == 9 * 4 * 8 * 3
        patch.setattr(cells, "MOST_CELLS", 9 * 4 * 8 * 3 - 1)
        with pytest.raises(RuleError, match="split the rule set"):
            table(rule_set)


def test_an_engine_is_all_that_fires_rows() -> None:
    """A table asks the engine that it was given, in numbers only."""
    asked: list[engines.Cell] = []

    class Spy:
        name = "spy"

        def compile(self, rows: Any) -> Any:
            fire = PythonEngine().compile(rows)

            def spying(cell: engines.Cell) -> tuple[int, ...]:
                asked.append(cell)
                return fire(cell)

            return spying

    made = Table(
        RuleSet(
            name="local",
            title="Local",
            inputs=("person.residence",),
            outputs={"may": (False, True)},
            rules=(rule("a"),),
        ).bound(Case.table),
        Spy(),
        {},
    )
    assert made.answer((0,)) is made.answer((0,))
    assert made.all_axes == (Axis((FactInput("person.residence").bound(Case.table),)),)
    assert asked == [(0,)]
