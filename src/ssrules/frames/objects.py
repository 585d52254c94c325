"""The columns of a pandas frame in Arrow, those of objects of mixed types sorted out.

Older types of pandas have no null: there `null == 'a'` is false. Arrow has.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from ssrules.frames.columns import Columns
from ssrules.late import door
from ssrules.records.kinds import Kind, members

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    import pyarrow as pa

    Objects: TypeAlias = np.ndarray[Any, np.dtype[np.object_]]
    Places: TypeAlias = np.ndarray[Any, np.dtype[np.intp]]

SAMPLE = 1 << 12
"""How many cells are looked at to tell whether the same objects stand in many."""


def arrow_columns(
    frame: pd.DataFrame, known: Columns, facts: Sequence[str], prefix: str
) -> tuple[pa.Table, Mapping[str, str]]:
    """The columns of facts as an Arrow table, and those with cells of no fitting type.

    For such a column the second answer names another one, which holds how those cells are written
    in Python; in the column itself they are null. Only a column of objects of several types is
    read object by object. The index is left out.
    """
    with door:
        import pyarrow as pa

    columns: dict[str, pa.Array | pa.ChunkedArray] = {}
    strange: dict[str, str] = {}
    for at, column in enumerate(facts):
        cells = frame[column]
        try:
            found = _one_type(cells)
        except (TypeError, ValueError, OverflowError, pa.ArrowException):
            found, wrong = _sort_out(cells.astype(object), known.by_name[column].kind)
            if wrong.null_count < len(wrong):
                strange[column] = f"{prefix}strange_{at}"
                columns[strange[column]] = wrong
        if found.null_count == len(found):
            found = pa.nulls(len(found))
        columns[column] = found
    if not columns:
        # A table of no columns has no rows.
        columns[f"{prefix}row"] = pa.nulls(len(frame))
    return pa.table(columns), strange


def _one_type(cells: pd.Series[Any]) -> pa.Array:
    # Arrow would cut a datetime among dates down to its day, so the types are looked at first.
    with door:
        import pandas as pd
        import pyarrow as pa

    if cells.dtype != object:
        found = pa.array(cells, from_pandas=True)
        if pa.types.is_dictionary(found.type):
            value = found.type.value_type
            if pa.types.is_nested(value) or isinstance(value, pa.BaseExtensionType):
                raise TypeError("categories of several parts")
        return found
    objects, places = _each_once(cells)
    nulls = {type(None), float, type(pd.NaT), type(pd.NA)}
    if len(kinds := set(map(type, objects)) - nulls) > 1:
        raise TypeError(f"objects of {len(kinds)} types")
    return _at(places, pa.array(objects, from_pandas=True))


def _each_once(cells: pd.Series[Any]) -> tuple[Objects, Places | None]:
    """The objects of a column, and for each cell the place of its own among them.

    An object that stands in many cells, as True and None always do, is there once. Where hardly
    any does, the objects are those of the cells, and None is said of the places.
    """
    with door:
        import numpy as np
        import pandas as pd

    objects = np.ascontiguousarray(cells.to_numpy())
    if not len(objects):
        return objects, None
    # An array of objects is one of their addresses: what is at the same one is the same object.
    addresses = np.frombuffer(objects, np.intp)
    if len(pd.unique(addresses[:SAMPLE])) > SAMPLE // 2:
        return objects, None
    places, once = pd.factorize(addresses)
    cell_of = np.empty(len(once), np.intp)
    cell_of[places] = np.arange(len(places))
    return objects[cell_of], places


def _at(places: Places | None, cells: pa.Array) -> pa.Array:
    return cells if places is None else cells.take(places)


def _sort_out(cells: pd.Series[Any], kind: Kind) -> tuple[pa.Array, pa.Array]:
    with door:
        import pandas as pd
        import pyarrow as pa

    good: list[object] = []
    wrong: list[str | None] = []
    objects, places = _each_once(cells)
    for cell in objects:
        null = cell is None or cell is pd.NA or cell is pd.NaT or _is_nan(cell)
        value = None if null else _fitting(cell, kind)
        good.append(value)
        wrong.append(None if null or value is not None else _shown(cell))
    return _at(places, pa.array(good)), _at(places, pa.array(wrong, pa.string()))


def _is_nan(cell: object) -> bool:
    """Whether a number is none; a signalling NaN of a Decimal would raise if it were compared."""
    return isinstance(cell, float) and cell != cell


def _sound(text: str) -> bool:
    """Whether a text can be written at all: half of a surrogate pair cannot."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _fitting(cell: Any, kind: Kind) -> object:
    """The cell as the column's one type, None where it is of no fitting type."""
    if type(cell).__module__ == "numpy" and cell.ndim == 0:
        cell = cell.item()
    if kind is bool:
        return cell if type(cell) is bool else None
    if kind is int:
        fits = (type(cell) is int and abs(cell) < 1 << 53) or type(cell) is float
        return float(cell) if fits else None
    if kind is str:
        return cell if type(cell) is str and _sound(cell) else None
    if members(kind):
        is_text = type(cell) is str or type(cell) is kind
        return str(cell) if is_text and _sound(str(cell)) else None
    if isinstance(cell, datetime.datetime):
        midnight = cell.tzinfo is None and cell.time() == datetime.time.min
        return cell.date().isoformat() if midnight else None
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return cell if type(cell) is str and _sound(cell) else None


def _shown(cell: object) -> str:
    text = f"'{cell}'" if isinstance(cell, str) else repr(cell)
    return text.encode("utf-8", "backslashreplace").decode()
