"""The language of SQL: each step is a layer of columns, told as text."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from ssrules.exporting.dialects import Dialect
from ssrules.exporting.expressions import AND, COMPARED, Sql
from ssrules.frames.columns import Holds, Source
from ssrules.frames.language import Cases, Cells, Language

T = TypeVar("T")
EXACT = 1_000_000_000_000_000


class InSql(Language):
    """Columns in the SQL of one database.

    `layers` holds them by their step, `asked` the names of all columns that any of them rests on.
    """

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.layers: dict[str, dict[str, Sql]] = {}
        self.asked: dict[str, None] = {}

    def define(self, step: str, columns: Mapping[str, Sql]) -> None:
        if columns:
            self.layers[step] = dict(columns)

    def column(self, name: str) -> Sql:
        self.asked[name] = None
        return Sql(self.dialect.quoted(name))

    def literal(self, value: bool | int | str | datetime.date) -> Sql:
        if isinstance(value, bool):
            return Sql("TRUE" if value else "FALSE")
        if isinstance(value, datetime.date):
            return Sql(f"DATE '{value.isoformat()}'")
        return Sql(self.dialect.text(value) if isinstance(value, str) else str(value))

    def nothing(self, kind: type) -> Sql:
        return self.dialect.cast(Sql("NULL"), self.dialect.types[kind])

    def digit(self, value: int) -> Sql:
        return Sql(str(value))

    def is_null(self, cell: Sql) -> Sql:
        return Sql(f"{cell.within(COMPARED + 1)} IS NULL", COMPARED)

    def sure(self, test: Sql) -> Sql:
        return Sql(f"COALESCE({test.words}, FALSE)")

    def choose(self, cases: Cases, otherwise: Sql) -> Sql:
        told = " ".join(f"WHEN {test.words} THEN {value.words}" for test, value in cases)
        return Sql(f"CASE {told} ELSE {otherwise.words} END")

    def any_of(self, tests: Sequence[Sql]) -> Sql:
        if not tests:
            return self.literal(value=False)
        return self.dialect.apart(
            self.sure(Sql(" OR ".join(each.within(AND) for each in tests), 0))
        )

    def word(self, source: Source, values: Sequence[str]) -> Sql:
        cell = self.column(source.column)
        text = cell if source.holds is Holds.TEXT else self.as_text(cell)
        return self.dialect.word(text, values)

    def is_known(self, source: Source, digit: Sql, value: bool) -> Sql:
        if source.holds is not Holds.TRUTH:
            return digit == int(value)
        return Sql(f"{self.column(source.column)} IS {'TRUE' if value else 'FALSE'}", COMPARED)

    def yes_no(self, test: Sql) -> Sql:
        return self.dialect.yes_no(test)

    def sum_of(self, tests: Sequence[Sql]) -> Sql:
        found = Sql("1")
        for at, test in enumerate(tests):
            found = found + Sql(f"CASE WHEN {test.words} THEN {1 << at} ELSE 0 END")
        return found

    def number(self, digits: Sequence[tuple[str | int, int]], unless: Sql | None) -> Sql:
        total, terms = 1, list[tuple[Sql, int]]()
        for digit, radix in reversed(digits):
            if digit != 0:
                told = Sql(str(digit)) if isinstance(digit, int) else self.column(digit)
                terms.append((told, total))
            total *= self._width(radix)
        number = self.dialect.number(terms[::-1]) if terms else Sql("0")
        return number if unless is None else self.dialect.number_unless(unless, number)

    def _width(self, radix: int) -> int:
        return 1 << (radix - 1).bit_length() if self.dialect.widths_of_two else radix

    def _spread(self, cells: Sequence[T], radices: Sequence[int]) -> list[T]:
        """What stands at each number, also at those that no row has."""
        found = list(cells)
        if not self.dialect.widths_of_two:
            return found
        size = 1
        for radix in reversed(radices):
            gap = self._width(radix) * size - radix * size
            rows = range(0, len(found), radix * size)
            found = [
                each for at in rows for each in (*found[at : at + radix * size], *found[:1] * gap)
            ]
            size *= self._width(radix)
        return found

    def looked_up(self, number: str, radices: Sequence[int], cells: Cells) -> Sql:
        return self.dialect.element(self._spread(cells, radices), self.column(number))

    def class_of(self, digits: Sequence[tuple[str | int, int]], classes: Sequence[int]) -> Sql:
        spread = self._spread(classes, [radix for _, radix in digits])
        return self.dialect.small_element(spread, self.number(digits, None))

    def told_of(self, bad: Sql, messages: Callable[[], Sql]) -> Sql:
        return self.dialect.apart(super().told_of(bad, messages))

    def joined(self, texts: Sequence[Sql]) -> Sql:
        return self.dialect.joined(texts)

    def listed(self, texts: Sequence[Sql], between: str) -> Sql:
        found = (
            f"CONCAT_WS({self.dialect.text(between)}, {', '.join(each.words for each in texts)})"
        )
        for mark, escape in (("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
            told = self.dialect.letter(mark)
            found = f"REPLACE({found}, {told}, {self.dialect.text(escape)})"
        return Sql(found)

    def unless_empty(self, text: Sql, other: Sql) -> Sql:
        return Sql(f"COALESCE(NULLIF({text.words}, ''), {other.words})")

    def as_text(self, cell: Sql) -> Sql:
        return self.dialect.cast(cell, self.dialect.types[str])

    def start(self, text: Sql, letters: int) -> Sql:
        return Sql(f"SUBSTRING({text.words}, 1, {letters})")

    def matches(self, text: Sql, pattern: str) -> Sql:
        return self.dialect.matches(text, pattern)

    def is_padded(self, text: Sql) -> Sql:
        return self.dialect.padded(text)

    def as_float(self, cell: Sql, *, exact: bool = False) -> Sql:
        if exact:
            return cell
        number = self.dialect.cast(cell, self.dialect.types[int])
        return Sql(
            f"CASE WHEN NOT {self.dialect.is_nan(number).within(COMPARED)} THEN {number.words} END"
        )

    def whole_part(self, number: Sql) -> Sql:
        return Sql(f"FLOOR({number.words})")

    def as_whole(self, number: Sql) -> Sql:
        small = (number > -EXACT) & (number < EXACT)
        whole = self.dialect.cast(number, "BIGINT")
        return Sql(f"CASE WHEN {small.words} THEN {whole.words} END")

    def parsed_number(self, text: Sql) -> Sql:
        return self.dialect.cast(text, self.dialect.types[int])

    def parsed_day(self, text: Sql) -> Sql:
        return self.dialect.cast(text, self.dialect.types[datetime.date])

    def as_day(self, cell: Sql) -> Sql:
        return self.dialect.cast(cell, self.dialect.types[datetime.date])

    def is_midnight(self, cell: Sql) -> Sql:
        return self.dialect.day_start(cell) == cell

    def days_between(self, first: Sql, last: Sql) -> Sql:
        return self.dialect.days_between(first, last)

    def earliest(self, days: Sequence[Sql]) -> Sql:
        if len(days) == 1:
            return days[0]
        return Sql(f"LEAST({', '.join(each.words for each in days)})")

    def days_later(self, days: Sql, by: int) -> Sql:
        return self.dialect.days_later(days, by)

    def same_day_later(self, days: Sql, months: int) -> Sql:
        return self.dialect.months_later(days, months)
