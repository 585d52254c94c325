"""A line that is typed below numbered rows, which the arrow keys fill in.

Whatever is typed counts as it does without arrow keys; they only write the number of a row. A mark
stands before the row that the line stands for.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

from ssrules.cli import streams
from ssrules.cli.keys import Key, Keys
from ssrules.errors.telling import escaped
from ssrules.words.wrapping import cells, filled

MARK = ">"
"""What stands before the row that is meant."""
INDENT = 2
LONGEST = 1_000
"""So many characters are taken of a line; no answer is as long."""


def size() -> tuple[int, int]:
    """How many cells wide and how many lines high the terminal is."""
    try:
        found = os.get_terminal_size(sys.stderr.fileno())
    except (OSError, ValueError):
        return 80, 24
    return found.columns or 80, found.lines or 24


class Menu:
    """Numbered rows, a line of help below them, and the line that is typed below both.

    `meant` says which row a text stands for, None where it stands for none.
    """

    def __init__(
        self, rows: Sequence[str], help_: str, *, prompt: str, meant: Callable[[str], int | None]
    ) -> None:
        self._rows = rows
        self._help = help_
        self._prompt = prompt
        self._meant = meant
        self._up: list[int] = []
        self._marked: int | None = None

    def line(self, keys: Keys) -> str | None:
        """The line, when it is ended; None at the end of input."""
        typed = ""
        with keys:
            self._put()
            self._show(typed)
            while (key := keys.read()) is not Key.END:
                if key is Key.ENTER and typed.strip():
                    break
                typed = self._changed(typed, key)
                self._show(typed)
        streams.complain("\n")
        return None if key is Key.END else typed.strip()

    def _put(self) -> None:
        """Write the rows and what stands below them, and note how far up each row begins."""
        width = size()[0] - 1
        lines: list[str] = []
        begins: list[int] = []
        for text in (*self._rows, self._help):
            begins.append(len(lines))
            lines += filled(escaped(text), width, INDENT).split("\n")
        self._up = [len(lines) - begin for begin in begins[:-1]]
        streams.complain("\n".join(lines) + "\n")

    def _changed(self, typed: str, key: Key | str) -> str:
        if key in (Key.UP, Key.DOWN):
            at, last = self._meant(typed), len(self._up) - 1
            if at is None:
                at = 0 if key is Key.DOWN else last
            else:
                at = min(at + 1, last) if key is Key.DOWN else max(at - 1, 0)
            return str(at + 1)
        if key is Key.BACKSPACE:
            return typed[:-1]
        if key is Key.CLEAR:
            return ""
        if isinstance(key, str) and key.isprintable():
            return (typed + key)[:LONGEST]
        return typed

    def _show(self, typed: str) -> None:
        """Write the line anew, as much of its end as has room, and move the mark."""
        columns, lines = size()
        room = columns - cells(self._prompt) - 1
        shown = typed
        while cells(shown) > room:
            shown = shown[1:]
        at = self._meant(typed)
        moved = ""
        if at != self._marked:
            for row, sign in ((self._marked, " "), (at, MARK)):
                if row is not None and self._up[row] < lines:
                    moved += f"\x1b[{self._up[row]}A\r{sign}\x1b[{self._up[row]}B"
            self._marked = at
        streams.complain(f"{moved}\r{self._prompt}{shown}\x1b[K")
