"""What was worked out once and is used again, and how much of it is kept."""

from __future__ import annotations

from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memory:
    """What was worked out and can be used again; it goes with what it belongs to."""

    __slots__ = ("made",)

    def __init__(self) -> None:
        self.made: dict[str, Any] = {}

    def __reduce__(self) -> tuple[type[Memory], tuple[()]]:
        return Memory, ()


class Remembered(dict[K, V]):
    """A dict that holds so many entries at most: when it is full it forgets them and starts anew.

    It only ever saves work, so that threads may share it as they share a dict.
    """

    __slots__ = ("most",)

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def keep(self, key: K, value: V) -> V:
        """Hold a value, and give it; or give the one that another thread was first to bring."""
        if len(self) >= self.most:
            self.clear()
        return self.setdefault(key, value)
