"""The language of Polars: its own expressions, on lazy frames."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from operator import add
from typing import Any

import attrs
import polars as pl

from ssrules.frames.columns import Holds, Source
from ssrules.frames.dense import FACT_ERROR
from ssrules.frames.language import (
    PADDED,
    UNKNOWN_WORD,
    UNKNOWN_YES_NO,
    Cases,
    Cells,
    Language,
)
from ssrules.frames.pipeline import Pipeline
from ssrules.tables.memory import Remembered

DIGIT = pl.UInt8
SIZES: Mapping[int, type[pl.DataType]] = {8: pl.UInt8, 16: pl.UInt16}
TYPES: Mapping[type, type[pl.DataType]] = {
    bool: pl.Boolean,
    int: pl.Float64,
    str: pl.String,
    datetime.date: pl.Date,
}
MOST_PLANS = 32
"""How many kinds of frames a book remembers the expressions for."""
FARTHEST = 95_000_000
"""So many days before or after 1970 are still in the calendar of Polars."""


class Polars(Language):
    """Expressions in layers, each over the columns of those before it.

    They hold for any frame with the same columns. `enum` says that texts are to be an Enum. Faults
    are `told` in the same layers, or not at all; `bad` is the column that says which rows have any.
    """

    def __init__(self, *, enum: bool, told: bool) -> None:
        self.layers: list[list[pl.Expr]] = []
        self.bad = ""
        self._enum = enum
        self._told = told

    def define(self, _: str, columns: Mapping[str, pl.Expr]) -> None:
        if columns:
            self.layers.append([_settled(each).alias(name) for name, each in columns.items()])

    def over(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """A frame with the columns of all layers."""
        for layer in self.layers:
            frame = frame.with_columns(layer)
        return frame

    def told_of(self, bad: pl.Expr, messages: Callable[[], pl.Expr]) -> pl.Expr:
        self.bad = bad.meta.output_name()
        return super().told_of(bad, messages) if self._told else self.nothing(str)

    def column(self, name: str) -> pl.Expr:
        return pl.col(name)

    def literal(self, value: bool | int | str | datetime.date) -> pl.Expr:
        return pl.lit(value)

    def nothing(self, kind: type) -> pl.Expr:
        return pl.lit(None, TYPES[kind])

    def digit(self, value: int) -> pl.Expr:
        return pl.lit(value, DIGIT)

    def is_null(self, cell: pl.Expr) -> pl.Expr:
        return cell.is_null()

    def sure(self, test: pl.Expr) -> pl.Expr:
        return test.fill_null(value=False)

    def choose(self, cases: Cases, otherwise: pl.Expr) -> pl.Expr:
        (test, value), *others = cases
        chain: Any = pl.when(test).then(value)
        for test, value in others:
            chain = chain.when(test).then(value)
        chosen: pl.Expr = chain.otherwise(otherwise)
        return chosen

    def word(self, source: Source, values: Sequence[str]) -> pl.Expr:
        cell = pl.col(source.column)
        if source.type.categories is not None:
            if source.type.categories == tuple(values):
                # The numbers of the categories are the digits but for one.
                return (cell.to_physical().cast(DIGIT) + 1).fill_null(UNKNOWN_WORD)
            places = {value: at for at, value in enumerate(values, 1)}
            digits = [places.get(each, UNKNOWN_WORD) for each in source.type.categories]
            # A series of one value would be taken for a scalar, so there is one more than needed.
            digit = pl.lit(pl.Series([*digits, 0, 0], dtype=DIGIT)).gather(cell.to_physical())
            return digit.fill_null(UNKNOWN_WORD)
        if source.holds is Holds.CATEGORIES:
            cell = cell.cast(pl.String)
        cases = [(cell == value, self.digit(at)) for at, value in enumerate(values, 1)]
        return self.choose(cases, self.digit(UNKNOWN_WORD))

    def yes_no(self, test: pl.Expr) -> pl.Expr:
        return test.cast(DIGIT).fill_null(UNKNOWN_YES_NO)

    def sum_of(self, tests: Sequence[pl.Expr]) -> pl.Expr:
        terms = [self.sure(test).cast(DIGIT) * (1 << at) for at, test in enumerate(tests)]
        return reduce(add, terms, self.digit(1))

    def number(self, digits: Sequence[tuple[str | int, int]], unless: pl.Expr | None) -> pl.Expr:
        size = _size(math.prod(radix for _, radix in digits))
        total, fixed, terms = 1, 0, list[pl.Expr]()
        for digit, radix in reversed(digits):
            if isinstance(digit, int):
                fixed += digit * total
            elif radix > 1:
                term = pl.col(digit).cast(size)
                terms.append(term if total == 1 else term * pl.lit(total, size))
            total *= radix
        if fixed or not terms:
            terms.append(pl.lit(fixed, size))
        number = reduce(add, terms)
        return number if unless is None else pl.when(~unless).then(number)

    def looked_up(self, number: str, _: Sequence[int], cells: Cells) -> pl.Expr:
        # A literal series makes `gather` a plain node of the plan, also in the streaming engine.
        texts = pl.Series([*cells, None], dtype=pl.String)
        if self._enum:
            texts = texts.cast(pl.Enum(categories(cells)))
        return pl.lit(texts).gather(pl.col(number))

    def class_of(self, digits: Sequence[tuple[str | int, int]], classes: Sequence[int]) -> pl.Expr:
        return pl.lit(pl.Series([*classes, 0], dtype=DIGIT)).gather(self.number(digits, None))

    def joined(self, texts: Sequence[pl.Expr]) -> pl.Expr:
        return pl.concat_str(texts)

    def listed(self, texts: Sequence[pl.Expr], between: str) -> pl.Expr:
        text = pl.concat_str(texts, separator=between, ignore_nulls=True)
        for mark, escape in (("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
            text = text.str.replace_all(mark, escape, literal=True)
        return text

    def unless_empty(self, text: pl.Expr, other: pl.Expr) -> pl.Expr:
        # Named twice, a text would be worked out beforehand, and for rows that it is not told of.
        return pl.coalesce(text.replace("", None), other)

    def as_text(self, cell: pl.Expr) -> pl.Expr:
        return cell.cast(pl.String)

    def day_as_text(self, cell: pl.Expr) -> pl.Expr:
        # Polars panics where it is to write a day outside its own calendar.
        day = cell.cast(pl.Date).cast(pl.Int32)
        written = pl.when(day.is_between(-FARTHEST, FARTHEST)).then(cell).cast(pl.String)
        return pl.coalesce(written, pl.lit("a day out of range"))

    def start(self, text: pl.Expr, letters: int) -> pl.Expr:
        return text.str.slice(0, letters)

    def matches(self, text: pl.Expr, pattern: str) -> pl.Expr:
        return text.str.contains(pattern)

    def is_padded(self, text: pl.Expr) -> pl.Expr:
        return text.str.contains(PADDED)

    def as_float(self, cell: pl.Expr, *, exact: bool = False) -> pl.Expr:
        number = cell.cast(pl.Float64)
        return number if exact else number.fill_nan(None)

    def whole_part(self, number: pl.Expr) -> pl.Expr:
        return number.floor()

    def as_whole(self, number: pl.Expr) -> pl.Expr:
        return number.cast(pl.Int64, strict=False)

    def parsed_number(self, text: pl.Expr) -> pl.Expr:
        return text.cast(pl.Float64)

    def parsed_day(self, text: pl.Expr) -> pl.Expr:
        return text.str.to_date("%Y-%m-%d")

    def as_day(self, cell: pl.Expr) -> pl.Expr:
        return cell.dt.date()

    def is_midnight(self, cell: pl.Expr) -> pl.Expr:
        return cell.dt.truncate("1d") == cell

    def days_between(self, first: pl.Expr, last: pl.Expr) -> pl.Expr:
        return last.cast(pl.Int32) - first.cast(pl.Int32)

    def earliest(self, days: Sequence[pl.Expr]) -> pl.Expr:
        return pl.min_horizontal(days)

    def days_later(self, days: pl.Expr, by: int) -> pl.Expr:
        return (days.cast(pl.Int32) + by).cast(pl.Date)

    def same_day_later(self, days: pl.Expr, months: int) -> pl.Expr:
        return days.dt.offset_by(f"{months}mo")


def _settled(cell: pl.Expr) -> pl.Expr:
    """A cell, or its value where it rests on no column.

    Polars 1.30 to 1.35 fail where two columns share what rests on literals alone, and the first
    chunk of the frame is a single row.
    """
    if cell.meta.root_names():
        return cell
    found = pl.select(cell).to_series()
    return pl.lit(found.item(), found.dtype)


def decided_frame(
    pipeline: Pipeline, frame: pl.DataFrame, given: pl.Expr, decided: Sequence[str], *, enum: bool
) -> pl.DataFrame:
    """A frame in memory, decided; words are made for the rows with faults alone."""
    of = plan(pipeline, enum=enum, told=False)
    found = of.over(frame.lazy()).select(given, *decided, pl.col(of.bad)).collect()
    bad = found.drop_in_place(of.bad)  # `drop` would put the chunks of all others together
    if not bad.any():
        return found
    again = plan(attrs.evolve(pipeline, additions=()), enum=enum, told=True)
    told = again.over(frame.filter(bad).lazy()).select(FACT_ERROR).collect().to_series()
    place = pl.DataFrame({"bad": bad}).select(pl.when("bad").then(pl.col("bad").cum_sum() - 1))
    return found.with_columns(told.gather(place.to_series()).alias(FACT_ERROR))


def decided_lazily(
    pipeline: Pipeline, frame: pl.LazyFrame, given: pl.Expr, decided: Sequence[str], *, enum: bool
) -> pl.LazyFrame:
    """A lazy frame, decided when it is collected."""
    return plan(pipeline, enum=enum, told=True).over(frame).select(given, *decided)


def plan(pipeline: Pipeline, *, enum: bool, told: bool) -> Polars:
    """The layers of a pipeline; they are remembered with its book, as most frames are alike."""
    made = pipeline.book.own.made
    kept: Remembered[Any, Polars] = made.setdefault("polars", Remembered(MOST_PLANS))
    key = pipeline.rests_on, enum, told
    found = kept.get(key)
    if found is None:
        of = Polars(enum=enum, told=told)
        pipeline.run(of)
        found = kept.keep(key, of)
    return found


def _size(cells: int) -> type[pl.DataType]:
    """The smallest type that holds the number of each cell."""
    return next((size for bits, size in SIZES.items() if cells <= 1 << bits), pl.UInt32)


def categories(cells: Cells) -> list[str]:
    """The texts among cells, each once, in order."""
    return sorted({each for each in cells if each is not None})
