"""Tables made small say the same as before."""

from __future__ import annotations

import itertools
import math

import pytest

from ssrules.frames.minimal import LARGEST_DIGIT, minimised


@pytest.mark.parametrize(("alike", "together"), [(2, False), (4, True), (400, False)])
def test_every_cell_says_the_same(alike: int, together: bool) -> None:
    """Places are taken together where their digit stays small enough for every database."""
    radices = (20, 3, 20, 2)
    points = list(itertools.product(*map(range, radices)))
    cells = tuple(f"{(a * 20 + b) // alike} {last}" for a, _, b, last in points)
    found = minimised(radices, [(0, 2)], {"told": cells})
    assert any(term.classes for term in found.terms) is together
    assert all(term.size <= LARGEST_DIGIT + 1 for term in found.terms)
    assert len(found.columns["told"]) == math.prod(term.size for term in found.terms)
    for point, cell in zip(points, cells, strict=True):
        number = 0
        for term in found.terms:
            digit = 0
            for at, radix in zip(term.places, term.radices, strict=True):
                digit = digit * radix + point[at]
            number = number * term.size + (term.classes[digit] if term.classes else digit)
        assert found.columns["told"][number] == cell
