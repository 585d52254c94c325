"""Words of the command line in the language that is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

from ssrules.late import door

LANGUAGES = ("en", "zh")


def words(language: str = "en") -> Mapping[str, str]:
    """The words of the command line, by their keys; English for a language that is not known."""
    name = language if language in LANGUAGES else LANGUAGES[0]
    with door:
        found = importlib.import_module(f"ssrules.words.cli_{name}")
    table: Mapping[str, str] = found.WORDS
    return table


def counted(key: str, count: int, language: str = "en", /, **values: str | int) -> str:
    """The words of a key for so many of something; of one there may be words of their own."""
    one = f"{key}=1"
    known = words(language)
    return told(one if count == 1 and one in known else key, language, count=count, **values)


def told(key: str, language: str = "en", /, **values: str | int) -> str:
    """The words of a key, with the values in their places."""
    return words(language)[key].format(**values)
