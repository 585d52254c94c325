"""The words and the clauses that a reader shows, in every language."""

from __future__ import annotations

from typing import Any

from ssrules.compiled.facts import in_languages
from ssrules.errors.telling import words_of
from ssrules.records.unstructure import plain
from ssrules.tables.book import Book
from ssrules.tables.clauses import Clause
from ssrules.words.speech import LANGUAGES, built_in

ELSEWHERE = frozenset(
    (
        *("ask", "meaning", "how", "fixed", "requirement", "rule_set", "asks", "holds", "obstacle"),
        *("type", "branch", "table", "property", "parameter", "title", "sheet", "picture"),
        *("language", "classification"),
    )
)
"""Words that stand with the facts and rows themselves, or that no reader tells."""
FAULTS = (
    *("required", "not_true_or_false", "not_a_whole_number", "not_a_number"),
    *("number_out_of_range", "not_a_string", "not_a_date", "not_one_of", "out_of_range"),
    *("white_space", "empty", "half_a_character", "after_as_of", "not_covered", "not_an_object"),
    *("unknown_fact", "more_unknown", "no_day_left", "before_the_calendar"),
)
"""The codes of the faults that a reader finds."""
PIECES = ("COMMA", "OR", "AROUND", "QUOTES")
"""What sentences about faults are joined and quoted with."""


def clause(given: Clause) -> dict[str, Any]:
    """A clause with its words; what is not known of it is left out."""
    found: dict[str, Any] = {
        "title": in_languages(given.title),
        "words": given.words,
        "language": given.language,
        "version": plain(given.version),
        "in_force_from": plain(given.in_force_from),
        "in_force_to": plain(given.in_force_to),
        "certainty": plain(given.certainty),
        "found": plain(given.found),
        "url": given.url,
    }
    return {key: value for key, value in found.items() if value}


def spoken(book: Book) -> dict[str, dict[str, str]]:
    """The words of every language: of the book's own facts, and of the codes it gives."""
    return {language: _words(book, language) for language in LANGUAGES}


def _words(book: Book, language: str) -> dict[str, str]:
    """Words for codes, those of the book's own before ours; what stands with facts is left out."""
    own = {key: str(text) for key, text in book.words.get(language, {}).items()}
    ours = {
        key: text
        for key, text in built_in(language).items()
        if "=" not in key and key.partition(":")[0] not in ELSEWHERE and key not in book.table
    }
    return ours | own


def faults() -> dict[str, Any]:
    """For every language how the faults of an input are told."""
    found: dict[str, Any] = {}
    for language in LANGUAGES:
        given = words_of(language)
        found[language] = {
            **{piece.lower(): getattr(given, piece) for piece in PIECES},
            "phrases": dict(given.PHRASES),
            "sentences": {code: _ways(given.FAULTS[code]) for code in FAULTS},
        }
    return found


def _ways(given: tuple[Any, ...]) -> list[list[str]]:
    """Message and hints of a fault, each as the ways in which it can be told."""
    message, *hints = given
    return [[message] if isinstance(message, str) else list(message), hints]
