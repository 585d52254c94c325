"""The steps from the columns of facts to the columns of a decision, for one frame or part of it.

Columns are read, checked, turned into digits, then into the numbers of cells, and these are looked
up. Each step is one layer of columns over the last; between them nothing is computed twice.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any

import attrs
import narwhals as nw

from ssrules.deciding.axes import Axis
from ssrules.deciding.machine import Machine
from ssrules.errors import Fault as ToldFault
from ssrules.frames.codes import Fault, Reading, any_of, joined, mixed_radix, read, sure
from ssrules.frames.columns import AS_OF, Source
from ssrules.frames.days import Day, date
from ssrules.frames.dense import FACT_ERROR, Dense
from ssrules.frames.digits import Rows, digit, last_day, overflow, too_early
from ssrules.frames.lookup import look_up
from ssrules.late import door
from ssrules.tables.book import Book
from ssrules.tables.documents import Document
from ssrules.tables.inputs import LongerAgoThan

if TYPE_CHECKING:
    import pyarrow as pa

REQUIRED = str(ToldFault(AS_OF, None, "is required"))


@attrs.frozen
class Pipeline:
    """How the rows of one frame are decided.

    `prefix` begins the names of the columns that are there in between only. `strange` holds, by
    the fact's column, the column of what has no fitting type.
    """

    book: Book
    parts: tuple[Dense, ...]
    names: tuple[str, ...]
    because: bool
    as_of: Day
    sources: tuple[Source, ...]
    prefix: str
    strange: Mapping[str, str]

    def run(self, frame: Any, keep: Sequence[str]) -> Any:
        """The columns `keep` of a native frame, then the decision columns."""
        data: Any = nw.from_native(frame)
        rows = self._rows()
        readings = [
            read(each, self._temporary(each.column), self.strange.get(each.column))
            for each in self.sources
        ]
        faults = self._faults(readings, rows)
        late = self._late_faults(rows)
        bad = self._temporary("bad")
        if readings:
            data = data.with_columns(**{each.clean: each.value for each in readings})
        digits, columns = self._digits(rows)
        data = data.with_columns(any_of([test for test, _ in faults]).alias(bad), **columns)
        if late is not None:
            sound = ~nw.col(bad)
            faults = [*faults, (sound & sure(late[0]), late[1])]
            every = self._temporary("bad_or_late")
            data = data.with_columns((nw.col(bad) | sure(late[0])).alias(every))
            worst = every
        else:
            worst = bad
        numbers, wanted = self._numbers(digits, worst)
        data = data.with_columns(**numbers, **self._deadlines(rows, worst))
        data = _told(data, faults, worst)
        answered = look_up(data.to_native(), wanted)
        return nw.from_native(answered).select(*keep, *self.names).to_native()

    def _temporary(self, name: str) -> str:
        return f"{self.prefix}{name}"

    def _rows(self) -> Rows:
        clean = {each.path: self._temporary(each.column) for each in self.sources}
        return Rows(self.as_of, clean, {each.path: each for each in self.sources})

    def _faults(self, readings: Sequence[Reading], rows: Rows) -> list[Fault]:
        found: list[Fault] = []
        for source, reading in zip(self.sources, readings, strict=True):
            if source.path == AS_OF:
                found.append((nw.col(source.column).is_null(), nw.lit(REQUIRED)))
            found += reading.faults
            other = source.fact.not_after
            value, limit = rows.cell(source.path), rows.cell(other) if other else None
            if value is not None and limit is not None:
                message = nw.concat_str(
                    nw.lit(f"{source.path}: "),
                    value.cast(nw.String),
                    nw.lit(f" is after {other}, "),
                    limit.cast(nw.String),
                )
                found.append((value > limit, message))
        return found

    def _late_faults(self, rows: Rows) -> Fault | None:
        """What `decide` itself finds in a case that is sound: the first of it, as there."""
        tests = [each for axis in self._axes() for each in axis.inputs]
        windows = [each for each in tests if isinstance(each, LongerAgoThan)]
        told = [each.window for each in self.parts if each.window is not None]
        ordered = dict.fromkeys([*told, *windows])
        found = [overflow(each, self.book, rows) for each in ordered]
        found += [too_early(each, self.book, rows) for each in dict.fromkeys(told)]
        faults = [each for each in (self._not_covered(rows), *found) if each is not None]
        if not faults:
            return None
        chain = nw.lit(None, nw.String)
        for test, message in reversed(faults):
            chain = nw.when(test).then(message).otherwise(chain)
        return reduce(or_, [sure(test) for test, _ in faults]), chain

    def _not_covered(self, rows: Rows) -> Fault | None:
        """That the day to decide for is before the first one that the book covers."""
        covers_from, as_of = self.book.covers_from, rows.cell(AS_OF)
        if covers_from is None or as_of is None:
            return None
        some = datetime.date.min
        told = str(ToldFault.of(AS_OF, some, "not_covered", first=covers_from))
        before, after = map(nw.lit, told.split(str(some)))
        return as_of < date(covers_from), nw.concat_str(before, as_of.cast(nw.String), after)

    def _axes(self) -> tuple[Axis, ...]:
        machine = Machine.of(self.book)
        return tuple(dict.fromkeys(axis for block in machine.blocks for axis in block.axes))

    def _digits(self, rows: Rows) -> tuple[dict[Axis, str | int], dict[str, nw.Expr]]:
        """The digit of each axis that a table has, and the columns to be made for them."""
        digits: dict[Axis, str | int] = {}
        columns: dict[str, nw.Expr] = {}
        for axis in dict.fromkeys(axis for part in self.parts for axis in part.axes):
            found = digit(axis, self.book, rows)
            if isinstance(found, nw.Expr):
                name = self._temporary(f"axis_{len(columns)}")
                columns[name] = found
                found = name
            digits[axis] = found
        for documents in dict.fromkeys(each for part in self.parts for each in part.documents):
            columns[self._at_hand(documents)] = _all_at_hand(documents, rows)
        return digits, columns

    def _at_hand(self, documents: tuple[Document, ...]) -> str:
        every = list(dict.fromkeys(each for part in self.parts for each in part.documents))
        return self._temporary(f"documents_{every.index(documents)}")

    def _numbers(
        self, digits: Mapping[Axis, str | int], bad: str
    ) -> tuple[dict[str, nw.Expr], dict[str, tuple[str, tuple[str | None, ...]]]]:
        """The columns with the number of each table's cell, and what is to be looked up there."""
        numbers: dict[str, nw.Expr] = {}
        known: dict[tuple[tuple[str | int, int], ...], str] = {}
        wanted: dict[str, tuple[str, tuple[str | None, ...]]] = {}
        for part in self.parts:
            pairs = [
                (digits[axis], radix) for axis, radix in zip(part.axes, part.radices, strict=True)
            ]
            pairs += [(self._at_hand(each), 2) for each in part.documents]
            key = tuple(pairs)
            if key not in known:
                known[key] = self._temporary(f"cell_{len(known)}")
                numbers[known[key]] = mixed_radix(pairs, bad)
            for name, cells in part.columns(because=self.because).items():
                wanted[name] = known[key], cells
        return numbers, wanted

    def _deadlines(self, rows: Rows, bad: str) -> dict[str, nw.Expr]:
        return {
            part.deadline: self._deadline(part.window, rows, bad)
            for part in self.parts
            if part.window is not None
        }

    def _deadline(self, window: LongerAgoThan, rows: Rows, bad: str) -> nw.Expr:
        nothing = nw.lit(None, nw.Date)
        value = rows.cell(window.fact)
        if value is None:
            return nothing
        last = last_day(window, self.book, rows, value)
        return nw.when(~nw.col(bad)).then(last).otherwise(nothing)


