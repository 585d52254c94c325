"""Where the rows live: DuckDB and PostgreSQL, beside CASE WHEN by hand, from table to table."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import polars as pl
from tests.postgres import SUPERUSER, programs, server

from benchmarks import clocks
from benchmarks.populations import by_sql
from benchmarks.populations.contenders import compare
from benchmarks.populations.population import AS_OF, write_population
from benchmarks.ratio import Ratio, measured
from benchmarks.scale import Scale
from ssrules import RuleBook, decide_frame
from ssrules.exporting import sql

ROUNDS = 7
HAND = "CASE WHEN by hand"
TYPES = {pl.Int64: "bigint", pl.String: "text", pl.Boolean: "boolean", pl.Date: "date"}
SETTINGS = ("SET max_parallel_workers_per_gather = 0", "SET jit = off")


def ratios(scale: Scale) -> Iterator[Ratio]:
    """Both databases."""
    rows = scale.goal_rows
    with TemporaryDirectory() as folder:
        path = Path(folder) / "population.parquet"
        write_population(rows, path)
        yield from _duckdb(path, rows, scale)
        where = programs()
        if where is None or find_spec("psycopg") is None:
            sys.stderr.write("not measured: PostgreSQL or psycopg is not installed\n")
            return
        frame = pl.read_parquet(path)
        with server(where) as host:
            yield _postgres(frame, host, scale)


def _duckdb(path: Path, rows: int, scale: Scale) -> Iterator[Ratio]:
    with duckdb.connect() as connection:
        connection.read_parquet(str(path)).create("population")
        expected = decide_frame(pl.read_parquet(path), as_of=AS_OF)

        def into(name: str, make: Callable[[], duckdb.DuckDBPyRelation]) -> int:
            connection.execute(f"DROP TABLE IF EXISTS {name}")
            make().create(name)
            return rows

        def ours(texts: Any) -> duckdb.DuckDBPyRelation:
            return decide_frame(connection.table("population"), as_of=AS_OF, texts=texts)

        by_hand = partial(into, "by_hand", lambda: connection.sql(by_sql.by_hand("population")))
        by_hand()
        compare("DuckDB by hand", connection.table("by_hand"), expected)
        for name, goal, texts in (("text", 1.2, "text"), ("ENUM", 1.0, "enum")):
            decided = partial(into, "decided", partial(ours, texts))
            decided()
            compare(f"DuckDB, {name}", connection.table("decided"), expected)
            yield measured(
                f"DuckDB, {name}",
                HAND,
                goal,
                by_hand=by_hand,
                ours=decided,
                rounds=min(scale.rounds, ROUNDS),
                clock=time.process_time_ns,
            )


def _postgres(frame: pl.DataFrame, host: str, scale: Scale) -> Ratio:
    import psycopg

    told = f"host={host} user={SUPERUSER} dbname=postgres"
    with psycopg.connect(told, autocommit=True, prepare_threshold=None) as connection:
        run: Callable[[str], Any] = connection.execute
        columns = ", ".join(f"{name} {TYPES[type(kind)]}" for name, kind in frame.schema.items())
        run(f"CREATE UNLOGGED TABLE population ({columns})")
        with connection.cursor().copy("COPY population FROM STDIN (FORMAT csv)") as copy:
            copy.write(frame.write_csv(include_header=False))
        for setting in ("ANALYZE population", *SETTINGS):
            run(setting)
        keep = ("row", *by_sql.FACT_COLUMNS)
        book = RuleBook.default()
        run(sql(book, "postgres", table="population", view="decisions", as_of=AS_OF, keep=keep))

        def into(name: str, asked: str) -> int:
            run(f"DROP TABLE IF EXISTS {name}")
            run(f"CREATE UNLOGGED TABLE {name} AS {asked}")
            return len(frame)

        expected = decide_frame(frame, as_of=AS_OF)
        asked = {"by_hand": by_sql.by_hand("population"), "decided": "TABLE decisions"}
        for name, query in asked.items():
            into(name, query)
            rows = run(f"TABLE {name} ORDER BY row")
            names = [each.name for each in rows.description]
            found = pl.DataFrame(
                rows.fetchall(),
                schema=names,
                orient="row",
                infer_schema_length=None,
            )
            compare(f"PostgreSQL, {name}", found, expected)
        return measured(
            "PostgreSQL, one SELECT",
            HAND,
            1.3,
            by_hand=partial(into, "by_hand", asked["by_hand"]),
            ours=partial(into, "decided", asked["decided"]),
            rounds=min(scale.rounds, ROUNDS),
            clock=clocks.of_process(connection.info.backend_pid),
        )
