"""The rule books that a page lets people choose from: the built-in one, and those of places."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ssrules import localities
from ssrules.compiled import compiled
from ssrules.page.differences import difference
from ssrules.rulebook import RuleBook
from ssrules.words.speech import LANGUAGES

BUILT_IN = "default"
"""The name of the built-in book."""


@attrs.frozen
class Place:
    """One of the rule books of a page: its name in links, and what it is called."""

    name: str
    titles: Mapping[str, str]
    book: RuleBook


def places(titles: Mapping[str, str]) -> tuple[Place, ...]:
    """The built-in book, called by `titles`, and the books of all localities that are known."""
    found = [Place(BUILT_IN, titles, RuleBook.default())]
    for name in localities.names():
        text = localities.text(name)
        title = tomllib.loads(text).get("title", name)
        called = {each: _in(title, each) for each in LANGUAGES}
        found.append(Place(name, called, RuleBook.from_toml(text)))
    return tuple(found)


def _in(title: str | Mapping[str, str], language: str) -> str:
    """A title of a file, which is in one language or in several."""
    return title if isinstance(title, str) else title.get(language, title["en"])


def written(given: Iterable[Place]) -> list[dict[str, Any]]:
    """The places as data: of every book but the first only what differs from that."""
    found: list[dict[str, Any]] = []
    first: dict[str, Any] = {}
    for place in given:
        book = compiled(place.book)
        first = first or book
        changes = book if book is first else difference(first, book)
        found.append({"name": place.name, "titles": dict(place.titles), "book": changes})
    return found
