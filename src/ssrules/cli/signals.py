"""Signals that end a process, raised so that what is half written is taken away."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator

ENDING = ("SIGTERM", "SIGHUP")
"""SIGINT is raised by Python itself; a signal that is ignored (as by nohup) stays so."""


class Ended(BaseException):
    """Raised in place of a signal that ends a process, so that it leaves nothing half done."""

    def __init__(self, number: int) -> None:
        self.signal = number
        super().__init__(number)


@contextlib.contextmanager
def raised() -> Iterator[None]:
    """Raise `Ended` where one of these signals comes, until the block is left."""

    def end(number: int, _: object) -> None:
        raise Ended(number)

    before = {}
    for name in ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            with contextlib.suppress(ValueError):  # outside the main thread there is nothing to do
                before[number] = signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
