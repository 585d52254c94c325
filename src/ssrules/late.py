"""The door through which everything passes that is imported late, and that a fork waits at.

A process that forks while another of its threads imports something leaves its child with the lock
of an import that nobody there ends: the child waits for ever as soon as it wants the same module.
So every import inside a function stands in `with door:`, and a fork waits until nobody is inside.

Threads never wait for one another here, only for a fork, and a fork never waits for long.
"""

from __future__ import annotations

import os
import time
from _thread import allocate_lock, get_ident  # `threading` would be one more module to import

LONGEST = 30.0
"""So many seconds a fork waits at most, whatever goes on inside."""
GLANCE = 0.001
"""So many seconds pass between two looks at whether somebody is still inside."""


class Door:
    """Knows which threads are importing, and holds them up while their process forks."""

    __slots__ = ("_held", "_inside", "_lock")

    def __init__(self) -> None:
        self._lock = allocate_lock()
        self._inside: dict[int, int] = {}
        self._held = 0

    def __enter__(self) -> None:
        me = get_ident()
        with self._lock:
            self._inside[me] = self._inside.get(me, 0) + 1

    def __exit__(self, *_: object) -> None:
        me = get_ident()
        with self._lock:
            left = self._inside.pop(me, 1) - 1
            if left:
                self._inside[me] = left

    def is_open(self) -> bool:
        """Whether the thread that asks is inside."""
        return get_ident() in self._inside

    def shut(self) -> None:
        """Wait until no other thread is inside, and let none in from then on."""
        end = time.monotonic() + LONGEST
        me = get_ident()
        self._lock.acquire()
        # a thread that forks in the middle of an import of its own must not be waited for
        held = self._inside.pop(me, 0)
        while self._inside:
            if time.monotonic() > end:
                self._inside.clear()
                break
            self._lock.release()
            time.sleep(GLANCE)
            self._lock.acquire()
        self._held = held

    def open_again(self) -> None:
        """Let threads in again, in the process that has forked."""
        self._restore()
        self._lock.release()

    def open_in_child(self) -> None:
        """Begin anew in the new process, which has this one thread only."""
        self._lock = allocate_lock()
        self._inside = {}
        self._restore()

    def _restore(self) -> None:
        if self._held:
            self._inside[get_ident()] = self._held
        self._held = 0


door = Door()
"""The one door of the library."""

if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=door.shut, after_in_parent=door.open_again, after_in_child=door.open_in_child
    )
