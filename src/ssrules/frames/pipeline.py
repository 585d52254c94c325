"""The steps from the columns of facts to the columns of a decision, in any language.

Columns are read, checked, turned into digits, then into the numbers of cells, and these are looked
up. Each step is one layer of columns over the last; between them nothing is computed twice.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from operator import and_, or_
from typing import TypeVar

import attrs

from ssrules.deciding.axes import Axis
from ssrules.deciding.machine import Machine
from ssrules.errors import Fault as ToldFault
from ssrules.frames.codes import Fault, Reading, any_wrong, messages, read
from ssrules.frames.columns import AS_OF, Source
from ssrules.frames.days import Day
from ssrules.frames.dense import FACT_ERROR, Dense
from ssrules.frames.digits import Rows, digit, last_day, overflow, too_early
from ssrules.frames.language import Cells, Expression, Language
from ssrules.tables.book import Book
from ssrules.tables.documents import Document
from ssrules.tables.inputs import LongerAgoThan

REQUIRED = str(ToldFault(AS_OF, None, "is required"))

T = TypeVar("T")
Place = Axis | tuple[Document, ...]
"""What a digit of a table's cell is of: an axis, or documents that are all at hand or not."""
Digit = str | int
"""The column of a digit, or the same digit for every row."""
Digits = tuple[tuple[Digit, int], ...]


