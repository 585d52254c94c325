"""The layers of a query, without what nothing rests on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from ssrules.exporting.expressions import Sql
from ssrules.exporting.language import InSql


@attrs.frozen
class Layer:
    """A step: the columns that it makes, and those that it keeps of the layer below, as quoted.

    `is_names` says that what it makes are other names of columns alone.
    """

    step: str
    kept: tuple[str, ...]
    made: Mapping[str, Sql]
    is_names: bool


def layers(of: InSql, wanted: Sequence[str]) -> list[Layer]:
    """The layers that the wanted columns rest on, the lowest first."""
    quoted = of.dialect.quoted
    names = {quoted(name): None for name in (*wanted, *of.asked)}
    needed = {quoted(name) for name in wanted}
    found: list[Layer] = []
    for step, columns in reversed(of.layers.items()):
        made = {name: each for name, each in columns.items() if quoted(name) in needed}
        if not made:
            continue
        kept = needed - set(map(quoted, made))
        needed = kept.union(*(_asked(each.words, names) for each in made.values()))
        is_names = all(each.words in names for each in made.values())
        found.append(Layer(step, tuple(each for each in names if each in kept), made, is_names))
    return found[::-1]


def _asked(words: str, names: Mapping[str, None]) -> set[str]:
    """The names that stand in an expression; such as stand in its texts alone do no harm."""
    plain = set(re.findall(r"\w+", words))
    return {each for each in names if each in plain or (not each.isidentifier() and each in words)}
