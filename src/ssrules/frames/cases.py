"""From a row of a frame to a case, and from cases to the columns of a frame.

Nothing here needs a data frame library: a row is a mapping, as `frame.row(0, named=True)` of
Polars or `frame.iloc[0]` of pandas gives one, and columns are lists, of which each makes a frame.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any

from ssrules.errors import FactError, Fault, FrameError
from ssrules.frames.columns import AS_OF, Columns, check_names, column_of
from ssrules.records.fields import Fact
from ssrules.rulebook import RuleBook


def column_names(rulebook: RuleBook | None = None) -> dict[str, str]:
    """The column of each fact of a rule book, by the fact's path."""
    book = rulebook or RuleBook.default()
    return {path: column_of(path) for path in book.table.paths}


def case_of(
    row: Mapping[str, Any],
    rulebook: RuleBook | None = None,
    *,
    as_of: datetime.date | str | None = None,
) -> Any:
    """The case that a row of a frame tells, its cells by the names of their columns.

    A column that is no fact is passed by. A null cell (None, NaN, NaT, NA) is an explicit null, an
    absent column an absent key; a timestamp at midnight without a time zone is a date, and 41.0 is
    41. `as_of` is for rows without a column of that name.

    Raises `FrameError` for a column that is a misspelt fact, or a day that is given twice or not at
    all, and `FactError`, by the paths of the facts, for cells that no case may have.
    """
    book = rulebook or RuleBook.default()
    columns = Columns(book.table)
    day = () if as_of is None else (AS_OF,)
    check_names(columns, tuple(row.keys()), (), unique=True, given=day)
    if (AS_OF in row) == (as_of is not None):
        raise FrameError.of(AS_OF, "no_day" if as_of is None else "column_and_argument")
    given = {} if as_of is None else {AS_OF: as_of}
    cells = {
        fact.path: _cell(row[name], fact) for name, fact in columns.by_name.items() if name in row
    }
    return book.facts.from_paths({**given, **cells})


def columns_of(cases: Iterable[Any], rulebook: RuleBook | None = None) -> dict[str, list[Any]]:
    """The columns of a frame with a row a case, from which every data frame library makes one.

    Dates are `datetime.date`s, words plain strings, unknown facts None. A fact that has its default
    in every case has no column. Raises `FactError` for what is no case.
    """
    book = rulebook or RuleBook.default()
    known = [_taken(case, book) for case in cases]
    found: dict[str, list[Any]] = {}
    for fact in book.table:
        values = [attrgetter(fact.path)(case) for case in known]
        if fact.required or any(value != fact.default for value in values):
            found[column_of(fact.path)] = [
                str(value) if isinstance(value, str) else value for value in values
            ]
    return found


def _taken(case: Any, book: RuleBook) -> Any:
    if isinstance(case, Mapping):
        raise FactError([Fault.of("case", case, "not_a_case", cls=book.facts.__name__)])
    return book.case(case)


def _cell(value: Any, fact: Fact) -> Any:
    """A cell as a fact is told of: null as None, numbers and days as Python's own."""
    if type(value).__module__.partition(".")[0] == "numpy" and hasattr(value, "item"):
        found = value.item()
        if fact.kind is datetime.date and isinstance(found, int):  # nanoseconds, no Python type
            day, _, time = str(value).partition("T")
            found = str(value) if time.strip("0:.") else day
        value = found
    if _is_null(value):
        return None
    if fact.kind is int and isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, datetime.datetime) and value.tzinfo is None:
        return value.date() if value.time() == datetime.time.min else value
    return value


def _is_null(value: Any) -> bool:
    """Whether a cell is null: NaN and NaT differ from themselves, and NA knows no answer."""
    if value is None:
        return True
    if type(value).__name__ in ("NAType", "NaTType"):
        return True
    return isinstance(value, float) and value != value  # which NaN alone does
