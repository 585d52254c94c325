"""A command in a terminal of its own: its keys, what it writes there, and the terminal after it."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import termios
import time
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.cli.processes import command, environment

PATIENCE = 60
"""So many seconds a command may take to write something."""
KEYS = {"up": b"\x1b[A", "down": b"\x1b[B", "enter": b"\r", "ctrl-c": b"\x03", "ctrl-d": b"\x04"}


class Terminal:
    """A command with standard input and standard error in a terminal, and its output in a pipe."""

    def __init__(self, *arguments: str | Path, **variables: str) -> None:
        self._ours, self._theirs = os.openpty()
        self.before = self.mode
        self.process = subprocess.Popen(
            command(*arguments),
            stdin=self._theirs,
            stderr=self._theirs,
            stdout=subprocess.PIPE,
            env=environment(**{"TERM": "xterm", **variables}),
            start_new_session=True,
            preexec_fn=lambda: _take(self._theirs),
        )
        self.written = ""

    @property
    def mode(self) -> list[Any]:
        """How the terminal is set."""
        return termios.tcgetattr(self._theirs)

    def press(self, *keys: str) -> None:
        """Press keys by their names, or type texts."""
        for key in keys:
            os.write(self._ours, KEYS.get(key) or key.encode())

    def until(self, text: str) -> str:
        """What has been written since the last call, as far as the text, which has to come."""
        end = time.monotonic() + PATIENCE
        while text not in self.written:
            assert time.monotonic() < end, f"{text!r} did not come: {self.written!r}"
            if select.select([self._ours], [], [], 0.1)[0]:
                self.written += os.read(self._ours, 4096).decode()
        told, _, rest = self.written.partition(text)
        self.written = rest
        return told + text

    def ended(self) -> tuple[str, int]:
        """What stands on standard output, and the exit status."""
        out, _ = self.process.communicate(timeout=PATIENCE)
        return out.decode(), self.process.returncode

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()
        os.close(self._ours)
        os.close(self._theirs)


def _take(number: int) -> None:
    """Make a terminal that of the process itself, so that Ctrl-C in it is a signal.

    Who runs the tests may ignore the signal, as a shell has its jobs in the background do.
    """
    import fcntl

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    fcntl.ioctl(number, termios.TIOCSCTTY, 0)
