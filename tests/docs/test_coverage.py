"""What covers what: no sentence of the source is left out, and no rule rests on nothing."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from ssrules import RuleBook

ROOT = Path(__file__).parents[2]
SOURCE = ROOT.parent / "shared" / "source.txt"
BOOK = RuleBook.default()


@pytest.fixture
def coverage(monkeypatch: pytest.MonkeyPatch) -> object:
    """The file that writes the page."""
    pytest.importorskip("sphinx", reason="the group docs is not installed")
    monkeypatch.syspath_prepend(str(ROOT / "docs" / "_ext"))
    return importlib.import_module("ssrules_docs.coverage")


def test_every_clause_of_the_source_is_carried_or_says_what_carries_it(coverage: object) -> None:
    """By rows that cite it, or by what is told in their place; never by both."""
    carried = coverage.by_clause(BOOK)  # type: ignore[attr-defined]
    own = {each for each in BOOK.clauses if each.startswith("source.")}
    cited = own & set(carried)
    assert own - cited == set(coverage.UNCITED)  # type: ignore[attr-defined]


def test_both_languages_tell_every_row(coverage: object) -> None:
    """With what it rests on."""
    for language in ("en", "zh"):
        told = coverage.written(language)  # type: ignore[attr-defined]
        rows = [rule.id for each in BOOK.rule_sets for rule in each.rules]
        assert all(f"`{id_}`" in told for id_ in (*rows, *(p.name for p in BOOK.parameters)))


@pytest.mark.skipif(not SOURCE.exists(), reason="the source document is not beside this checkout")
def test_no_sentence_of_the_source_is_left_out(coverage: object) -> None:
    """What the clauses and the sentences without a rule leave of the document is nothing."""
    left = " ".join(SOURCE.read_text("utf-8").split())
    pieces = [each.words for id_, each in BOOK.clauses.items() if id_.startswith("source.")]
    pieces += [words for words, _ in coverage.NO_RULE]  # type: ignore[attr-defined]
    for piece in sorted(pieces, key=len, reverse=True):
        assert " ".join(piece.split()) in left, piece
        left = left.replace(" ".join(piece.split()), " ", 1)
    assert re.findall(r"[A-Za-z]+", left) == []