def _told(data: Any, faults: Sequence[Fault], bad: str) -> Any:
    """The rows with the messages of all their faults, null for good rows."""
    if not faults:
        return data.with_columns(nw.lit(None, nw.String).alias(FACT_ERROR))
    messages = joined(faults)
    if data.implementation.is_pyarrow():
        return nw.from_native(_told_to_some(data.to_native(), messages, bad))
    nothing = nw.lit(None, nw.String)
    return data.with_columns(
        nw.when(nw.col(bad)).then(messages).otherwise(nothing).alias(FACT_ERROR)
    )


def _told_to_some(table: pa.Table, messages: nw.Expr, bad: str) -> pa.Table:
    """The same for an Arrow table: joining texts is slow there, so only bad rows are looked at."""
    with door:
        import pyarrow as pa
        import pyarrow.compute as pc

    is_bad = table.column(bad)
    some = nw.from_native(table.filter(is_bad)).select(messages.alias(FACT_ERROR)).to_native()
    place = pc.subtract(pc.cumulative_sum(is_bad.cast(pa.int32())), pa.scalar(1, pa.int32()))
    place = pc.if_else(is_bad, place, pa.scalar(None, pa.int32()))
    told = some.column(FACT_ERROR).combine_chunks().cast(pa.string())
    return table.append_column(FACT_ERROR, told.take(place))


def _all_at_hand(documents: Sequence[Document], rows: Rows) -> nw.Expr:
    """1 where all the documents are known to be at hand, else 0."""

    def holds(path: str) -> nw.Expr:
        cell = rows.cell(path)
        return nw.lit(value=False) if cell is None else cell == nw.lit(2)

    tests = [holds(path) for each in documents for path in each.all_of]
    tests += [reduce(or_, map(holds, each.any_of)) for each in documents if each.any_of]
    return nw.when(reduce(and_, tests)).then(nw.lit(1)).otherwise(nw.lit(0))
