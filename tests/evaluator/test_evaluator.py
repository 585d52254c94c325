"""The evaluator itself: worked cases field by field, and that it stands alone."""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.contract import parts_of
from tests.evaluator import PARTS, decide

HERE = Path(__file__).parent
EXAMPLES: list[dict[str, Any]] = json.loads(
    (HERE.parent / "worked_examples_2.json").read_text("utf-8")
)
BESIDE = HERE.parents[2] / "shared" / "examples-2.json"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each["name"])
def test_a_worked_example_comes_out_field_by_field(example: dict[str, Any]) -> None:
    """Every field of every part, and the next change, are those that were worked out."""
    found = decide(example["case"])
    parts = parts_of(found)
    for path, fields in example["expected"].items():
        assert {field: parts[path][field] for field in fields} == fields, path
    assert found["next_change"] == example["next_change"]


def test_every_part_is_worked_out_in_every_example() -> None:
    """The examples leave no part out, and of each all fields but its clauses and its name."""
    for example in EXAMPLES:
        assert set(example["expected"]) == set(PARTS)
        for path, part in parts_of(decide(example["case"])).items():
            untold = set(part) - set(example["expected"][path])
            assert untold <= {"clauses", "function", "channel", "type"}


@pytest.mark.skipif(not BESIDE.exists(), reason="the contract is not beside this checkout")
def test_the_examples_kept_here_are_the_contracts() -> None:
    """What is kept is what the contract has today."""
    assert json.loads(BESIDE.read_text("utf-8")) == EXAMPLES


def test_needs_of_a_decision_are_those_of_its_parts_in_the_order_of_the_facts() -> None:
    """With nothing known all facts that count are needed, none of them a document."""
    assert decide({"as_of": "2026-11-22"})["needs"] == [
        "person.residence",
        "person.employment",
        "person.age",
        "person.medical_years_met",
        "person.endowment_years_met",
        "person.within_a_year_of_retirement",
        "card.received_on",
        "card.bank",
        "card.social_security",
        "card.financial",
        "card.used_at_designated_institution",
        "institution.kind",
        "institution.designated",
        "institution.bank",
        "visit.registration",
        "visit.cause",
    ]


def imported(file: Path) -> set[str]:
    """The modules that a file imports."""
    nodes = list(ast.walk(ast.parse(file.read_text("utf-8"))))
    plain = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    return plain | {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}


def test_it_shares_no_code_with_the_library() -> None:
    """Beside its own files the evaluator imports the standard library alone."""
    files = [file for file in HERE.glob("*.py") if not file.name.startswith("test_")]
    assert len(files) > 10
    others = {name for file in files for name in imported(file)}
    own = {name for name in others if name.startswith("tests.evaluator")}
    assert {name.split(".")[0] for name in others - own} <= sys.stdlib_module_names
