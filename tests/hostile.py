"""Values that try to break whoever tells of them."""

from __future__ import annotations

from typing import Any, NoReturn


class BadRepr:
    """Something that cannot be written."""

    def __repr__(self) -> NoReturn:
        raise RuntimeError("no")

    __str__ = __repr__


class BadText(str):
    """A text that cannot write itself either."""

    __slots__ = ()

    def __repr__(self) -> NoReturn:
        raise RuntimeError("no")

    __str__ = __repr__
    __format__ = __repr__  # type: ignore[assignment]


BAD_REPR = BadRepr()
BAD_TEXT = BadText("text")
HUGE = 10**6000
"""An integer of more digits than Python writes."""
MARK = "SECRET_7f3a"
"""What must not be found in an error that holds no values."""


def deep(levels: int) -> list[Any]:
    """A list in a list in a list, and so on."""
    found: list[Any] = []
    for _ in range(levels):
        found = [found]
    return found


def called(value: object) -> str:
    """What a test calls such a value."""
    return value[:20] if type(value) is str else type(value).__name__
