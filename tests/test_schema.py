"""The JSON Schema for files of changes: what is shipped, what it allows and what it refuses."""

from __future__ import annotations

import datetime
import importlib
import tomllib
from typing import Any

import pytest

from ssrules import RuleBook, localities
from ssrules.errors import RuleFileError
from ssrules.overlays import KINDS
from ssrules.overlays.file import read_overlay
from ssrules.overlays.keys import CHANGES
from ssrules.schema import overlay_schema, shipped_schema
from ssrules.tables import Rule, RuleSet
from ssrules.tables.inputs import AsOf, FactInput
from tests.overlays.test_file import PAIRS
from tests.overlays.texts import HEAD

jsonschema: Any = importlib.import_module("jsonschema")  # it comes without types
SCHEMA = shipped_schema()


def in_json(value: Any) -> Any:
    """What an editor checks: dates as texts."""
    if isinstance(value, dict):
        return {key: in_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [in_json(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def is_allowed(text: str) -> bool:
    """Whether the schema allows a file."""
    validator = jsonschema.Draft202012Validator(SCHEMA)
    return bool(validator.is_valid(in_json(tomllib.loads(text))))


def test_the_shipped_schema_is_the_one_that_the_rules_make() -> None:
    """Rewrite src/ssrules/schema/overlay.schema.json from `overlay_schema()` where this fails."""
    assert overlay_schema() == SCHEMA


def test_it_is_a_schema() -> None:
    """By the rules for schemas themselves."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_it_knows_every_kind_of_change_and_every_input() -> None:
    """With the values of each."""
    assert set(KINDS) == set(CHANGES) <= set(SCHEMA["$defs"])
    told = SCHEMA["$defs"]["conditions"]["properties"]
    for rule_set in RuleBook.default().rule_sets:
        for input_ in (each for each in rule_set.inputs if not isinstance(each, AsOf)):
            values = told[input_.name]["anyOf"][0]["enum"]
            assert set(input_.values) <= set(values)
            if isinstance(input_, FactInput):
                assert tuple(values) == input_.values


@pytest.mark.parametrize("name", localities.names())
def test_it_allows_the_files_that_are_shipped(name: str) -> None:
    """As the reader does."""
    assert is_allowed(localities.text(name))


@pytest.mark.parametrize("kind", PAIRS)
def test_it_allows_every_kind_of_change(kind: str) -> None:
    """As the reader does."""
    assert is_allowed(f"{HEAD}[[changes]]\n{PAIRS[kind][0]}")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"student"', '"studnt"'),
        ("route =", "rute ="),
        ('route = "bank"', 'route = "banc"'),
        ("cites =", "cite ="),
        ('"person.residence"', '"person.residense"'),
        ("2027-01-01", "5"),
        ('["notice.1", "source.B1"]', "[]"),
        ('"replace_rule"', '"replace_rul"'),
    ],
)
def test_what_it_refuses_the_reader_refuses_too(right: str, wrong: str) -> None:
    """Misspelt keys, inputs, values."""
    text = f"{HEAD}[[changes]]\n{PAIRS['replace_rule'][0]}"
    assert is_allowed(text)
    broken = text.replace(right, wrong)
    assert broken != text
    assert not is_allowed(broken)
    with pytest.raises(RuleFileError):
        read_overlay(broken, RuleBook.default())


def test_outputs_of_several_kinds_of_value_are_all_allowed() -> None:
    """Of one name, in two rule sets; what is true is not 1."""
    clause = RuleBook.default().clause("source.A1")
    rule_sets = [
        RuleSet(
            name=name,
            title=name,
            inputs=(),
            outputs={"level": values},
            rules=(Rule(id=f"{name}.r", cites=clause, then={"level": values[0]}),),
        )
        for name, values in (("one", ("b", True, "a")), ("two", (1, 0, True)))
    ]
    made = overlay_schema(RuleBook(name="mine", version="1", rule_sets=rule_sets))
    told = made["$defs"]["outputs"]["properties"]["level"]["enum"]
    assert [(type(each), each) for each in told] == [
        (bool, True),
        (int, 0),
        (int, 1),
        (str, "a"),
        (str, "b"),
    ]
