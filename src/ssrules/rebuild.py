"""From plain trees that were written down back to the objects they were written from."""

from __future__ import annotations

import datetime
import enum
import functools
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, get_args, get_origin

import attrs
import cattrs
from cattrs.errors import BaseValidationError
from cattrs.gen import make_dict_structure_fn, override

from ssrules.errors import FactError, Fault
from ssrules.kinds import parse_date
from ssrules.structure import is_private, no_object, parse_json

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]


def from_mapping(cls: type[T], mapping: object) -> T:
    """An object that `to_mapping` wrote down; raises `FactError` where the mapping is no such."""
    name = cls.__name__.lower()
    if not isinstance(mapping, Mapping):
        raise FactError([no_object(name, mapping)])
    try:
        return _converter().structure(mapping, cls)
    except BaseValidationError as error:
        told = cattrs.transform_error(error, path=name)
        raise FactError(_fault_at(mapping, each) for each in told) from None


def from_json(cls: type[T], text: str | bytes) -> T:
    """An object that `to_mapping` wrote down, from JSON text. Raises `FactError`."""
    mapping, repeated = parse_json(text)
    if repeated:
        raise FactError([Fault(cls.__name__.lower(), text, "repeats a key", "keep one of the two")])
    return from_mapping(cls, mapping)


def _fault_at(mapping: Mapping[str, Any], told: str) -> Fault:
    """The fault that cattrs tells of as `message @ path`, with the value at the path."""
    message, _, path = told.rpartition(" @ ")
    value: Any = mapping
    for step in re.findall(r"[^.\[\]]+", path)[1:]:
        value = value.get(step) if isinstance(value, Mapping) else value[int(step)]
    return Fault(path, value, message)


@functools.cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    make: Callable[..., Hook] = make_dict_structure_fn

    def an_object(cls: type) -> Hook:
        private = {each.name: override(omit=True) for each in attrs.fields(cls) if is_private(each)}
        return make(cls, converter, **private)

    def several(kind: Any) -> Hook:
        wanted: Any = list[get_args(kind)[0]]  # type: ignore[misc]  # known at run time only
        return lambda value, _: tuple(converter.structure(_a_list(value), wanted))

    converter.register_structure_hook_factory(attrs.has, an_object)
    converter.register_structure_hook_factory(_is_tuple, several)
    converter.register_structure_hook(datetime.date, lambda text, _: _a_date(text))
    for kind in (bool, int, str):
        converter.register_structure_hook(kind, _exactly)
    return converter


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _exactly(value: Any, kind: Any) -> Any:
    """The value itself where it is of the kind; the member of an enumeration of strings."""
    if issubclass(kind, enum.Enum):
        return kind(value)
    if type(value) is not kind:
        raise ValueError(f"{value!r} is no {kind.__name__}")
    return value


def _a_list(value: object) -> Sequence[object]:
    """The value where it is a list; a text would be taken for one of its letters."""
    if not isinstance(value, list | tuple):
        raise ValueError(f"{value!r} is no list")
    return value


def _a_date(text: object) -> datetime.date:
    found = parse_date(text) if isinstance(text, str) else None
    if found is None:
        raise ValueError(f"{text!r} is not a date")
    return found
