"""The straight road from a sound plain dict to an object; at any doubt it ends, and tells nothing.

For each class a function is written out, as attrs writes the methods of classes: it takes one
field after another, checks it as the class does, and puts it into its place. Written so it takes
half the time of a loop over the fields.
"""

from __future__ import annotations

import datetime
import enum
import functools
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import attrs

from ssrules.records.checks import GROUP, KIND, REQUIRED, bounds_of, check_group
from ssrules.records.kinds import fault_of, members, parse_date
from ssrules.records.making import is_plain, is_plain_field

Read = Callable[[Any], Any]
"""From a plain dict to an object."""
Names = dict[str, Any]
"""What the written function calls by name."""


@functools.cache
def straight(cls: type) -> Read:
    """How a sound plain dict is read into the class. It raises `TypeError` or `KeyError` at doubt.

    A class that makes its objects in a way of its own is read in no such way.
    """
    checked = hasattr(cls, "__attrs_post_init__") and all(map(_is_checked, attrs.fields(cls)))
    if not (checked and is_plain(cls)):
        return _doubt
    names: Names = {
        "cls": cls,
        "new": object.__new__,
        "not_given": object(),
        "date": datetime.date,
        "parse_date": parse_date,
        "fault_of": fault_of,
    }
    lines = "\n    ".join(_lines(cls, names))
    exec(compile(lines, f"<straight reader of {cls.__name__}>", "exec"), names)  # noqa: S102
    read: Read = names["read"]
    return read


def _lines(cls: Any, names: Names) -> Iterator[str]:
    yield "def read(mapping):"
    yield "if type(mapping) is not dict: raise TypeError"
    yield "made, get, given = new(cls), mapping.get, 0"
    for at, field in enumerate(attrs.fields(cls)):
        names[f"put{at}"] = getattr(cls, field.name).__set__
        yield f"value = get({field.name!r}, not_given)"
        yield "if value is not_given:"
        if field.default is attrs.NOTHING:
            yield "    raise TypeError"
        else:
            group = field.metadata.get(GROUP)
            names[f"default{at}"] = field.default if group is None else group()
            yield f"    value = default{at}"
        yield "else:"
        yield "    given += 1"
        yield from (f"    {line}" for line in _taken(at, field, names))
        yield f"put{at}(made, value)"
    yield "if given != len(mapping): raise TypeError"
    if cls.__attrs_post_init__ is not check_group:
        names["check"] = cls.__attrs_post_init__
        yield "check(made)"
    yield "return made"


def _taken(at: int, field: attrs.Attribute[Any], names: Names) -> Iterator[str]:
    """The lines that turn a given value into what it stands for, or raise."""
    if GROUP in field.metadata:
        names[f"read{at}"] = straight(field.metadata[GROUP])
        yield f"value = default{at} if value is None else read{at}(value)"
        return
    kind = field.metadata[KIND]
    if field.metadata.get(REQUIRED):
        yield "if value is None: raise TypeError"
    if kind is bool:
        yield "if value is not True and value is not False and value is not None: raise TypeError"
    elif issubclass(kind, enum.Enum):
        names[f"words{at}"] = {None: None, **members(kind)}
        yield f"value = words{at}[value]"
    elif kind is datetime.date:
        yield "if value is not None:"
        yield "    if type(value) is str: value = parse_date(value)"
        yield "    if type(value) is not date: raise TypeError"
    else:
        names[f"rest{at}"] = (kind, bounds_of(field))
        yield f"kind, bounds = rest{at}"
        yield "if value is not None and fault_of('', kind, value, *bounds): raise TypeError"


def _is_checked(field: attrs.Attribute[Any]) -> bool:
    """Whether nothing is done to the values of a field but what is done to all of their kind."""
    if field.alias != field.name:
        return False
    if GROUP in field.metadata:
        return field.init and field.validator is None
    return KIND in field.metadata and is_plain_field(field)


def _doubt(_: Any) -> NoReturn:
    raise TypeError
