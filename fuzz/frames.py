"""A frame with cells of every kind: each row is decided or at fault, or the frame is refused."""

from __future__ import annotations

import datetime
from typing import Any

import atheris

with atheris.instrument_imports(include=["ssrules"]):
    from ssrules import RuleBook, decide_frame
    from ssrules.frames import codes, columns, digits  # noqa: F401  # to be instrumented

import pandas as pd
import polars as pl

from fuzz.feeding import feed

BOOK = RuleBook.default()
COLUMNS = tuple(fact.path.replace(".", "_") for fact in BOOK.table)
WORDS = ("rural", "employee", "active", "bank_outlet", "2026-11-22", "", "true", "\ud800", "41")
NUMBERS = (0, 1, 41, -1, 2**53 + 1, 2**63 - 1, -(2**63), 2**64, 1.5, float("nan"), float("inf"))
ODD = (None, True, False, b"x", [1], {"a": 1}, 1j, datetime.timedelta(1), object, pd.NA, pd.NaT)
DAYS = (datetime.date(2026, 1, 1), datetime.date.min, datetime.datetime(2026, 1, 1, 1))
MADE = {"polars": pl.DataFrame, "pandas": pd.DataFrame}


def read(data: bytes) -> None:
    """Make a frame of a few columns and decide it; no row is lost."""
    given = atheris.FuzzedDataProvider(data)
    rows = given.ConsumeIntInRange(0, 4)
    frame: Any
    cells = {
        _name(given): [_cell(given) for _ in range(rows)]
        for _ in range(given.ConsumeIntInRange(0, 6))
    }
    as_of = None if "as_of" in cells else "2026-11-22"
    try:
        frame = MADE[given.PickValueInList([*MADE])](cells)
    except Exception:  # noqa: BLE001  # what no frame can hold
        return
    decided = decide_frame(frame, BOOK, as_of=as_of, because=given.ConsumeBool())
    assert len(decided) == rows or not cells
    assert "fact_error" in decided.columns


def _name(given: Any) -> str:
    """Mostly the column of a fact."""
    if given.ConsumeIntInRange(0, 9) == 0:
        return str(given.ConsumeUnicodeNoSurrogates(12))
    return str(given.PickValueInList([*COLUMNS]))


def _cell(given: Any) -> object:
    kind = given.ConsumeIntInRange(0, 5)
    if kind == 0:
        return given.ConsumeInt(8)
    if kind == 1:
        return given.ConsumeUnicode(6)
    return given.PickValueInList([*(WORDS, NUMBERS, ODD, DAYS)[kind - 2]])


if __name__ == "__main__":
    feed(read)
