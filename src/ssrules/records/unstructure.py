"""From objects of attrs classes to plain trees for JSON.

For each class a function is written out, as attrs writes the methods of classes: one dict of what
each field is told as. So it takes half the time of calling a function for each field.
"""

from __future__ import annotations

import datetime
import enum
import functools
from collections.abc import Callable, Iterator, Mapping
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from ssrules.records.checks import GROUP, MANY, NULLABLE, is_private

Names = dict[str, Any]
"""What a written function calls by name."""
PLAIN = frozenset({str, int, bool, type(None)})
"""The types of values that JSON has as they are."""


def to_mapping(instance: attrs.AttrsInstance, *, omit_defaults: bool = False) -> dict[str, Any]:
    """The object as a plain tree for JSON: dicts, lists, ISO dates, plain strings.

    With `omit_defaults`, a field that has its default is left out.
    """
    return _writer(type(instance), omit_defaults)(instance)


def tree(value: Any) -> Any:
    """A value of any kind as a plain tree: an object, those in a tuple at any depth, or `plain`."""
    if isinstance(value, tuple):
        return [tree(each) for each in value]
    kind: type = type(value)
    return _tree_of(kind)(value)


def plain(value: Any) -> Any:
    """A value as JSON has it: an ISO date, a plain string, a list."""
    if type(value) in PLAIN:
        return value
    if isinstance(value, enum.StrEnum):
        return value.value
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict | Mapping):  # nearly all are dicts, which is seen sooner
        return {key: plain(item) for key, item in value.items()}
    return value


@functools.cache
def _tree_of(cls: type) -> Callable[[Any], Any]:
    return _writer(cls, False) if attrs.has(cls) else plain


@functools.cache
def _writer(cls: type, omit_defaults: bool) -> Callable[[Any], dict[str, Any]]:
    """The writing function of a class."""
    names: Names = {"plain": plain}
    lines = "\n    ".join(_lines(cls, names, omit_defaults=omit_defaults))
    exec(compile(lines, f"<writer of {cls.__name__}>", "exec"), names)  # noqa: S102
    write: Callable[[Any], dict[str, Any]] = names["write"]
    return write


def _lines(cls: Any, names: Names, *, omit_defaults: bool) -> Iterator[str]:
    hints = get_type_hints(cls)
    fields = [each for each in attrs.fields(cls) if not is_private(each)]
    always, differing = [], []
    for at, field in enumerate(fields):
        told = _told(at, field, hints, names, omit_defaults=omit_defaults)
        if omit_defaults:
            names[f"default{at}"] = _default(field)
            differing.append(f"if made.{field.name} != default{at}: told[{field.name!r}] = {told}")
        else:
            always.append(f"{field.name!r}: {told}")
    yield "def write(made):"
    yield f"told = {{{', '.join(always)}}}"
    yield from differing
    yield "return told"


def _told(
    at: int,
    field: attrs.Attribute[Any],
    hints: Mapping[str, Any],
    names: Names,
    *,
    omit_defaults: bool,
) -> str:
    """The expression of what a field is told as."""
    value, group = f"made.{field.name}", field.metadata.get(GROUP)
    if group is not None:
        names[f"write{at}"] = _writer(group, omit_defaults)
        if field.metadata.get(MANY):
            return f"[write{at}(each) for each in {value}]"
        told = f"write{at}({value})"
        return f"None if {value} is None else {told}" if field.metadata.get(NULLABLE) else told
    hint = hints.get(field.name, Any)
    kinds = set(get_args(hint)) if get_origin(hint) in (Union, UnionType) else {hint}
    known = kinds - {type(None)}
    if known <= PLAIN:
        return value
    told = _told_of(value, known)
    return f"None if {value} is None else {told}" if type(None) in kinds else told


def _told_of(value: str, kinds: set[Any]) -> str:
    """The expression of what a value of these kinds is told as."""
    if kinds == {tuple[str, ...]}:
        return f"[*{value}]"
    if all(isinstance(kind, type) and issubclass(kind, enum.StrEnum) for kind in kinds):
        return f"{value}._value_"
    return f"plain({value})"


def _default(field: attrs.Attribute[Any]) -> Any:
    """The default of a field; what equals nothing, where it hangs on the object."""
    default: Any = field.default
    if not hasattr(default, "factory"):
        return default
    return attrs.NOTHING if default.takes_self else default.factory()
