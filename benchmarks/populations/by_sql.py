"""The decision columns by CASE WHEN, in SQL that DuckDB and Spark both read."""

from __future__ import annotations

import datetime
from pathlib import Path

from benchmarks.populations.population import AS_OF, WINDOW
from ssrules.facts import FACTS

FACT_COLUMNS = tuple(fact.path.replace(".", "_") for fact in FACTS if fact.path != "as_of")


def by_hand(table: str) -> str:
    """The query over a table or view of that name."""
    return (
        Path(__file__)
        .with_name("by_hand.sql")
        .read_text("utf-8")
        .replace("{table}", table)
        .replace("{facts}", ", ".join(("row", *FACT_COLUMNS)))
        .replace("{first_in_time}", str(AS_OF - datetime.timedelta(days=WINDOW)))
    )
