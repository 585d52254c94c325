"""Worked cases come out as they were worked out, field by field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ssrules import Case, RuleBook, decide
from ssrules.engines.python import PythonEngine
from tests.contract import PARTS, parts_of

HERE = Path(__file__).parent
EXAMPLES: list[dict[str, Any]] = json.loads((HERE / "worked_examples_2.json").read_text("utf-8"))


def differences(found: dict[str, Any], example: dict[str, Any]) -> list[tuple[str, object, object]]:
    """Every field that an example names and a decision tells otherwise, with both values."""
    parts = parts_of(found)
    told = [
        (f"{path}.{field}", parts[path][field], value)
        for path, fields in example["expected"].items()
        for field, value in fields.items()
    ]
    told.append(("next_change", found["next_change"], example["next_change"]))
    return [(path, one, other) for path, one, other in told if one != other]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each["name"])
def test_a_worked_example_comes_out_field_by_field(example: dict[str, Any]) -> None:
    """The library, on both engines that may decide, gives what was worked out."""
    case = Case.from_json(json.dumps(example["case"]))
    assert differences(decide(case).to_dict(), example) == []
    ours = RuleBook.default().with_engine(PythonEngine())
    assert differences(json.loads(decide(case, ours).to_json()), example) == []


def test_every_part_of_a_decision_is_worked_out_in_every_example() -> None:
    """No part goes unseen."""
    assert all(set(example["expected"]) == set(PARTS) for example in EXAMPLES)
