"""How wide a text is in a terminal."""

from __future__ import annotations

import unicodedata


def columns(line: str) -> int:
    """The columns that a line takes: two for each wide character."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in line)
