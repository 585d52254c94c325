"""Numbers and yes-or-nos that a locality or a year may change."""

from __future__ import annotations

import attrs

from ssrules.records.record import Record
from ssrules.tables.clauses import Clause, Reading, as_clauses, must_cite


@attrs.frozen(kw_only=True, repr=False)
class Parameter(Record):
    """A number or a yes or no that a locality or a year may change.

    `unit` says in what it counts ("days", "years"), or is "" for a yes or no. `lowest` and
    `highest` bound a number, both inclusive; on no day is it above the value of the parameter that
    `not_above` names.
    """

    name: str
    title: str
    unit: str
    default: int | bool
    cites: tuple[Clause, ...] = attrs.field(converter=as_clauses)
    lowest: int = 0
    highest: int | None = None
    readings: tuple[Reading, ...] = ()
    not_above: str = ""

    def __attrs_post_init__(self) -> None:
        must_cite(f"parameter {self.name!r}", self.cites)