@attrs.frozen
class Pipeline:
    """How the rows of one frame are decided.

    `prefix` begins the names of the columns that are there in between only. `strange` holds, by
    the fact's column, the column of what has no fitting type. The day is a name of a column, or
    the same for all rows.
    """

    book: Book
    parts: tuple[Dense, ...]
    because: bool
    as_of: datetime.date | str
    sources: tuple[Source, ...]
    prefix: str
    strange: Mapping[str, str]

    def run(self, of: Language) -> None:
        """Define the decision columns, and others that begin with the prefix.

        `fact_error` is left out where the language finds no faulty row, or tells them later.
        """
        readings = [
            read(of, each, self._temporary(each.column), self.strange.get(each.column))
            for each in self.sources
        ]
        of.define("facts", {each.clean: each.value for each in readings})
        rows = self._rows(of)
        faults = self._faults(readings, rows)
        digits, columns = self._digits(rows)
        bad = self._temporary("bad")
        of.define("digits", {bad: any_wrong(of, faults), **columns})
        late = self._late_faults(rows)
        worst = bad
        if late is not None:
            sound = ~of.column(bad)
            worst = self._temporary("bad_or_late")
            of.define("faults", {worst: of.column(bad) | of.sure(late.test)})
            faults = [*faults, Fault(sound & of.sure(late.test), late.message)]
        is_bad = of.column(worst)
        classes, tables = self._classes(of, digits)
        of.define("classes", classes)
        numbers, looked_up, repeated = self._numbers(of, tables, is_bad)
        of.define("cells", numbers)
        of.define(
            "answers",
            {
                **{name: of.looked_up(*each) for name, each in looked_up.items()},
                **self._deadlines(rows, is_bad),
                FACT_ERROR: of.told_of(is_bad, lambda: messages(of, faults)),
            },
        )
        of.define("decisions", {name: of.column(other) for name, other in repeated.items()})

    def _temporary(self, name: str) -> str:
        return f"{self.prefix}{name}"

    def _rows(self, of: Language) -> Rows:
        clean = {each.path: self._temporary(each.column) for each in self.sources}
        day: Day = of.column(self.as_of) if isinstance(self.as_of, str) else self.as_of
        return Rows(of, day, clean, {each.path: each for each in self.sources})

    def _faults(self, readings: Sequence[Reading], rows: Rows) -> list[Fault]:
        of = rows.of
        found: list[Fault] = []
        for reading in readings:
            source = reading.source
            if source.path == AS_OF:
                missing = of.is_null(of.column(source.column))
                found.append(Fault(missing, lambda: of.literal(REQUIRED)))
            found += reading.faults(of)
            other = source.fact.not_after
            value, limit = rows.cell(source.path), rows.cell(other) if other else None
            if value is not None and limit is not None:
                found.append(Fault(value > limit, _after(of, source.path, value, other, limit)))
        return found

    def _late_faults(self, rows: Rows) -> Fault | None:
        """What `decide` itself finds in a case that is sound: the first of it, as there."""
        of = rows.of
        tests = [each for axis in self._axes() for each in axis.inputs]
        windows = [each for each in tests if isinstance(each, LongerAgoThan)]
        told = [each.window for each in self.parts if each.window is not None]
        ordered = dict.fromkeys([*told, *windows])
        found = [overflow(each, self.book, rows) for each in ordered]
        found += [too_early(each, self.book, rows) for each in dict.fromkeys(told)]
        faults = [each for each in (self._not_covered(rows), *found) if each is not None]
        if not faults:
            return None
        return Fault(
            reduce(or_, [of.sure(each.test) for each in faults]),
            lambda: of.choose([(each.test, each.message()) for each in faults], of.nothing(str)),
        )

    def _not_covered(self, rows: Rows) -> Fault | None:
        """That the day to decide for is before the first one that the book covers."""
        covers_from, as_of = self.book.covers_from, rows.cell(AS_OF)
        if covers_from is None or as_of is None:
            return None
        of, some = rows.of, datetime.date.min
        told = str(ToldFault.of(AS_OF, some, "not_covered", first=covers_from))
        before, after = map(of.literal, told.split(str(some)))
        return Fault(
            as_of < of.literal(covers_from), lambda: of.joined([before, of.as_text(as_of), after])
        )

    def _axes(self) -> tuple[Axis, ...]:
        machine = Machine.of(self.book)
        return tuple(dict.fromkeys(axis for block in machine.blocks for axis in block.axes))

    def _digits(self, rows: Rows) -> tuple[dict[Place, Digit], dict[str, Expression]]:
        """The digit of each axis, and of documents at hand, and the columns to be made of them."""
        digits: dict[Place, Digit] = {}
        columns: dict[str, Expression] = {}
        for axis in _once(axis for part in self.parts for axis in part.axes):
            found = digit(axis, self.book, rows)
            if not isinstance(found, str | int):
                name = self._temporary(f"axis_{len(columns)}")
                columns[name] = found
                found = name
            digits[axis] = found
        for documents in _once(each for part in self.parts for each in part.documents):
            name = self._temporary(f"documents_{len(columns)}")
            columns[name] = _all_at_hand(documents, self.book, rows)
            digits[documents] = name
        return digits, columns

    def _classes(
        self, of: Language, digits: Mapping[Place, Digit]
    ) -> tuple[dict[str, Expression], list[tuple[Digits, Mapping[str, Cells]]]]:
        """The columns of digits that stand for several, and what each table is made of."""
        made: dict[str, Expression] = {}
        known: dict[tuple[Digits, tuple[int, ...]], str] = {}
        tables: list[tuple[Digits, Mapping[str, Cells]]] = []
        for part in self.parts:
            minimal = part.minimal(because=self.because)
            places: tuple[Place, ...] = (*part.axes, *part.documents)
            found = [digits[each] for each in places]
            terms: list[tuple[Digit, int]] = []
            for term in minimal.terms:
                pairs = tuple(
                    (found[at], of_all)
                    for at, of_all in zip(term.places, term.radices, strict=True)
                )
                digit_of = pairs[0][0]
                if term.classes:
                    key = pairs, term.classes
                    digit_of = known.setdefault(key, self._temporary(f"class_{len(known)}"))
                    made.setdefault(digit_of, of.class_of(*key))
                terms.append((digit_of, term.size))
            tables.append((tuple(terms), minimal.columns))
        return made, tables

    def _numbers(
        self,
        of: Language,
        tables: Iterable[tuple[Digits, Mapping[str, Cells]]],
        bad: Expression,
    ) -> tuple[
        dict[str, Expression], dict[str, tuple[str, tuple[int, ...], Cells]], dict[str, str]
    ]:
        """The numbers of cells, what is looked up there, and columns that equal others."""
        numbers: dict[str, Expression] = {}
        known: dict[Digits, str] = {}
        looked_up: dict[str, tuple[str, tuple[int, ...], Cells]] = {}
        first: dict[tuple[str, tuple[int, ...], Cells], str] = {}
        repeated: dict[str, str] = {}
        for terms, columns in tables:
            if terms not in known:
                known[terms] = self._temporary(f"cell_{len(known)}")
                numbers[known[terms]] = of.number(terms, bad)
            for name, cells in columns.items():
                key = known[terms], tuple(radix for _, radix in terms), cells
                if first.setdefault(key, name) == name:
                    looked_up[name] = key
                else:
                    repeated[name] = first[key]
        return numbers, looked_up, repeated

    def _deadlines(self, rows: Rows, bad: Expression) -> dict[str, Expression]:
        return {
            part.deadline: self._deadline(part.window, rows, bad)
            for part in self.parts
            if part.window is not None
        }

    def _deadline(self, window: LongerAgoThan, rows: Rows, bad: Expression) -> Expression:
        nothing = rows.of.nothing(datetime.date)
        value = rows.cell(window.fact)
        if value is None:
            return nothing
        last = last_day(window, self.book, rows, value)
        return rows.of.choose([(~bad, last)], nothing)


def _once(each: Iterable[T]) -> Iterable[T]:
    return dict.fromkeys(each)


def _after(
    of: Language, path: str, value: Expression, other: str, limit: Expression
) -> Callable[[], Expression]:
    return lambda: of.joined(
        [
            of.literal(f"{path}: "),
            of.as_text(value),
            of.literal(f" is after {other}, "),
            of.as_text(limit),
        ]
    )


def _all_at_hand(documents: Sequence[Document], book: Book, rows: Rows) -> Expression:
    """1 where all the documents are known to be at hand, else 0."""
    of = rows.of

    def holds(path: str) -> Expression:
        cell = rows.cell(path)
        return of.literal(book.table.default(path) is True) if cell is None else cell == 1

    tests = [holds(path) for each in documents for path in each.all_of]
    tests += [reduce(or_, map(holds, each.any_of)) for each in documents if each.any_of]
    return of.choose([(reduce(and_, tests), of.digit(1))], of.digit(0))
