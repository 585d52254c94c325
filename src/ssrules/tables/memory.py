"""What was worked out once and is used again, and how much of it is kept."""

from __future__ import annotations

import operator
from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memory:
    """What was worked out from some objects and can be used again; it is not pickled with them."""

    __slots__ = ("_worked_out_from", "made")

    def __init__(self, *worked_out_from: object) -> None:
        self._worked_out_from = worked_out_from
        self.made: dict[str, Any] = {}

    def is_of(self, *objects: object) -> bool:
        """Whether it was worked out from these very objects."""
        own = self._worked_out_from
        return len(own) == len(objects) and all(map(operator.is_, own, objects))

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
        if len(self) >= self.most and key not in self:
            self.clear()
        return self.setdefault(key, value)
