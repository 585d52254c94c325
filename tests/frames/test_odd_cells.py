"""One odd name or cell never ends a frame: it is a fault of its row, or names its column."""

from __future__ import annotations

import datetime
import decimal
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from ssrules import decide_frame
from ssrules.errors import FrameError
from tests.frames.kinds import KINDS, Kind, arrow
from tests.frames.rows import draw, with_typed_dates
from tests.frames.test_conformance import numbered

AS_OF = datetime.date(2026, 11, 22)
EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
MOST = 2**63 - 1


def faults(kind: Kind, table: pa.Table) -> list[Any]:
    """What is wrong with each row."""
    numbers = pa.array(range(table.num_rows))
    given = table.append_column("row", numbers)
    return [row["fact_error"] for row in kind.rows(decide_frame(kind.make(given), as_of=AS_OF))]


@EVERY_KIND
def test_names_that_are_patterns_elsewhere_are_names(kind: Kind) -> None:
    """Columns called `^x$` or `*` are carried along as any other is."""
    table = pa.table({"row": [0], "^x$": [1], "x": [2], "*": [3], "person_age": [40]})
    (row,) = kind.rows(decide_frame(kind.make(table), as_of=AS_OF))
    assert list(row)[:5] == table.column_names
    assert [row[name] for name in table.column_names] == [0, 1, 2, 3, 40]


def test_a_frame_put_together_row_by_row_is_decided() -> None:
    """Polars up to 1.35 failed where its first chunk was one row and few columns were given."""
    row = pl.DataFrame({"as_of": ["2026-11-22"], "card_financial": ["active"]})
    rows = row.vstack(row).vstack(row)
    told = decide_frame(rows.rechunk(), because=True)
    assert decide_frame(rows, because=True).equals(told)
    assert decide_frame(rows.lazy(), because=True).collect().equals(told)


@pytest.mark.parametrize("name", ["x", "person_age"])
def test_a_column_that_stands_there_twice_is_told(name: str) -> None:
    """With its name, whether it is a fact or not."""
    for frame in (
        pd.DataFrame([[1, 2]], columns=[name, name]),
        pa.table([[1], [2]], names=[name, name]),
    ):
        with pytest.raises(FrameError, match="twice") as caught:
            decide_frame(frame, as_of=AS_OF)
        assert caught.value.column == name


@EVERY_KIND
def test_great_numbers_are_out_of_bounds(kind: Kind) -> None:
    """Also those that a float does not hold."""
    told = faults(kind, pa.table({"person_age": pa.array([2**53 + 1, MOST, 4])}))
    assert told == [f"person.age: {n} is not between 0 and 150" for n in (2**53 + 1, MOST)] + [None]


def test_days_beyond_every_calendar_are_no_dates() -> None:
    """Polars and Arrow hold them, and Polars panics where it is to write them."""
    for cast in (pl.Date, pl.Datetime("us")):
        most = 2**31 - 1 if cast == pl.Date else MOST
        cells = pl.Series([most, 0], dtype=pl.Int32 if cast == pl.Date else pl.Int64).cast(cast)
        told = decide_frame(pl.DataFrame({"card_received_on": cells}), as_of=AS_OF)["fact_error"]
        assert told.to_list() == ["card.received_on: a day out of range is not a date", None]
    days = pa.array([2**31 - 1, 0], pa.int32()).cast(pa.date32())
    found = decide_frame(pa.table({"card_received_on": days}), as_of=AS_OF)["fact_error"]
    assert found[0].as_py().endswith(" is not a date")
    assert found[1].as_py() is None


@pytest.mark.parametrize(
    ("column", "cells", "told"),
    [
        ("card_bank", pd.Categorical(["a", 1]), [None, "1 is not a string"]),
        ("person_age", pd.arrays.SparseArray([1, 151]), [None, "151 is not between 0 and 150"]),
        ("person_age", np.array([1j, 2]), ["1j is not a whole number"] * 1 + ["(2+0j) is not"]),
        ("person_age", [np.array([1]), 2], ["array([1]) is not a whole number", None]),
        ("person_age", [decimal.Decimal("sNaN"), 2], ["Decimal('sNaN') is not", None]),
        ("person_age", [10**30, 2], [f"{10**30} is not a whole number", None]),
        ("card_bank", ["\ud800", "a"], ["'\\ud800' is not a string", None]),
    ],
)
def test_odd_cells_of_pandas_are_faults_of_their_rows(
    column: str, cells: Any, told: list[str | None]
) -> None:
    """Types that Arrow cannot hold, and objects that cannot be written."""
    given = pd.Series(cells, dtype=object) if isinstance(cells, list) else pd.Series(cells)
    found = decide_frame(pd.DataFrame({column: given}), as_of=AS_OF)["fact_error"]
    for message, words in zip(found.astype(object), told, strict=True):
        assert (words is None and pd.isna(message)) or words in message


def test_intervals_are_no_words() -> None:
    """A category of two numbers is told as it is written."""
    frame = pd.DataFrame({"card_bank": pd.cut([1, 2], 2)})
    told = decide_frame(frame, as_of=AS_OF)["fact_error"].tolist()
    assert all("is not a string" in each for each in told)


def test_views_of_strings_are_text() -> None:
    """Arrow's newer type for text, of which some of its functions know nothing."""
    banks = pa.array(["a", " b", None], pa.string_view())
    found = decide_frame(pa.table({"card_bank": banks}), as_of=AS_OF)["fact_error"].to_pylist()
    assert found == [None, "card.bank: ' b' has white space at an end", None]


@EVERY_KIND
def test_texts_as_categories_say_the_same(kind: Kind) -> None:
    """`texts="enum"` changes the type of a column and no cell."""
    given = arrow(numbered(with_typed_dates(draw(120, seed=12))))
    plain = decide_frame(kind.make(given), because=True)
    listed = decide_frame(kind.make(given), because=True, texts="enum")
    assert kind.rows(listed) == kind.rows(plain)
    if kind.name == "polars":
        assert listed["rights_status"].dtype == pl.Enum(["determined", "undetermined"])
    if kind.name == "duckdb":
        told = listed.types[listed.columns.index("rights_status")]
        assert str(told) == "ENUM('determined', 'undetermined')"
    if kind.name.startswith("pandas"):
        assert isinstance(listed["rights_status"].dtype, pd.CategoricalDtype)
    if kind.name == "pyarrow":
        assert pa.types.is_dictionary(listed["rights_status"].type)


def test_texts_are_of_two_forms() -> None:
    """Any other is refused."""
    other: Any = "lists"
    with pytest.raises(ValueError, match="enum"):
        decide_frame(pl.DataFrame({"person_age": [1]}), as_of=AS_OF, texts=other)
