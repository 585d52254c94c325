"""The steps from the columns of facts to the columns of a decision, in any language.

Columns are read, checked, turned into digits, then into the numbers of cells, and these are looked
up. Each step is one layer of columns over the last; between them nothing is computed twice.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import reduce
from operator import or_

import attrs

from ssrules.deciding.axes import Axis
from ssrules.deciding.machine import Machine
from ssrules.errors import Fault as ToldFault
from ssrules.frames.additions.addition import Addition, Decided
from ssrules.frames.codes import Fault, Reading, any_wrong, messages, read
from ssrules.frames.columns import AS_OF, Source
from ssrules.frames.days import Day
from ssrules.frames.dense import FACT_ERROR, Dense
from ssrules.frames.digits import Rows, last_day, overflow, too_early
from ssrules.frames.language import Expression, Language
from ssrules.frames.numbering import Place, classes, digits_of, numbers
from ssrules.tables.book import Book
from ssrules.tables.inputs import LongerAgoThan

REQUIRED = str(ToldFault(AS_OF, None, "is required"))


@attrs.frozen
class Pipeline:
    """How the rows of one frame are decided.

    `prefix` begins the names of the columns that are there in between only. `strange` holds, by
    the fact's column, the column of what has no fitting type. The day is a name of a column, or
    the same for all rows. `additions` tell more of rows that are decided.
    """

    book: Book
    parts: tuple[Dense, ...]
    because: bool
    as_of: datetime.date | str
    sources: tuple[Source, ...]
    prefix: str
    strange: Mapping[str, str]
    additions: tuple[Addition, ...] = ()

    @property
    def rests_on(self) -> tuple[Hashable, ...]:
        """What its columns rest on beside the book: where this is the same, so are they."""
        return (
            self.because,
            self.as_of,
            self.prefix,
            tuple((each.column, each.type) for each in self.sources),
            tuple(self.strange.items()),
            tuple(each.name for each in self.additions),
        )

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
        places: list[Place] = [axis for part in self.parts for axis in part.axes]
        places += (each for part in self.parts for each in part.documents)
        digits, columns = digits_of(places, self.book, rows, self._temporary)
        bad = self._temporary("bad")
        late = self._late_faults(rows)
        wrong = faults if late is None else [*faults, late]
        of.define("digits", {bad: any_wrong(of, wrong), **columns})
        is_bad = of.column(bad)
        small = [(part.places, part.minimal(because=self.because)) for part in self.parts]
        together, tables = classes(of, small, digits, self._temporary)
        of.define("classes", together)
        cells, looked_up, repeated = numbers(of, tables, is_bad, self._temporary)
        of.define("cells", cells)
        of.define(
            "answers",
            {
                **{name: of.looked_up(*each) for name, each in looked_up.items()},
                **self._deadlines(rows, is_bad),
                FACT_ERROR: of.told_of(is_bad, lambda: messages(of, faults, late)),
            },
        )
        of.define("decisions", {name: of.column(other) for name, other in repeated.items()})
        for each in self.additions:
            each.define(Decided(rows, self.book, digits, is_bad, self._temporary(f"{each.name}_")))

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
