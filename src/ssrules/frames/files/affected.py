"""Which decisions on the rows of a file another rule book changes, column by column."""

from __future__ import annotations

from collections import Counter
from typing import Any

import attrs
import pyarrow as pa
import pyarrow.compute as pc

from ssrules.frames.additions import names
from ssrules.frames.dense import written_out
from ssrules.frames.files.deciding import Deciding, opened
from ssrules.frames.files.kinds import Form
from ssrules.rulebook import RuleBook


@attrs.frozen
class Example:
    """A row that both books decide, counted from 1, and what each says of it in one column."""

    row: int
    before: object
    after: object


@attrs.frozen
class Affected:
    """How many rows there were, how many of them differ, and in which columns, with an example."""

    rows: int
    affected: int
    columns: dict[str, int]
    examples: dict[str, Example]

    def to_dict(self) -> dict[str, Any]:
        """What was found as a mapping for JSON."""
        columns = {
            name: {
                "rows": count,
                "example": {
                    "row": self.examples[name].row,
                    "before": _plain(self.examples[name].before),
                    "after": _plain(self.examples[name].after),
                },
            }
            for name, count in self.columns.items()
        }
        return {"rows": self.rows, "affected": self.affected, "columns": columns}


def affected(
    before: RuleBook,
    after: RuleBook,
    source: str,
    *,
    as_of: str | None = None,
    form: Form | None = None,
) -> Affected:
    """Decide every row of a file with two books, reasons included, and compare the columns.

    A column that one of the books does not decide is passed over. Raises `FileError`,
    `FrameError`, `FactError`.
    """
    rows = differing = 0
    columns: Counter[str] = Counter()
    examples: dict[str, Example] = {}
    reads = (form or Form()).of(source, "--from")
    one, two = (Deciding(book, as_of, True, reads) for book in (before, after))
    with opened(source, reads, one) as given:
        for batch in given.batches:
            first, second = one.answered(batch), two.answered(batch)
            any_differs = pa.array([False] * first.num_rows, pa.bool_())
            for name in first.column_names[batch.table.num_columns :]:
                if name not in second.column_names:
                    continue
                differs = _differs(first.column(name), second.column(name))
                count = pc.sum(differs).as_py() or 0
                if not count:
                    continue
                columns[name] += count
                any_differs = pc.or_(any_differs, differs)
                if name not in examples:
                    at = pc.index(differs, True).as_py()
                    values = (each.column(name)[at].as_py() for each in (first, second))
                    examples[name] = Example(rows + at + 1, *values)
            rows += first.num_rows
            differing += pc.sum(any_differs).as_py() or 0
    appended = names(written_out(before), because=True)
    ordered = {name: columns[name] for name in appended if name in columns}
    return Affected(rows, differing, ordered, {name: examples[name] for name in ordered})


def _differs(one: pa.ChunkedArray, other: pa.ChunkedArray) -> pa.Array:
    """Where two columns differ, unknown being equal to unknown."""
    one, other = one.combine_chunks(), other.combine_chunks()
    both = pc.and_(pc.is_null(one), pc.is_null(other))
    same = pc.or_(pc.fill_null(pc.equal(one, other), False), both)
    return pc.invert(same)


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, str | int) else str(value)
