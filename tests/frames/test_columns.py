"""What a frame may hold: columns of facts, of others, of types that fit, and what is told else."""

from __future__ import annotations

import datetime
import subprocess
import sys
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from ssrules import decide_frame
from ssrules.errors import FactError, FrameError, FrameKindError, MissingExtraError
from ssrules.frames.objects import SAMPLE
from tests.frames.kinds import KINDS, Kind, arrow
from tests.frames.rows import draw, with_typed_dates

AS_OF = datetime.date(2026, 11, 22)
EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@EVERY_KIND
@pytest.mark.parametrize(
    ("column", "cells", "told"),
    [
        ("person_agee", pa.array([1]), "did you mean person_age"),
        ("visit_reason", pa.array(["x"]), "is no fact"),
        ("Person_Age", pa.array([1]), "did you mean person_age"),
        ("persn_age", pa.array([1]), "nearly the fact person_age"),
        ("card-financial", pa.array(["active"]), "nearly the fact card_financial"),
        ("CardBank", pa.array(["ICBC"]), "nearly the fact card_bank"),
        ("cadr_financial", pa.array(["active"]), "nearly the fact card_financial"),
        ("fact_error", pa.array(["x"]), "decision column"),
        ("rights_status", pa.array(["x"]), "decision column"),
        ("card_bank", pa.array([1]), "is read from text"),
        ("person_age", pa.array([True]), "is read from whole numbers"),
        ("person_age", pa.array(["41"]), "is read from whole numbers"),
        ("person_medical_years_met", pa.array([1]), "true and false"),
        ("person_medical_years_met", pa.array(["true"]), "true and false"),
        ("card_received_on", pa.array([20260101]), "YYYY-MM-DD"),
        ("visit_cause", pa.array([[1, 2]]), "one of illness"),
        ("as_of", pa.array(["2026-11-22"]), "as the argument"),
    ],
)
def test_a_bad_column_is_named_with_the_cure(
    kind: Kind, column: str, cells: pa.Array, told: str
) -> None:
    """A misspelt fact, a decision's name or an impossible type is an error before any row."""
    with pytest.raises(FrameError, match=told) as caught:
        decide_frame(kind.make(pa.table({"row": [0], column: cells})), as_of=AS_OF)
    assert caught.value.column == column
    assert column in str(caught.value)


@pytest.mark.parametrize("name", ["asof", "As of", "as-of"])
def test_a_misspelt_day_is_told_as_one(name: str) -> None:
    """In both languages; where the day is given, the column is no misspelt one."""
    frame = pl.DataFrame({name: ["2026-11-22"]})
    with pytest.raises(FrameError, match="nearly the fact as_of") as caught:
        decide_frame(frame)
    assert "as_of" in caught.value.told("zh")
    assert "card_bank" not in str(caught.value)
    assert name in decide_frame(frame, as_of=AS_OF).columns


def test_what_is_far_from_every_fact_passes() -> None:
    """Two slips, a short word, a number of its own; and anything beside the fact itself."""
    names = ["persnn_agge", "agee", "bank", "received_on", "pers0n_age", "note"]
    frame = pl.DataFrame({name: [1] for name in names})
    assert decide_frame(frame, as_of=AS_OF).columns[: len(names)] == names
    beside = pl.DataFrame({"person_age": [40], "persn_age": ["x"], "Person-Age": [None]})
    assert decide_frame(beside, as_of=AS_OF)["fact_error"].to_list() == [None]


@EVERY_KIND
def test_as_of_must_be_given(kind: Kind) -> None:
    """Without the column and without the argument there is no day to decide for."""
    with pytest.raises(FrameError, match="as_of"):
        decide_frame(kind.make(pa.table({"row": [0]})))


@pytest.mark.parametrize("as_of", ["2026-13-01", datetime.datetime(2026, 1, 1), 20260101])
def test_the_day_must_be_a_date(as_of: Any) -> None:
    """The argument is checked as the fact is."""
    with pytest.raises(FactError, match="is not a date"):
        decide_frame(pl.DataFrame({"person_age": [1]}), as_of=as_of)


@pytest.mark.parametrize("frame", [{"person_age": [1]}, [1], None, pl.Series([1])])
def test_what_is_no_frame_is_refused(frame: object) -> None:
    """The error is a `TypeError` and names the kinds."""
    with pytest.raises(FrameKindError, match="Polars, pandas, PyArrow, DuckDB or PySpark"):
        decide_frame(frame, as_of=AS_OF)


@EVERY_KIND
def test_other_columns_pass_untouched(kind: Kind) -> None:
    """Columns that are no facts keep their names, order and cells; a frame may have no fact."""
    table = pa.table({"row": [0, 1], "income": [1.5, None], "personal": ["x", None]})
    found = kind.rows(decide_frame(kind.make(table), as_of=AS_OF))
    assert [{name: row[name] for name in table.column_names} for row in found] == table.to_pylist()
    assert [row["fact_error"] for row in found] == [None, None]
    assert [row["rights_status"] for row in found] == ["undetermined", "undetermined"]


@EVERY_KIND
def test_a_frame_without_rows_has_the_columns(kind: Kind) -> None:
    """Nothing is decided, and the decision columns are there."""
    table = pa.table({"row": pa.array([], pa.int64()), "person_age": pa.array([], pa.int64())})
    frame = decide_frame(kind.make(table), as_of=AS_OF)
    assert kind.rows(frame) == []
    assert "rights_status" in nw.from_native(frame).collect_schema().names()


