"""Batches of rows from a file, decided."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator

import attrs
import pyarrow as pa
import pyarrow.compute as pc

from ssrules.frames.additions import NAMES, additions, names
from ssrules.frames.columns import AS_OF, Columns, check_names
from ssrules.frames.dense import FACT_ERROR, written_out
from ssrules.frames.files.kinds import CSV, LINES, TSV, Form
from ssrules.frames.files.lines import lines
from ssrules.frames.files.reading import Batch, Source, tables
from ssrules.frames.running import decided
from ssrules.rulebook import RuleBook


@contextlib.contextmanager
def opened(name: str, form: Form, deciding: Deciding, *, carry: bool = False) -> Iterator[Source]:
    """The rows of a file of any kind. Raises `FileError`, also while they are read.

    Of JSON Lines, `carry` says that what is no fact is in the table too.
    """
    if form.kind == LINES:
        book, check = deciding.book, deciding.check
        with lines(name, form, book, as_of=deciding.as_of, carry=carry, check=check) as source:
            yield source
    else:
        with tables(name, form) as source:
            yield source


@attrs.frozen
class Deciding:
    """How the rows of a file are decided."""

    book: RuleBook
    as_of: str | None
    because: bool
    form: Form
    with_: tuple[str, ...] = ()

    def check(self, key: str, others: Iterable[str]) -> None:
        """Raise `FrameError` for a key that is a misspelt fact or that of a decision column.

        `others` are the keys beside it.
        """
        given = (*others, *(() if self.as_of is None else (AS_OF,)))
        parts = written_out(self.book)
        more = additions(self.book, parts, self.with_)
        appended = names(parts, because=self.because, more=more)
        check_names(Columns(self.book.table), [key], appended, unique=False, given=given)

    def told_by(self, column: str) -> str | None:
        """By what a further column would have to be asked for; None for one that is none."""
        parts = written_out(self.book)
        for each in additions(self.book, parts, NAMES):
            told = (name for part in parts for name in each.columns(part))
            if column in (*told, *each.last_columns()):
                return each.name
        return None

    def answered(self, batch: Batch) -> pa.Table:
        """The rows with their decision columns."""
        written = self.form.kind in (CSV, TSV)
        table: pa.Table = decided(
            batch.table, self.book, self.as_of, self.because, with_=self.with_, written=written
        )
        if not batch.faults:
            return table
        bad = pa.array(at in batch.faults for at in range(table.num_rows))
        for at in range(batch.table.num_columns, table.num_columns):
            name, column = table.column_names[at], table.column(at)
            told = pa.nulls(table.num_rows, column.type)
            if name == FACT_ERROR:
                texts = [batch.faults.get(row) for row in range(table.num_rows)]
                told = pa.array(texts, column.type)
            table = table.set_column(at, name, pc.if_else(bad, told, column))
        return table
