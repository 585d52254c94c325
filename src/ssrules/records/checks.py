"""What is declared of the fields of attrs classes, and everything that is wrong with their values.

A field is a leaf (its kind stands in its metadata) or a group (another attrs class).
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ssrules.errors import FactError, Fault
from ssrules.late import door
from ssrules.records.kinds import Kind, fault_of, read

FACT = "fact"
"""The metadata key of all that is declared of a leaf that is a fact."""
KIND = "kind"
"""The metadata key of a leaf's kind of value."""
GROUP = "group"
"""The metadata key of a group's class."""
MANY = "many"
"""The metadata key that marks a group as a tuple of such objects."""
NULLABLE = "nullable"
"""The metadata key that marks a group as one that may be None."""
REQUIRED = "required"
"""The metadata key that marks a leaf as one that may not be unknown."""
NOT_AFTER = "not_after"
"""The metadata key of the path of a date that this date may not be after."""
WHOLE = "case"
"""The path of an input as a whole."""


class RepeatedKeys(dict[str, Any]):
    """A JSON object in which keys were written twice; `repeated` holds them."""

    repeated: frozenset[str] = frozenset()


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
        yield no_object(prefix.rstrip(".") or WHOLE, mapping)
        return
    repeated = mapping.repeated if isinstance(mapping, RepeatedKeys) else frozenset()
    fields = {field.name: field for field in attrs.fields(cls)}
    for name, field in fields.items():
        path = f"{prefix}{name}"
        value = mapping.get(name)
        if name in repeated:
            yield Fault.of(path, value, "given_twice")
        group = field.metadata.get(GROUP)
        if group is None:
            yield from leaf_faults(path, field, read(field.metadata[KIND], value), sound)
        elif value is not None:
            yield from faults_of(group, value, f"{path}.", sound)
    if any(name not in fields for name in mapping):
        yield from _unknown_keys(mapping, tuple(fields), prefix)


def _unknown_keys(
    mapping: Mapping[Any, Any], known: tuple[str, ...], prefix: str
) -> Iterator[Fault]:
    """The keys that are no fields: the first of them in full, the others by their number."""
    with door:
        from ssrules.errors.near import nearest_names
        from ssrules.errors.telling import name_of
        from ssrules.records.limits import MOST_FAULTS

    unknown = 0
    for name in mapping:
        if isinstance(name, str) and name in known:
            continue
        unknown += 1
        if unknown <= MOST_FAULTS:
            data = {"near": nearest_names(name, known), "known": known, "under": prefix}
            yield Fault.of(f"{prefix}{name_of(name)}", mapping[name], "unknown_fact", **data)
    if unknown > MOST_FAULTS:
        whole = prefix.rstrip(".") or WHOLE
        yield Fault.of(whole, None, "more_unknown", count=unknown - MOST_FAULTS)


def leaf_faults(
    path: str, field: attrs.Attribute[Any], value: object, sound: dict[str, Any]
) -> Iterator[Fault]:
    """What is wrong with the value of one leaf, None being unknown."""
    if value is None:
        if field.metadata.get(REQUIRED):
            yield Fault.of(path, None, "required")
        return
    fault = fault_of(path, field.metadata[KIND], value, *bounds_of(field))
    limit = sound.get(field.metadata.get(NOT_AFTER, ""))
    if fault is not None:
        yield fault
    elif limit is not None and isinstance(value, datetime.date) and value > limit:
        other = field.metadata[NOT_AFTER]
        yield Fault.of(path, value, "after_as_of", other=other, limit=str(limit))
    else:
        sound[path] = value


def bounds_of(field: attrs.Attribute[Any]) -> tuple[int, int, str] | tuple[()]:
    """The lowest and the highest number that a fact may be, and what it counts."""
    declared = field.metadata.get(FACT)
    return () if declared is None else (declared.lowest, declared.highest, declared.unit)


def check_fields(instance: attrs.AttrsInstance, prefix: str, **sound: object) -> None:
    """Raise `FactError` if a leaf of an object in the making has a wrong value.

    `prefix` is the path of the object; `sound` holds other values to check against, by path.
    """
    if not sound and _is_sound(instance):
        return
    faults: list[Fault] = []
    for field in attrs.fields(type(instance)):
        path, value = f"{prefix}{field.name}", getattr(instance, field.name)
        if KIND in field.metadata:
            faults += leaf_faults(path, field, value, sound)
        elif not isinstance(value, field.metadata.get(GROUP, object)):
            kind = field.metadata[GROUP].__name__
            faults.append(Fault.of(path, value, "not_of_the_class", kind=kind))
    if faults:
        raise FactError(faults)


def faults_against(instance: Any, path: str, limit: Any) -> tuple[Fault, ...]:
    """The fault of a date, at a path of a case, that is after another one it may not be after."""
    *groups, name = path.split(".")
    for each in groups:
        instance = getattr(instance, each)
    field = getattr(attrs.fields(type(instance)), name)
    sound = {field.metadata[NOT_AFTER]: limit}
    return tuple(leaf_faults(path, field, getattr(instance, name), sound))


def check_group(instance: Any) -> None:
    """Check the fields of a group in the making, and nothing else. Raises `FactError`."""
    check_fields(instance, instance.path)


def _is_sound(instance: attrs.AttrsInstance) -> bool:
    """Whether every leaf has a value of its kind: the quick road for what is nearly always so."""
    for name, allowed, kind, bounds in _checks(type(instance)):
        value = getattr(instance, name)
        if type(value) not in allowed:
            return False
        if kind is not None and value is not None and fault_of(name, kind, value, *bounds):
            return False
    return True


@functools.cache
def _checks(cls: type) -> tuple[tuple[str, frozenset[type], Kind | None, Any], ...]:
    """For each leaf the types allowed, and its kind and bounds where the type does not say all."""
    checks: list[tuple[str, frozenset[type], Kind | None, Any]] = []
    for field in attrs.fields(cls):
        kind: Kind | None = field.metadata.get(KIND)
        if kind is not None:
            unknown = set() if field.metadata.get(REQUIRED) else {type(None)}
            careful = kind if kind in (int, str) else None
            checks.append((field.name, frozenset({kind, *unknown}), careful, bounds_of(field)))
        elif GROUP in field.metadata:
            checks.append((field.name, frozenset({field.metadata[GROUP]}), None, ()))
    return tuple(checks)


def is_private(field: attrs.Attribute[Any]) -> bool:
    """Whether a field is no part of what an object says, and so of no mapping."""
    return field.name.startswith("_")


def no_object(path: str, value: object) -> Fault:
    """The fault of a value where there should be an object with keys."""
    return Fault.of(path, value, "not_an_object")
