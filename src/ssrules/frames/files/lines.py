"""JSON Lines that are read: an object a row, with a case, or columns, or both.

A case may stand there as it is written elsewhere (`{"card": {"bank": "ICBC"}}`), and by columns
(`{"card_bank": "ICBC"}`). What the types of a table cannot hold (a text where a number belongs, a
line that is no JSON) is told of its row, as a single case tells it.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa

from ssrules.errors import FactError, Fault, FrameError
from ssrules.file_error import FileError
from ssrules.frames.columns import AS_OF, Columns
from ssrules.frames.files.kinds import Form
from ssrules.frames.files.opening import Text, opened, unchanged
from ssrules.frames.files.reading import Batch, Source
from ssrules.records.checks import no_object
from ssrules.records.fields import Fact
from ssrules.records.structure import parse_json
from ssrules.tables.book import Book

BATCH_LINES = 1 << 13
"""How many lines are decided at once."""
MOST = 1 << 63
"""What an integer must stay below to stand in a column; no fact comes near."""
LINE = "line"
"""The path of a line as a whole."""

Row = dict[str, Any]
Check = Callable[[str, Iterable[str]], None]
"""Raises `FrameError` for a key that may not be there, given the keys beside it."""


@contextlib.contextmanager
def lines(
    name: str, form: Form, book: Book, *, as_of: object, carry: bool, check: Check
) -> Iterator[Source]:
    """The rows of a file of JSON Lines. Raises `FileError`, also while they are read.

    `as_of` is the day of all of them, if one was given. With `carry` what is no fact is in the
    table too; `check` raises `FrameError` for a key that may not be there.
    """
    with opened(name) as (told, file):
        reader = _Reader(told, book, as_of, carry, check)
        stream = io.BufferedReader(Text(told, file, form), 1 << 20)
        yield Source(told, unchanged(told, file, reader.batches(stream)))


class _Reader:
    """Reads lines, and knows which keys have been seen and what their columns hold."""

    def __init__(self, name: str, book: Book, as_of: object, carry: bool, check: Check) -> None:
        self._name = name
        self._case = book.facts
        self._columns = Columns(book.table).by_name
        self._groups = frozenset(_groups(book.table.paths))
        self._as_of = as_of
        self._carry = carry
        self._check = check
        self._seen: set[str] = set()
        self._carried: dict[str, pa.DataType | None] | None = None
        self._facts = {
            column: fact
            for column, fact in self._columns.items()
            if not (column == AS_OF and as_of is not None)
        }

    def batches(self, stream: Iterable[bytes]) -> Iterator[Batch]:
        """The rows of the lines, batch by batch; a line without text is none."""
        numbered = ((number, line) for number, line in enumerate(stream, 1) if line.strip())
        first = True
        while True:
            some = [*itertools.islice(numbered, BATCH_LINES)]
            if not some and not first:
                return
            yield self._batch(some)
            first = False

    def _batch(self, some: list[tuple[int, bytes]]) -> Batch:
        columns: dict[str, list[Any]] = {column: [] for column in self._facts}
        given: list[Row | None] = []
        faults: dict[int, str] = {}
        for at, (_, line) in enumerate(some):
            row, leaves, wrong = self._read(line)
            given.append(row)
            if wrong:
                faults[at] = "; ".join(map(str, wrong))
                leaves = {}
            for column, fact in self._facts.items():
                columns[column].append(leaves.get(column, _default(fact)))
        arrays = {
            column: pa.array(values, _type(self._facts[column]))
            for column, values in columns.items()
        }
        if self._carry:
            arrays |= self._carried_columns(given, some)
        return Batch(pa.table(arrays), given, faults)

    def _read(self, line: bytes) -> tuple[Row | None, Row, tuple[Fault, ...]]:
        """The object of a line, its facts by their columns, and what is wrong with it."""
        try:
            row, repeated = parse_json(line, LINE)
        except FactError as error:
            return None, {}, error.faults
        if not isinstance(row, dict):
            return None, {}, (no_object(LINE, row),)
        for key in row:
            if key not in self._seen:
                if key not in self._groups:
                    self._check(key, row)
                self._seen.add(key)
        leaves: Row = {}
        odd = repeated
        for key, value in row.items():
            if key in self._groups:
                odd |= not self._walk(key, value, leaves)
            elif key in self._columns:
                odd |= not self._leaf(key, value, leaves)
        if AS_OF in leaves and self._as_of is not None:
            raise FrameError.of(AS_OF, "line_and_argument")
        return row, leaves, self._faults(row, line) if odd else ()

    def _faults(self, row: Row, line: bytes) -> tuple[Fault, ...]:
        """What is wrong with the case of a line, as it is told everywhere."""
        tree = {key: value for key, value in row.items() if key in self._groups}
        if self._as_of is not None:
            tree[AS_OF] = self._as_of
        twice = []
        for key in row:
            if key not in self._groups and key in self._columns:
                path = self._columns[key].path
                if not _put(tree, path.split("."), row[key]):
                    twice.append(Fault.of(path, row[key], "given_twice"))
        try:
            self._case.from_json(json.dumps(tree)) if not twice else None
        except FactError as error:
            return error.faults
        try:
            self._case.from_json(line)
        except FactError as error:
            return (*twice, *(each for each in error.faults if each.code == "given_twice"))
        return tuple(twice)

    def _walk(self, column: str, value: object, leaves: Row) -> bool:
        """Gather the facts of a group; whether all of it is known and of the right type."""
        if value is None:
            return True
        if not isinstance(value, dict):
            return False
        fine = True
        for key, each in value.items():
            deeper = f"{column}_{key}"
            gather = self._walk if deeper in self._groups else self._leaf
            fine &= gather(deeper, each, leaves)
        return fine

    def _leaf(self, column: str, value: object, leaves: Row) -> bool:
        fact = self._columns.get(column)
        if fact is None or column in leaves:
            return False
        leaves[column] = value
        if value is None:
            return True
        if fact.kind is bool:
            return type(value) is bool
        if fact.kind is int:
            return type(value) is int and abs(value) < MOST
        return type(value) is str

    def _carried_columns(
        self, given: list[Row | None], some: list[tuple[int, bytes]]
    ) -> dict[str, pa.Array]:
        """What is no fact, in columns whose types the first batch settles."""
        rows = [{} if row is None else row for row in given]
        keys = dict.fromkeys(
            key
            for row in rows
            for key in row
            if key not in self._groups and key not in self._columns
        )
        if self._carried is None:
            self._carried = {key: _settled([row.get(key) for row in rows]) for key in keys}
        for key in keys:
            if key not in self._carried:
                line = next(some[at][0] for at, row in enumerate(rows) if key in row)
                raise FileError(self._name, "late_column", column=key, line=line)
        return {
            key: self._array(key, dtype, [row.get(key) for row in rows])
            for key, dtype in self._carried.items()
        }

    def _array(self, key: str, dtype: pa.DataType | None, values: list[Any]) -> pa.Array:
        if dtype is None:
            return pa.array([None if each is None else _text(each) for each in values], pa.string())
        try:
            return pa.array(values, dtype)
        except (pa.ArrowException, TypeError):
            raise FileError(self._name, "mixed_column", column=key) from None


def _groups(paths: Iterable[str]) -> Iterator[str]:
    """The groups of facts, as columns are written."""
    for path in paths:
        for at, character in enumerate(path):
            if character == ".":
                yield path[:at].replace(".", "_")


def _put(tree: Row, path: list[str], value: object) -> bool:
    """Write a value into a tree, in which it may not stand yet."""
    *groups, name = path
    for each in groups:
        found = tree.get(each)
        tree[each] = deeper = dict(found) if isinstance(found, Mapping) else {}
        tree = deeper
    if name in tree:
        return False
    tree[name] = value
    return True


def _default(fact: Fact) -> Any:
    """What an absent key means, as JSON writes it."""
    default = getattr(fact.default, "value", fact.default)
    return default if type(default) in (bool, int, str) else None


def _type(fact: Fact) -> pa.DataType:
    if fact.kind is bool:
        return pa.bool_()
    return pa.int64() if fact.kind is int else pa.string()


def _settled(values: list[Any]) -> pa.DataType | None:
    """The type of a carried column; None where it is to be told as text."""
    try:
        found = pa.array(values).type
    except (pa.ArrowException, TypeError):
        return None
    known = (pa.bool_(), pa.int64(), pa.float64(), pa.string())
    return found if found in known else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
