"""What a machine remembers is bounded, and makes no difference to what it answers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssrules import Case, RuleBook, decide
from ssrules.deciding import blocks, machine, with_documents
from ssrules.deciding.machine import Machine
from ssrules.engines.python import PythonEngine
from ssrules.strategies import cases


@settings(max_examples=10)
@given(st.lists(cases(), min_size=5, max_size=10))
def test_forgetting_changes_no_decision(some: list[Case]) -> None:
    """A machine that may keep one entry at a time decides like one that keeps all."""
    twice = some + some[::-1]
    expected = [decide(case) for case in twice]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "LARGEST_BLOCK", 1)
        patch.setattr(machine, "LARGEST_BLOCK", 1)
        patch.setattr(machine, "REMEMBERED_PARTS", 1)
        patch.setattr(with_documents, "REMEMBERED_PARTS", 1)
        forgetful = RuleBook.default().with_engine(PythonEngine())
        assert [decide(case, forgetful) for case in twice] == expected
        kept = [block.entries for block in Machine.of(forgetful).blocks]
        assert all(len(entries) <= 1 for entries in kept)


def test_books_that_differ_in_values_only_share_a_machine() -> None:
    """What was learned serves all of them; another engine starts anew."""
    rules = RuleBook.default()
    assert Machine.of(rules.with_parameters(activation_window_days=60)) is Machine.of(rules)
    assert Machine.of(rules.with_engine(PythonEngine())) is not Machine.of(rules)


def test_nothing_is_worked_out_before_it_is_asked() -> None:
    """A new machine has learned no entry."""
    rules = RuleBook.default().with_engine(PythonEngine())
    assert all(not block.entries for block in Machine.of(rules).blocks)
