"""Every row, reading, parameter and clause of the built-in book is the independent tables'."""

from __future__ import annotations

import pytest
from tests.contract import PARTS
from tests.evaluator.readings import READINGS
from tests.rules.answered import answered, asked
from tests.rules.held import cited, counted, places, quoted, read, set_

from ssrules import RuleBook

BOOK = RuleBook.default()


def test_each_row_cites_what_the_contract_says_in_its_order() -> None:
    """Rules, requirements, parameters, and the rows that add to an answer."""
    assert list(cited(BOOK)) == []


def test_each_row_has_its_readings_and_no_other() -> None:
    """What is chosen, what could be read instead, and what the choice rests on."""
    assert list(read(BOOK)) == []
    assert {place for note in READINGS for place in note.places} <= set(places(BOOK))


def test_each_table_counts_its_rows_and_compares_its_answers_as_the_contract_does() -> None:
    """The hit policy, and the outputs by which two answers differ."""
    assert list(counted(BOOK)) == []


def test_each_parameter_has_the_contracts_default_unit_and_bounds() -> None:
    """A reading, a bound or a unit is content of the law as a value is."""
    assert list(set_(BOOK)) == []


def test_each_clause_is_quoted_dated_and_vouched_for_as_the_contract_does() -> None:
    """Every clause of the book, and no other."""
    assert list(quoted(BOOK.clauses)) == []


@pytest.mark.parametrize("part", PARTS)
def test_each_part_answers_as_the_evaluator_on_every_cell(part: str) -> None:
    """All that it reads combined, then documents one at a time, then facts unknown."""
    assert len(asked(part)) >= 60
    assert next(answered(BOOK, part), None) is None
