"""What a command writes where it is told to: all of it or nothing."""

from __future__ import annotations

import sys

from ssrules.file_error import STREAM
from ssrules.placing import placed


def write(name: str, text: str) -> None:
    """Write a text to a file, or for `-` to standard output. Raises `FileError`."""
    if name == STREAM:
        sys.stdout.write(text)
        return
    with placed(name) as file:
        file.write(text.encode())
