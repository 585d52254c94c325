"""Tables that are written to a file, one after the other."""

from __future__ import annotations

import codecs
import contextlib
import datetime
import decimal
import gzip
import io
import json
import math
from collections.abc import Callable, Iterator
from typing import IO, TYPE_CHECKING, Any, Protocol, TypeAlias

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from ssrules.errors.near import nearest_names
from ssrules.file_error import FileError, reason
from ssrules.frames.files.kinds import ARROW, CSV, LINES, PARQUET, TSV, Form
from ssrules.placing import placed

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


ToldBy: TypeAlias = Callable[[str], "str | None"]


class Writer(Protocol):
    """What writes tables to a stream."""

    def write_table(self, table: pa.Table) -> None:
        """Write a table after those before it."""

    def close(self) -> None:
        """Write what is left."""


class Output:
    """A file that is written; its columns are those of the first table."""

    def __init__(
        self,
        name: str,
        form: Form,
        columns: tuple[str, ...] | None,
        stream: IO[bytes],
        told_by: ToldBy | None = None,
    ) -> None:
        self._name = name
        self._form = form
        self._columns = columns
        self._told_by = told_by
        self._stream = stream
        self._writer: Writer | None = None
        self._schema: pa.Schema | None = None

    def write(self, table: pa.Table, given: list[dict[str, Any] | None] | None, new: int) -> None:
        """Write a table, of which the last `new` columns were decided.

        Where the rows are objects of JSON Lines, these are written again, and what was decided
        behind them.
        """
        if self._form.kind == LINES:
            self._write_lines(table, given, new)
            return
        table = self._chosen(table)
        if self._writer is None:
            if self._form.kind in (CSV, TSV):
                self._check_types(table.schema)
            self._schema = table.schema
            self._writer = self._made(table.schema)
        try:
            self._writer.write_table(table.cast(self._schema))
        except pa.ArrowException as error:
            raise FileError(self._name, "unwritable", reason=reason(error)) from None

    def close(self) -> None:
        """Write what is left."""
        if self._writer is not None:
            self._writer.close()

    def _made(self, schema: pa.Schema) -> Writer:
        made: Writer
        if self._form.kind == PARQUET:
            made = pyarrow.parquet.ParquetWriter(self._stream, schema)
        elif self._form.kind == ARROW:
            made = pa.ipc.new_file(self._stream, schema)
        else:
            options = pyarrow.csv.WriteOptions(delimiter=self._form.delimiter)
            made = pyarrow.csv.CSVWriter(self._stream, schema, write_options=options)
        return made

    def _write_lines(
        self, table: pa.Table, given: list[dict[str, Any] | None] | None, new: int
    ) -> None:
        if given is None:
            rows = self._chosen(table).to_pylist()
        else:
            decided = table.select(table.column_names[len(table.column_names) - new :])
            pairs = zip(given, decided.to_pylist(), strict=True)
            rows = [{**(row or {}), **more} for row, more in pairs]
            if self._columns is not None:
                known = {key for row in rows for key in row}
                self._check_chosen([*known])
                rows = [{key: row.get(key) for key in self._columns} for row in rows]
        self._stream.write(b"".join(_line(row) for row in rows))

    def _chosen(self, table: pa.Table) -> pa.Table:
        if self._columns is None:
            return table
        self._check_chosen(table.column_names)
        return table.select(list(self._columns))

    def _check_chosen(self, known: list[str]) -> None:
        for column in self._columns or ():
            if column not in known:
                asked = self._told_by(column) if self._told_by is not None else None
                if asked is not None:
                    raise FileError(self._name, "not_asked_for", column=column, asked=asked)
                near = " / ".join(nearest_names(column, known))
                code = "no_column_but" if near else "no_column"
                listed = ", ".join(known)
                raise FileError(self._name, code, column=column, near=near, known=listed)

    def _check_types(self, schema: pa.Schema) -> None:
        for field in schema:
            if not _writable(field.type):
                told = str(field.type)
                raise FileError(self._name, "column_type", column=field.name, type=told)


@contextlib.contextmanager
def output(
    name: str, form: Form, columns: tuple[str, ...] | None, told_by: ToldBy | None = None
) -> Iterator[Output]:
    """What tables are written to; it stands under its name when the block ends without an error.

    `columns` are those to be written; `told_by` answers by what one could be asked for.
    """
    with placed(name) as file:
        stream: Any = file
        zipped = gzip.GzipFile("", "wb", 6, file, 0) if form.gzip else None
        stream = zipped or file
        if form.encoding != "utf-8":
            stream = Recoded(name, stream, form.encoding)
        found = Output(name, form, columns, stream, told_by)
        try:
            yield found
        except BaseException:
            with contextlib.suppress(Exception):  # the first error is the one to tell
                found.close()
            raise
        found.close()
        if zipped is not None:
            zipped.close()


class Recoded(io.RawIOBase):
    """Takes UTF-8, and writes it in another encoding."""

    def __init__(self, name: str, file: IO[bytes], encoding: str) -> None:
        super().__init__()
        self._name = name
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._encoder = codecs.getincrementalencoder(encoding)()
        self._encoding = encoding

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: ReadableBuffer) -> int:
        """Write some bytes of UTF-8."""
        given = bytes(data)
        try:
            self._file.write(self._encoder.encode(self._decoder.decode(given)))
        except UnicodeEncodeError:
            raise FileError(self._name, "not_in_encoding", encoding=self._encoding) from None
        return len(given)


def _line(row: dict[str, Any]) -> bytes:
    text = json.dumps({key: _plain(value) for key, value in row.items()}, ensure_ascii=False)
    return f"{text}\n".encode("utf-8", "backslashreplace")


def _plain(value: Any) -> Any:
    """A cell as JSON has it: dates as text, a number that is none as null."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, decimal.Decimal | datetime.timedelta):
        return str(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value


def _writable(kind: pa.DataType) -> bool:
    """Whether CSV can hold a column of this type, as PyArrow writes it."""
    types = pa.types
    if types.is_dictionary(kind):
        return _writable(kind.value_type)
    return not (
        types.is_nested(kind)
        or types.is_binary(kind)
        or types.is_large_binary(kind)
        or types.is_fixed_size_binary(kind)
        or types.is_interval(kind)
        or str(kind) in ("string_view", "binary_view")
        or isinstance(kind, pa.BaseExtensionType)
    )
