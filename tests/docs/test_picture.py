"""The pictures of a decision show what is printed."""

from __future__ import annotations

import runpy

import pytest

from tests.docs.pages import DOCS

PICTURE = runpy.run_path(str(DOCS / "picture.py"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_picture_is_what_is_printed_today(language: str) -> None:
    """`python docs/picture.py` draws it anew."""
    kept = (DOCS / "_static" / PICTURE["NAMES"][language]).read_text("utf-8")
    assert PICTURE["drawn"](language) == kept, "draw it anew: python docs/picture.py"
