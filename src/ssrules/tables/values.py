"""The values of parameters, and the days on which they come into force."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from ssrules.errors import ParameterError, nearest_names
from ssrules.records.frozen import FrozenDict
from ssrules.tables.parameters import Parameter

Number = int | bool
Timeline = tuple[tuple[datetime.date | None, Number], ...]
"""A parameter's values, each with the first day it is in force, None for "from the beginning"."""


def as_timelines(values: Mapping[str, Timeline]) -> Mapping[str, Timeline]:
    """Timelines by name, frozen, without entries that repeat the value before them."""
    return FrozenDict({name: without_repeats(timeline) for name, timeline in values.items()})


def without_repeats(timeline: Timeline) -> Timeline:
    """A timeline without the entries that repeat the value before them: equal for equal values."""
    kept: list[tuple[datetime.date | None, Number]] = []
    for start, value in timeline:
        if not kept or value != kept[-1][1] or type(value) is not type(kept[-1][1]):
            kept.append((start, value))
    return tuple(kept)


def check_value(parameter: Parameter, value: object) -> None:
    """Raise `ParameterError` for a value that the parameter does not allow."""
    wanted = type(parameter.default)
    if not isinstance(value, int) or type(value) is not wanted:
        unit = None if wanted is bool else parameter.unit
        raise ParameterError.of(parameter.name, value, "not_a_value", unit=unit)
    if wanted is int and value < parameter.lowest:
        data = {"limit": parameter.lowest, "unit": parameter.unit}
        raise ParameterError.of(parameter.name, value, "below", **data)
    if wanted is int and parameter.highest is not None and value > parameter.highest:
        data = {"limit": parameter.highest, "unit": parameter.unit}
        raise ParameterError.of(parameter.name, value, "above", **data)


def check_timeline(parameter: Parameter, timeline: Timeline) -> None:
    """Raise `ParameterError` for a wrong value, or unless one is in force on every day."""
    starts = [start for start, _ in timeline]
    dates = [start for start in starts if start is not None]
    if starts[:1] != [None] or len(dates) != len(starts) - 1 or dates != sorted(set(dates)):
        raise ParameterError.of(parameter.name, timeline, "days_ascend")
    for _, value in timeline:
        check_value(parameter, value)


def unknown_parameter(name: str, value: object, known: Mapping[str, Parameter]) -> ParameterError:
    """The error of a parameter that does not exist, with the nearest that do."""
    near = nearest_names(name, known)
    return ParameterError.of(name, value, "no_parameter", near=near, known=tuple(known))
