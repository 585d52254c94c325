"""How objects show themselves: as the call that makes them, without what goes without saying."""

from __future__ import annotations

from typing import Any, ClassVar

import attrs


class Record:
    """The base of attrs classes that show only those fields that differ from their defaults."""

    __slots__ = ()
    __attrs_attrs__: ClassVar[Any]

    def __repr__(self) -> str:
        fields = (field for field in attrs.fields(type(self)) if field.repr and field.init)
        values = ((field, getattr(self, field.name)) for field in fields)
        told = (f"{field.alias}={value!r}" for field, value in values if value != _default(field))
        return f"{type(self).__name__}({', '.join(told)})"


def _default(field: attrs.Attribute[Any]) -> object:
    factory = getattr(field.default, "factory", None)
    return field.default if factory is None else factory()
