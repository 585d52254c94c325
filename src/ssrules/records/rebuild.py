"""From plain trees that were written down back to the objects they were written from."""

from __future__ import annotations

import datetime
import enum
import functools
import itertools
from collections.abc import Callable, Container, Iterator, Mapping
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

from ssrules.errors import FactError, Fault
from ssrules.errors.near import nearest_names
from ssrules.errors.telling import name_of, shown
from ssrules.records.checks import is_private, no_object
from ssrules.records.frozen import freeze
from ssrules.records.kinds import members, parse_date
from ssrules.records.limits import DEFAULT, MOST_FAULTS, Limits
from ssrules.records.structure import parse_json

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]

KINDS: dict[Any, str] = {bool: "no_true_or_false", int: "no_whole_number", str: "no_string"}
"""The code of the fault of a value that is not of the kind."""


class WrongValueError(ValueError):
    """A value of the wrong kind, with the code and the data of its fault."""

    def __init__(self, code: str, **data: Any) -> None:
        super().__init__(code)
        self.code = code
        self.data = data


Date = datetime.date
"""A date, for classes that are put together."""


def from_mapping(cls: type[T], mapping: object, name: str) -> T:
    """An object that `to_mapping` wrote down; raises `FactError` where the mapping is no such.

    `name` is the path of the whole.
    """
    if not isinstance(mapping, Mapping):
        raise FactError([no_object(name, mapping)])
    try:
        if _has_odd_key(mapping):
            raise FactError(_few(_odd_keys(mapping, name), name))
        return _converter().structure(mapping, cls)
    except ClassValidationError as error:
        raise FactError(_few(_faults(error, name, mapping), name)) from None
    except RecursionError:
        raise FactError([_too_deep(name, mapping)]) from None


def plain_from_json(text: str | bytes, name: str, *, limits: Limits | None = None) -> Any:
    """The plain tree of a JSON text without repeated keys. Raises `FactError`."""
    mapping, repeated = parse_json(text, name, limits)
    if repeated:
        raise FactError([Fault.of(name, text, "repeats_a_key")])
    return mapping


def _few(faults: Iterator[Fault], path: str) -> tuple[Fault, ...]:
    """The first of many faults, and one that counts the others."""
    told = tuple(itertools.islice(faults, MOST_FAULTS))
    others = sum(1 for _ in faults)
    return (*told, Fault.of(path, None, "more_faults", count=others)) if others else told


def _too_deep(path: str, value: object) -> Fault:
    return Fault.of(path, value, "too_deep", limit=DEFAULT.depth)


def _has_odd_key(tree: Any) -> bool:
    """Whether any key in a tree is no string: none is if it was written down."""
    if isinstance(tree, list | tuple):
        return any(map(_has_odd_key, tree))
    if isinstance(tree, Mapping):
        return not all(map(_is_str, tree)) or any(map(_has_odd_key, tree.values()))
    return False


def _is_str(key: object) -> bool:
    return isinstance(key, str)


def _odd_keys(tree: Any, path: str) -> Iterator[Fault]:
    """The keys that are no strings, anywhere in a tree, each with its path."""
    if isinstance(tree, list | tuple):
        for at, value in enumerate(tree):
            yield from _odd_keys(value, f"{path}[{at}]")
    elif isinstance(tree, Mapping):
        for key, value in tree.items():
            if isinstance(key, str):
                yield from _odd_keys(value, f"{path}.{name_of(key)}")
            else:
                yield Fault.of(f"{path}[{shown(key)}]", value, "no_key", key=key, under=f"{path}.")


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
        yield from _unknown_fields(path, value, error.extra_fields, tuple(known))
    elif isinstance(error, WrongValueError):
        yield Fault.of(path, value, error.code, **error.data)
    elif isinstance(error, KeyError):
        yield Fault.of(path, None, "missing")
    elif isinstance(error, RecursionError):
        yield _too_deep(path, value)
    else:
        yield Fault.of(path, value, "unreadable", error=str(error))


def _unknown_fields(
    path: str, value: Any, extra: Container[str], known: tuple[str, ...]
) -> Iterator[Fault]:
    unknown = 0
    for name in value:
        if name in extra:
            unknown += 1
            if unknown <= MOST_FAULTS:
                data = {"near": nearest_names(name, known), "known": known, "under": f"{path}."}
                yield Fault.of(f"{path}.{name_of(name)}", value[name], "unknown_field", **data)
    if unknown > MOST_FAULTS:
        yield Fault.of(path, None, "more_unknown", count=unknown - MOST_FAULTS)


@functools.cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    make: Callable[..., Hook] = make_dict_structure_fn

    def an_object(cls: type) -> Hook:
        private = {each.name: override(omit=True) for each in attrs.fields(cls) if is_private(each)}
        read = make(cls, converter, **private)
        return lambda value, kind: read(_checked(value, Mapping, "no_object"), kind)

    def several(kind: Any) -> Hook:
        wanted: Any = list[get_args(kind)[0]]  # type: ignore[misc]  # known at run time only
        return lambda value, _: tuple(
            converter.structure(_checked(value, (list, tuple), "no_list"), wanted)
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
    return freeze(_checked(value, Mapping, "no_object"))


def _checked(value: object, kind: type | tuple[type, ...], code: str) -> Any:
    if not isinstance(value, kind):
        raise WrongValueError(code)
    return value


def _exactly(value: Any, kind: Any) -> Any:
    """The value itself where it is of the kind; the member of an enumeration of strings."""
    if issubclass(kind, enum.Enum):
        known = members(kind)
        if not isinstance(value, str) or value not in known:
            near = nearest_names(value, known)
            raise WrongValueError("not_one_of", known=tuple(known), like=near)
        return known[value]
    if type(value) is not kind:
        raise WrongValueError(KINDS[kind])
    return value


def _a_date(text: object) -> datetime.date:
    found = parse_date(text) if isinstance(text, str) else None
    if found is None:
        raise WrongValueError("not_a_date")
    return found
