"""Blocks: rule sets that ask the same inputs and are decided together, by one key."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from ssrules.deciding.axes import Axis
from ssrules.deciding.part_kinds import Finish, Standing
from ssrules.tables.memory import Remembered
from ssrules.tables.rule_sets import RuleSet

if TYPE_CHECKING:
    from ssrules.deciding.cells import Point, Table
    from ssrules.deciding.reading import Key
    from ssrules.deciding.sections import Section

LARGEST_BLOCK = 1 << 16
"""How many points a block may have, and how many things of each kind a machine remembers."""

Told = tuple[Standing, tuple[Any, ...]]
"""The status of a part, and its outputs of which a change is told too."""


@attrs.define(eq=False)
class Entry:
    """What a block knows of one point."""

    point: Point
    """The numbers on the axes of the block."""
    fixed: Mapping[str, Any]
    """The sections that are the same for every case at the point."""
    unfinished: tuple[tuple[str, Finish], ...]
    """The sections in which dates or documents are still to be looked up."""
    told: tuple[Told, ...]
    """For each part of the block what a later day may change."""
    needs: int
    """The mask of the facts that are needed, by their places in the table of facts."""
    later: dict[Point, tuple[str, ...]] = attrs.field(factory=dict)
    """What is told otherwise at the points to which it turns with time, as far as it was asked."""
    next_period: tuple[tuple[datetime.date, tuple[str, ...]] | None] | None = None
    """The first later period that changes anything, in a tuple of its own once that is known."""


@attrs.frozen(eq=False)
class Block:
    """Sections that are decided together, the paths of their parts, and the axes they span."""

    sections: tuple[Section, ...]
    paths: tuple[str, ...]
    changing: tuple[tuple[str, ...], ...]
    """For each path the outputs of which a change is told."""
    axes: tuple[Axis, ...]
    places: Mapping[str, tuple[int, ...]]
    """For each rule set the places of its own axes among them."""
    entries: Remembered[Key, Entry] = attrs.field(factory=lambda: Remembered(LARGEST_BLOCK))


def blocks(
    sections: Iterable[Section],
    tables: Mapping[str, Table],
    adding: Mapping[str, tuple[str, ...]],
) -> Iterator[Block]:
    """Sections joined while they share an axis and their space stays small."""

    def axes_of(rule_sets: Iterable[RuleSet]) -> Iterator[Axis]:
        for rule_set in rule_sets:
            for each in (rule_set.name, *adding[rule_set.name]):
                yield from tables[each].all_axes

    joined: list[tuple[list[Section], list[Axis]]] = []
    for section in sections:
        axes = list(dict.fromkeys(axes_of(section.rule_sets)))
        for names, span in joined:
            both = list(dict.fromkeys((*span, *axes)))
            if set(span) & set(axes) and _points(both) <= LARGEST_BLOCK:
                names.append(section)
                span[:] = both
                break
        else:
            joined.append(([section], axes))
    for names, span in joined:
        rule_sets = [each for section in names for each in section.rule_sets]
        places = {
            each: tuple(map(span.index, tables[each].all_axes))
            for rule_set in rule_sets
            for each in (rule_set.name, *adding[rule_set.name])
        }
        yield Block(
            sections=tuple(names),
            paths=tuple(each.name for each in rule_sets),
            changing=tuple(
                section.kind.change_names(each) for section in names for each in section.rule_sets
            ),
            axes=tuple(span),
            places=places,
        )


def _points(axes: Iterable[Axis]) -> int:
    points = 1
    for axis in axes:
        points *= axis.size + (1 << len(axis.facts)) - 1
    return points
