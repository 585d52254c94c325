"""The decision columns by NumPy from pandas columns of any type, as text or as categories."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from benchmarks.populations import by_numpy
from benchmarks.populations.by_numpy import Array, Made
from ssrules.facts import FACTS


class Words:
    """A column of words, an unknown one being empty, compared the way pandas does."""

    def __init__(self, column: pd.Series) -> None:
        self.column = column.fillna("")

    def __eq__(self, other: object) -> Any:
        return (self.column == _column(other)).to_numpy(dtype=bool)

    def __ne__(self, other: object) -> Any:
        return (self.column != _column(other)).to_numpy(dtype=bool)

    __hash__ = None  # type: ignore[assignment]


def _column(other: object) -> object:
    return other.column if isinstance(other, Words) else other


def categories(at: Array, words: Sequence[str]) -> pd.Categorical:
    """Categories of the words."""
    once = list(dict.fromkeys(words))
    places = np.array([once.index(word) for word in words], np.int8)
    return pd.Categorical.from_codes(places[at], once)


def by_hand(frame: pd.DataFrame, made: Made = by_numpy.texts) -> pd.DataFrame:
    """The frame with its decision columns; an empty text stands for none."""
    columns: dict[str, Any] = {}
    for fact in FACTS:
        name = fact.path.replace(".", "_")
        if name not in frame:
            continue
        column = frame[name]
        if fact.kind is bool:
            flags = column.map({True: 1, False: 0}) if column.dtype == object else column
            columns[name] = flags.astype("Int8").fillna(-1).to_numpy(dtype=np.int8)
        elif fact.kind is int:
            columns[name] = column.fillna(-1).to_numpy(dtype=float)
        elif fact.kind is datetime.date:
            columns[name] = pd.to_datetime(column).to_numpy().astype("datetime64[D]")
        else:
            columns[name] = Words(column)
    return frame.assign(**by_numpy.by_hand(columns, made))
