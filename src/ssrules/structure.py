"""Trees of attrs classes to and from plain mappings, strictly, with every fault told at once.

A field is a leaf (its kind stands in its metadata) or a group (another attrs class). Reading takes
the quick road, functions that cattrs specialises for each class; only an input that fails there is
walked a second time, slowly, to find everything that is wrong with it.
"""

from __future__ import annotations

import datetime
import enum
import functools
import json
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import attrs

from ssrules.errors import FactError, Fault, nearest
from ssrules.kinds import Kind, fault_of, members, parse_date, read

if TYPE_CHECKING:
    import cattrs

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]

KIND = "kind"
"""The metadata key of a leaf's kind of value."""
GROUP = "group"
"""The metadata key of a group's class."""
MANY = "many"
"""The metadata key that marks a group as a tuple of such objects."""
NULLABLE = "nullable"
"""The metadata key that marks a group as one that may be None."""
OMIT_EMPTY = "omit_empty"
"""The metadata key that marks a field as left out where it has its default."""
REQUIRED = "required"
"""The metadata key that marks a leaf as one that may not be unknown."""
NOT_AFTER = "not_after"
"""The metadata key of the path of a date that this date may not be after."""
WHOLE = "case"
"""The path of an input as a whole."""


class RepeatedKeys(dict[str, Any]):
    """A JSON object in which keys were written twice; `repeated` holds them."""

    repeated: tuple[str, ...] = ()


def read_mapping(cls: type[T], mapping: object) -> T:
    """An object of the attrs class from a mapping; raises `FactError` with every fault."""
    hashable: Any = cls
    structure, refused = _reader(hashable)
    try:
        found: T = structure(mapping, cls)
    except refused:
        faults = tuple(faults_of(cls, mapping))
        if not faults:
            raise
    else:
        return found
    raise FactError(faults)


def read_json(cls: type[T], text: str | bytes) -> T:
    """An object of the attrs class from JSON text; raises `FactError` with every fault."""
    mapping, repeated = parse_json(text)
    if repeated:
        raise FactError(faults_of(cls, mapping))
    return read_mapping(cls, mapping)


def parse_json(text: str | bytes) -> tuple[Any, bool]:
    """The value of a JSON text, and whether any object in it repeats a key.

    Objects with repeated keys are `RepeatedKeys`. Raises `FactError` where it is no JSON.
    """
    twice: list[RepeatedKeys] = []

    def an_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        names = [name for name, _ in pairs]
        repeating = RepeatedKeys(found)
        repeating.repeated = tuple(name for name in found if names.count(name) > 1)
        twice.append(repeating)
        return repeating

    try:
        value = json.loads(text, object_pairs_hook=an_object, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        told = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise FactError([Fault(WHOLE, text, f"is not JSON: {told}")]) from None
    return value, bool(twice)


def rebuild(cls: type[T], mapping: object) -> T:
    """An object that `to_mapping` wrote down; raises `FactError` where the mapping is no such."""
    from cattrs.errors import BaseValidationError

    try:
        return _rebuilder().structure(mapping, cls)
    except BaseValidationError as error:
        from cattrs import transform_error

        name = cls.__name__.lower()
        told = (Fault(name, mapping, message) for message in transform_error(error, path=name))
        raise FactError(told) from None


def to_mapping(instance: attrs.AttrsInstance, *, omit_defaults: bool = False) -> dict[str, Any]:
    """The object as a plain tree for JSON: dicts, lists, ISO dates, plain strings.

    With `omit_defaults`, a field that has its default is left out.
    """
    return _writer(type(instance), omit_defaults)(instance)


def leaves(cls: type, prefix: str = "") -> Iterator[tuple[str, attrs.Attribute[Any]]]:
    """Every leaf of the class and its groups, with its path, in the order they are written."""
    for field in attrs.fields(cls):
        group = field.metadata.get(GROUP)
        if group is not None and not field.metadata.get(MANY):
            yield from leaves(group, f"{prefix}{field.name}.")
        elif KIND in field.metadata:
            yield f"{prefix}{field.name}", field


def faults_of(
    cls: type, mapping: object, prefix: str = "", sound: dict[str, Any] | None = None
) -> Iterator[Fault]:
    """Everything that is wrong with a mapping for the class, in the order of its fields.

    `sound` collects the values that nothing is wrong with, for the checks of one against another.
    """
    sound = {} if sound is None else sound
    if not isinstance(mapping, Mapping):
        path = prefix.rstrip(".") or WHOLE
        yield Fault(path, mapping, f"{_shown(mapping)} is not an object", "write it as {...}")
        return
    repeated = mapping.repeated if isinstance(mapping, RepeatedKeys) else ()
    fields = {field.name: field for field in attrs.fields(cls)}
    for name, field in fields.items():
        path = f"{prefix}{name}"
        value = mapping.get(name)
        if name in repeated:
            yield Fault(path, value, "is given twice", "keep one of the two")
        group = field.metadata.get(GROUP)
        if group is None:
            yield from leaf_faults(path, field, read(field.metadata[KIND], value), sound)
        elif value is not None:
            yield from faults_of(group, value, f"{path}.", sound)
    for name in mapping:
        if name not in fields:
            near = nearest(name, fields)
            hint = f"did you mean {near}?" if near else f"known: {', '.join(fields)}"
            yield Fault(f"{prefix}{name}", mapping[name], "is no fact", hint)


def leaf_faults(
    path: str, field: attrs.Attribute[Any], value: object, sound: dict[str, Any]
) -> Iterator[Fault]:
    """What is wrong with the value of one leaf, None being unknown."""
    if value is None:
        if field.metadata.get(REQUIRED):
            yield Fault(path, None, "is required", "every decision is made for a day")
        return
    fault = fault_of(path, field.metadata[KIND], value)
    limit = sound.get(field.metadata.get(NOT_AFTER, ""))
    if fault is not None:
        yield fault
    elif limit is not None and isinstance(value, datetime.date) and value > limit:
        other = field.metadata[NOT_AFTER]
        yield Fault(path, value, f"{value} is after {other}, {limit}", "one of the two is wrong")
    else:
        sound[path] = value


def check_fields(instance: attrs.AttrsInstance, prefix: str, **sound: object) -> None:
    """Raise `FactError` if a leaf of an object in the making has a wrong value.

    `prefix` is the path of the object; `sound` holds other values to check against, by path.
    """
    plain, careful = _checks(type(instance))
    for name, allowed in plain:
        if type(getattr(instance, name)) not in allowed:
            break
    else:
        if all(getattr(instance, name) is None for name in careful):
            return
    faults = [
        fault
        for field in attrs.fields(type(instance))
        if KIND in field.metadata
        for fault in leaf_faults(
            f"{prefix}{field.name}", field, getattr(instance, field.name), sound
        )
    ]
    if faults:
        raise FactError(faults)


@functools.cache
def _checks(cls: type) -> tuple[tuple[tuple[str, frozenset[type]], ...], tuple[str, ...]]:
    """The leaves for which the type says all, with the types allowed; and the names of the rest."""
    plain: list[tuple[str, frozenset[type]]] = []
    careful: list[str] = []
    for field in attrs.fields(cls):
        kind: Kind | None = field.metadata.get(KIND)
        if kind is bool or (kind is not None and issubclass(kind, enum.Enum)):
            plain.append((field.name, frozenset({kind, type(None)})))
        elif kind is not None:
            careful.append(field.name)
    return tuple(plain), tuple(careful)


@functools.cache
def _reader(cls: type) -> tuple[Hook, tuple[type[Exception], ...]]:
    """The quick reading function of a class, and what it raises for an input that is wrong."""
    import cattrs
    from cattrs.errors import ForbiddenExtraKeysError

    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=False)
    return _structure(cls, converter), (
        ForbiddenExtraKeysError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
    )


