"""Every kind of frame: how it is made of rows and read back as rows."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Any

import attrs
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa

from tests.frames.rows import COLUMNS, Row

TYPES: dict[str, pa.DataType] = {
    "person_unit_requires_self_application": pa.bool_(),
    "person_age": pa.int64(),
    "person_medical_years_met": pa.bool_(),
    "person_endowment_years_met": pa.bool_(),
    "person_within_a_year_of_retirement": pa.bool_(),
    "card_used_at_designated_institution": pa.bool_(),
    "institution_designated": pa.bool_(),
    **{name: pa.bool_() for name in COLUMNS if name.startswith("documents_")},
}


def arrow(rows: Sequence[Row]) -> pa.Table:
    """The rows as an Arrow table, dates as text or dates as they come."""
    dated = any(isinstance(row.get("as_of"), datetime.date) for row in rows)
    columns = {}
    for name in rows[0]:
        default = pa.date32() if dated and name in ("as_of", "card_received_on") else pa.string()
        kind = pa.int64() if name == "row" else TYPES.get(name, default)
        columns[name] = pa.array([row[name] for row in rows], kind)
    return pa.table(columns)


def _pandas_numpy(table: pa.Table) -> pd.DataFrame:
    frame: pd.DataFrame = table.to_pandas()
    frame.index = pd.Index([f"r{at % 5}" for at in range(len(frame))], name="who")
    return frame


def _pandas_nullable(table: pa.Table) -> pd.DataFrame:
    frame: pd.DataFrame = table.to_pandas(
        types_mapper={
            pa.bool_(): pd.BooleanDtype(),
            pa.int64(): pd.Int64Dtype(),
            pa.string(): pd.StringDtype(),
        }.get
    )
    return frame


def _plain(rows: Sequence[Row]) -> list[Row]:
    return [
        {
            name: None if cell is pd.NA or cell is pd.NaT or cell != cell else cell
            for name, cell in row.items()
        }
        for row in rows
    ]


def _duck(table: pa.Table) -> Any:
    connection = duckdb.connect()
    connection.execute("set threads=2")
    connection.register("given", table)
    connection.execute("create table rows as from given")
    return connection.table("rows")


@attrs.frozen
class Kind:
    """A kind of frame."""

    name: str
    make: Callable[[pa.Table], Any]
    rows: Callable[[Any], list[Row]]


def _polars_rows(frame: pl.DataFrame) -> list[Row]:
    return frame.to_dicts()


def _lazy_rows(frame: pl.LazyFrame) -> list[Row]:
    assert isinstance(frame, pl.LazyFrame)
    return frame.collect().to_dicts()


def _pandas_rows(frame: pd.DataFrame) -> list[Row]:
    names = list(frame.columns)
    columns = [frame[name].astype(object).tolist() for name in names]
    return _plain([dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)])


def _arrow_rows(frame: pa.Table) -> list[Row]:
    rows: list[Row] = frame.to_pylist()
    return rows


def _duck_rows(frame: Any) -> list[Row]:
    table: pa.Table = frame.order("row").to_arrow_table()
    rows: list[Row] = table.to_pylist()
    return rows


KINDS = (
    Kind("polars", lambda table: pl.DataFrame(table), _polars_rows),
    Kind("polars lazy", lambda table: pl.LazyFrame(pl.DataFrame(table)), _lazy_rows),
    Kind("pandas numpy", _pandas_numpy, _pandas_rows),
    Kind("pandas nullable", _pandas_nullable, _pandas_rows),
    Kind(
        "pandas arrow",
        lambda table: table.to_pandas(types_mapper=pd.ArrowDtype),
        _pandas_rows,
    ),
    Kind("pyarrow", lambda table: table, _arrow_rows),
    Kind("duckdb", _duck, _duck_rows),
)
