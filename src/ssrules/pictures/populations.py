"""Pictures of a decided population: its statuses, and who moves between two rule books."""

from __future__ import annotations

from typing import Any

import altair as alt
import narwhals as nw

from ssrules.pictures.colours import coloured
from ssrules.tables.book import Book
from ssrules.words.speech import Words

STATUS = "_status"
UNDECIDED = "–"
"""What stands for a row that could not be decided."""


def statuses(frame: Any, book: Book, words: Words) -> alt.Chart:
    """A bar for each part, cut by status."""
    found = _frame(frame)
    values: list[dict[str, Any]] = [
        {
            "part": _title(name, book, words),
            "code": code,
            "answer": words.label(f"status:{code}"),
            "rows": rows,
        }
        for name in found.columns
        if name.endswith(STATUS)
        for code, rows in _counted(found, [name])
    ]
    return (
        alt.Chart(alt.Data(values=values))
        .mark_bar()
        .encode(
            x=alt.X("rows:Q", title=words.label("picture:rows"), stack="zero"),
            y=alt.Y("part:N", title=None, sort=None, axis=alt.Axis(labelLimit=320)),
            color=coloured((each["code"], each["answer"]) for each in values),
            tooltip=["part:N", "answer:N", "rows:Q"],
        )
        .properties(width=360)
    )


def moves(before: Any, after: Any, column: str, words: Words) -> alt.LayerChart:
    """A square for each status before and after, with the number of rows that it holds."""
    old, new = (_frame(each)[column] for each in (before, after))
    if len(old) != len(new):
        raise ValueError(f"{len(old)} rows before and {len(new)} after: decide the same rows")
    field = column.rpartition("_")[2]
    both: dict[tuple[str, str], int] = {}
    for one, other in zip(old.to_list(), new.to_list(), strict=True):
        pair = (one or UNDECIDED, other or UNDECIDED)
        both[pair] = both.get(pair, 0) + 1
    values = [
        {
            "before": words.label(f"{field}:{one}"),
            "after": words.label(f"{field}:{other}"),
            "rows": rows,
            "moved": one != other,
        }
        for (one, other), rows in sorted(both.items())
    ]
    order = [*dict.fromkeys(each[side] for each in values for side in ("before", "after"))]
    places = alt.Chart(alt.Data(values=values)).encode(
        x=alt.X(
            "after:N", sort=order, title=words.label("picture:after"), axis=alt.Axis(labelAngle=0)
        ),
        y=alt.Y("before:N", sort=order, title=words.label("picture:before")),
    )
    squares = places.mark_rect().encode(
        color=alt.Color("moved:N", title=None, legend=None).scale(
            domain=[False, True], range=["#dfe5ec", "#f3c98b"]
        )
    )
    numbers = places.mark_text(color="#1c2128").encode(text="rows:Q")
    return alt.layer(squares, numbers).properties(width=320, height=160)


def _frame(frame: Any) -> nw.DataFrame[Any]:
    found = nw.from_native(frame)
    return found.collect() if isinstance(found, nw.LazyFrame) else found


def _counted(frame: nw.DataFrame[Any], names: list[str]) -> list[tuple[str, int]]:
    counted = frame.group_by(names).agg(nw.len().alias("rows")).sort(names)
    return [(code or UNDECIDED, rows) for code, rows in counted.iter_rows()]


def _title(column: str, book: Book, words: Words) -> str:
    """The words for the part whose status a column holds."""
    for each in book.rule_sets:
        if column == f"{each.name.replace('.', '_')}{STATUS}":
            return words.label(f"part:{each.name}", str(each.title))
    return column
