"""Read the columns of facts as small integers, and say what is wrong with their cells.

Every expression here is Narwhals and gives the same answer on Polars (eager, lazy), PyArrow,
DuckDB and PySpark; none can raise on a cell. pandas columns are turned into Arrow first.

A *digit* is 0 for unknown and 1 .. n for the values, in their order. -1 marks a word outside its
enumeration: such a row is bad, and no code is made of its digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

import attrs
import narwhals as nw

from ssrules.frames.columns import Source
from ssrules.records.kinds import Kind, members

# Python's `str.isspace`, in full: `\s` means ASCII only in RE2 and Java, more in Rust.
_SPACES = "".join(chr(point) for point in range(0x3001) if chr(point).isspace())
_BAD_NAME = rf"^[{_SPACES}]|[{_SPACES}]\z|^\z"

# The calendar in one pattern, for `strptime` raises on a bad day in DuckDB and Spark. `[0-9]`,
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
_FIRST, _LAST = "0001-01-01", "9999-12-31"

Fault = tuple[nw.Expr, nw.Expr]
"""Whether a row has it, where a null test is no fault, and the message."""


@attrs.frozen
class Reading:
    """What one column becomes: `value` under the name `clean`, and its possible faults.

    `value` looks at the frame as given; a fault may look at the clean columns too.
    """

    clean: str
    value: nw.Expr
    faults: tuple[Fault, ...] = ()


def read(source: Source, clean: str, strange: str | None = None) -> Reading:
    """How the column of a fact is read.

    `strange` is the column that holds, for cells of no fitting type, how they are written.
    """
    kind = source.fact.kind
    if members(kind):
        found = _word(source, clean, tuple(members(kind)))
    elif kind is bool:
        found = _flag(source, clean)
    elif kind is int:
        found = _whole(source, clean)
    elif kind is str:
        found = _name(source, clean)
    else:
        found = _day(source, clean)
    if strange is None:
        return found
    text = nw.col(strange)
    fault = (~text.is_null(), told(source, text, f" is not {wanted(kind)}"))
    return attrs.evolve(found, faults=(*found.faults, fault))


def wanted(kind: Kind) -> str:
    """What a value of another type is not."""
    names = {bool: "true or false", int: "a whole number", str: "a string"}
    known = tuple(members(kind))
    return f"one of {', '.join(known)}" if known else names.get(kind, "a date")


def told(source: Source, shown: nw.Expr, words: str) -> nw.Expr:
    """A message: the path, the value, and what is wrong with it."""
    return nw.concat_str(nw.lit(f"{source.path}: "), shown, nw.lit(words))


def _quoted(source: Source, text: nw.Expr, words: str) -> nw.Expr:
    return nw.concat_str(nw.lit(f"{source.path}: '"), text, nw.lit(f"'{words}"))


def _text(source: Source) -> nw.Expr:
    cell = nw.col(source.column)
    # An Enum of Polars refuses to be compared with a text that it does not list.
    return cell if isinstance(source.dtype, nw.String) else cell.cast(nw.String)


def _word(source: Source, clean: str, values: Sequence[str]) -> Reading:
    if source.empty:
        return Reading(clean, nw.lit(0))
    cell = _text(source)
    chain = nw.when(cell.is_null()).then(nw.lit(0))
    for digit, value in enumerate(values, 1):
        chain = chain.when(cell == nw.lit(value)).then(nw.lit(digit))
    message = _quoted(source, cell, f" is not one of {', '.join(values)}")
    return Reading(clean, chain.otherwise(nw.lit(-1)), ((nw.col(clean) == nw.lit(-1), message),))


def _flag(source: Source, clean: str) -> Reading:
    if isinstance(source.dtype, nw.String):
        cell = nw.col(source.column)
        chain = nw.when(cell.is_null()).then(nw.lit(0)).when(cell == nw.lit("true"))
        digits = chain.then(nw.lit(2)).when(cell == nw.lit("false")).then(nw.lit(1))
        message = _quoted(source, cell, f" is not {wanted(bool)}")
        return Reading(
            clean, digits.otherwise(nw.lit(-1)), ((nw.col(clean) == nw.lit(-1), message),)
        )
    return Reading(clean, nw.lit(0) if source.empty else yes_no(nw.col(source.column)))


def _whole(source: Source, clean: str) -> Reading:
    if source.empty:
        return Reading(clean, nw.lit(None, nw.Float64))
    if isinstance(source.dtype, nw.String):
        return _written_number(source, clean)
    # As floats, for casts to integers raise on NaN, and narrow integers on the bounds.
    number = nw.col(source.column).cast(nw.Float64)
    nothing = nw.lit(None, nw.Float64)
    if source.dtype.is_float():
        number = nw.when(~number.is_nan()).then(number).otherwise(nothing)
    cell = nw.col(clean)
    outside = _outside(source, cell)
    shown, words = nw.col(source.column).cast(nw.String), " is not a whole number"
    bounds = _bounds(source)
    if source.dtype.is_integer():
        return Reading(clean, number, ((outside, told(source, shown, bounds)),))
    whole = (cell == cell.floor()) & (cell > -1e15) & (cell < 1e15)
    as_int = nw.when(whole).then(cell).otherwise(nothing).cast(nw.Int64).cast(nw.String)
    return Reading(
        clean,
        number,
        ((~whole, told(source, shown, words)), (whole & outside, told(source, as_int, bounds))),
    )


def _written_number(source: Source, clean: str) -> Reading:
    text, cell = nw.col(source.column), nw.col(clean)
    digits = text.str.contains(r"^-?(?:0|[1-9][0-9]{0,8})\z")
    good = nw.when(digits).then(text).otherwise(nw.lit(None, nw.String))
    outside = _outside(source, cell)
    bounds = _bounds(source)
    return Reading(
        clean,
        good.cast(nw.Float64),
        (
            (~digits, _quoted(source, text, f" is not {wanted(int)}")),
            (outside, told(source, text, bounds)),
        ),
    )


def _outside(source: Source, cell: nw.Expr) -> nw.Expr:
    return (cell < source.fact.lowest) | (cell > source.fact.highest)


def _bounds(source: Source) -> str:
    return f" is not between {source.fact.lowest} and {source.fact.highest}"


def _name(source: Source, clean: str) -> Reading:
    if source.empty:
        return Reading(clean, nw.lit(None, nw.String))
    cell = nw.col(clean)
    padded = _quoted(source, cell, " has white space at an end")
    nothing = nw.lit(f"{source.path}: '' is empty")
    message = nw.when(cell == nw.lit("")).then(nothing).otherwise(padded)
    return Reading(clean, _text(source), ((cell.str.contains(_BAD_NAME), message),))


def _day(source: Source, clean: str) -> Reading:
    nothing = nw.lit(None, nw.Date)
    if source.empty:
        return Reading(clean, nothing)
    cell = nw.col(source.column)
    if isinstance(source.dtype, nw.String):
        # The bad texts are gone before they reach the parser, which would raise.
        good = nw.when(cell.str.contains(_DAY)).then(cell).otherwise(nw.lit(None, nw.String))
        value = good.str.to_date("%Y-%m-%d")
        message = _quoted(source, cell, " is not a date")
    else:
        day = cell if isinstance(source.dtype, nw.Date) else cell.cast(nw.Date)
        # DuckDB, Polars and Arrow know days outside Python's calendar, DuckDB infinity too.
        first, last = (nw.lit(each).str.to_date("%Y-%m-%d") for each in (_FIRST, _LAST))
        sound = (day >= first) & (day <= last)
        if isinstance(source.dtype, nw.Datetime):
            sound &= cell.dt.truncate("1d") == cell
        value = nw.when(sound).then(day).otherwise(nothing)
        # Libraries write the fraction of a second in ways of their own.
        shown = cell.cast(nw.String).str.slice(0, len("2026-11-22 12:00:00"))
        message = told(source, shown, " is not a date")
    return Reading(clean, value, ((~cell.is_null() & nw.col(clean).is_null(), message),))


def yes_no(test: nw.Expr) -> nw.Expr:
    """The digit of a test: 1 for no, 2 for yes, 0 for null."""
    return nw.when(test).then(nw.lit(2)).when(~test).then(nw.lit(1)).otherwise(nw.lit(0))


def sure(test: nw.Expr) -> nw.Expr:
    """A test with no for null."""
    return nw.when(test).then(nw.lit(value=True)).otherwise(nw.lit(value=False))


def any_of(tests: Sequence[nw.Expr]) -> nw.Expr:
    """Whether a row passes any of the tests: never null."""
    return reduce(or_, map(sure, tests)) if tests else nw.lit(value=False)


def joined(faults: Sequence[Fault]) -> nw.Expr:
    """The messages of all the faults that a row has, joined by `; `."""
    nothing = nw.lit(None, nw.String)
    parts = [nw.when(test).then(text).otherwise(nothing) for test, text in faults]
    if not parts:
        return nothing
    text = nw.concat_str(*parts, separator="; ", ignore_nulls=True)
    for mark, escape in (("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        text = text.str.replace_all(mark, escape, literal=True)
    return text


def mixed_radix(digits: Sequence[tuple[str | int, int]], is_bad: str) -> nw.Expr:
    """The number of a cell, from (digit, radix) pairs of which the first weighs most.

    A digit is a column, or a number where it is the same for every row. The cell of bad rows is
    the one after all others. The number is an Int32, since narrower integers wrap silently.
    """
    total, fixed, terms = 1, 0, list[nw.Expr]()
    for digit, radix in reversed(digits):
        if isinstance(digit, int):
            fixed += digit * total
        else:
            terms.append(nw.col(digit).cast(nw.Int32) * nw.lit(total, nw.Int32))
        total *= radix
    number = nw.lit(fixed, nw.Int32)
    for term in terms:
        number = number + term
    return nw.when(nw.col(is_bad)).then(nw.lit(total, nw.Int32)).otherwise(number)
