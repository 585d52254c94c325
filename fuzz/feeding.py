"""What every target does with the bytes that it is fed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

import atheris

MOST_TOLD = 200_000
"""An error's text is shorter than this, whatever the input."""


def feed(read: Callable[[bytes], object]) -> None:
    """Fuzz a function that may raise errors of ours and no others."""
    from ssrules.errors import SsrulesError

    def one(data: bytes) -> None:
        try:
            read(data)
        except SsrulesError as error:
            check(error)

    def check(error: SsrulesError) -> None:
        for told in (str(error), error.told("zh"), repr(error)):
            told.encode("utf-8")
            assert 0 < len(told) < MOST_TOLD
            assert "\x1b" not in told
        json.dumps(error.to_dict(), allow_nan=False)

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
