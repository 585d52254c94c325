"""The documented example of a rule set of one's own: short, decided, explained and verified."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import attrs
import pytest

from ssrules import Case, decide

EXAMPLE = Path(__file__).parent.parent / "examples" / "own_rule_set.py"


@pytest.fixture(scope="module")
def example() -> dict[str, Any]:
    """What the example defines."""
    return runpy.run_path(str(EXAMPLE))


def test_it_takes_less_than_60_lines() -> None:
    """As a reader would count them."""
    assert len(EXAMPLE.read_text(encoding="utf-8").splitlines()) < 60


def test_it_is_decided_and_told_in_json(example: dict[str, Any]) -> None:
    """Undetermined, with the facts that settle it; the built-in parts are as ever."""
    delivered = example["DELIVERED"]
    assert delivered.status == "undetermined"
    assert delivered.needs == ("person.age", "visit.registration")
    told = example["DECISION"].to_dict()
    assert told["further"][0]["rule_set"] == "delivery"
    assert told["rulebook"]["parameters"]["delivery_age"] == 70
    built_in = decide(example["CASE"]).to_dict()
    assert all(told[key] == built_in[key] for key in ("loss_report", "activation", "insurance"))


@pytest.mark.parametrize(
    ("facts", "status", "because"),
    [
        ({"person": {"age": 70}}, "allowed", ("delivery.age",)),
        ({"visit": {"registration": "hospitalization"}}, "allowed", ("delivery.hospital",)),
        (
            {"person": {"age": 69}, "visit": {"registration": "none"}},
            "allowed",
            ("delivery.none",),
        ),
        ({"card": {"social_security": "inactive"}}, "refused", ("card_inactive",)),
    ],
)
def test_it_decides_as_its_terms_say(
    example: dict[str, Any], facts: dict[str, Any], status: str, because: tuple[str, ...]
) -> None:
    """With the rule, and the clause behind it."""
    case = Case.from_dict(example["CASE"].to_dict() | facts)
    part = decide(case, example["BOOK"]).part("delivery")
    assert (part.status, part.because) == (status, because)
    assert part.clauses == ("pharmacy_terms.3",)


def test_it_is_explained_with_its_own_words(example: dict[str, Any]) -> None:
    """The clause stands in the explanation where the rule is what settled it."""
    old = Case.from_dict(example["CASE"].to_dict() | {"person": {"age": 70}})
    assert "70 and over" in str(decide(old, example["BOOK"]).explain())


def test_nothing_is_wrong_with_it(example: dict[str, Any]) -> None:
    """And without one of its rules the gap is found."""
    assert not len(example["FINDINGS"])
    rule_set = example["DELIVERY"]
    short = attrs.evolve(rule_set, rules=rule_set.rules[:-1])
    others = (each for each in example["BOOK"].rule_sets if each.name != rule_set.name)
    book = attrs.evolve(example["BOOK"], rule_sets=(*others, short))
    assert {finding.rule_set for finding in book.verify()} == {"delivery"}


def test_its_parameter_can_be_changed_like_any_other(example: dict[str, Any]) -> None:
    """A dated value too is checked and used."""
    book = example["BOOK"].with_parameters(delivery_age=71)
    case = Case.from_dict(
        example["CASE"].to_dict() | {"person": {"age": 70}, "visit": {"registration": "none"}}
    )
    assert decide(case, book).part("delivery").because == ("delivery.none",)
    assert book != example["BOOK"]
