"""How many rows of a frame two rule books answer differently."""

from __future__ import annotations

import datetime
from functools import reduce
from operator import or_
from typing import Any

from ssrules.frames.running import decided
from ssrules.late import door
from ssrules.rulebook import RuleBook

BEFORE = "decided_before_"
"""What the decision columns of the first book are called by, while both are compared."""


def count(before: RuleBook, after: RuleBook, frame: Any, as_of: datetime.date | str | None) -> int:
    """The number of rows of which some decision column differs."""
    with door:
        import narwhals as nw

    given = set(nw.from_native(frame).collect_schema().names())
    first = nw.from_native(decided(frame, before, as_of, True))
    names = [name for name in first.collect_schema().names() if name not in given]
    renamed = first.rename({name: f"{BEFORE}{name}" for name in names})
    both = nw.from_native(decided(renamed.to_native(), after, as_of, True))
    shared = [name for name in names if name in both.collect_schema().names()]
    differs = reduce(or_, (_differs(f"{BEFORE}{name}", name) for name in shared))
    counted = both.lazy().select(rows=differs.cast(nw.Int64).sum()).collect()
    return int(counted.item(0, "rows") or 0)


def _differs(one: str, other: str) -> Any:
    """Whether two columns differ, unknown being equal to unknown."""
    with door:
        import narwhals as nw

    first, second = nw.col(one), nw.col(other)
    same = (first == second).fill_null(value=False)
    return ~(same | (first.is_null() & second.is_null()))
