"""Files of cases decided in a stream: CSV, Parquet and Arrow, in batches of rows.

What is held in memory is a batch, never a file. The output is written beside its place and put
there in one step when it is complete.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

import attrs
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.feather
import pyarrow.parquet

from ssrules.errors import SsrulesError
from ssrules.frames.dense import FACT_ERROR
from ssrules.frames.running import decided
from ssrules.late import door
from ssrules.rulebook import RuleBook

BATCH_ROWS = 1 << 16
"""How many rows are decided at once."""
CSV_BLOCK = 1 << 23
"""How many bytes of a CSV file are read at once."""
KINDS = {
    ".csv": "csv",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".arrow": "arrow",
    ".feather": "arrow",
    ".ipc": "arrow",
}
"""The kind of a file by how its name ends."""

Tell = Callable[[int, int | None], None]
"""Is told the rows done, and all rows where that is known."""


class FileError(SsrulesError, ValueError):
    """A file that cannot be read or written as is asked; `name` is the file's."""

    def __init__(self, name: str, message: str) -> None:
        self.name = name
        self.message = message
        super().__init__(name, message)

    def __str__(self) -> str:
        return f"'{self.name}' {self.message}"


class Writer(Protocol):
    """What writes tables to a file."""

    def write_table(self, table: pa.Table) -> None:
        """Write a table after those before it."""

    def close(self) -> None:
        """Write what is left."""


@attrs.frozen
class Summary:
    """How many rows there were, how many of them with faults, and each status column's counts."""

    rows: int
    faults: int
    statuses: dict[str, dict[str, int]]


@attrs.frozen
class Opened:
    """A file that is being read: its batches, and its rows where their number is known."""

    batches: Iterator[pa.Table]
    rows: int | None


def batch(
    source: str,
    target: str,
    rulebook: RuleBook | None = None,
    *,
    as_of: str | None = None,
    because: bool = False,
    tell: Tell | None = None,
) -> Summary:
    """Decide every row of a file and write another one; the names' ends say of which kinds.

    The target appears under its name when it is complete, and not before; a file that stood there
    stays until then. Raises `FileError`, `FrameError`, `FactError`.
    """
    book = rulebook or RuleBook.default()
    kinds = _kind(source), _kind(target)
    if os.path.exists(target) and os.path.samefile(source, target):
        raise FileError(target, "is the input too: write to another file")
    with contextlib.ExitStack() as stack:
        opened = _open(source, kinds[0], stack)
        part = stack.enter_context(_complete_or_nothing(target))
        output = _Output(part, kinds[1])
        return _stream(opened, output, book, as_of, because, tell, written=kinds[0] == "csv")


def _stream(
    opened: Opened,
    output: _Output,
    book: RuleBook,
    as_of: str | None,
    because: bool,
    tell: Tell | None,
    *,
    written: bool,
) -> Summary:
    rows = faults = 0
    statuses: dict[str, Counter[str]] = {}
    try:
        for table in opened.batches:
            answered = decided(table, book, as_of, because, written=written)
            output.write(answered)
            rows += answered.num_rows
            faults += answered.num_rows - answered.column(FACT_ERROR).null_count
            new = answered.column_names[table.num_columns :]
            for name in new:
                if name.endswith("_status"):
                    _count(statuses.setdefault(name, Counter()), answered.column(name))
            if tell is not None:
                tell(rows, opened.rows)
    finally:
        output.close()
    return Summary(rows, faults, {name: dict(counts) for name, counts in statuses.items()})


def _count(counts: Counter[str], column: pa.ChunkedArray) -> None:
    for each in pc.value_counts(column.drop_null()).to_pylist():
        counts[each["values"]] += each["counts"]


def _kind(name: str) -> str:
    end = Path(name).suffix.lower()
    if end not in KINDS:
        raise FileError(name, f"is of no known kind: its name must end in {', '.join(KINDS)}")
    return KINDS[end]


