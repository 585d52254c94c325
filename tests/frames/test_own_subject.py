"""Frames of another subject, on every kind: months, days of one's own, numbers between limits."""

from __future__ import annotations

import datetime
import random
import runpy
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import pytest

from ssrules import FactError, RuleBook, decide, decide_frame
from tests.frames.kinds import KINDS, Kind

EXAMPLE = Path(__file__).parents[2] / "examples" / "library_loans.py"
BOOK: RuleBook = runpy.run_path(str(EXAMPLE))["BOOK"]
ENDS = [
    datetime.date(*each)
    for each in (
        (2026, 1, 31),
        (2026, 2, 28),
        (2024, 2, 29),
        (2024, 1, 30),
        (2023, 12, 31),
        (1, 1, 1),
        (9999, 11, 30),
        (9999, 12, 1),
        (9999, 12, 31),
    )
]
TYPES = {
    "as_of": pa.date32(),
    "reader_age": pa.int64(),
    "reader_owes_fines": pa.bool_(),
    "copy_medium": pa.string(),
    "copy_lent_on": pa.date32(),
    "copy_reserved": pa.bool_(),
    "documents_library_card": pa.bool_(),
    "row": pa.int64(),
}


def rows() -> list[dict[str, Any]]:
    """Loans whose months end around the day of the decision, some facts unknown or wrong."""
    rng = random.Random(7)
    found = []
    for number in range(400):
        lent = rng.choice([*ENDS, None])
        day = lent or datetime.date(2026, 3, 1)
        later = min(day.toordinal() + rng.choice((0, 27, 28, 29, 30, 31, 32, 60)), 3652059)
        found.append(
            {
                "as_of": datetime.date.fromordinal(later),
                "reader_age": rng.choice((None, 0, 13, 14, 150, 151)),
                "reader_owes_fines": rng.choice((None, True, False)),
                "copy_medium": rng.choice((None, "book", "film", "flim")),
                "copy_lent_on": lent,
                "copy_reserved": rng.choice((None, True, False)),
                "documents_library_card": rng.choice((None, True, False)),
                "row": number,
            }
        )
    return found


def expected(row: dict[str, Any]) -> dict[str, Any]:
    """What `decide` says of a row, as the columns of a frame."""
    paths = {name.replace("_", ".", 1): row[name] for name in TYPES if name not in ("row", "as_of")}
    try:
        decision = decide(BOOK.facts.from_paths({"as_of": row["as_of"], **paths}), BOOK)
    except FactError as error:
        nothing = dict.fromkeys(WANTED)
        return {**nothing, "fact_error": "; ".join(map(str, error.faults))}
    returned: Any = decision.part("return")
    fine = returned.outputs.get("fine")
    renewal: Any = decision.part("renewal")
    change = decision.next_change
    told = {
        "renewal_status": renewal.status,
        "renewal_missing_documents": ";".join(renewal.missing_documents),
        "renewal_unconfirmed_documents": ";".join(renewal.unconfirmed_documents),
        "renewal_needs": ";".join(renewal.needs),
        "return_status": returned.status,
        "return_fine": None if fine is None else str(fine).lower(),
        "return_deadline": returned.deadline,
        "return_days_left": returned.days_left,
        "return_needs": ";".join(returned.needs),
        "needs": ";".join(decision.needs),
        "next_change_on": None if change is None else change.on,
    }
    assert tuple(told) == WANTED
    return {**told, "fact_error": None}


WANTED = (
    "renewal_status",
    "renewal_missing_documents",
    "renewal_unconfirmed_documents",
    "renewal_needs",
    "return_status",
    "return_fine",
    "return_deadline",
    "return_days_left",
    "return_needs",
    "needs",
    "next_change_on",
)
WITH = ("needs", "documents", "days_left", "next_change")


def told(kind: Kind, frame: Any) -> None:
    """Every row of a decided frame is what `decide` says."""
    found = {row["row"]: row for row in kind.rows(decide_frame(frame, BOOK, with_=WITH))}
    for row in ROWS:
        wanted = expected(row)
        got = {name: found[row["row"]][name] for name in wanted}
        assert got == wanted, row


ROWS = rows()
TABLE = pa.table({name: pa.array([row[name] for row in ROWS], TYPES[name]) for name in TYPES})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_row_is_what_decide_says(kind: Kind) -> None:
    """Months that end on the 28th to the 31st, ends of the calendar, unknown facts and faults."""
    told(kind, kind.make(TABLE))


@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")  # PySpark 4.0
def test_spark_says_so_too(spark: Any, tmp_path: Path) -> None:
    """In Spark's own expressions."""
    pyarrow.parquet.write_table(TABLE, tmp_path / "rows.parquet")
    frame = spark.read.parquet(str(tmp_path / "rows.parquet"))
    kind = Kind("pyspark", lambda _: frame, lambda found: [row.asDict() for row in found.collect()])
    told(kind, frame)


def test_some_rows_are_good_and_some_are_not() -> None:
    """The rows show what they are meant to show."""
    faults = [expected(row)["fact_error"] for row in ROWS]
    assert 50 < faults.count(None) < 350
    assert any("no calendar day is left" in each for each in faults if each)
