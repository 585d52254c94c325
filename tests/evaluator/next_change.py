"""Section 3: the first later day on which something differs, every fact staying as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from tests.evaluator.insurance import TABLES
from tests.evaluator.loss_report import counted_days
from tests.evaluator.terms import Facts, Parameters, Tree

COMPARED = ("status", "route", "participation")
DAY = timedelta(days=1)
DATED = [row for table in TABLES.values() for rows in table.values() for row in rows]
DAYS_OF_LAW = {row.since for row in DATED if row.since} | {
    row.until + DAY for row in DATED if row.until
}
"""The days on which a dated row begins, or has ended the day before."""


def days_of_change(facts: Facts, parameters: Parameters) -> list[date]:
    """The days after `as_of` that alone can differ from the day before, in their order.

    Beside those of the law there is the day on which a window has elapsed: where the day of receipt
    is unknown, that of the earliest window that there can be.
    """
    received = facts["card.received_on"] or date.min
    elapsed = received.toordinal() + counted_days(parameters) + 1
    days = {*DAYS_OF_LAW}
    if elapsed <= date.max.toordinal():
        days.add(date.fromordinal(max(elapsed, 1)))
    return sorted(day for day in days if day > facts["as_of"])


def differences(now: Mapping[str, Tree], then: Mapping[str, Tree]) -> list[str]:
    """The paths of what is compared and differs, in the order of section 2."""
    return [
        f"{name}.{field}"
        for name, part in now.items()
        for field in COMPARED
        if field in part and part[field] != then[name][field]
    ]


def next_change(
    now: Mapping[str, Tree], on: Callable[[date], Mapping[str, Tree]], days: Iterable[date]
) -> Tree | None:
    """The first of some days that differs from now, with the paths of what does."""
    for day in days:
        if changes := differences(now, on(day)):
            return {"on": day.isoformat(), "changes": changes}
    return None
