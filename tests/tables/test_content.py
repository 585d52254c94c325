"""What rules say, as plain trees and texts."""

from __future__ import annotations

import datetime
import json

import attrs
import pytest

from ssrules import RuleBook
from ssrules.tables import Clause, Rule
from ssrules.tables.content import canonical, content, fields

BOOK = RuleBook.default()
CLAUSE = Clause(
    id="notice.1", title="a title", words="its words", language="en", version=datetime.date.min
)
RULE = Rule(id="a.rule", cites=CLAUSE, when={"kind": ("one", "other")}, then={"gives": ("a", "b")})


def test_the_order_of_the_values_in_a_row_is_no_content() -> None:
    """Any of the values is enough, whichever is named first."""
    turned = attrs.evolve(RULE, when={"kind": ("other", "one")})
    assert content(turned) == content(RULE)


@pytest.mark.parametrize(
    "other",
    [
        attrs.evolve(RULE, id="another.rule"),
        attrs.evolve(RULE, when={"kind": "one"}),
        attrs.evolve(RULE, when={"class": ("one", "other")}),
        attrs.evolve(RULE, then={"gives": ("b", "a")}),
        attrs.evolve(RULE, then={"gives": None}),
        attrs.evolve(RULE, cites=(CLAUSE, attrs.evolve(CLAUSE, id="notice.2"))),
    ],
    ids=lambda rule: canonical(content(rule))[:60],
)
def test_every_other_difference_is_one_of_content(other: Rule) -> None:
    """The id, an input, a value, an output and its order, and what is cited."""
    assert canonical(content(other)) != canonical(content(RULE))


def test_a_value_that_is_yes_is_not_the_text_of_it() -> None:
    """True and "True" are different values of an input."""
    asked = [content(attrs.evolve(RULE, when={"kind": value})) for value in (True, "True")]
    assert asked[0] != asked[1]


def test_a_clause_that_is_cited_is_its_id_alone() -> None:
    """Its words stand in the book once."""
    assert content(RULE)["cites"] == [{"clause": "notice.1"}]
    assert fields(CLAUSE)["words"] == "its words"


def test_all_rules_can_be_written_and_read_as_text() -> None:
    """Nothing of a rule set is left that JSON has no word for."""
    tree = content(BOOK.rule_sets)
    assert json.loads(canonical(tree)) == tree
