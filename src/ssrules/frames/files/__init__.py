"""Files of cases decided in a stream, in batches of rows.

CSV and TSV (in any encoding), JSON Lines, Parquet and Arrow; text also compressed by gzip, and `-`
for standard input and output. What is held in memory is a batch, never a file. The output is
written beside its place and put there in one step when it is complete.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable

import attrs
import pyarrow as pa
import pyarrow.compute as pc

from ssrules.file_error import STREAM, FileError
from ssrules.frames.dense import FACT_ERROR
from ssrules.frames.files.deciding import Deciding, opened
from ssrules.frames.files.kinds import KINDS, LINES, Form
from ssrules.frames.files.reading import Source
from ssrules.frames.files.writing import Output, output
from ssrules.rulebook import RuleBook

__all__ = ["KINDS", "STREAM", "FileError", "Form", "Summary", "Tell", "batch"]

Tell = Callable[[int, int | None], None]
"""Is told the rows done, and all rows where that is known."""


@attrs.frozen
class Summary:
    """How many rows there were, how many of them with faults, and each status column's counts."""

    rows: int
    faults: int
    statuses: dict[str, dict[str, int]]


def batch(
    source: str,
    target: str,
    rulebook: RuleBook | None = None,
    *,
    as_of: str | None = None,
    because: bool = False,
    with_: tuple[str, ...] = (),
    columns: tuple[str, ...] | None = None,
    source_form: Form | None = None,
    target_form: Form | None = None,
    tell: Tell | None = None,
) -> Summary:
    """Decide every row of a file and write another one; the names' ends say of which kinds.

    The target appears under its name when it is complete, and not before; a file that stood there
    stays until then. `with_` names further columns, `columns` are those to be
    written, all if none are named. Raises `FileError`, `FrameError`, `FactError`, and
    `UnknownNameError` for what `with_` names and nothing tells.
    """
    book = rulebook or RuleBook.default()
    reads = (source_form or Form()).of(source, "--from")
    writes = (target_form or Form()).of(target, "--to")
    if STREAM not in (source, target) and _same(source, target):
        raise FileError(target, "same")
    deciding = Deciding(book, as_of, because, reads, with_)
    carry = writes.kind != LINES
    with (
        opened(source, reads, deciding, carry=carry) as given,
        output(target, writes, columns, deciding.told_by) as written,
    ):
        return _through(given, deciding, written, tell)


def _same(source: str, target: str) -> bool:
    try:
        return os.path.samefile(source, target)
    except (OSError, ValueError):
        return False  # what is missing is told where it is opened


def _through(source: Source, deciding: Deciding, target: Output, tell: Tell | None) -> Summary:
    """Decide the rows of a file, batch by batch, and write them."""
    rows = faults = 0
    statuses: dict[str, Counter[str]] = {}
    for each in source.batches:
        answered = deciding.answered(each)
        new = answered.column_names[each.table.num_columns :]
        target.write(answered, each.given, len(new))
        rows += answered.num_rows
        faults += answered.num_rows - answered.column(FACT_ERROR).null_count
        for name in new:
            if name.endswith("_status"):
                _count(statuses.setdefault(name, Counter()), answered.column(name))
        if tell is not None:
            tell(rows, source.rows)
    return Summary(rows, faults, {name: dict(counts) for name, counts in statuses.items()})


def _count(counts: Counter[str], column: pa.ChunkedArray) -> None:
    for each in pc.value_counts(column.drop_null()).to_pylist():
        counts[each["values"]] += each["counts"]
