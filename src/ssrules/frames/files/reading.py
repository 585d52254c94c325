"""Tables of rows from a file, a batch at a time."""

from __future__ import annotations

import contextlib
import csv
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

import attrs
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from ssrules.file_error import FileError, reason
from ssrules.frames.files.kinds import CSV, PARQUET, TSV, Form
from ssrules.frames.files.opening import Text, opened, unchanged

BATCH_ROWS = 1 << 16
"""How many rows are decided at once."""
BATCH_BYTES = 1 << 24
"""How many bytes of several pieces of a file are decided at once."""
CSV_BLOCK = 1 << 22
"""How many bytes of a CSV file are read at once; no row may be longer."""

ARROW_FILE = b"ARROW1\0\0"
"""What an Arrow file begins with; a stream of Arrow does not."""


@attrs.frozen
class Batch:
    """Some rows of a file.

    `table` has their columns. `given` are the objects of JSON Lines that they come from, None for
    one that cannot be read, and `faults` what is wrong with those whose facts the table cannot
    hold, by their place.
    """

    table: pa.Table
    given: list[dict[str, Any] | None] | None = None
    faults: Mapping[int, str] = attrs.field(factory=dict)


@attrs.frozen
class Source:
    """A file that is being read: its name, its rows, and their number where it is known."""

    name: str
    batches: Iterator[Batch]
    rows: int | None = None


@contextlib.contextmanager
def tables(name: str, form: Form) -> Iterator[Source]:
    """The rows of a file that holds columns. Raises `FileError`, also while they are read."""
    with opened(name) as (told, file):
        if form.kind in (CSV, TSV):
            text = _csv(told, file, form)
            yield attrs.evolve(text, batches=unchanged(told, file, text.batches))
            return
        seekable = stat.S_ISREG(os.fstat(file.fileno()).st_mode)
        if form.kind == PARQUET and not seekable:
            raise FileError(told, "needs_a_file", kind=PARQUET)
        try:
            if form.kind == PARQUET:
                found = _parquet(told, file)
            else:
                found = _arrow(told, file, seekable=seekable)
        except (OSError, pa.ArrowException) as error:
            raise FileError(told, "unreadable", reason=reason(error)) from None
        yield attrs.evolve(found, batches=unchanged(told, file, found.batches))


def check_columns(name: str, columns: Iterable[str]) -> None:
    """Raise `FileError` for a column without a name, or two with one."""
    seen = set()
    for number, column in enumerate(columns, 1):
        if not column.strip():
            raise FileError(name, "unnamed_column", number=number)
        if column in seen:
            raise FileError(name, "column_twice", column=column)
        seen.add(column)


def _parquet(name: str, file: BinaryIO) -> Source:
    parquet = pyarrow.parquet.ParquetFile(file, pre_buffer=False)
    batches = (
        each
        for group in range(parquet.num_row_groups)
        for each in parquet.iter_batches(batch_size=BATCH_ROWS, row_groups=[group])
    )
    return Source(name, _tables(name, batches, parquet.schema_arrow), parquet.metadata.num_rows)


def _arrow(name: str, file: BinaryIO, *, seekable: bool) -> Source:
    """An Arrow file, read and not mapped, so that one that is cut short ends no process."""
    whole = file.peek(len(ARROW_FILE)).startswith(ARROW_FILE)  # type: ignore[attr-defined]
    if whole and seekable:
        arrow = pa.ipc.open_file(file)
        batches = (arrow.get_batch(at) for at in range(arrow.num_record_batches))
    else:
        if whole:  # behind its first bytes such a file is a stream, too
            file.read(len(ARROW_FILE))
        arrow = batches = pa.ipc.open_stream(file)
    return Source(name, _tables(name, batches, arrow.schema))


def _csv(name: str, file: BinaryIO, form: Form) -> Source:
    """CSV with a header; every column is text, and an empty cell, quoted or not, null."""
    text = Text(name, file, form)
    try:
        lines = text.first_line(CSV_BLOCK).splitlines(keepends=True)
        names = next(csv.reader(lines, delimiter=form.delimiter), [])
    except csv.Error as error:
        raise FileError(name, "unreadable", reason=reason(error)) from None
    if not names:
        raise FileError(name, "empty")
    check_columns(name, names)
    wrong: list[Any] = []

    def another_width(row: Any) -> str:
        wrong.append(row)
        return "error"

    done = 0

    def told(error: BaseException) -> FileError:
        if wrong:
            row, found = wrong[0].number, wrong[0].actual_columns
            return FileError(name, "row_width", row=row or 0, found=found, wanted=len(names))
        if "block" in str(error):
            return FileError(name, "row_too_long", after=done, most=CSV_BLOCK)
        return FileError(name, "unreadable", reason=reason(error))

    def batches() -> Iterator[pa.RecordBatch]:
        nonlocal done
        try:
            for each in reader:
                done += each.num_rows
                yield each
        except pa.ArrowException as error:
            raise told(error) from None

    try:
        reader = pyarrow.csv.open_csv(
            text,
            # in one thread it knows the number of a row that is wrong
            pyarrow.csv.ReadOptions(block_size=CSV_BLOCK, use_threads=False),
            pyarrow.csv.ParseOptions(
                newlines_in_values=True,
                delimiter=form.delimiter,
                invalid_row_handler=another_width,
            ),
            pyarrow.csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()),
                strings_can_be_null=True,
                quoted_strings_can_be_null=True,
                null_values=[""],
            ),
        )
    except pa.ArrowException as error:
        raise told(error) from None
    return Source(name, _tables(name, batches(), reader.schema))


def _tables(name: str, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> Iterator[Batch]:
    """Tables of at most so many rows; one of no rows for a file of none."""
    check_columns(name, schema.names)
    return _sliced(name, batches, schema)


def _sliced(name: str, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> Iterator[Batch]:
    """What was read, small pieces of it together: deciding has a cost for each table."""
    waiting: list[pa.RecordBatch] = []
    rows = size = 0
    empty = True
    try:
        for found in batches:
            found.validate(full=True)
            for at in range(0, found.num_rows, BATCH_ROWS):
                empty = False
                piece = found.slice(at, BATCH_ROWS)
                rows, size = rows + piece.num_rows, size + piece.nbytes
                if waiting and (rows > BATCH_ROWS or size > BATCH_BYTES):
                    yield Batch(pa.Table.from_batches(waiting, schema))
                    waiting, rows, size = [], piece.num_rows, piece.nbytes
                waiting.append(piece)
    except (OSError, pa.ArrowException) as error:
        raise FileError(name, "unreadable", reason=reason(error)) from None
    if waiting or empty:
        yield Batch(pa.Table.from_batches(waiting, schema))
