"""Decision tables as data: what contradicts itself, or cites nothing, cannot be constructed."""

from __future__ import annotations

import datetime
from typing import Any

import attrs
import pytest

from ssrules import Case, RuleBook, SsrulesError
from ssrules.errors import RuleError
from ssrules.tables import Clause, Document, Parameter, Reading, Requirement, Rule, RuleSet
from ssrules.tables.inputs import AtLeast

CLAUSE = Clause(
    id="local.1",
    title="A local rule",
    words="Whoever is urban may come in.",
    language="en",
    version=datetime.date(2026, 1, 1),
)
OTHER = attrs.evolve(CLAUSE, id="local.2")
URBAN = Rule(id="a.urban", cites=CLAUSE, when={"person.residence": "urban"}, then={"may": True})
RURAL = Rule(id="a.rural", cites=OTHER, when={"person.residence": "rural"}, then={"may": False})


def rule_set(**changed: Any) -> RuleSet:
    """A sound rule set, or one with something changed in it."""
    sound: dict[str, Any] = {
        "name": "a",
        "title": "Who may come in",
        "inputs": ("person.residence",),
        "outputs": {"may": (False, True)},
        "rules": (URBAN, RURAL),
    }
    return RuleSet(**{**sound, **changed})


def bound(made: RuleSet) -> RuleSet:
    """A rule set as it stands in a book, bound to the facts of its cases."""
    (found,) = RuleBook(name="mine", version="1", rule_sets=(made,)).rule_sets
    return found


@pytest.mark.parametrize("cites", [(), []])
@pytest.mark.parametrize(
    "make",
    [
        lambda cites: Rule(id="a.b", cites=cites),
        lambda cites: Requirement(
            code="a_code", cites=cites, holds_if={"person.residence": "urban"}
        ),
        lambda cites: Parameter(name="p", title="p", unit="days", default=1, cites=cites),
    ],
)
def test_what_cites_no_clause_cannot_be_constructed(make: Any, cites: Any) -> None:
    """A rule, a requirement and a parameter each rest on a clause; an id alone is none."""
    with pytest.raises(RuleError, match="cites no clause"):
        make(cites)
    with pytest.raises(RuleError, match="no Clause"):
        make(("source.A1",))
    assert make(CLAUSE).cites == make([CLAUSE]).cites == (CLAUSE,)


