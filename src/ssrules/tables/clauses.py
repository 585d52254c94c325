"""Clauses of law or of the source, and the ways in which they are read."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import attrs

from ssrules.errors import RuleError
from ssrules.records.record import Record


@attrs.frozen(kw_only=True, repr=False)
class Clause(Record):
    """A clause of law, or of the source, with its words.

    `version` is the date of the text that is quoted; `in_force_from` and `in_force_to` are the
    first and the last day of its validity, inclusive, None where there is no such day.
    """

    id: str
    title: str
    words: str
    language: str
    version: datetime.date
    in_force_from: datetime.date | None = None
    in_force_to: datetime.date | None = None


@attrs.frozen(kw_only=True, repr=False)
class Reading(Record):
    """How an ambiguous clause is read here, the other reading, and what the choice rests on."""

    chosen: str
    other: str
    rests_on: tuple[Clause, ...] = ()


def as_clauses(given: Clause | Iterable[Clause]) -> tuple[Clause, ...]:
    """Clauses that are cited, a single one being a tuple of one."""
    return (given,) if isinstance(given, Clause) else tuple(given)


def must_cite(where: str, cites: tuple[Clause, ...]) -> None:
    """Raise `RuleError` where nothing is cited, or something that is no clause."""
    if not cites:
        raise RuleError(where, "cites no clause: every rule says what it rests on")
    for clause in cites:
        if not isinstance(clause, Clause):
            raise RuleError(where, f"cites {clause!r}, which is no Clause")
