"""Asking for documents: whether each of those that a part asks for is at hand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ssrules.asking.answers import Question
from ssrules.asking.standing import Standing
from ssrules.asking.topics import Topic
from ssrules.deciding.with_documents import at_hand
from ssrules.tables.documents import Document


def unconfirmed(parts: Mapping[str, Any]) -> dict[str, Any]:
    """The parts that are settled but for documents of which none is known to be missing."""
    return {
        path: part
        for path, part in parts.items()
        if part.status != "undetermined"
        and not getattr(part, "missing_documents", ())
        and getattr(part, "unconfirmed_documents", ())
    }


def document_questions(
    standing: Standing, parts: Mapping[str, Any], unknown: Collection[str]
) -> list[Question]:
    """The facts that can still tell whether the documents of parts are at hand.

    First those that most parts hang on, in the order of the parts; `unknown` are the facts that
    nobody knows.
    """
    hanging: dict[str, list[str]] = {}
    for path, part in parts.items():
        for document in standing.documents(path, part):
            for fact in _telling(standing, document):
                if fact not in unknown and path not in hanging.setdefault(fact, []):
                    hanging[fact].append(path)
    table = standing.machine.facts
    first = sorted(hanging, key=lambda fact: -len(hanging[fact]))
    return [
        Topic(fact, (fact,)).question(table, standing.say, (0.0, 0.0), tuple(hanging[fact]))
        for fact in first
    ]


def _telling(standing: Standing, document: Document) -> Iterator[str]:
    """The unknown facts that can change whether a document is at hand."""
    facts = {path: standing.value(path) for path in document.facts}
    if at_hand(document, facts) is None:
        open_ = not any(facts[path] for path in document.any_of)
        asked = (*document.all_of, *(document.any_of if open_ else ()))
        yield from (path for path in asked if facts[path] is None)
