"""JSON Schemas say of cases what `from_dict` does, and hold of every decision."""

from __future__ import annotations

import copy
import importlib
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ssrules
from ssrules import Case, FactError, RuleBook, decide
from ssrules.cli import main
from ssrules.errors import UnknownNameError
from ssrules.facts import FACTS, Fact, MoreValues
from ssrules.records.checks import leaves
from ssrules.schema import overlay_schema
from ssrules.strategies import case_dicts, cases

jsonschema: Any = importlib.import_module("jsonschema")  # it comes without types
KINDS = ("case", "decision", "overlay")
PATHS = tuple(path for path, _ in leaves(Case))
ANYTHING: tuple[Any, ...] = (
    *("", " ", "x", "rural", "ICBC", "ICBC ", "\nICBC", "ICBC\n", "2026-11-22", "2026-02-30"),
    *("2026-11-22\n", "2026-1-1", "22.11.2026", "２０２６-11-22", "true", "\u3000"),
    *(True, False, None, 0, 1, 41, -1, 150, 151, 10**30, 0.5, [], ["rural"], {}, {"a": 1}),
)
"""Values that some facts may have and others may not."""


def validator(schema: dict[str, Any]) -> Any:
    """What checks by a schema, formats too."""
    cls = jsonschema.Draft202012Validator
    return cls(schema, format_checker=cls.FORMAT_CHECKER)


CASE = validator(ssrules.json_schema("case"))
DECISION = validator(ssrules.json_schema("decision"))


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_a_schema(kind: str) -> None:
    """By the rules for schemas themselves, and plain JSON."""
    schema = ssrules.json_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_schema_of_overlays_is_the_one_that_editors_use() -> None:
    """Made by the same function."""
    assert ssrules.json_schema("overlay") == overlay_schema()


def test_there_is_a_schema_of_nothing_else() -> None:
    """The nearest that there is one of is told."""
    with pytest.raises(UnknownNameError, match="did you mean case"):
        ssrules.json_schema("cases")


@settings(max_examples=1000)
@given(case_dicts())
def test_every_case_that_can_be_read_is_allowed(mapping: dict[str, Any]) -> None:
    """However it is written."""
    assert CASE.is_valid(mapping)


@settings(max_examples=1000)
@given(case_dicts(), st.sampled_from(PATHS), st.sampled_from(ANYTHING))
def test_a_case_is_allowed_if_and_only_if_it_can_be_read(
    mapping: dict[str, Any], path: str, value: Any
) -> None:
    """Whatever stands in the place of a fact; but for dates that exclude each other."""
    changed = copy.deepcopy(mapping)
    *groups, name = path.split(".")
    at = changed
    for each in groups:
        at[each] = at.get(each) or {}
        at = at[each]
    at[name] = value
    try:
        Case.from_dict(changed)
    except FactError as error:
        said = any(fault.code != "after_as_of" for fault in error.faults)
    else:
        said = False
    assert CASE.is_valid(changed) is not said


@given(case_dicts(), st.sampled_from(PATHS), st.text(min_size=1))
def test_no_other_key_is_allowed(mapping: dict[str, Any], path: str, key: str) -> None:
    """In any group; and a case needs its day."""
    group = path.rpartition(".")[0]
    names = {each.rpartition(".")[2] for each in PATHS} | {"photo", *mapping}
    if key in names or group.count(".") or (group and not mapping.get(group)):
        return
    (mapping[group] if group else mapping)[key] = True
    assert not CASE.is_valid(mapping)
    assert not CASE.is_valid({name: mapping[name] for name in mapping if name != "as_of"})


@settings(max_examples=500)
@given(cases())
def test_every_decision_is_allowed(case: Case) -> None:
    """As it is written down."""
    DECISION.validate(decide(case).to_dict())


def nodes(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value in a tree."""
    yield path
    if isinstance(tree, dict):
        for name, each in tree.items():
            yield from nodes(each, (*path, name))
    if isinstance(tree, list):
        for at, each in enumerate(tree):
            yield from nodes(each, (*path, at))


@settings(max_examples=300)
@given(cases(), st.data())
def test_a_decision_with_something_else_in_a_place_is_not_allowed(
    case: Case, data: st.DataObject
) -> None:
    """Another kind of value, a key too much, or one left out; parameters are anyone's own."""
    told = json.loads(decide(case).to_json())
    paths = [path for path in nodes(told) if path[:2] != ("rulebook", "parameters")]
    path = data.draw(st.sampled_from(paths[1:]))
    at = told
    for each in path[:-1]:
        at = at[each]
    if isinstance(at, dict) and data.draw(st.booleans()):
        del at[path[-1]]
    else:
        at[path[-1]] = 0.5
    assert not DECISION.is_valid(told)


def test_every_fact_has_its_meaning_in_both_languages() -> None:
    """And each word that it may be."""
    for fact in FACTS:
        at = CASE.schema
        for name in fact.path.split("."):
            at = at["properties"][name]
        assert at["title"]
        assert at["description"]
        assert at["x-title-zh"] != at["title"]
        assert at["x-description-zh"] != at["description"]
        if "x-enum-words" in at:
            listed = [each for each in at["enum"] if each is not None]
            assert all(list(words) == listed for words in at["x-enum-words"].values())


def test_facts_of_ones_own_are_in_it() -> None:
    """A group that was not there, limits of a number, and further words of a fact."""
    book = RuleBook.default().with_facts(
        Fact(path="pet.age", kind=int, meaning="the pet's age", highest=30, unit="full years"),
        Fact(path="pet.kind", kind=("cat", "dog"), meaning="what it is", default="cat"),
        MoreValues(path="visit.cause", values=("bite",)),
    )
    check = validator(ssrules.json_schema("case", book))
    day = {"as_of": "2026-11-22"}
    assert check.is_valid({**day, "pet": {"age": 30, "kind": "dog"}, "visit": {"cause": "bite"}})
    for wrong in ({"pet": {"age": 31}}, {"pet": {"kind": "bird"}}, {"pet": {"name": "Rex"}}):
        assert not check.is_valid({**day, **wrong})
    assert not CASE.is_valid({**day, "pet": {}})
    assert check.schema["properties"]["pet"]["properties"]["kind"]["default"] == "cat"


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON, whatever it is of."""
    for kind in KINDS:
        assert main(["schema", kind]) == 0
        assert json.loads(capsys.readouterr().out) == ssrules.json_schema(kind)
