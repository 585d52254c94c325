"""PySpark frames are decided by Spark itself, row for row as `decide` does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import pytest

from ssrules import RuleBook, decide_frame
from tests.frames.kinds import Kind, arrow
from tests.frames.rows import AS_OF, draw, expected, with_text_dates, with_typed_dates
from tests.frames.test_conformance import assert_conforms, numbered, rows_and_answers

# PySpark 4.0 leaves the sockets that rows come through to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")


@pytest.fixture
def kind(spark: Any, tmp_path: Path) -> Kind:
    """PySpark frames, read from files: what is made of Python objects is decided while planning."""

    def make(table: pa.Table) -> Any:
        pyarrow.parquet.write_table(table, tmp_path / "rows.parquet")
        return spark.read.parquet(str(tmp_path / "rows.parquet"))

    return Kind(
        "pyspark",
        make,
        lambda frame: [row.asDict() for row in frame.orderBy("row").collect()],
    )


def test_every_row_is_as_decide_has_it(kind: Kind) -> None:
    """Dates as text and dates as dates: statuses, reasons and faults are those of the case."""
    for written in ("text", "dates"):
        rows, answers = rows_and_answers(written)
        assert_conforms(kind, rows, answers)


def test_absent_columns_are_absent_keys(kind: Kind) -> None:
    """With only some columns, and `as_of` as the argument, each row is the case of those keys."""
    names = ("person_employment", "person_age", "card_received_on", "card_financial")
    rows = [{name: row[name] for name in names} for row in with_typed_dates(draw(60, seed=8))]
    answers = [expected({"as_of": AS_OF, **row}, RuleBook.default()) for row in rows]
    assert_conforms(kind, with_text_dates(rows), answers, as_of=AS_OF)


def test_the_plan_runs_no_python_and_moves_no_row(kind: Kind) -> None:
    """The physical plan has no Python worker, exchange, join or sort, and is not run yet."""
    rows, _ = rows_and_answers("text")
    frame = decide_frame(kind.make(arrow(numbered(rows))), because=True)
    plan = frame._jdf.queryExecution().executedPlan().toString()
    assert "Project" in plan
    for word in ("Python", "Pandas", "ArrowEval", "Exchange", "Join", "Sort", "Aggregate"):
        assert word not in plan


def test_the_jvm_compiles_the_method_of_the_query(kind: Kind) -> None:
    """It is below the 8,000 bytes above which it would be interpreted, with 20 columns besides."""
    rows = with_typed_dates(draw(20, seed=8))
    table = arrow(numbered(rows)).drop_columns(["as_of"])
    for at in range(20):
        table = table.append_column(f"own_{at}", pa.array([at] * len(rows)))
    frame = decide_frame(kind.make(table), as_of=AS_OF)
    plan = frame._jdf.queryExecution().executedPlan()
    debug = getattr(frame.sparkSession._jvm.org.apache.spark.sql.execution.debug, "package$")
    methods = getattr(debug, "MODULE$").codegenStringSeq(plan)
    assert [methods.apply(at)._3().maxMethodCodeSize() < 8_000 for at in range(methods.size())] == [
        True
    ]
