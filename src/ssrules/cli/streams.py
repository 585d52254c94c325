"""The standard streams of a command: closed, full, or unable to write a character."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from typing import BinaryIO, TextIO


class Closed(io.TextIOBase):
    """Stands where a process was started without standard output, and refuses to be written to."""

    def writable(self) -> bool:
        """It seems to be."""
        return True

    def write(self, _: str) -> int:
        """Refuse."""
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """What rich asks for before it writes."""
        return "utf-8"


def prepare() -> None:
    """Have a stream that lacks a character write its escape instead, and a closed one say so."""
    if sys.stdout is None:
        sys.stdout = Closed()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def forget(stream: TextIO) -> None:
    """Keep the interpreter from writing once more, as it ends, to what cannot be written."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def complain(text: str) -> None:
    """Write to standard error, if there is one that takes it."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError):
        forget(sys.stderr)


def standard_input() -> BinaryIO:
    """Standard input as bytes. Raises `OSError` where the process was started without one."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer


def write(data: bytes) -> None:
    """Write to standard output as it is, in no encoding but its own, and at once."""
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:  # a stream of text that somebody put there
        sys.stdout.write(data.decode("utf-8"))
    else:
        binary.write(data)
    sys.stdout.flush()
