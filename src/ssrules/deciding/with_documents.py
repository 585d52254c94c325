"""Parts that hang on the documents at hand, each made once."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

from ssrules.deciding.part_kinds import Draft
from ssrules.tables.documents import Document
from ssrules.tables.memory import Remembered

REMEMBERED_PARTS = 20_000
"""How many parts, each for other documents at hand, a draft keeps."""

Make = Callable[[tuple[str, ...], tuple[str, ...]], Any]
"""From the codes of the documents that are missing and unconfirmed to a part."""


class WithDocuments:
    """Parts that differ in the documents at hand only, each made once."""

    def __init__(self, documents: tuple[Document, ...], make: Make) -> None:
        self._documents = documents
        self._make = make
        self.paths = tuple(dict.fromkeys(fact for each in documents for fact in each.facts))
        self._get = attrgetter(*self.paths)
        self._made: Remembered[Any, Any] = Remembered(REMEMBERED_PARTS)

    def __call__(self, case: Any, _: datetime.date | None) -> Any:
        """Give the part for the documents at hand in a case."""
        known = self._get(case)
        found = self._made.get(known)
        if found is None:
            values = known if len(self.paths) > 1 else (known,)
            found = self._made.keep(
                known, self._make(*wanting(self._documents, values, self.paths))
            )
        return found


def wanting(
    documents: tuple[Document, ...], values: tuple[bool | None, ...], paths: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of the documents that are missing, and of those that are not confirmed."""
    facts = dict(zip(paths, values, strict=True))
    states = [(each.code, at_hand(each, facts)) for each in documents]
    missing = tuple(dict.fromkeys(code for code, state in states if state is False))
    unconfirmed = tuple(dict.fromkeys(code for code, state in states if state is None))
    return missing, unconfirmed


def with_documents(documents: tuple[Document, ...], make: Make) -> Draft:
    """The draft of a part that hangs on documents, if there are any."""
    if not documents:
        part = make((), ())
        return Draft(lambda _, __: part, part)
    finish = WithDocuments(documents, make)
    return Draft(finish, paths=finish.paths)


def at_hand(document: Document, facts: Mapping[str, bool | None]) -> bool | None:
    """Whether a document is at hand: None where the unknown facts leave it open."""
    all_of = [facts[path] for path in document.all_of]
    any_of = [facts[path] for path in document.any_of]
    if False in all_of or (any_of and all(fact is False for fact in any_of)):
        return False
    if None in all_of or (any_of and True not in any_of):
        return None
    return True


def is_at_hand(document: Document, case: Any) -> bool:
    """Whether a document is known to be at hand in a case."""
    return at_hand(document, {path: attrgetter(path)(case) for path in document.facts}) is True
