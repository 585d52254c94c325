"""Decisions as plain trees and as JSON text, put together from those of their parts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests.frames.rows import draw, mapping_of, with_text_dates
from tests.frames.test_books import BOOKS

from ssrules import Case, Decision, FactError, RuleBook, decide, decide_json

BOOK_NAMES = ("dated window", "own rules")


def changeable(tree: Any) -> Iterator[Any]:
    """Every dict and list of a tree."""
    if isinstance(tree, dict | list):
        yield tree
        for each in list(tree.values()) if isinstance(tree, dict) else list(tree):
            yield from changeable(each)


def cases(seed: int) -> Iterator[tuple[dict[str, Any], Case]]:
    """Cases without a fault, and what they are made of."""
    for row in with_text_dates(draw(300, seed=seed)):
        try:
            yield mapping_of(row), Case.from_dict(mapping_of(row))
        except FactError:
            continue


@pytest.mark.parametrize("name", ["default", *BOOK_NAMES])
def test_a_text_is_that_of_the_tree_letter_by_letter(name: str) -> None:
    """With parts that other decisions had before, and with rule sets of one's own."""
    book = BOOKS.get(name, RuleBook.default())
    told = 0
    for tree, case in cases(31):
        try:
            decision = decide(case, book)
        except FactError:
            continue
        text = json.dumps(decision.to_dict(), ensure_ascii=False)
        assert decision.to_json() == text
        assert Decision.from_json(text).to_json() == text
        assert decide_json(json.dumps(tree), book) == text.encode()
        assert decide_json(json.dumps(tree).encode(), book) == text.encode()
        told += decision.next_change is not None
    assert told > 5


@pytest.mark.parametrize("name", ["default", *BOOK_NAMES])
def test_a_tree_is_that_of_a_decision_which_has_no_parts_in_common(name: str) -> None:
    """And whoever changes one changes no other's, of the same decision or of another."""
    book = BOOKS.get(name, RuleBook.default())
    for _, case in cases(32):
        try:
            decision = decide(case, book)
        except FactError:
            continue
        text = decision.to_json()
        tree = decision.to_dict()
        assert tree == Decision.from_json(text).to_dict()
        assert list(tree) == list(json.loads(text))
        for each in list(changeable(tree)):
            each.clear()
        assert decision.to_dict() == json.loads(text)
        assert decide(case, book).to_dict() == json.loads(text)


def test_a_fault_is_told_as_elsewhere() -> None:
    """No JSON, a fact that is none, a day that is not covered: all are a `FactError`."""
    for data in (
        b"{",
        b'{"as_of": "2026-11-22", "person": {"agee": 1}}',
        b'{"as_of": "2020-01-01"}',
    ):
        with pytest.raises(FactError):
            decide_json(data)
