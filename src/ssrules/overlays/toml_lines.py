"""On which line of a TOML text each table, key and item stands, which `tomllib` does not tell."""

from __future__ import annotations

import bisect
import re
import tomllib

from ssrules.records.limits import DEFAULT

Path = tuple[str | int, ...]
"""Keys, and the positions of items in arrays, from the whole text inwards."""

_SPACE = re.compile(r"[ \t]*(?:#[^\n]*)?")
_SPACE_AND_LINES = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_KEY = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|[A-Za-z0-9_-]+")
_STRING = re.compile(
    r"\"\"\"(?:[^\\]|\\.)*?\"\"\"\"{0,2}|'''.*?''''{0,2}|\"(?:[^\"\\]|\\.)*\"|'[^']*'", re.DOTALL
)
_SCALAR = re.compile(r"[^\s,\]}#]+(?: \d\d:[^\s,\]}#]+)?")


_DOTTED = r"(?:(?:[A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*\.[ \t]*){%d}"


class TooDeepError(ValueError):
    """A text whose keys or values are nested too deeply; `line` is where."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def lines_of(text: str, depth: int = DEFAULT.depth) -> dict[Path, int]:
    """The line, from 1, of every path of a text that is TOML; where it is none, of what can be.

    Raises `TooDeepError` for a path of more than `depth` keys and positions: `tomllib` would take
    time and memory that grow with its square.
    """
    return _Walk(text.replace("\r\n", "\n"), depth).found


class _Walk:
    """One walk through a text, past everything that may stand in it."""

    def __init__(self, text: str, depth: int) -> None:
        self.text = text
        self.depth = depth
        self.ends = [found.start() for found in re.finditer("\n", text)]
        self.at = 0
        self.found: dict[Path, int] = {(): 1}
        self.items: dict[Path, int] = {}
        self.table: Path = ()
        self._skip(_SPACE_AND_LINES)
        while self.at < len(text):
            before = self.at
            if self._peek("["):
                self._header()
            else:
                self._pair(self.table)
            self._skip(_SPACE_AND_LINES)
            if self.at == before:
                self._glance()
                return

    def _glance(self) -> None:
        """Look for depth in what is no TOML, or none that is understood here, more roughly."""
        found = re.compile(_DOTTED % (self.depth + 1)).search(self.text, self.at)
        if found is not None:
            self.at = found.start()
            raise TooDeepError(self._line())
        depth = 0
        for each in re.finditer(r"[\[\]{}]", self.text[self.at :]):
            depth += 1 if each.group() in "[{" else -1
            if depth > self.depth:
                self.at += each.start()
                raise TooDeepError(self._line())

    def _header(self) -> None:
        array = self._peek("[[")
        self.at += 2 if array else 1
        keys, line = self._keys(), self._line()
        self.at += 2 if array else 1
        path: Path = ()
        for depth, key in enumerate(keys, 1):
            path = (*path, key)
            self.found.setdefault(path, line)
            if array and depth == len(keys):
                self.items[path] = self.items.get(path, 0) + 1
            if path in self.items:
                path = (*path, self.items[path] - 1)
        self.found.setdefault(path, line)
        self.table = path

    def _pair(self, table: Path) -> None:
        line = self._line()
        path = table
        for key in self._keys():
            path = (*path, key)
            self.found.setdefault(path, line)
        self._past("=")
        self._value(path)

    def _keys(self) -> tuple[str, ...]:
        keys: list[str] = []
        while True:
            self._skip(_SPACE)
            key = _KEY.match(self.text, self.at)
            if key is None:
                return tuple(keys)
            self.at = key.end()
            if len(keys) >= self.depth:
                raise TooDeepError(self._line())
            keys.append(_read(key.group()))
            self._skip(_SPACE)
            if not self._peek("."):
                return tuple(keys)
            self.at += 1

    def _value(self, path: Path) -> None:
        self._skip(_SPACE_AND_LINES)
        if len(path) > self.depth:
            raise TooDeepError(self._line())
        self.found.setdefault(path, self._line())
        if self._peek("["):
            self._many("]", path)
        elif self._peek("{"):
            self._many("}", path)
        else:
            self._skip(_STRING if self._peek('"') or self._peek("'") else _SCALAR)

    def _many(self, closing: str, path: Path) -> None:
        """An array's items or an inline table's pairs."""
        self.at += 1
        item = 0
        self._skip(_SPACE_AND_LINES)
        while self.at < len(self.text) and not self._peek(closing):
            before = self.at
            if closing == "]":
                self._value((*path, item))
                item += 1
            else:
                self._pair(path)
            self._skip(_SPACE_AND_LINES)
            self._past(",")
            self._skip(_SPACE_AND_LINES)
            if self.at == before:
                return
        self.at += 1

    def _past(self, mark: str) -> None:
        self._skip(_SPACE)
        if self._peek(mark):
            self.at += 1

    def _peek(self, mark: str) -> bool:
        return self.text.startswith(mark, self.at)

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self.text, self.at)
        if found is not None:
            self.at = found.end()

    def _line(self) -> int:
        return bisect.bisect_left(self.ends, self.at) + 1


def _read(key: str) -> str:
    if key[0] not in "\"'":
        return key
    try:
        return str(tomllib.loads(f"key = {key}")["key"])
    except tomllib.TOMLDecodeError:
        return key
