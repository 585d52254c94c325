"""What the columns of a frame hold, told by the types of its library as Narwhals sees them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import narwhals as nw

from ssrules.frames.columns import Holds, Type

HOLDS: Mapping[type[nw.dtypes.DType], Holds] = {
    nw.String: Holds.TEXT,
    nw.Categorical: Holds.CATEGORIES,
    nw.Enum: Holds.CATEGORIES,
    nw.Boolean: Holds.TRUTH,
    nw.Date: Holds.DAY,
    nw.Unknown: Holds.NOTHING,
}


def types(schema: Mapping[str, nw.dtypes.DType]) -> dict[str, Type]:
    """The type of each column."""
    return {name: _type(dtype) for name, dtype in schema.items()}


def _type(dtype: Any) -> Type:
    told = str(dtype)
    for each, holds in HOLDS.items():
        if isinstance(dtype, each):
            listed = tuple(dtype.categories) if isinstance(dtype, nw.Enum) else None
            return Type(holds, told, listed)
    if isinstance(dtype, nw.Datetime):
        return Type(Holds.MOMENT if dtype.time_zone is None else Holds.ZONED, told)
    if dtype.is_integer():
        return Type(Holds.WHOLE, told)
    return Type(Holds.NUMBER if dtype.is_numeric() else Holds.OTHER, told)
