"""From plain trees that were written down back to the objects they were written from."""

from __future__ import annotations

import datetime
import enum
import functools
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar, get_args, get_origin

import attrs
import cattrs
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
)
from cattrs.gen import make_dict_structure_fn, override

from ssrules.errors import FactError, Fault, nearest
from ssrules.records.frozen import freeze
from ssrules.records.kinds import members, parse_date
from ssrules.records.structure import is_private, no_object, parse_json

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]

TOO_DEEP = "is nested too deeply"
KINDS: dict[Any, str] = {bool: "true or false", int: "a whole number", str: "a string"}


class WrongValueError(ValueError):
    """A value of the wrong kind, with the message and the hint of its fault."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def from_mapping(cls: type[T], mapping: object) -> T:
    """An object that `to_mapping` wrote down; raises `FactError` where the mapping is no such."""
    name = cls.__name__.lower()
    if not isinstance(mapping, Mapping):
        raise FactError([no_object(name, mapping)])
    try:
        odd = tuple(_odd_keys(mapping, name))
        if odd:
            raise FactError(odd)
        return _converter().structure(mapping, cls)
    except ClassValidationError as error:
        raise FactError(_faults(error, name, mapping)) from None
    except RecursionError:
        raise FactError([Fault(name, mapping, TOO_DEEP)]) from None


def from_json(cls: type[T], text: str | bytes) -> T:
    """An object that `to_mapping` wrote down, from JSON text. Raises `FactError`."""
    name = cls.__name__.lower()
    mapping, repeated = parse_json(text, name)
    if repeated:
        raise FactError([Fault(name, text, "repeats a key", "keep one of the two")])
    return from_mapping(cls, mapping)


def _odd_keys(tree: Any, path: str) -> Iterator[Fault]:
    """Keys that are no strings, anywhere in a tree: it has none if it was written down."""
    if isinstance(tree, list | tuple):
        for at, value in enumerate(tree):
            yield from _odd_keys(value, f"{path}[{at}]")
    elif isinstance(tree, Mapping):
        for key, value in tree.items():
            if isinstance(key, str):
                yield from _odd_keys(value, f"{path}.{key}")
            else:
                yield Fault(f"{path}[{key!r}]", value, f"{key!r} is no key", "keys are strings")


def _faults(error: BaseException, path: str, value: Any) -> Iterator[Fault]:
    """Everything that cattrs found wrong with a value, each with its own path and value."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        noted, others = error.group_exceptions()
        for inner, note in noted:
            if isinstance(note, AttributeValidationNote):
                yield from _faults(inner, f"{path}.{note.name}", value.get(note.name))
            else:
                yield from _faults(inner, f"{path}[{note.index!r}]", value[note.index])
        for inner in others:
            yield from _faults(inner, path, value)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [each.name for each in attrs.fields(error.cl) if not is_private(each)]
        for name in value:
            if name in error.extra_fields:
                near = nearest(name, known)
                hint = f"did you mean {near}?" if near else f"known: {', '.join(known)}"
                yield Fault(f"{path}.{name}", value[name], "is no field", hint)
    elif isinstance(error, WrongValueError):
        yield Fault(path, value, str(error), error.hint)
    elif isinstance(error, KeyError):
        yield Fault(path, None, "is missing", "every field is written down")
    elif isinstance(error, RecursionError):
        yield Fault(path, value, TOO_DEEP)
    else:
        yield Fault(path, value, f"cannot be read: {error}")


@functools.cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    make: Callable[..., Hook] = make_dict_structure_fn

    def an_object(cls: type) -> Hook:
        private = {each.name: override(omit=True) for each in attrs.fields(cls) if is_private(each)}
        read = make(cls, converter, **private)
        return lambda value, kind: read(_checked(value, Mapping, "an object"), kind)

    def several(kind: Any) -> Hook:
        wanted: Any = list[get_args(kind)[0]]  # type: ignore[misc]  # known at run time only
        return lambda value, _: tuple(
            converter.structure(_checked(value, (list, tuple), "a list"), wanted)
        )

    converter.register_structure_hook_factory(attrs.has, an_object)
    converter.register_structure_hook_factory(_is_tuple, several)
    converter.register_structure_hook_func(_is_mapping, _content)
    converter.register_structure_hook(datetime.date, lambda text, _: _a_date(text))
    for kind in KINDS:
        converter.register_structure_hook(kind, _exactly)
    return converter


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_mapping(kind: Any) -> bool:
    return get_origin(kind) is Mapping


def _content(value: object, _: Any) -> Any:
    """A mapping whose values may be anything, as it was before it was written down."""
    return freeze(_checked(value, Mapping, "an object"))


def _checked(value: object, kind: type | tuple[type, ...], wanted: str) -> Any:
    if not isinstance(value, kind):
        raise WrongValueError(f"{value!r} is not {wanted}")
    return value


def _exactly(value: Any, kind: Any) -> Any:
    """The value itself where it is of the kind; the member of an enumeration of strings."""
    if issubclass(kind, enum.Enum):
        known = members(kind)
        if not isinstance(value, str) or value not in known:
            near = nearest(value, known)
            hint = f"did you mean {near}?" if near else ""
            raise WrongValueError(f"{value!r} is not one of {', '.join(known)}", hint)
        return known[value]
    if type(value) is not kind:
        raise WrongValueError(f"{value!r} is not {KINDS[kind]}")
    return value


def _a_date(text: object) -> datetime.date:
    found = parse_date(text) if isinstance(text, str) else None
    if found is None:
        raise WrongValueError(f"{text!r} is not a date", "write it as 2026-11-22")
    return found