def test_an_age_may_be_a_float() -> None:
    """Whole numbers held as floats are ages, NaN is unknown, and a fraction is a fault."""
    frame = pd.DataFrame({"person_age": [41.0, float("nan"), 41.5, 151.0, float("inf")]})
    told = decide_frame(frame, as_of=AS_OF)["fact_error"].astype(object).tolist()
    assert [None if each != each else each for each in told] == [
        None,
        None,
        "person.age: 41.5 is not a whole number",
        "person.age: 151 is not between 0 and 150",
        "person.age: inf is not a whole number",
    ]


def test_objects_of_mixed_types_are_sorted_out() -> None:
    """In a pandas column of objects each cell of no fitting type is a fault of its own row."""
    frame = pd.DataFrame(
        {
            "institution_designated": pd.Series([True, "yes", 1, None], dtype=object),
            "person_age": pd.Series([41, "41", True, 16.0], dtype=object),
            "card_received_on": pd.Series(
                [AS_OF, "2026-01-01", datetime.datetime(2026, 1, 1, 12), pd.Timestamp(2026, 1, 2)],
                dtype=object,
            ),
        }
    )
    frame.index = pd.Index([7, 7, 8, 9])
    found = decide_frame(frame, as_of=AS_OF)
    assert list(found.index) == [7, 7, 8, 9]
    told = [None if each != each else each for each in found["fact_error"].astype(object)]
    assert told == [
        None,
        "person.age: '41' is not a whole number; "
        "institution.designated: 'yes' is not true or false",
        "person.age: True is not a whole number; "
        "card.received_on: datetime.datetime(2026, 1, 1, 12, 0) is not a date; "
        "institution.designated: 1 is not true or false",
        None,
    ]


@pytest.mark.parametrize("shared", [True, False], ids=["shared", "of each cell"])
def test_many_objects_are_read_as_one_is(shared: bool) -> None:
    """Where an object stands in many cells of a column, and where each cell has one of its own."""

    def another(cell: object) -> object:
        """An equal text that is another object; anything else as it is."""
        return "".join([*cell]) if isinstance(cell, str) else cell

    words = ["employee", None, "student", "no such word", float("nan"), 7]
    truths = [True, None, False, "yes", pd.NA, 1]
    days = [AS_OF, None, "2026-01-01", "2026-02-30", pd.NaT, datetime.datetime(2026, 1, 1, 12)]
    few = pd.DataFrame(
        {"person_employment": words, "institution_designated": truths, "card_received_on": days},
        dtype=object,
    )
    times = 1 + SAMPLE // len(few)
    cells = [
        [cell if shared else another(cell) for _ in range(times) for cell in few[name]]
        for name in few
    ]
    # In an array of rows the cells of a column do not stand side by side.
    rows = np.array(cells, dtype=object).T.copy()
    many = pd.DataFrame(rows, columns=few.columns)
    one, found = (decide_frame(frame, as_of=AS_OF) for frame in (few, many))
    assert found["fact_error"].notna().sum() == 2 * times
    for name in one.columns.difference(few.columns):
        known, told = (
            frame[name].astype(object).where(frame[name].notna(), None).tolist()
            for frame in (one, found)
        )
        assert told == known * times


@pytest.mark.parametrize("known", ["some", "all", "none"])
def test_a_slice_of_a_table_is_decided_as_its_rows_are(known: str) -> None:
    """Wherever it begins among the bits that Arrow packs into bytes."""
    rows = with_typed_dates(draw(40, seed=5))
    column = "institution_designated"
    for at, row in enumerate(rows):
        row[column] = {"some": row[column], "all": at % 3 == 0, "none": None}[known]
    table = arrow(rows)
    whole = decide_frame(table)
    for start in range(17):
        piece = table.slice(start, 20)
        assert decide_frame(piece).equals(whole.slice(start, 20))
        assert decide_frame(piece.combine_chunks()).equals(whole.slice(start, 20))


def test_timestamps_at_midnight_are_days() -> None:
    """A naive timestamp is the day if it is midnight, and else a fault."""
    at = [datetime.datetime(2026, 1, 1), datetime.datetime(2026, 1, 1, 5)]
    for frame in (pl.DataFrame({"card_received_on": at}), pa.table({"card_received_on": at})):
        found: Any = decide_frame(frame, as_of=AS_OF)
        told = pl.DataFrame(found)["fact_error"].to_list()
        assert told[0] is None
        assert told[1].startswith("card.received_on: 2026-01-01 05:00:00")


def test_the_given_frame_stays_as_it_was() -> None:
    """A pandas frame is not changed in place."""
    frame = pd.DataFrame({"person_age": [41]})
    decide_frame(frame, as_of=AS_OF)
    assert list(frame.columns) == ["person_age"]


def test_importing_ssrules_imports_no_frame_library() -> None:
    """`import ssrules` leaves Narwhals and every frame library alone."""
    names = ("narwhals", "polars", "pandas", "pyarrow", "duckdb", "pyspark")
    code = f"import ssrules, sys; print([n for n in {names} if n in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_without_narwhals_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(MissingExtraError, match="frames"):
        decide_frame(pl.DataFrame({"person_age": [1]}), as_of=AS_OF)
