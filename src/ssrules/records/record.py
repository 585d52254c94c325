"""What objects have in common: how they show themselves, and how they hold several others.

They are shown as the call that makes them, without what goes without saying.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Generic, TypeVar, overload

import attrs

T = TypeVar("T")


class Record:
    """The base of attrs classes that show only those fields that differ from their defaults."""

    __slots__ = ()
    __attrs_attrs__: ClassVar[Any]

    def __repr__(self) -> str:
        fields = (field for field in attrs.fields(type(self)) if field.repr and field.init)
        values = ((field, getattr(self, field.name)) for field in fields)
        told = (f"{field.alias}={value!r}" for field, value in values if value != _default(field))
        return f"{type(self).__name__}({', '.join(told)})"


class Several(Generic[T]):
    """The base of what holds several things of one kind.

    It is sized, iterable and indexed as the tuple of them is, and false where there are none.
    """

    __slots__ = ()

    def _several(self) -> tuple[T, ...]:
        """The things, in order."""
        raise NotImplementedError

    def __len__(self) -> int:
        return len(self._several())

    def __iter__(self) -> Iterator[T]:
        return iter(self._several())

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        """The thing at a place, or the things of a slice."""
        return self._several()[at]


def _default(field: attrs.Attribute[Any]) -> object:
    factory = getattr(field.default, "factory", None)
    return field.default if factory is None else factory()
