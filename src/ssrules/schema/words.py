"""What is said in a schema for readers, in both languages.

`title` and `description` are English; `x-title-zh` and `x-description-zh` say the same in Chinese,
and `x-enum-words` has the words of each value by language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ssrules.tables.book import Book
from ssrules.words.speech import ENGLISH, LANGUAGES, Words, words

Schema = dict[str, Any]


def speakers(book: Book) -> dict[str, Words]:
    """The words of each language, those of a book before our own."""
    return {language: words(language, book.words) for language in LANGUAGES}


def told(keyword: str, texts: Mapping[str, str]) -> Schema:
    """A text for readers under a keyword, in each language that has it."""
    return {
        keyword if language == ENGLISH else f"x-{keyword}-{language}": text
        for language, text in texts.items()
        if text
    }


def enumerated(asked: str, values: Iterable[str], says: Mapping[str, Words]) -> Schema:
    """An enumeration, with the words of each value."""
    listed = [str(each) for each in values]
    said = {
        language: {each: say.value(asked, each) for each in listed}
        for language, say in says.items()
    }
    return {"enum": list(listed), "x-enum-words": said}
