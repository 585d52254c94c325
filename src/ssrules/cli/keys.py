"""Keys as they are pressed in a terminal, and the terminal as it was before when that is over."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Callable
from enum import Enum
from typing import Protocol

ESCAPE = "\x1b"
OFTEN = 0.25
"""So many seconds a key is waited for before it is asked again whether to go on waiting."""
SOON = 0.05
"""So many seconds the rest of a key may take that is sent as several characters."""
LONGEST_KEY = 8
"""So many characters a key is at most."""


class Key(Enum):
    """A key that is no character."""

    UP = "up"
    DOWN = "down"
    ENTER = "enter"
    BACKSPACE = "backspace"
    CLEAR = "clear"
    END = "end"
    OTHER = "other"


CHARACTERS = {
    "\r": Key.ENTER,
    "\n": Key.ENTER,
    "\x7f": Key.BACKSPACE,
    "\x08": Key.BACKSPACE,
    "\x15": Key.CLEAR,
    "\x04": Key.END,
    "": Key.END,
}
SEQUENCES = {"[A": Key.UP, "[B": Key.DOWN, "OA": Key.UP, "OB": Key.DOWN}
"""What follows an escape for some keys, in both of a terminal's modes."""


class Keys(Protocol):
    """Gives keys while it is entered; the terminal is as before when it is left."""

    def __enter__(self) -> Keys: ...
    def __exit__(self, *_: object) -> None: ...
    def read(self) -> Key | str:
        """The next key, or the character typed. Raises `KeyboardInterrupt` for Ctrl-C."""


def keys(check: Callable[[], None] = lambda: None) -> Keys | None:
    """The keys of the terminal; None where none is there, or it cannot give them one by one.

    `check` is called now and then while a key is waited for, and raises what shall end that.
    """
    for stream in (sys.stdin, sys.stderr):
        try:
            if not stream.isatty():
                return None
        except (AttributeError, ValueError):  # there is none, or it is closed
            return None
    return _keys(check)


if sys.platform == "win32":

    class _WindowsKeys:
        """The keys of a console of Windows."""

        ARROWS = {"H": Key.UP, "P": Key.DOWN}  # noqa: RUF012

        def __enter__(self) -> Keys:
            return self

        def __exit__(self, *_: object) -> None: ...

        def read(self) -> Key | str:
            """The next key."""
            import msvcrt

            found = msvcrt.getwch()
            if found == "\x03":
                raise KeyboardInterrupt
            if found in ("\x00", "\xe0"):
                return self.ARROWS.get(msvcrt.getwch(), Key.OTHER)
            return Key.END if found == "\x1a" else CHARACTERS.get(found, found)

    def _keys(_: Callable[[], None]) -> Keys | None:
        return _WindowsKeys() if _takes_sequences() else None

    def _takes_sequences() -> bool:
        """Have the console take sequences that move the cursor; whether it does."""
        import ctypes

        console = ctypes.windll.kernel32
        handle = console.GetStdHandle(-12)  # standard error
        mode = ctypes.c_ulong()
        if not console.GetConsoleMode(handle, ctypes.byref(mode)):
            return False
        return bool(console.SetConsoleMode(handle, mode.value | 4))

else:

    def _keys(check: Callable[[], None]) -> Keys | None:
        if os.environ.get("TERM", "dumb") in ("", "dumb"):
            return None
        try:
            import termios
        except ImportError:
            return None
        try:
            termios.tcgetattr(sys.stdin.fileno())
        except (OSError, ValueError, termios.error):
            return None
        return _TerminalKeys(sys.stdin.fileno(), check)

    class _TerminalKeys:
        """The keys of a terminal of POSIX: unechoed, one by one, Ctrl-C still being one."""

        def __init__(self, number: int, check: Callable[[], None]) -> None:
            import termios

            self._number = number
            self._check = check
            self._before = termios.tcgetattr(number)
            self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

        def __enter__(self) -> Keys:
            import termios

            self._before = termios.tcgetattr(self._number)
            mode = termios.tcgetattr(self._number)
            mode[3] &= ~(termios.ECHO | termios.ICANON)
            mode[6][termios.VMIN], mode[6][termios.VTIME] = 1, 0
            # stopped in the middle, it would leave the terminal as it is now to whatever comes next
            never = os.fpathconf(self._number, "PC_VDISABLE")
            mode[6][termios.VSUSP] = bytes([never]) if never >= 0 else b"\0"
            termios.tcsetattr(self._number, termios.TCSADRAIN, mode)
            return self

        def __exit__(self, *_: object) -> None:
            import termios

            termios.tcsetattr(self._number, termios.TCSADRAIN, self._before)

        def read(self) -> Key | str:
            """The next key. Raises what the check raises, also where that came before."""
            while not self._comes(OFTEN):
                self._check()
            found = self._character()
            if found != ESCAPE:
                return CHARACTERS.get(found, found)
            sequence = ""
            while self._comes(SOON) and len(sequence) < LONGEST_KEY:
                more = self._character()
                sequence += more
                if not more or (len(sequence) > 1 and (more.isalpha() or more == "~")):
                    break
            return SEQUENCES.get(sequence, Key.OTHER)

        def _character(self) -> str:
            """One character, of however many bytes; "" at the end of input."""
            while True:
                try:
                    byte = os.read(self._number, 1)
                except OSError:  # the terminal is gone
                    byte = b""
                found = self._decoder.decode(byte, final=not byte)
                if found or not byte:
                    return found

        def _comes(self, within: float) -> bool:
            """Whether more has come, or does so within these seconds."""
            import select

            try:
                return bool(select.select([self._number], [], [], within)[0])
            except (OSError, ValueError):  # the terminal is gone, which the reading finds
                return True
