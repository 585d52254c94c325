"""Objects of frozen classes, each value put straight into its place.

What attrs writes to make such an object looks up each place by its name, at twice the cost.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import attrs


def maker(cls: type) -> Callable[..., Any]:
    """How objects of a class are made of its fields by their names; the class, if it does more."""
    fields = attrs.fields(cls)
    if hasattr(cls, "__attrs_post_init__") or not (
        is_plain(cls) and all(map(is_plain_field, fields))
    ):
        return cls
    names: dict[str, Any] = {"cls": cls, "new": object.__new__}
    told, lines = [], []
    for at, field in enumerate(fields):
        names[f"put{at}"] = getattr(cls, field.name).__set__
        names[f"default{at}"] = field.default
        told.append(field.alias + ("" if field.default is attrs.NOTHING else f"=default{at}"))
        lines.append(f"put{at}(made, {field.alias})")
    text = [f"def make(*, {', '.join(told)}):", "made = new(cls)", *lines, "return made"]
    exec(compile("\n    ".join(text), f"<maker of {cls.__name__}>", "exec"), names)  # noqa: S102
    make: Callable[..., Any] = names["make"]
    return make


def is_plain(cls: Any) -> bool:
    """Whether its objects are made as attrs makes them, and are nothing but their fields."""
    special = ("__attrs_init__", "__attrs_pre_init__", "_attrs_cached_hash")
    places = (getattr(cls, field.name, None) for field in attrs.fields(cls))
    initialised = next(each for each in cls.__mro__ if "__init__" in vars(each))
    return (
        cls.__new__ is object.__new__
        and "__attrs_attrs__" in vars(initialised)
        and not any(hasattr(cls, name) for name in special)
        and all(map(inspect.ismemberdescriptor, places))
    )


def is_plain_field(field: attrs.Attribute[Any]) -> bool:
    """Whether a value of a field is put into its place as it is given."""
    return (
        field.init
        and field.validator is None
        and field.converter is None
        and type(field.default).__name__ != "Factory"
    )
