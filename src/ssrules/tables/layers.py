"""What lies over a rule book: who made the changes, for what, and what they say of themselves."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import attrs

from ssrules.records.frozen import freeze
from ssrules.records.record import Record
from ssrules.tables.clauses import Clause, as_clauses


@attrs.frozen(kw_only=True, repr=False)
class NotFormalised(Record):
    """A sentence of a text that the changes do not carry, and the reason."""

    sentence: str
    reason: str
    cites: tuple[Clause, ...] = attrs.field(converter=as_clauses)


@attrs.frozen(kw_only=True, repr=False)
class WorkedCase(Record):
    """A case that was worked out by hand from a text: what is known, and what must be decided.

    `case` holds values by the paths of facts, `expect` values by the paths of what a decision
    says (`loss_report.status`, `activation.social_security.hospital.because`). `about` says what it
    shows, `where` is the file and line where it is written, "" if it is in none.
    """

    case: Mapping[str, Any] = attrs.field(converter=freeze)
    expect: Mapping[str, Any] = attrs.field(converter=freeze)
    about: str = ""
    cites: tuple[Clause, ...] = attrs.field(default=(), converter=as_clauses)
    where: str = attrs.field(default="", eq=False)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Layer(Record):
    """Changes that were made to a rule book, by what they say of themselves.

    `beneath` is the rule book as it was before. `in_force_from` is the first day that the changes
    are made for, None if there is none.
    """

    name: str
    version: str
    title: str = ""
    note: str = ""
    in_force_from: datetime.date | None = None
    clauses: tuple[Clause, ...] = ()
    not_formalised: tuple[NotFormalised, ...] = ()
    cases: tuple[WorkedCase, ...] = ()
    beneath: Any = attrs.field(repr=False)
