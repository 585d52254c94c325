"""What the reader refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.js.books import LIBRARY
from tests.js.node import run

REFUSING = Path(__file__).parent / "refusing.mjs"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"format_version": 2}, "format version 2 cannot be read, only 1: export it again"),
        ({"format_version": None}, "format version null cannot be read"),
        ({"format": "other"}, "no compiled rule book: its format is not ssrules-compiled"),
    ],
)
def test_another_format_is_refused_with_the_reason(changed: dict[str, object], told: str) -> None:
    """Another format, and another version of it."""
    given = LIBRARY.compiled() | changed
    assert told in run(REFUSING, json.dumps(given))
