"""The ways to decide a population in a file: each is opened first, then works on what it opened."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import duckdb
import polars as pl
import pyarrow.parquet

from benchmarks.populations import by_numpy, by_polars, by_sql
from benchmarks.populations.population import AS_OF
from ssrules import decide_frame

Work: TypeAlias = Callable[[], Any]

HAND, OURS, ARROW = "Polars by hand", "ssrules, Polars", "ssrules, PyArrow"
NUMPY, OPENFISCA = "NumPy by hand", "OpenFisca-core"
SQL, DUCKDB = "DuckDB, CASE WHEN by hand", "ssrules, DuckDB"


def _input_only(path: Path) -> Work:
    frame = pl.read_parquet(path)
    return lambda: frame


def _polars_by_hand(path: Path) -> Work:
    frame = pl.read_parquet(path)
    return lambda: by_polars.by_hand(frame.lazy()).collect()


def _polars(path: Path) -> Work:
    frame = pl.read_parquet(path)
    return lambda: decide_frame(frame, as_of=AS_OF)


def _arrow(path: Path) -> Work:
    table = pyarrow.parquet.read_table(path)
    return lambda: decide_frame(table, as_of=AS_OF)


def _numpy(path: Path) -> Work:
    columns = by_numpy.arrays(pl.read_parquet(path))
    return lambda: by_numpy.by_hand(columns)


def _openfisca(path: Path) -> Work:
    from benchmarks.populations import by_openfisca

    columns = by_numpy.arrays(pl.read_parquet(path))
    made, names = by_openfisca.system()
    return lambda: by_openfisca.decide(made, names, columns)


def _connection(path: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.read_parquet(str(path)).create("population")
    return connection


def _sql(path: Path) -> Work:
    connection = _connection(path)

    def work() -> duckdb.DuckDBPyRelation:
        connection.execute("DROP TABLE IF EXISTS decided")
        connection.sql(by_sql.by_hand("population")).create("decided")
        return connection.table("decided")

    return work


def _duckdb(path: Path) -> Work:
    connection = _connection(path)

    def work() -> duckdb.DuckDBPyRelation:
        connection.execute("DROP TABLE IF EXISTS decided")
        decide_frame(connection.table("population"), as_of=AS_OF).create("decided")
        return connection.table("decided")

    return work


CONTENDERS: Mapping[str, Callable[[Path], Work]] = {
    "the input only": _input_only,
    HAND: _polars_by_hand,
    OURS: _polars,
    ARROW: _arrow,
    NUMPY: _numpy,
    OPENFISCA: _openfisca,
    SQL: _sql,
    DUCKDB: _duckdb,
}


def has_openfisca() -> bool:
    """Whether OpenFisca-core is installed."""
    return importlib.util.find_spec("openfisca_core") is not None


def check(names: tuple[str, ...], path: Path) -> None:
    """Compare every cell of every column by hand with ours. Raises `AssertionError`."""
    ours = _polars(path)()
    for name in names:
        compare(name, CONTENDERS[name](path)(), ours)


def compare(name: str, found: Any, ours: pl.DataFrame) -> None:
    """Compare the columns that are no input. Raises `AssertionError`."""
    if isinstance(found, duckdb.DuckDBPyRelation):
        found = found.order("row").to_arrow_table()
    if isinstance(found, dict):
        theirs = pl.DataFrame(found).select(pl.all().replace("", None))
    else:
        theirs = found if isinstance(found, pl.DataFrame) else pl.DataFrame(pl.from_arrow(found))
    for column in theirs.columns:
        if isinstance(theirs[column].dtype, pl.Categorical | pl.Enum):
            theirs = theirs.with_columns(pl.col(column).cast(pl.String))
        if (bad := int(theirs[column].ne_missing(ours[column]).sum())) > 0:
            raise AssertionError(f"{name}: {column} differs in {bad} rows")
