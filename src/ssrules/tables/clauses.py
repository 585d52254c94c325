"""Clauses of law or of the source, and the ways in which they are read."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import attrs

from ssrules.errors import RuleError, nearest_names
from ssrules.records.kinds import FactEnum
from ssrules.records.record import Record


class Certainty(FactEnum):
    """How sure it is that a clause reads as its words say, the surest first.

    compared: letter by letter with an official collection, or with the document itself. confirmed:
    found in several public copies, the original page not seen. single_copy: found in one. summary:
    no quotation, or not of a whole sentence, but what the clause provides. from_memory: none of
    these.
    """

    COMPARED = "compared"
    CONFIRMED = "confirmed"
    SINGLE_COPY = "single_copy"
    SUMMARY = "summary"
    FROM_MEMORY = "from_memory"

    def falls_short_of(self, wanted: Certainty) -> bool:
        """Whether it is less sure than another."""
        order = tuple(Certainty)
        return order.index(self) > order.index(wanted)


class Found(FactEnum):
    """On whose page a text was found.

    own_page: of the body that issued it. press: of a newspaper or portal that names this body.
    repost: a copy elsewhere, the page of the body not seen.
    """

    OWN_PAGE = "own_page"
    PRESS = "press"
    REPOST = "repost"


def notes_on(certainty: Certainty | None, found: Found | None) -> tuple[str, ...]:
    """The keys of the words that a reader of a quotation is told beside it, if any."""
    unsure = certainty not in (None, Certainty.COMPARED)
    sure = (f"certainty:{certainty}",) if unsure else ()
    return sure if found is None else (*sure, f"found:{found}")


def _found(given: str | None) -> Found | None:
    return None if given is None else Found(given)


def as_certainty(given: str | None) -> Certainty | None:
    """A certainty by its name. Raises `RuleError` with the nearest that exists."""
    if given is None or isinstance(given, Certainty):
        return given
    try:
        return Certainty(given)
    except ValueError:
        known = tuple(map(str, Certainty))
        data = {"value": given, "near": nearest_names(given, known), "known": known}
        raise RuleError.of("certainty", "no_certainty", **data) from None


@attrs.frozen(kw_only=True, repr=False)
class Clause(Record):
    """A clause of law, or of the source, with its words.

    `version` is the date of the text that is quoted; `in_force_from` and `in_force_to` are the
    first and the last day of its validity, inclusive, None where there is no such day. `certainty`
    says how sure the words are (None: nobody has said), `url` where they were found, `found` on
    whose page that is (None: nobody has said), `issuer` who issued the text, and `number` under
    which number.
    """

    id: str
    title: str
    words: str
    language: str
    version: datetime.date
    in_force_from: datetime.date | None = None
    in_force_to: datetime.date | None = None
    certainty: Certainty | None = attrs.field(default=None, converter=as_certainty)
    url: str = ""
    issuer: str = ""
    number: str = ""
    found: Found | None = attrs.field(default=None, converter=_found)


@attrs.frozen(kw_only=True, repr=False)
class Reading(Record):
    """How an ambiguous clause is read here, the other reading, and what the choice rests on."""

    chosen: str
    other: str
    rests_on: tuple[Clause, ...] = ()


def as_clauses(given: Clause | Iterable[Clause]) -> tuple[Clause, ...]:
    """Clauses that are cited, a single one being a tuple of one."""
    return (given,) if isinstance(given, Clause | str) else tuple(given)  # a text is told below


def must_cite(where: str, cites: tuple[Clause, ...]) -> None:
    """Raise `RuleError` where nothing is cited, or something that is no clause."""
    if not cites:
        raise RuleError.of(where, "cites_nothing")
    for clause in cites:
        if not isinstance(clause, Clause):
            raise RuleError.of(where, "cites_no_clause", value=clause)
