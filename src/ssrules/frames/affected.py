"""How many rows of a frame two rule books answer differently, and in which columns."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

import attrs

from ssrules.frames.running import decided
from ssrules.late import door
from ssrules.records.as_json import AsJson
from ssrules.rulebook import RuleBook
from ssrules.sheets.pieces import Counts, Piece
from ssrules.sheets.told import Told
from ssrules.words.sentences import COLON
from ssrules.words.speech import ENGLISH, known, words

__all__ = ["RowsAffected"]

BEFORE = "decided_before_"
"""What the decision columns of the first book are called by, while both are compared."""
ANY = "decided_differently"
"""What the count of all rows is called by, meanwhile."""


@attrs.frozen
class RowsAffected(AsJson, Told):
    """How many rows two rule books decide differently; it is true if there are any.

    `rows` are those that differ in some decision column, `columns` the number of them in each
    column that differs anywhere, in the order of the columns.
    """

    rows: int
    columns: dict[str, int]
    _language: str = attrs.field(default=ENGLISH, alias="language", eq=False, repr=False)

    @property
    def told_in(self) -> str:
        """The language that it is told in."""
        return self._language

    def in_language(self, language: str) -> RowsAffected:
        """The same, told in a language. Raises `UnknownNameError` for one that is not known."""
        return attrs.evolve(self, language=known(language))

    def pieces(self) -> Iterable[Piece]:
        """How many rows are decided differently, and in how many each column differs."""
        say = words(self._language)
        names = (say.label("affected:column"), say.label("affected:count"))
        one = "affected:rows=1" if self.rows == 1 else "affected:rows"
        caption = say.label(one).format(rows=self.rows)
        yield Counts(caption, names, tuple(self.columns.items()), COLON[self._language])

    def __bool__(self) -> bool:
        return bool(self.rows)

    def to_dict(self) -> dict[str, Any]:
        """The numbers as a mapping for JSON."""
        return {"rows": self.rows, "columns": dict(self.columns)}


def count(
    before: RuleBook, after: RuleBook, frame: Any, as_of: datetime.date | str | None
) -> RowsAffected:
    """Compare every decision column that both books give, the ids of rules and faults included."""
    with door:
        import narwhals as nw

    given = set(nw.from_native(frame).collect_schema().names())
    first = nw.from_native(decided(frame, before, as_of, True))
    names = [name for name in first.collect_schema().names() if name not in given]
    renamed = first.rename({name: f"{BEFORE}{name}" for name in names})
    both = nw.from_native(decided(renamed.to_native(), after, as_of, True))
    shared = [name for name in names if name in both.collect_schema().names()]
    differs = {name: _differs(f"{BEFORE}{name}", name) for name in shared}
    asked = {ANY: reduce(or_, differs.values()), **differs}
    sums = {name: each.cast(nw.Int64).sum() for name, each in asked.items()}
    counted = both.lazy().select(**sums).collect()
    found = {name: int(counted.item(0, name) or 0) for name in sums}
    rows = found.pop(ANY)
    return RowsAffected(rows, {name: several for name, several in found.items() if several})


def _differs(one: str, other: str) -> Any:
    """Whether two columns differ, unknown being equal to unknown."""
    with door:
        import narwhals as nw

    first, second = nw.col(one), nw.col(other)
    same = (first == second).fill_null(value=False)
    return ~(same | (first.is_null() & second.is_null()))
