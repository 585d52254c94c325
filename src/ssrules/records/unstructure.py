"""From trees of attrs classes to plain trees for JSON, by functions specialised for each class."""

from __future__ import annotations

import datetime
import enum
import functools
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, get_args, get_type_hints

import attrs

from ssrules.late import door
from ssrules.records.checks import GROUP, MANY, NULLABLE, OMIT_EMPTY, is_private


def to_mapping(instance: attrs.AttrsInstance, *, omit_defaults: bool = False) -> dict[str, Any]:
    """The object as a plain tree for JSON: dicts, lists, ISO dates, plain strings.

    With `omit_defaults`, a field that has its default is left out.
    """
    return _writer(type(instance), omit_defaults)(instance)


@functools.cache
def _writer(cls: type, omit_defaults: bool) -> Callable[[Any], dict[str, Any]]:
    """The quick writing function of a class."""
    with door:
        import cattrs
        from cattrs.gen import make_dict_unstructure_fn, override

    hints = get_type_hints(cls)
    hooks = {}
    for field in attrs.fields(cls):
        if is_private(field):
            hooks[field.name] = override(omit=True)
            continue
        group = field.metadata.get(GROUP)
        hook = (
            _plain_hook(hints.get(field.name, Any))
            if group is None
            else _writer(group, omit_defaults)
        )
        if field.metadata.get(MANY):
            hook = _each(hook)
        if field.metadata.get(NULLABLE):
            hook = _or_none(hook)
        empty = bool(field.metadata.get(OMIT_EMPTY)) or omit_defaults
        hooks[field.name] = override(unstruct_hook=hook, omit_if_default=empty)
    make: Callable[..., Callable[[Any], dict[str, Any]]] = make_dict_unstructure_fn
    return make(cls, cattrs.Converter(), **hooks)


def _plain_hook(hint: Any) -> Callable[[Any], Any]:
    """The quickest function that does what `plain` does for values of an annotated type."""
    with door:
        from cattrs.fns import identity

    kinds = {each for each in (get_args(hint) or (hint,)) if each is not type(None)}
    if kinds <= {str, int, bool}:
        return identity
    if hint == tuple[str, ...]:
        return list
    if all(isinstance(kind, type) and issubclass(kind, enum.StrEnum) for kind in kinds):
        return _value if len(get_args(hint)) == 0 else _or_none(_value)
    return plain


_value: Callable[[Any], Any] = attrgetter("_value_")


def _each(write: Callable[[Any], Any]) -> Callable[[Any], list[Any]]:
    return lambda items: [write(item) for item in items]


def _or_none(write: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda item: None if item is None else write(item)


def plain(value: Any) -> Any:
    """A value as JSON has it: an ISO date, a plain string, a list."""
    if value is None or type(value) is str:
        return value
    if isinstance(value, enum.StrEnum):
        return value.value
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return value