def test_a_rule_cannot_lose_its_citation_later() -> None:
    """Neither by changing it nor by a changed copy."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        URBAN.cites = ()  # type: ignore[misc]  # that it fails is the point
    with pytest.raises(RuleError, match="cites no clause"):
        attrs.evolve(URBAN, cites=())


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"rules": (URBAN, URBAN)}, "stands twice"),
        ({"inputs": ("person.residence", "person.residence")}, "twice"),
        ({"inputs": ("person.residense",)}, "person.residence"),
        ({"inputs": ("person.age",), "rules": ()}, "too many values"),
        ({"inputs": ("card.bank",), "rules": ()}, "too many values"),
        ({"inputs": ("person.employment",)}, "is no input here"),
        ({"rules": (attrs.evolve(URBAN, when={"person.residence": "urben"}),)}, "urban"),
        ({"rules": (attrs.evolve(URBAN, when={"person.residence": True}),)}, "never True"),
        ({"rules": (attrs.evolve(URBAN, then={"maay": True}),)}, "did you mean may"),
        ({"rules": (attrs.evolve(URBAN, then={"may": "yes"}),)}, "never 'yes'"),
        ({"compare": ("mai",)}, "may"),
        (
            {
                "requirements": (
                    Requirement(
                        code="a.urban", cites=CLAUSE, holds_if={"person.residence": "urban"}
                    ),
                )
            },
            "stands twice",
        ),
    ],
)
def test_a_rule_set_that_contradicts_itself_is_no_part_of_a_book(
    changed: dict[str, Any], told: str
) -> None:
    """The place and the nearest right name are told."""
    with pytest.raises(RuleError, match=told) as caught:
        bound(rule_set(**changed))
    assert isinstance(caught.value, SsrulesError)
    assert isinstance(caught.value, ValueError)
    assert caught.value.where


def test_a_value_is_compared_with_its_type() -> None:
    """1 is no true, and "true" is none either."""
    for value in (1, "true"):
        with pytest.raises((RuleError, TypeError)):
            bound(
                rule_set(
                    inputs=("institution.designated",),
                    rules=(
                        Rule(
                            id="a.b",
                            cites=CLAUSE,
                            when={"institution.designated": value},
                        ),
                    ),
                )
            )


def test_content_cannot_be_changed_after_it_was_checked() -> None:
    """Lists and dicts that were given are copied, and frozen."""
    steps = ["one"]
    when: dict[str, Any] = {"person.residence": ["urban"]}
    rule = Rule(id="a.b", cites=[CLAUSE], when=when, then={"steps": steps})
    steps.append("two")
    when["person.residence"].append("rural")
    assert rule.then == {"steps": ("one",)}
    assert rule.when == {"person.residence": ("urban",)}
    with pytest.raises(TypeError):
        rule.then["steps"] = ()  # type: ignore[index]  # that it fails is the point
    hash(rule)


def test_equal_content_is_equal() -> None:
    """However it was written: one clause or a tuple of it, one value or a list of it."""
    other = Rule(
        id="a.urban", cites=[CLAUSE], when={"person.residence": ["urban"]}, then={"may": True}
    )
    assert other == URBAN
    assert rule_set(rules=(other, RURAL)) == rule_set()
    assert hash(rule_set(rules=(other, RURAL))) == hash(rule_set())
    assert rule_set(rules=(RURAL, URBAN)) != rule_set()


def test_the_clauses_of_a_rule_set_are_all_it_rests_on() -> None:
    """Of rules, requirements and readings, each once."""
    reading = Reading(chosen="this", other="that", rests_on=(attrs.evolve(CLAUSE, id="local.3"),))
    found = rule_set(rules=(attrs.evolve(URBAN, readings=(reading,)), RURAL)).clauses
    assert [each.id for each in found] == ["local.1", "local.2", "local.3"]


def test_an_output_is_asked_by_its_values() -> None:
    """An output of unknown values, or none at all, cannot be an input of another rule set."""
    assert rule_set().outcome("may").values == (False, True)
    with pytest.raises(RuleError, match="did you mean may"):
        rule_set().outcome("mai")
    with pytest.raises(RuleError, match="what values"):
        rule_set(outputs={"may": None}).outcome("may")


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"all_of": ("documents.identity",)},
        {"all_of": ("person.residence",)},
        {"any_of": ("person.age",)},
    ],
)
def test_a_document_is_told_by_facts_that_are_true_or_false(given: dict[str, Any]) -> None:
    """At least one, and each of them a fact."""
    with pytest.raises(RuleError):
        Document(code="paper", **given).check(Case.table)


def test_a_test_asks_a_fact_of_its_kind() -> None:
    """An age is a number; a date is none."""
    with pytest.raises(RuleError, match="is no int"):
        AtLeast("old_enough", fact="card.received_on", parameter="p").bound(Case.table)


def test_an_output_is_a_list_in_all_rules_or_in_none() -> None:
    """None may stand beside either."""

    def rule_set(*given: object) -> RuleSet:
        clause = RuleBook.default().clause("source.A1")
        rules = [
            Rule(id=f"r{at}", cites=clause, when={"person.residence": place}, then={"x": each})
            for at, (place, each) in enumerate(zip(("rural", "urban"), given, strict=True))
        ]
        return RuleSet(
            name="a", title="a", inputs=("person.residence",), outputs={"x": None}, rules=rules
        )

    fitting: list[tuple[object, object]]
    fitting = [("a", "b"), (("a",), ()), (None, ("a",)), (1, None)]
    for given in fitting:
        assert len(rule_set(*given).rules) == len(given)
    mixed: list[tuple[object, object]] = [("a", ()), (("a",), True)]
    for given in mixed:
        with pytest.raises(RuleError, match=r"as a list, and r[01] as one value") as raised:
            rule_set(*given)
        assert "列表" in raised.value.told("zh")
