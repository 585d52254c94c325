"""Frames that are queries not yet run, of DuckDB and of Spark, in the SQL of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ssrules.exporting.dialects import DIALECTS, DuckDBEnums
from ssrules.exporting.language import InSql
from ssrules.exporting.layers import layers
from ssrules.exporting.query import query
from ssrules.frames.pipeline import Pipeline

if TYPE_CHECKING:
    import duckdb
    from pyspark.sql import DataFrame

MARK = "ssrules_given_frame"
"""What stands in a query for the frame, until it is asked."""


def duckdb_relation(
    pipeline: Pipeline,
    frame: duckdb.DuckDBPyRelation,
    given: Sequence[str],
    decided: Sequence[str],
    *,
    enum: bool,
) -> duckdb.DuckDBPyRelation:
    """A relation on the same connection; nothing is registered there."""
    of = InSql(DuckDBEnums() if enum else DIALECTS["duckdb"])
    pipeline.run(of)
    quoted = of.dialect.always_quoted
    steps = layers(of, (*given, *decided))
    # Each projection is bound on its own, so columns that repeat others are named in the last one.
    repeated = steps.pop().made if steps and steps[-1].is_names else {}
    for layer in steps:
        made = (f"{each.words} AS {quoted(name)}" for name, each in layer.made.items())
        frame = frame.project(", ".join(["*", *made]))
    last = [quoted(name) for name in given]
    for name in decided:
        same = repeated.get(name)
        last.append(quoted(name) if same is None else f"{same.words} AS {quoted(name)}")
    return frame.project(", ".join(last))


def spark_frame(
    pipeline: Pipeline, frame: DataFrame, given: Sequence[str], decided: Sequence[str]
) -> DataFrame:
    """A data frame of the same session; nothing is registered there."""
    of = InSql(DIALECTS["spark"])
    pipeline.run(of)
    text = query(of, MARK, (*given, *decided))
    # Spark takes what is in braces for the name of a frame that is given.
    told = text.replace("{", "{{").replace("}", "}}").replace(MARK, "{given}")
    return frame.sparkSession.sql(told, given=frame)
