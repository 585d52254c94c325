"""How many rows of a frame another rule book decides differently."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pytest

from ssrules import Case, RuleBook, decide
from ssrules.frames import rows_affected

DEFAULT = RuleBook.default()
AS_OF = datetime.date(2026, 11, 22)
ROWS: dict[str, list[Any]] = {
    "number": [1, 2, 3, 4, 5],
    "card_received_on": [AS_OF - datetime.timedelta(days) for days in (100, 200, 290, 400)]
    + [None],
    "card_social_security": ["inactive"] * 5,
    "card_financial": ["inactive", "inactive", "active", "inactive", None],
}


def by_duckdb(rows: dict[str, list[Any]]) -> Any:
    """The rows as a relation."""
    table = pl.DataFrame(rows).to_arrow()
    return duckdb.from_arrow(table)


KINDS: dict[str, Callable[[dict[str, list[Any]]], Any]] = {
    "polars": pl.DataFrame,
    "polars lazy": pl.LazyFrame,
    "pandas": pd.DataFrame,
    "pyarrow": lambda rows: pl.DataFrame(rows).to_arrow(),
    "duckdb": by_duckdb,
}


@pytest.mark.parametrize("kind", KINDS)
def test_as_many_rows_are_affected_as_cases_are_decided_differently(kind: str) -> None:
    """Counted by deciding each row's case with both books, but for which book it is."""
    shorter = DEFAULT.with_parameters(activation_window_days=150)
    changed = 0
    columns: Counter[str] = Counter()
    for received_on, state in zip(ROWS["card_received_on"], ROWS["card_financial"], strict=True):
        card = {"received_on": received_on, "social_security": "inactive", "financial": state}
        case = Case.from_dict({"as_of": AS_OF, "card": card})
        one, two = (dict(decide(case, book).parts) for book in (DEFAULT, shorter))
        changed += one != two
        (loss_report, before), (_, after) = (next(iter(each.items())) for each in (one, two))
        for name in ("status", "deadline"):
            columns[f"{loss_report}_{name}"] += getattr(before, name) != getattr(after, name)
    found = rows_affected(DEFAULT, shorter, KINDS[kind](ROWS), as_of=AS_OF)
    assert found.rows == changed
    assert {name: found.columns[name] for name in columns} == columns
    assert found.columns["loss_report_deadline"] > found.columns["loss_report_status"] > 0
    assert max(found.columns.values()) <= found.rows
    assert found
    same = rows_affected(DEFAULT, DEFAULT, KINDS[kind](ROWS), as_of=AS_OF)
    assert (same.rows, same.columns, bool(same)) == (0, {}, False)


def test_a_frame_without_rows_has_none_affected() -> None:
    """Nothing to decide, nothing that differs."""
    frame = pl.DataFrame(ROWS).clear()
    shorter = DEFAULT.with_parameters(activation_window_days=150)
    assert not rows_affected(DEFAULT, shorter, frame, as_of=AS_OF)
