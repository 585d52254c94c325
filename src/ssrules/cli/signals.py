"""Signals that end a process, raised so that what is half written is taken away."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Callable, Iterator
from typing import Any

ENDING = ("SIGINT", "SIGTERM", "SIGHUP")
"""One that is ignored (as by nohup), or that somebody handles, stays so."""
UNHANDLED = (signal.SIG_DFL, signal.default_int_handler)


class Ended(BaseException):
    """Raised in place of a signal that ends a process, so that it leaves nothing half done."""

    def __init__(self, number: int) -> None:
        self.signal = number
        super().__init__(number)


@contextlib.contextmanager
def raised() -> Iterator[Callable[[], None]]:
    """Raise `Ended` where one of these signals comes, and at the latest as the block is left.

    A signal may come where nothing can be raised: Python drops what is raised while an object is
    deleted or a module's lock is given back, and C code may drop it or make another error of it.
    So what came is kept. The function that is given raises it once more: a block that takes long
    calls it now and then. Nothing is told of what was dropped.
    """
    came: list[int] = []

    def end(number: int, _: object) -> None:
        came.append(number)
        raise Ended(number)

    def check() -> None:
        if came:
            raise Ended(came[0])

    def told(dropped: Any) -> None:
        if not isinstance(dropped.exc_value, Ended):
            hook(dropped)

    before = {}
    hook = sys.unraisablehook
    try:
        sys.unraisablehook = told
        for name in ENDING:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) in UNHANDLED:
                with contextlib.suppress(ValueError):  # only the main thread can handle signals
                    before[number] = signal.getsignal(number)
                    signal.signal(number, end)
        try:
            yield check
        except Exception:
            check()  # what went wrong may be what became of it
            raise
        check()
    finally:
        for number, handler in before.items():
            with contextlib.suppress(ValueError):
                signal.signal(number, handler)
        sys.unraisablehook = hook