def _structure(cls: type, converter: cattrs.Converter) -> Hook:
    from cattrs.gen import make_dict_structure_fn, override

    hooks = {}
    for field in attrs.fields(cls):
        group = field.metadata.get(GROUP)
        hook = (
            _leaf_hook(field.metadata[KIND])
            if group is None
            else _group_hook(group, _structure(group, converter))
        )
        hooks[field.name] = override(struct_hook=hook)
    make: Callable[..., Hook] = make_dict_structure_fn
    return make(cls, converter, **hooks)


def _leaf_hook(kind: Kind) -> Hook:
    if kind is datetime.date:
        return lambda value, _: (parse_date(value) or value) if type(value) is str else value
    if issubclass(kind, enum.Enum):
        known = members(kind)
        return lambda value, _: known.get(value, value)
    return lambda value, _: value


def _group_hook(group: type, structure: Hook) -> Hook:
    return lambda value, _: group() if value is None else structure(value, group)


@functools.cache
def _rebuilder() -> cattrs.Converter:
    import cattrs

    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(datetime.date, lambda text, _: _a_date(text))
    return converter


def _a_date(text: object) -> datetime.date:
    found = parse_date(text) if isinstance(text, str) else None
    if found is None:
        raise ValueError(f"{text!r} is not a date")
    return found


@functools.cache
def _writer(cls: type, omit_defaults: bool) -> Callable[[Any], dict[str, Any]]:
    """The quick writing function of a class."""
    import cattrs
    from cattrs.gen import make_dict_unstructure_fn, override

    hooks = {}
    for field in attrs.fields(cls):
        if not field.init:
            hooks[field.name] = override(omit=True)
            continue
        group = field.metadata.get(GROUP)
        hook: Callable[[Any], Any] = plain if group is None else _writer(group, omit_defaults)
        if field.metadata.get(MANY):
            hook = _each(hook)
        if field.metadata.get(NULLABLE):
            hook = _or_none(hook)
        empty = bool(field.metadata.get(OMIT_EMPTY)) or omit_defaults
        hooks[field.name] = override(unstruct_hook=hook, omit_if_default=empty)
    make: Callable[..., Callable[[Any], dict[str, Any]]] = make_dict_unstructure_fn
    return make(cls, cattrs.Converter(), **hooks)


def _each(write: Callable[[Any], Any]) -> Callable[[Any], list[Any]]:
    return lambda items: [write(item) for item in items]


def _or_none(write: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda item: None if item is None else write(item)


def plain(value: Any) -> Any:
    """A value as JSON has it: an ISO date, a plain string, a list."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, enum.StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return value


def _shown(value: object) -> str:
    return f"'{value}'" if isinstance(value, str) else repr(value)


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")
