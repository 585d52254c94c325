"""A text in several languages: an English string that carries what others read in its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from ssrules.errors import RuleError
from ssrules.late import door
from ssrules.records.frozen import FrozenDict


class Text(str):
    """A text in English that knows how it reads in other languages: `Text("bank", zh="银行")`.

    It is equal to its English words and hashes as they do. Raises `RuleError` for a language
    without words.
    """

    __slots__ = ("others",)
    others: Mapping[str, str]

    def __new__(cls, english: str, **others: str) -> Text:
        """Make a text of its English words and those of other languages, by their codes."""
        for language, words in others.items():
            if not str(words or "").strip():
                with door:
                    from ssrules.errors.telling import shown

                raise RuleError.of(shown(english), "no_words_in", language=language)
        made = super().__new__(cls, english)
        object.__setattr__(made, "others", FrozenDict(others))
        return made

    def told(self, language: str) -> str:
        """The words in a language; the English ones where it has none."""
        return self.others.get(language, str(self))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a text cannot be changed: make a new one with another {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a text cannot lose {name}")

    def __reduce__(self) -> tuple[Any, ...]:
        return _text, (str(self), dict(self.others))


def _text(english: str, others: Mapping[str, str]) -> Text:
    return Text(english, **others)


def told(text: str, language: str) -> str:
    """A text in a language, if it knows it, else as it stands."""
    return text.told(language) if isinstance(text, Text) else text
