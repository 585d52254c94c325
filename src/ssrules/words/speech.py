"""Words in one language: labels for codes, values, and lists as that language writes them."""

from __future__ import annotations

import datetime
import functools
import importlib
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ssrules.errors import UnknownNameError
from ssrules.late import door
from ssrules.records.text import Text

LANGUAGES = ("en", "zh")
"""The languages that everything a person reads exists in; the first is meant where none is said."""
ENGLISH = LANGUAGES[0]
FILES = ("", "_book", "_asking", "_screen")
"""The files of a language's words, by what follows its name."""
Period = tuple[datetime.date | None, datetime.date | None]
"""The first day of a span of days and the day after it; None where it has none."""


class Words:
    """The words of one language, those of a rule book before our own.

    A code without words is told as the code itself made readable.
    """

    def __init__(self, language: str, own: Mapping[str, str]) -> None:
        self.language = language
        self._own = own
        self._built_in = _built_in(language)

    def __reduce__(self) -> tuple[Any, ...]:
        return words, (self.language, {self.language: dict(self._own)})

    def __contains__(self, key: str) -> bool:
        return key in self._own or key in self._built_in

    def label(self, key: str, otherwise: str | None = None) -> str:
        """The words for a key; for one that has none `otherwise`, or the code made readable."""
        found = self._own.get(key) or self._built_in.get(key, otherwise)
        if found is None:
            code = key.rpartition("=")[2].rpartition(":")[2].rpartition(".")[2]
            found = code.replace("_", " ")
        return found

    def title(self, key: str, given: str) -> str:
        """The title of something that has one itself; words of one's own go before it."""
        own = self._own.get(key)
        if own is None and isinstance(given, Text) and self.language in given.others:
            own = given.told(self.language)
        return own or self._built_in.get(key, str(given))

    def first(self, *keys: str, otherwise: str | None = None) -> str:
        """The words for the first of the keys that has any."""
        found = next((each for each in keys if each in self), keys[-1])
        return self.label(found, otherwise)

    def value(self, asked: str, value: object) -> str:
        """The words for a value of an input or a fact; what is no code is told as it is."""
        if value is None:
            return self.label("unknown")
        if isinstance(value, datetime.date):
            return self.date(value)
        if asked == "as_of":
            return self.period(*_bounds(str(value)))
        code = str(value).lower() if isinstance(value, bool) else str(value)
        key = f"{asked}={code}"
        if key in self:
            return self.label(key)
        if isinstance(value, bool):
            return self.label("yes" if value else "no")
        return code if code.isprintable() else _escaped(code)

    def values(self, asked: str, values: Iterable[object]) -> list[str]:
        """The words for values of an input; periods that follow one another are told as one."""
        if asked != "as_of":
            return [self.value(asked, each) for each in values]
        return [self.period(*each) for each in _joined(map(_bounds, map(str, values)))]

    def date(self, day: datetime.date) -> str:
        """A day as it is written in running text."""
        return DATES[self.language](day)

    def period(self, first: datetime.date | None, end: datetime.date | None) -> str:
        """A span of days; the end is the day after it. None: without a first or a last day."""
        return PERIODS[self.language](first, end, self)

    def counted(self, number: int, unit: str) -> str:
        """A number of something: `1 day`, `3 days`, `3天`."""
        name = self.first(f"unit:{unit}={number}", f"unit:{unit}")
        return f"{number}{GAPS[self.language]}{name}"

    def amount(self, value: int | bool, unit: str, parameter: str) -> str:
        """The value of a parameter: a yes or no, or a number of its unit.

        A parameter may have words of its own for what it counts in.
        """
        if isinstance(value, bool):
            return self.label("yes" if value else "no")
        unit = parameter if f"unit:{parameter}" in self else unit
        return self.counted(value, unit) if unit else str(value)

    def listed(self, words: Iterable[str], last: str = "and") -> str:
        """A list in words: `a, b and c`, `a、b和c`."""
        *most, final = [*words] or [""]
        comma, between = JOINTS[self.language][last]
        return f"{comma.join(most)}{between}{final}" if most else final

    def coded(self, subject: str, codes: Iterable[str], last: str = "and") -> str:
        """The words for codes of a subject, as a list."""
        return self.listed((self.label(f"{subject}:{code}") for code in codes), last)


def _escaped(text: str) -> str:
    with door:
        from ssrules.errors.telling import escaped

    return escaped(text)


def words(language: str = ENGLISH, own: Mapping[str, Mapping[str, str]] | None = None) -> Words:
    """The words of a language; `own` are those of a rule book, by language.

    Raises `UnknownNameError`, which lists the known languages.
    """
    return Words(known(language), (own or {}).get(language, {}))


def known(language: str) -> str:
    """The language itself. Raises `UnknownNameError`, which lists the known ones, for any other."""
    if language not in LANGUAGES:
        raise UnknownNameError("language", language, LANGUAGES)
    return language


def built_in(language: str, files: Iterable[str] = FILES) -> Mapping[str, str]:
    """Our own words of a language, of all its files or of some."""
    found: dict[str, str] = {}
    for each in files:
        with door:
            found |= importlib.import_module(f"ssrules.words.{language}{each}").WORDS
    return found


@functools.cache
def _built_in(language: str) -> Mapping[str, str]:
    return built_in(language)


def _chinese_date(day: datetime.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _bounds(written: str) -> Period:
    """The first day and the day after a span of days, written as `[2026-01-01..2027-01-01)`."""
    days = [datetime.date.fromisoformat(each) for each in DAY.findall(written)]
    return (None if written[0] == "<" else days[0]), (None if written[0] == ">" else days[-1])


def _joined(periods: Iterable[Period]) -> list[Period]:
    joined: list[Period] = []
    for first, end in periods:
        if joined and first is not None and joined[-1][1] == first:
            first, _ = joined.pop()
        joined.append((first, end))
    return joined


def _english_period(first: datetime.date | None, end: datetime.date | None, say: Words) -> str:
    if first is None:
        return f"before {say.date(end)}" if end else "any day"
    told = f"from {say.date(first)}"
    return f"{told} to {say.date(end - ONE_DAY)}" if end else f"{told} on"


def _chinese_period(first: datetime.date | None, end: datetime.date | None, say: Words) -> str:
    if first is None:
        return f"{say.date(end)}之前" if end else "不限"
    told = say.date(first)
    return f"{told}至{say.date(end - ONE_DAY)}" if end else f"{told}起"


DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
ONE_DAY = datetime.timedelta(1)
PERIODS: Mapping[str, Callable[[datetime.date | None, datetime.date | None, Words], str]] = {
    "en": _english_period,
    "zh": _chinese_period,
}
DATES: Mapping[str, Callable[[datetime.date], str]] = {
    "en": datetime.date.isoformat,
    "zh": _chinese_date,
}
GAPS = {"en": " ", "zh": ""}
JOINTS = {
    "en": {
        "and": (", ", " and "),
        "or": (", ", " or "),
        "then": (", then ", ", then "),
        "at once": (", ", " and at once "),
        "only": (", ", ", "),
        "also": ("; ", "; "),
    },
    "zh": {
        "and": ("、", "和"),
        "or": ("、", "或"),
        "then": ("，再", "，再"),
        "at once": ("、", "，并且"),
        "only": ("、", "、"),
        "also": ("；", "；"),
    },
}
"""Between the items of a list, and before the last of them."""
