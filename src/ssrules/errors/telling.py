"""Telling what is wrong: a code and its data become a sentence of a language.

The sentences stand in `ssrules.words.faults_<language>`, which is loaded when one is told. What
they repeat of an input is short, and nothing in it can steer a terminal or begin a line of a log.
"""

from __future__ import annotations

import functools
import importlib
import re
from collections.abc import Iterable, Iterator, Mapping
from types import ModuleType
from typing import Any

from ssrules.late import door

LANGUAGES = ("en", "zh")
LONGEST = 200
"""So many characters of a value are repeated, and of each other piece of an input."""
MOST_LISTED = 60
"""So many known names are listed."""
CUT = "…"
VALUE = "value"
"""The piece that is what was given."""
ALWAYS = frozenset({VALUE, "name", "key"})
"""The pieces that are told whatever they are; others are left out where they are None or ()."""
SECRET = frozenset({VALUE, "like", "limit", "written", "member", "error"})
"""The pieces that tell of a value, and are left out where values are hidden."""

_STEERING = {
    point: chr(point).encode("unicode_escape").decode("ascii")
    for point in (
        *range(0x20),
        *range(0x7F, 0xA0),
        *(0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    )
}
"""Control characters, ends of lines, and marks that turn the direction of text, as escapes."""


HALF = re.compile("[\ud800-\udfff]")
"""Half of a character: Python's strings may hold one, and no text that is written may."""


def escaped(text: str) -> str:
    """A text with what would steer a terminal, and what cannot be encoded, as escapes."""
    if text.isprintable():
        return text
    return text.translate(_STEERING).encode("utf-8", "backslashreplace").decode("utf-8")


def clipped(text: str) -> str:
    """The beginning of a text, escaped; a mark shows where it was cut."""
    start = str.__getitem__(text, slice(0, LONGEST + 1))
    if len(start) <= LONGEST:
        return escaped(start)
    return escaped(start[:LONGEST]) + CUT


def shown(value: object, quotes: str = "''") -> str:
    """A value as messages repeat it: text in quotes, all else as Python writes it."""
    if isinstance(value, str):
        return f"{quotes[0]}{clipped(value)}{quotes[1]}"
    return clipped("".join(_written(value)))


def name_of(key: object) -> str:
    """The key of a mapping as a path has it."""
    return clipped(key) if isinstance(key, str) else shown(key)


def listed_first(names: Iterable[object], between: str) -> str:
    """The first names of many, joined; a mark shows that there are more."""
    known = tuple(names)
    told = [clipped(each) if isinstance(each, str) else shown(each) for each in known]
    return between.join(told[:MOST_LISTED]) + (
        f"{between}{CUT}" if len(known) > MOST_LISTED else ""
    )


def plain(value: object) -> Any:
    """A value as JSON can hold it: itself where it is small and plain, else as it is shown."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return clipped(value)
    if len("".join(_written(value))) > LONGEST:
        return shown(value)
    return _tree(value)


def sentence(table: str, code: str, data: Mapping[str, Any], language: str) -> tuple[str, str]:
    """The message of a code and its cure, "" where there is none.

    `table` is FAULTS or ERRORS. Of several ways of saying it, it is the first that has all it
    needs. Raises `KeyError` for a code that the language has no words for.
    """
    words = words_of(language)
    pieces = {
        name: _Piece(each, words, name)
        for name, each in data.items()
        if name in ALWAYS or not (each is None or (type(each) is tuple and not each))
    }
    message, *hints = getattr(words, table)[code]
    told = _first((message,) if isinstance(message, str) else message, pieces)
    return told, _first(hints, pieces)


@functools.cache
def words_of(language: str) -> ModuleType:
    """The words of one of the languages."""
    with door:
        return importlib.import_module(f"ssrules.words.faults_{language}")


class Hidden:
    """Stands for a value that is left out."""

    def __repr__(self) -> str:
        return CUT


class _Piece:
    """One piece of a sentence: `{name!r}` shows it as a value, `{name}` as a word or a list."""

    __slots__ = ("name", "value", "words")

    def __init__(self, value: object, words: ModuleType, name: str) -> None:
        self.value = value
        self.words = words
        self.name = name

    def __repr__(self) -> str:
        if isinstance(self.value, Hidden):
            return str(self.words.HIDDEN)
        told = shown(self.value, self.words.QUOTES)
        around = "" if isinstance(self.value, str) else self.words.AROUND
        return f"{around}{told}{around}"

    def __format__(self, _: str) -> str:
        if isinstance(self.value, Hidden):
            return str(self.words.HIDDEN)
        if isinstance(self.value, tuple):
            near = self.name in ("near", "like")
            items = map(self._told, self.value)
            return listed_first(items, self.words.OR if near else self.words.COMMA)
        if isinstance(self.value, str):
            return clipped(str(self._told(self.value)))
        return clipped(str(self.value))

    def _told(self, value: Any) -> Any:
        """A word in the language, if it has one there."""
        if not isinstance(value, str):
            return value
        told = getattr(value, "told", None)  # a text that reads otherwise elsewhere
        if told is not None and self.words.LANGUAGE != "en":
            return told(self.words.LANGUAGE)
        return self.words.PHRASES.get(value, value)


def _first(ways: Iterable[str], pieces: Mapping[str, _Piece]) -> str:
    for way in ways:
        try:
            return way.format_map(pieces).strip()
        except KeyError:
            continue
    return ""


def _written(value: object) -> Iterator[str]:
    """What Python writes of a value, in parts, no further than is shown of it."""
    room = LONGEST + 1
    waiting: list[Any] = [iter((("", value),))]
    while waiting and room > 0:
        found = next(waiting[-1], None)
        if found is None:
            waiting.pop()
            continue
        before, each = found
        several = None if before is None else _opened(each)
        if before is None or several is None:
            text = each if before is None else before + _leaf(each)
        else:
            text = before + several[0]
            waiting.append(several[1])
        room -= len(text)
        yield text


def _opened(value: object) -> tuple[str, Iterator[tuple[str | None, Any]]] | None:
    """How a list or the like begins, and its parts, each with what precedes it."""
    writes = type(value).__repr__
    if isinstance(value, dict) and writes is dict.__repr__:
        return "{", _pairs(value)
    if isinstance(value, list) and writes is list.__repr__:
        return "[", _items(value, "]")
    if isinstance(value, tuple) and writes is tuple.__repr__:
        return "(", _items(value, ",)" if len(value) == 1 else ")")
    return None


def _items(values: Iterable[Any], end: str) -> Iterator[tuple[str | None, Any]]:
    for at, each in enumerate(values):
        yield ", " if at else "", each
    yield None, end


def _pairs(values: dict[Any, Any]) -> Iterator[tuple[str | None, Any]]:
    for at, (key, each) in enumerate(dict.items(values)):
        yield ", " if at else "", key
        yield ": ", each
    yield None, "}"


def _leaf(value: object) -> str:
    if type(value) is str or type(value) is bytes:
        return repr(value[: LONGEST + 1])
    if type(value) is int and _is_huge(value):
        return f"~10^{value.bit_length() * 30103 // 100000}"
    try:
        return str.__str__(repr(value))
    except Exception:  # noqa: BLE001  # whatever a class of another's does, the fault is told
        return f"<{type(value).__name__}>"


def _is_huge(number: int) -> bool:
    """Whether a number has more digits than are told; Python itself refuses to write some."""
    return number.bit_length() > 4 * LONGEST


def _tree(value: Any) -> Any:
    """A small value as a tree for JSON."""
    if value is None or type(value) is bool:
        return value
    if type(value) is int:
        return shown(value) if _is_huge(value) else value
    if type(value) is str:
        return escaped(value)
    if type(value) is float:
        return value if value - value == 0 else repr(value)
    if type(value) in (list, tuple):
        return [_tree(each) for each in value]
    if type(value) is dict and all(type(key) is str for key in value):
        return {escaped(key): _tree(each) for key, each in value.items()}
    isoformat = getattr(value, "isoformat", None)
    return isoformat() if type(value).__module__ == "datetime" and isoformat else shown(value)
