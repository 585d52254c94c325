"""A decision as a sheet says what the decision says, as text and as HTML, in both languages."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from tests.html_read import shown

import ssrules
from ssrules import strategies
from ssrules.errors import SsrulesError, UnknownNameError
from ssrules.words.speech import LANGUAGES, words
from ssrules.words.wrapping import cells

CASE = ssrules.Case.from_dict(
    {
        "as_of": "2026-11-22",
        "card": {"received_on": "2026-03-01", "bank": "<b>&", "financial": "inactive"},
        "institution": {"kind": "bank_outlet"},
    }
)


@settings(max_examples=30)
@given(strategies.cases())
def test_every_part_stands_on_the_sheet_with_its_answer_and_its_clauses(case: ssrules.Case) -> None:
    """In both languages, as text and as HTML."""
    decision = ssrules.decide(case)
    for language in LANGUAGES:
        say = words(language)
        for told in shown(decision.sheet(language=language)):
            for path, part in decision.parts:
                assert say.label(f"part:{path}") in told
                for clause in part.clauses:
                    assert f"[{clause}]" in re.sub(r"\s+", "", told)
                for path in part.needs:
                    assert say.label(path) in " ".join(told.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_fits_its_columns(language: str) -> None:
    """Ninety-eight cells, a Chinese character counted as two."""
    for line in str(ssrules.decide(CASE).sheet(language=language)).splitlines():
        assert cells(line) <= 98


def test_a_printed_decision_is_its_sheet() -> None:
    """And the same stands in a notebook."""
    decision = ssrules.decide(CASE)
    assert str(decision) == str(decision.sheet()) == shown(decision)[0]


def test_a_decision_read_back_shows_its_data() -> None:
    """It knows no rule book, so it has no sheet, and says so."""
    read = ssrules.Decision.from_json(ssrules.decide(CASE).to_json())
    assert str(read) == repr(read) == read._repr_mimebundle_()["text/plain"]
    with pytest.raises(SsrulesError, match="read back"):
        read.sheet()


def test_an_unknown_language_is_an_error() -> None:
    """It names the languages that there are."""
    with pytest.raises(UnknownNameError, match="known: en, zh"):
        ssrules.decide(CASE).sheet(language="fr")


def test_a_case_shows_what_is_known_and_what_is_not() -> None:
    """Every fact, and nothing of an input is read as HTML."""
    _, told = shown(CASE)
    assert "<b>&" in told
    for fact in CASE.table:
        assert fact.path in told


@pytest.mark.parametrize("rule_set", ssrules.RuleBook.default().rule_sets, ids=lambda it: it.name)
def test_a_rule_set_is_a_table_with_its_citations(rule_set: Any) -> None:
    """Every row by its id, every clause with its words."""
    _, told = shown(rule_set)
    for row in rule_set.rules:
        assert row.id in told
    for clause in rule_set.clauses:
        assert clause.id in told
        assert clause.words.split("\n")[0] in told


def test_a_book_shows_which_rule_set_feeds_which() -> None:
    """Every rule set, and below `feeds` those that ask it or add to it."""
    _, told = shown(ssrules.RuleBook.default())
    for each in ssrules.RuleBook.default().rule_sets:
        assert each.name in told
