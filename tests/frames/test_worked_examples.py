"""The worked cases come out of frames of every kind as they were worked out."""

from __future__ import annotations

import datetime
from typing import Any

import pyarrow as pa
import pytest

from ssrules import decide_frame
from ssrules.facts import FACTS
from tests.frames.kinds import KINDS, Kind
from tests.test_examples import EXAMPLES

TYPES = {bool: pa.bool_(), int: pa.int64(), datetime.date: pa.string()}
OUTPUTS = {"deadline": "deadline", "route": "route", "participation": "participation"}


def cell(case: dict[str, Any], path: str) -> Any:
    """What a worked case says of a fact; a default where it says nothing."""
    found: Any = case
    for name in path.split("."):
        if not isinstance(found, dict) or name not in found:
            default = next(each.default for each in FACTS if each.path == path)
            return default if isinstance(default, bool) or default is None else str(default)
        found = found[name]
    return found


COLUMNS = {
    fact.path.replace(".", "_"): pa.array(
        [cell(example["case"], fact.path) for example in EXAMPLES],
        TYPES.get(fact.kind, pa.string()),
    )
    for fact in FACTS
}
TABLE = pa.table({**COLUMNS, "row": pa.array(range(len(EXAMPLES)), pa.int64())})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_decision_column_is_as_it_was_worked_out(kind: Kind) -> None:
    """Status, reasons, deadline, route and participation of every part of every worked case."""
    found = {row["row"]: row for row in kind.rows(decide_frame(kind.make(TABLE), because=True))}
    compared = 0
    for at, example in enumerate(EXAMPLES):
        row = found[at]
        assert row["fact_error"] is None
        for path, fields in example["expected"].items():
            prefix = path.replace(".", "_")
            assert row[f"{prefix}_status"] == fields["status"], (example["name"], path)
            assert row[f"{prefix}_because"] == ";".join(fields["because"]), example["name"]
            for name in OUTPUTS:
                column = f"{prefix}_{name}"
                if column in row:
                    day = row[column]
                    told = day.isoformat() if isinstance(day, datetime.date) else day
                    assert told == fields[name], (example["name"], column)
                    compared += 1
            compared += 2
    assert compared == len(EXAMPLES) * (13 * 2 + 1 + 1 + 5)