def _open(name: str, kind: str, stack: contextlib.ExitStack) -> Opened:
    try:
        if kind == "csv":
            return _open_csv(name, stack)
        if kind == "parquet":
            parquet = stack.enter_context(pyarrow.parquet.ParquetFile(name, pre_buffer=False))
            batches = (
                each
                for group in range(parquet.num_row_groups)
                for each in parquet.iter_batches(batch_size=BATCH_ROWS, row_groups=[group])
            )
            return Opened(_tables(name, batches, parquet.schema_arrow), parquet.metadata.num_rows)
        mapped = stack.enter_context(pa.memory_map(name))
        arrow = stack.enter_context(pa.ipc.open_file(mapped))
        every = (arrow.get_batch(at) for at in range(arrow.num_record_batches))
        return Opened(_tables(name, every, arrow.schema), None)
    except FileNotFoundError:
        raise FileError(name, "does not exist") from None
    except (OSError, pa.ArrowException) as error:
        raise FileError(name, f"cannot be read: {error}") from None


def _open_csv(name: str, stack: contextlib.ExitStack) -> Opened:
    """A CSV file with a header; every column is text, and an empty cell, quoted or not, null."""
    read = pyarrow.csv.ReadOptions(block_size=CSV_BLOCK)
    parse = pyarrow.csv.ParseOptions(newlines_in_values=True)
    names = _header(name)
    convert = pyarrow.csv.ConvertOptions(
        column_types=dict.fromkeys(names, pa.string()),
        strings_can_be_null=True,
        quoted_strings_can_be_null=True,
        null_values=[""],
    )
    reader = stack.enter_context(pyarrow.csv.open_csv(name, read, parse, convert))
    return Opened(_tables(name, reader, reader.schema), None)


def _header(name: str) -> list[str]:
    with open(name, encoding="utf-8-sig", newline="") as file:
        with door:
            import csv

        try:
            names = next(csv.reader(file), [])
        except (UnicodeDecodeError, csv.Error) as error:
            raise FileError(name, f"is no CSV in UTF-8: {error}") from None
    if not names:
        raise FileError(name, "is empty: its first line must name the columns")
    return names


def _tables(name: str, batches: Any, schema: pa.Schema) -> Iterator[pa.Table]:
    """Tables of at most so many rows; one of no rows for a file of none."""
    empty = True
    iterator = iter(batches)
    while True:
        try:
            found = next(iterator, None)
        except (OSError, pa.ArrowException) as error:
            raise FileError(name, f"cannot be read: {error}") from None
        if found is None:
            break
        for at in range(0, found.num_rows, BATCH_ROWS):
            empty = False
            yield pa.Table.from_batches([found.slice(at, BATCH_ROWS)], schema)
    if empty:
        yield schema.empty_table()


class _Output:
    """The file that is written, opened with the first table, whose columns it has."""

    def __init__(self, name: str, kind: str) -> None:
        self._name = name
        self._kind = kind
        self._writer: Any = None
        self._schema: pa.Schema | None = None

    def write(self, table: pa.Table) -> None:
        if self._writer is None:
            self._schema = table.schema
            make = {
                "csv": pyarrow.csv.CSVWriter,
                "parquet": pyarrow.parquet.ParquetWriter,
                "arrow": pa.ipc.new_file,
            }[self._kind]
            self._writer = make(self._name, table.schema)
        self._writer.write_table(table.cast(self._schema))

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()


@contextlib.contextmanager
def _complete_or_nothing(target: str) -> Iterator[str]:
    """A file beside the target that takes its place at the end, and is gone on any failure."""
    folder, name = os.path.split(os.path.abspath(target))
    try:
        handle, part = tempfile.mkstemp(prefix=f".{name}.", suffix=".part", dir=folder)
    except OSError as error:
        raise FileError(target, f"cannot be written: {error.strerror}") from None
    os.close(handle)
    try:
        yield part
        _as_usual(part)
        with open(part, "rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, target)
    except OSError as error:
        raise FileError(target, f"cannot be written: {error}") from None
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(part)


def _as_usual(part: str) -> None:
    """Give the file the permissions of any new file, not those of a temporary one."""
    mask = os.umask(0)
    os.umask(mask)
    os.chmod(part, 0o666 & ~mask)
