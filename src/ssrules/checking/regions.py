"""Cells told as few boxes, so that many of them can be read in few words."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

Box = tuple[frozenset[int], ...]
"""For each dimension the positions that it covers; it stands for every combination of them."""


def boxes(cells: Iterable[tuple[int, ...]]) -> tuple[Box, ...]:
    """Boxes that together cover exactly the cells.

    Each is as large as it can be, so they may overlap; they are few, though not always the fewest.
    """
    allowed = dict.fromkeys(cells)
    spans = [sorted(set(positions)) for positions in zip(*allowed, strict=True)]
    left = dict(allowed)
    found: list[Box] = []
    while left:
        box = tuple(frozenset({at}) for at in next(iter(left)))
        for dimension, span in enumerate(spans):
            wider = box[dimension].union(
                at for at in span if _all_in(allowed, box, dimension, frozenset({at}))
            )
            box = (*box[:dimension], wider, *box[dimension + 1 :])
        found.append(box)
        for cell in itertools.product(*box):
            left.pop(cell, None)
    return tuple(found)


def _all_in(
    allowed: dict[tuple[int, ...], None], box: Box, dimension: int, positions: frozenset[int]
) -> bool:
    moved = (*box[:dimension], positions, *box[dimension + 1 :])
    return all(cell in allowed for cell in itertools.product(*moved))
