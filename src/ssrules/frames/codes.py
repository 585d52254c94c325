"""Read the columns of facts, and say what is wrong with their cells; nothing raises on a cell.

What a fact becomes is its clean column: a digit for words and yes or no, else the value. A word
outside its enumeration has the digit of unknown: what tells that it is wrong is that the cell is
not null.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable

import attrs

from ssrules.frames.columns import Holds, Source
from ssrules.frames.language import UNKNOWN_WORD, UNKNOWN_YES_NO, Expression, Language
from ssrules.records.kinds import Kind, members

# The calendar in one pattern, for parsers raise on a bad day in DuckDB and Spark. `[0-9]`,
# for `\d` is any Unicode digit in Rust; `\z`, for `$` also stands before a last newline in Java.
_MONTH_DAY = (
    r"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_LEAP_YEAR = r"(?:[0-9][0-9](?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
_DAY = (
    rf"^(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{{2}}|[1-9][0-9]{{3}})-{_MONTH_DAY}"
    rf"|{_LEAP_YEAR}-02-29)\z"
)
_DIGITS = r"^-?(?:0|[1-9][0-9]{0,8})\z"
EXACT = 1_000_000_000_000_000
"""Floats below it are exact."""


@attrs.frozen
class Fault:
    """Something that may be wrong with a row.

    `test` says whether it is, where null is no; `message` makes the words, for these are only
    wanted where it is.
    """

    test: Expression
    message: Callable[[], Expression]


@attrs.frozen
class Reading:
    """What one column becomes: `value` under the name `clean`, and its possible faults.

    The faults are asked for when the clean columns are there.
    """

    source: Source
    clean: str
    value: Expression
    strange: str | None = None
    """The column that holds, for cells of no fitting type, how they are written."""

    def faults(self, of: Language) -> list[Fault]:
        """What may be wrong with a cell, in the order in which it is told."""
        found = _faults(of, self.source, self.clean)
        if self.strange is not None:
            text = of.column(self.strange)
            words = f" is not {wanted(self.source.fact.kind)}"
            found.append(Fault(~of.is_null(text), lambda: _told(of, self.source, text, words)))
        return found


def read(of: Language, source: Source, clean: str, strange: str | None = None) -> Reading:
    """How the column of a fact is read."""
    return Reading(source, clean, _value(of, source), strange)


def wanted(kind: Kind) -> str:
    """What a value of another type is not."""
    names = {bool: "true or false", int: "a whole number", str: "a string"}
    known = tuple(members(kind))
    return f"one of {', '.join(known)}" if known else names.get(kind, "a date")


def _value(of: Language, source: Source) -> Expression:
    kind, holds = source.fact.kind, source.holds
    if members(kind):
        nothing = holds is Holds.NOTHING
        return of.digit(UNKNOWN_WORD) if nothing else of.word(source, tuple(members(kind)))
    if holds is Holds.NOTHING:
        return of.digit(UNKNOWN_YES_NO) if kind is bool else of.nothing(kind)
    cell = of.column(source.column)
    if kind is bool:
        return of.yes_no(cell) if holds is Holds.TRUTH else of.written_yes_no(cell)
    if kind is int:
        return _number(of, source, cell)
    if kind is str:
        return cell if holds is Holds.TEXT else of.as_text(cell)
    return _day(of, source, cell)


def _faults(of: Language, source: Source, clean: str) -> list[Fault]:
    kind, holds = source.fact.kind, source.holds
    if holds is Holds.NOTHING:
        return []
    if members(kind):
        return _unknown_word(of, source, clean, UNKNOWN_WORD)
    if kind is bool:
        if holds is Holds.TRUTH:
            return []
        return _unknown_word(of, source, clean, UNKNOWN_YES_NO)
    if kind is int:
        return _wrong_number(of, source, clean)
    return _bad_name(of, source, clean) if kind is str else _no_day(of, source, clean)


def _told(of: Language, source: Source, shown: Expression, words: str) -> Expression:
    """A message: the path, the value, and what is wrong with it."""
    return of.joined([of.literal(f"{source.path}: "), shown, of.literal(words)])


def _quoted(of: Language, source: Source, text: Expression, words: str) -> Expression:
    return of.joined([of.literal(f"{source.path}: '"), text, of.literal(f"'{words}")])


def _unknown_word(of: Language, source: Source, clean: str, unknown: int) -> list[Fault]:
    cell = of.column(source.column)
    words = f" is not {wanted(source.fact.kind)}"
    strange = of.is_strange(cell, of.column(clean), unknown)
    return [Fault(strange, lambda: _quoted(of, source, of.as_text(cell), words))]


def _number(of: Language, source: Source, cell: Expression) -> Expression:
    if source.holds is not Holds.TEXT:
        return of.as_float(cell, exact=source.holds is Holds.WHOLE)
    good = of.choose([(of.matches(cell, _DIGITS), cell)], of.nothing(str))
    return of.parsed_number(good)


def _wrong_number(of: Language, source: Source, clean: str) -> list[Fault]:
    given, number = of.column(source.column), of.column(clean)
    lowest, highest = source.fact.lowest, source.fact.highest
    outside = (number < lowest) | (number > highest)
    bounds = f" is not between {lowest} and {highest}"
    if source.holds is Holds.TEXT:
        words = f" is not {wanted(int)}"
        return [
            Fault(~of.matches(given, _DIGITS), lambda: _quoted(of, source, given, words)),
            Fault(outside, lambda: _told(of, source, given, bounds)),
        ]
    if source.holds is Holds.WHOLE:
        return [Fault(outside, lambda: _told(of, source, of.as_text(given), bounds))]
    whole = (number == of.whole_part(number)) & (number > -EXACT) & (number < EXACT)
    return [
        Fault(~whole, lambda: _told(of, source, of.as_text(given), " is not a whole number")),
        Fault(
            whole & outside,
            lambda: _told(of, source, of.as_text(of.as_whole(number)), bounds),
        ),
    ]


def _bad_name(of: Language, source: Source, clean: str) -> list[Fault]:
    cell = of.column(clean)

    def message() -> Expression:
        padded = _quoted(of, source, cell, " has white space at an end")
        empty = of.literal(f"{source.path}: '' is empty")
        return of.choose([(cell == of.literal(""), empty)], padded)

    return [Fault(of.is_padded(cell), message)]


def _day(of: Language, source: Source, cell: Expression) -> Expression:
    nothing = of.nothing(datetime.date)
    if source.holds is Holds.TEXT:
        # The bad texts are gone before they reach the parser, which would raise.
        return of.parsed_day(of.choose([(of.matches(cell, _DAY), cell)], of.nothing(str)))
    day = cell if source.holds is Holds.DAY else of.as_day(cell)
    # DuckDB, Polars and Arrow know days outside Python's calendar, DuckDB infinity too.
    sound = (day >= of.literal(datetime.date.min)) & (day <= of.literal(datetime.date.max))
    if source.holds is not Holds.DAY:
        sound &= of.is_midnight(cell)
    return of.choose([(sound, day)], nothing)


def _no_day(of: Language, source: Source, clean: str) -> list[Fault]:
    given = of.column(source.column)

    def message() -> Expression:
        if source.holds is Holds.TEXT:
            return _quoted(of, source, given, " is not a date")
        # Libraries write the fraction of a second in ways of their own.
        shown = of.start(of.day_as_text(given), len("2026-11-22 12:00:00"))
        return _told(of, source, shown, " is not a date")

    return [Fault(~of.is_null(given) & of.is_null(of.column(clean)), message)]


def any_wrong(of: Language, faults: list[Fault]) -> Expression:
    """Whether a row has any of the faults: never null."""
    return of.any_of([each.test for each in faults])


def messages(of: Language, faults: list[Fault], late: Fault | None) -> Expression:
    """The messages of all the faults that a row has, joined by `; `; that of `late` if none."""
    nothing = of.nothing(str)
    last = nothing if late is None else late.message()
    if not faults:
        return last
    told = of.listed([of.choose([(each.test, each.message())], nothing) for each in faults], "; ")
    return told if late is None else of.unless_empty(told, last)
