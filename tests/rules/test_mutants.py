"""What is wrong in the rules is noticed: a sample of what `make mutate` tries."""

from __future__ import annotations

import itertools

from mutate.books import BUILT_IN, Mutant, of_clauses, of_parameters, of_rule_sets, unchanged
from mutate.equivalent import REASONS, why_equivalent
from tests.contract import PARTS

EVERY = 97


def test_the_book_without_a_change_is_right() -> None:
    """Else a mutant would be noticed for what is not wrong with it; and it is the built-in book."""
    assert Mutant("nothing wrong", unchanged, PARTS).noticed() is None
    assert unchanged() == BUILT_IN


def test_one_mutant_in_many_is_noticed() -> None:
    """Every so manieth of the rules', and all of the parameters', unless it changes nothing."""
    sample = [*itertools.islice(of_rule_sets(), 0, None, EVERY), *of_parameters()]
    assert len(sample) > 40
    for each in sample:
        assert (each.noticed() is None) == (why_equivalent(each.name) is not None), each.name


def test_what_is_said_to_change_nothing_changes_nothing() -> None:
    """Each reason has its mutants, and no test notices them."""
    mutants = [*of_rule_sets(), *of_parameters()]
    same = [each for each in mutants if why_equivalent(each.name)]
    assert {why_equivalent(each.name) for each in same} == set(REASONS.values())
    assert all(each.noticed() is None for each in same)


def test_every_change_to_a_clause_is_noticed() -> None:
    """A word put in, a sign left out, another day, another certainty."""
    assert [name for name, said in of_clauses() if said is None] == []
