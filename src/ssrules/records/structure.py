"""From plain mappings to trees of attrs classes, strictly, with every fault told at once.

A sound plain dict is read straight into its class; any other input takes functions that cattrs
specialises for each class, and what fails there is walked once more, slowly, to find everything
that is wrong.
"""

from __future__ import annotations

import datetime
import enum
import functools
import json
from collections import Counter
from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from ssrules.errors import FactError, Fault
from ssrules.late import door
from ssrules.records.checks import GROUP, KIND, WHOLE, RepeatedKeys, faults_of
from ssrules.records.kinds import Kind, members, parse_date

if TYPE_CHECKING:
    import cattrs

    from ssrules.records.limits import Limits

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]


def read_mapping(cls: type[T], mapping: object, *, hide_values: bool = False) -> T:
    """An object of the attrs class from a mapping; raises `FactError` with every fault.

    With `hide_values` the error says nothing of the values that were given.
    """
    hashable: Any = cls
    straight, structure, refused = _reader(hashable)
    try:
        made: T = straight(mapping)
    except refused:
        pass  # told below, by the careful road
    else:
        return made
    try:
        found: T = structure(mapping, cls)
    except refused:
        faults = tuple(faults_of(cls, mapping))
        if not faults:
            raise
    else:
        return found
    # raised out here, so that no other error, which would hold the values, hangs on it
    error = FactError(faults)
    raise error.without_values() if hide_values else error


def read_json(
    cls: type[T], text: str | bytes, *, limits: Limits | None = None, hide_values: bool = False
) -> T:
    """An object of the attrs class from JSON text; raises `FactError` with every fault."""
    try:
        mapping, repeated = parse_json(text, limits=limits)
    except FactError as error:
        if not hide_values:
            raise
        refused = error.without_values()
    else:
        if not repeated:
            return read_mapping(cls, mapping, hide_values=hide_values)
        refused = FactError(faults_of(cls, mapping))
        refused = refused.without_values() if hide_values else refused
    raise refused


def parse_json(
    text: str | bytes, whole: str = WHOLE, limits: Limits | None = None
) -> tuple[Any, bool]:
    """The value of a JSON text, and whether any object in it repeats a key.

    Objects with repeated keys are `RepeatedKeys`. Raises `FactError`, at the path `whole`, where
    it is no JSON, or larger or deeper than the limits (`ssrules.records.limits`) allow.
    """
    check, decoding = _decoding()
    limits = check(text, whole, limits)
    try:
        return decoding.decoded_once(text), False
    except (ValueError, RecursionError):
        pass  # told below, from the beginning
    twice: list[RepeatedKeys] = []

    def an_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        repeating = RepeatedKeys(found)
        counted = Counter(name for name, _ in pairs)
        repeating.repeated = frozenset(name for name, times in counted.items() if times > 1)
        twice.append(repeating)
        return repeating

    try:
        value = json.loads(text, object_pairs_hook=an_object, parse_constant=decoding.no_number)
    except json.JSONDecodeError as error:
        reason = error.msg.removesuffix(":")
        at = {"line": error.lineno, "column": error.colno, "char": str(error.pos)}
        raise FactError([Fault.of(whole, text, "not_json", reason=reason, **at)]) from None
    except UnicodeDecodeError:
        raise FactError([Fault.of(whole, text, "not_utf8")]) from None
    except RecursionError:
        raise FactError([Fault.of(whole, text, "json_too_deep", limit=limits.depth)]) from None
    except decoding.NoNumberError as error:
        raise FactError([Fault.of(whole, text, "not_json", reason=str(error))]) from None
    except ValueError:
        # the one thing that is left: a number of more digits than Python reads
        raise FactError([Fault.of(whole, text, "too_many_digits")]) from None
    return value, bool(twice)


@functools.cache
def _decoding() -> tuple[Callable[[str | bytes, str, Limits | None], Limits], ModuleType]:
    """The check of a text's size and depth, and the decoder, found once: every text passes them."""
    with door:
        from ssrules.records import decoding
        from ssrules.records.limits import check_json

    return check_json, decoding


@functools.cache
def _reader(cls: type) -> tuple[Callable[[Any], Any], Hook, tuple[type[Exception], ...]]:
    """The straight road of a class, the careful one, and what they raise at a wrong input."""
    with door:
        import cattrs
        from cattrs.errors import ForbiddenExtraKeysError

        from ssrules.records.straight import straight

    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=False)
    return (
        straight(cls),
        _structure(cls, converter),
        (
            ForbiddenExtraKeysError,
            ValueError,
            KeyError,
            TypeError,
            AttributeError,
            RuntimeError,
        ),
    )


def _structure(cls: type, converter: cattrs.Converter) -> Hook:
    with door:
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
