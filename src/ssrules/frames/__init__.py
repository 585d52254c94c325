"""Decide a population: a data frame with a row a case, answered as `decide` answers each one.

Nothing here imports a data frame library before a frame is given.
"""

from __future__ import annotations

import datetime
import importlib.util
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from ssrules.errors import MissingExtraError
from ssrules.frames.cases import case_of, column_names, columns_of
from ssrules.late import door
from ssrules.rulebook import RuleBook

if TYPE_CHECKING:
    from ssrules.frames.affected import RowsAffected

__all__ = ["case_of", "column_names", "columns_of", "decide_frame", "rows_affected"]

Frame = TypeVar("Frame")


def decide_frame(
    frame: Frame,
    rulebook: RuleBook | None = None,
    *,
    as_of: datetime.date | str | None = None,
    because: bool = False,
    texts: Literal["text", "enum"] = "text",
    with_: str | Iterable[str] = (),
) -> Frame:
    """A frame of the same kind, with the decision on each row appended.

    `frame` is a Polars DataFrame or LazyFrame, a pandas DataFrame, a PyArrow Table, a DuckDB
    relation or a PySpark DataFrame. A fact's column is its path with `_` for `.`. `as_of`, a date
    or text written YYYY-MM-DD, is for frames without a column of that name. With `because` each
    status is followed by the ids of its rules, joined by `;`.

    `with_` names further columns: `needs` (the facts that still matter, for each part and for
    all), `documents` (those missing and unconfirmed of each part that lists some), both joined by
    `;`, `days_left` (of each part with a deadline, negative when it is past), `next_change` (the
    next day on which something changes, every fact staying as it is).

    With `texts="enum"` the decision columns of Polars are `Enum`, of DuckDB `ENUM`, of pandas
    categories and of PyArrow dictionaries, of the texts that they may hold; Spark has text.

    A row that would be a `FactError` has its faults in the column `fact_error`. Raises
    `FrameError` for a column that cannot be read, `FrameKindError` for anything but such a frame,
    `FactError` for an `as_of` that is no date, `UnknownNameError` for another name in `with_`,
    `ValueError` for other `texts`, and `MissingExtraError` without Narwhals.
    """
    _need_narwhals("decide_frame")
    with door:
        from ssrules.frames.running import decided

    if texts not in ("text", "enum"):
        raise ValueError(f"texts is {texts!r}, but must be 'text' or 'enum'")
    book = rulebook or RuleBook.default()
    answered: Frame = decided(frame, book, as_of, because, with_=with_, enum=texts == "enum")
    return answered


def rows_affected(
    before: RuleBook,
    after: RuleBook,
    frame: Any,
    *,
    as_of: datetime.date | str | None = None,
) -> RowsAffected:
    """How many rows two rule books decide differently, and how many in each decision column.

    `.rows` is the number of rows that differ anywhere, reasons and faults included, and `.columns`
    tells of each column that differs in how many: a deadline that moves for all hides nothing.

    `frame` is any that `decide_frame` takes; a lazy one is run. Raises as `decide_frame` does.
    """
    _need_narwhals("rows_affected")
    with door:
        from ssrules.frames.affected import count

    return count(before, after, frame, as_of)


def _need_narwhals(asked: str) -> None:
    if importlib.util.find_spec("narwhals") is None:
        raise MissingExtraError("frames", asked)
