"""The language of Arrow: each column is worked out at once, its digits by NumPy."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ssrules.frames import arrays
from ssrules.frames.arrays import Digits, flags, yes_no_digits
from ssrules.frames.columns import Source
from ssrules.frames.language import PADDED, UNKNOWN_WORD, UNKNOWN_YES_NO, Cases, Cells, Language

TYPES: Mapping[type, pa.DataType] = {
    bool: pa.bool_(),
    int: pa.float64(),
    str: pa.string(),
    datetime.date: pa.date32(),
}
Array = np.ndarray[Any, Any]


class Arrow(Language):
    """Columns of one table in memory.

    `told` says that every row is a faulty one whose messages are wanted; otherwise `bad` holds
    which rows are, if any is, and they have none. `enum` asks for dictionaries of texts.
    """

    def __init__(self, table: pa.Table, *, enum: bool, told: bool = False) -> None:
        self.rows = table.num_rows
        self.bad: pa.Array | None = None
        self._told = told
        self._enum = enum
        self._numbered_all = True
        self._columns: dict[str, Any] = {}
        self._table = table

    def define(self, _: str, columns: Mapping[str, Any]) -> None:
        for name, each in columns.items():
            if isinstance(each, Digits):
                numbers = each.numbers
                full = numbers if isinstance(numbers, np.ndarray) else np.full(self.rows, numbers)
                self._columns[name] = Digits(full)
            else:
                self._columns[name] = arrays.Cells(self._full(each.cells))

    def column(self, name: str) -> Any:
        if name not in self._columns:
            self._columns[name] = arrays.Cells(plain(self._table.column(name)))
        return self._columns[name]

    def cells(self, name: str) -> pa.Array:
        """The cells of a column that was defined."""
        return self._columns[name].cells

    def _full(self, cells: Any) -> pa.Array:
        if not isinstance(cells, pa.Scalar):
            return cells
        if not cells.is_valid:
            return pa.nulls(self.rows, cells.type)
        return pa.repeat(cells, self.rows)

    def literal(self, value: bool | int | str | datetime.date) -> arrays.Cells:
        return arrays.Cells(pa.scalar(value))

    def nothing(self, kind: type) -> arrays.Cells:
        return arrays.Cells(pa.scalar(None, TYPES[kind]))

    def digit(self, value: int) -> Digits:
        return Digits(np.uint8(value))

    def is_null(self, cell: arrays.Cells) -> arrays.Cells:
        return arrays.Cells(pc.is_null(cell.cells))

    def sure(self, test: arrays.Cells) -> arrays.Cells:
        cells = test.cells
        if isinstance(cells, pa.Scalar):
            return arrays.Cells(pa.scalar(cells.as_py() is True))
        return arrays.Cells(pc.fill_null(cells, False)) if cells.null_count else test

    def choose(self, cases: Cases, otherwise: Any) -> Any:
        if isinstance(otherwise, Digits):
            chosen = np.full(self.rows, otherwise.numbers, np.uint8)
            for test, value in reversed(cases):
                where = flags(test.cells, self.rows)
                np.copyto(chosen, value.numbers, where=where)
            return Digits(chosen)
        found = otherwise.cells
        for test, value in reversed(cases):
            found = pc.if_else(self.sure(test).cells, value.cells, found)
        return arrays.Cells(found)

    def word(self, source: Source, values: Sequence[str]) -> Digits:
        cells = self.column(source.column).cells
        if pa.types.is_dictionary(cells.type):
            places = {value: at for at, value in enumerate(values, 1)}
            known = [places.get(each, UNKNOWN_WORD) for each in cells.dictionary.to_pylist()]
            table = np.array([*known, UNKNOWN_WORD], np.uint8)
            return Digits(table[_numbers(pc.fill_null(cells.indices.cast(pa.int64()), len(known)))])
        found = pc.index_in(cells, pa.array(values, cells.type))
        digits = _numbers(pc.fill_null(found, -1)).astype(np.uint8)
        digits += 1  # -1 is 255 there, and 255 + 1 is 0
        return Digits(digits)

    def written_yes_no(self, text: arrays.Cells) -> Digits:
        # Comparing with each of two texts takes half of looking a text up among them.
        yes, no = (pc.equal(text.cells, each) for each in ("true", "false"))
        digits = yes_no_digits(yes)
        if yes.true_count + no.true_count + text.cells.null_count < self.rows:
            digits[~flags(pc.or_(yes, no), self.rows)] = UNKNOWN_YES_NO
        return Digits(digits)

    def is_strange(self, cell: arrays.Cells, digit: Digits, unknown: int) -> arrays.Cells:
        # Nearly always as many are unknown as there are nulls, and these all are.
        if np.count_nonzero(digit.numbers == unknown) == cell.cells.null_count:
            return self.literal(value=False)
        found: arrays.Cells = super().is_strange(cell, digit, unknown)
        return found

    def any_of(self, tests: Sequence[arrays.Cells]) -> arrays.Cells:
        found = [each for each in map(self.sure, tests) if not _never(each.cells)]
        return reduce(or_, found) if found else self.literal(value=False)

    def yes_no(self, test: arrays.Cells) -> Digits:
        return Digits(yes_no_digits(self._full(test.cells)))

    def sum_of(self, tests: Sequence[arrays.Cells]) -> Digits:
        total = np.full(self.rows, 1, np.uint8)
        for at, test in enumerate(tests):
            total += flags(test.cells, self.rows).view(np.uint8) << np.uint8(at)
        return Digits(total)

    def number(
        self, digits: Sequence[tuple[str | int, int]], unless: arrays.Cells | None
    ) -> arrays.Cells:
        cells = math.prod(radix for _, radix in digits)
        number = self._number(digits, cells)
        if unless is not None and not _never(unless.cells):
            number[flags(unless.cells, self.rows)] = cells
            self._numbered_all = False
        return arrays.Cells(number)

    def _number(self, digits: Sequence[tuple[str | int, int]], cells: int) -> Array:
        size = np.uint8 if cells < 1 << 8 else np.uint16 if cells < 1 << 16 else np.uint32
        number = np.zeros(self.rows, size)
        for digit, radix in digits:
            number *= size(radix) if radix < cells else size(0)
            number += size(digit) if isinstance(digit, int) else self._columns[digit].numbers
        return number

    def looked_up(self, number: str, _: Sequence[int], cells: Cells) -> arrays.Cells:
        numbers = self._columns[number].cells
        # Where all texts are there, none has to be looked at for being null.
        answers = cells if self._numbered_all else (*cells, None)
        if not self._enum:
            return arrays.Cells(pa.array(answers, pa.string()).take(pa.array(numbers)))
        texts = sorted({each for each in cells if each is not None})
        size = np.int8 if len(texts) < 1 << 7 else np.int32
        places = {text: at for at, text in enumerate(texts)}
        codes = np.array([-1 if each is None else places[each] for each in answers], size)
        found = codes[numbers]
        indices = pa.array(found, mask=found < 0) if None in answers else pa.array(found)
        return arrays.Cells(pa.DictionaryArray.from_arrays(indices, pa.array(texts, pa.string())))

    def class_of(self, digits: Sequence[tuple[str | int, int]], classes: Sequence[int]) -> Digits:
        cells = math.prod(radix for _, radix in digits)
        return Digits(np.array(classes, np.uint8)[self._number(digits, cells)])

    def told_of(self, bad: Any, messages: Callable[[], Any]) -> Any:
        if self._told:
            return super().told_of(bad, messages)
        self.bad = bad.cells if bad.cells.true_count else None
        return self.nothing(str)

    def joined(self, texts: Sequence[arrays.Cells]) -> arrays.Cells:
        return arrays.Cells(pc.binary_join_element_wise(*(each.cells for each in texts), ""))

    def listed(self, texts: Sequence[arrays.Cells], between: str) -> arrays.Cells:
        # Where texts are null, joining all of them with "skip" leaves out rows without any.
        parts = [
            pc.fill_null(pc.binary_join_element_wise(between, self._full(each.cells), ""), "")
            for each in texts
        ]
        text = pc.binary_join_element_wise(*parts, "")
        text = pc.utf8_slice_codeunits(text, len(between), None)
        for mark, escape in (("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
            text = pc.replace_substring(text, mark, escape)
        return arrays.Cells(text)

    def as_text(self, cell: arrays.Cells) -> arrays.Cells:
        return arrays.Cells(pc.cast(cell.cells, pa.string()))

    def start(self, text: arrays.Cells, letters: int) -> arrays.Cells:
        return arrays.Cells(pc.utf8_slice_codeunits(text.cells, 0, letters))

    def matches(self, text: arrays.Cells, pattern: str) -> arrays.Cells:
        return arrays.Cells(pc.match_substring_regex(text.cells, pattern))

    def is_padded(self, text: arrays.Cells) -> arrays.Cells:
        once = pc.unique(text.cells)
        if not pc.any(pc.match_substring_regex(once, PADDED)).as_py():
            return self.literal(value=False)
        return self.matches(text, PADDED)

    def as_float(self, cell: arrays.Cells, *, exact: bool = False) -> arrays.Cells:
        number = pc.cast(cell.cells, pa.float64(), safe=False)
        if exact:
            return arrays.Cells(number)
        nothing = pa.scalar(None, pa.float64())
        return arrays.Cells(pc.if_else(pc.is_nan(number), nothing, number))

    def whole_part(self, number: arrays.Cells) -> arrays.Cells:
        return arrays.Cells(pc.floor(number.cells))

    def as_whole(self, number: arrays.Cells) -> arrays.Cells:
        return arrays.Cells(pc.cast(number.cells, pa.int64(), safe=False))

    def parsed_number(self, text: arrays.Cells) -> arrays.Cells:
        return arrays.Cells(pc.cast(text.cells, pa.float64()))

    def parsed_day(self, text: arrays.Cells) -> arrays.Cells:
        return arrays.Cells(pc.cast(text.cells, pa.date32()))

    def as_day(self, cell: arrays.Cells) -> arrays.Cells:
        return arrays.Cells(pc.cast(pc.floor_temporal(cell.cells, unit="day"), pa.date32()))

    def is_midnight(self, cell: arrays.Cells) -> arrays.Cells:
        return arrays.Cells(pc.equal(pc.floor_temporal(cell.cells, unit="day"), cell.cells))

    def days_between(self, first: arrays.Cells, last: arrays.Cells) -> arrays.Cells:
        one, other = (pc.cast(each.cells, pa.int32()) for each in (first, last))
        return arrays.Cells(pc.subtract(other, one))

    def earliest(self, days: Sequence[arrays.Cells]) -> arrays.Cells:
        return arrays.Cells(pc.min_element_wise(*(self._full(each.cells) for each in days)))

    def days_later(self, days: arrays.Cells, by: int) -> arrays.Cells:
        number = pc.add(pc.cast(days.cells, pa.int32()), pa.scalar(by, pa.int32()))
        return arrays.Cells(pc.cast(number, pa.date32()))

    def same_day_later(self, days: arrays.Cells, months: int) -> arrays.Cells:
        cells = self._full(days.cells)
        known = pc.is_valid(cells).to_numpy(zero_copy_only=False)
        day = _numbers(pc.fill_null(pc.cast(cells, pa.int32()), 0)).astype("datetime64[D]")
        month = day.astype("datetime64[M]")
        later = month + np.timedelta64(months, "M")
        last = (later + np.timedelta64(1, "M")).astype("datetime64[D]") - np.timedelta64(1, "D")
        found = np.minimum(later.astype("datetime64[D]") + (day - month), last)
        return arrays.Cells(pa.array(found, pa.date32(), mask=~known))


def plain_table(table: pa.Table) -> pa.Table:
    """A table whose columns are all of a type that Arrow can calculate with."""
    return pa.table({name: plain(table.column(name)) for name in table.column_names})


def plain(column: pa.ChunkedArray) -> pa.Array:
    """The cells of a column in one piece, of a type that Arrow can calculate with."""
    if pa.types.is_string_view(column.type) or pa.types.is_large_string(column.type):
        column = column.cast(pa.string())
    cells = column.combine_chunks()
    if isinstance(cells, pa.ChunkedArray):
        cells = cells.chunk(0) if cells.num_chunks else pa.array([], cells.type)
    return cells


def _never(test: Any) -> bool:
    """Whether a test holds in no row."""
    return not (test.as_py() if isinstance(test, pa.Scalar) else test.true_count)


def _numbers(cells: pa.Array) -> Array:
    """Cells without a null as NumPy has them, to be changed at will."""
    found: Array = cells.to_numpy(zero_copy_only=False)
    return found if found.flags.writeable else found.copy()
