"""Every code that the built-in rules know has its English words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from ssrules import RuleBook, decisions
from ssrules.facts import FACTS
from ssrules.records.kinds import members
from ssrules.tables import Document, HitPolicy
from ssrules.tables.inputs import OutcomeOf
from ssrules.words.labels import ENGLISH, label, value_label

SUBJECTS = {
    "route": "route",
    "open_routes": "route",
    "participation": "participation",
    "scheme": "scheme",
    "payers": "payer",
    "funded_by": "payer",
    "provided_by": "payer",
    "collected_with": "collected_with",
    "forms": "form",
    "steps": "step",
    "effects": "effect",
    "status": "status",
    "documents": "document",
}
"""What the values of an output are, in the dict of words."""


def keys() -> Iterator[str]:
    """Every key that the built-in rules, facts and statuses call for."""
    for fact in FACTS:
        yield fact.path
        yield from (f"{fact.path}={value}" for value in members(fact.kind))
    for statuses in (
        decisions.LossReportStatus,
        decisions.ActivationStatus,
        decisions.Status,
        decisions.BenefitStatus,
    ):
        yield from (f"status:{each.value}" for each in statuses)
    yield from (f"hit_policy:{each.value}" for each in HitPolicy)
    for rule_set in RuleBook.default().rule_sets:
        if not rule_set.part_of:
            yield f"part:{rule_set.name}"
        for input_ in rule_set.inputs:
            yield input_.name
            if isinstance(input_, OutcomeOf):
                yield from (f"{input_.name}={value}" for value in input_.values)
        yield from (f"requirement:{each.code}" for each in rule_set.requirements)
        for rule in rule_set.rules:
            for output, value in rule.then.items():
                yield from _coded(output, value)


def _coded(output: str, value: Any) -> Iterator[str]:
    if output in ("individual", "unit"):
        for code, kind in value:
            yield from (f"right:{code}", f"kind:{kind}")
    elif isinstance(value, tuple):
        for each in value:
            yield from _coded(output, each)
    elif isinstance(value, bool):
        yield from () if output == "in_person" else (f"{output}:{str(value).lower()}",)
    elif value is not None:
        code = value.code if isinstance(value, Document) else value
        yield f"{SUBJECTS[output]}:{code}"


@pytest.mark.parametrize("key", sorted(set(keys())))
def test_every_code_has_words(key: str) -> None:
    """A key is in the dict, and its words are no code."""
    assert "_" not in ENGLISH[key]


def test_a_code_without_words_is_made_readable() -> None:
    """What somebody adds is shown without underscores."""
    assert label("document:blue_form") == "blue form"
    assert label("person.shoe_size") == "shoe size"
    assert label("part:own", otherwise="My rules") == "My rules"


def test_a_value_without_words_stays_as_it_is() -> None:
    """The name of a bank is no code."""
    assert value_label("card.bank", "中国_ICBC") == "中国_ICBC"
    assert value_label("institution.designated", value=True) == "yes"


def test_another_catalogue_takes_the_place_of_the_english_one() -> None:
    """The words are looked up in the dict that is given."""
    german = {**ENGLISH, "document:photo": "Lichtbild", "yes": "ja"}
    assert label("document:photo", german) == "Lichtbild"
    assert value_label("institution.designated", True, german) == "ja"


def test_no_words_are_left_over() -> None:
    """A value of a fact that has words is one that the fact may have."""
    values = {fact.path: set(members(fact.kind)) for fact in FACTS}
    for key in ENGLISH:
        path, _, value = key.partition("=")
        if value and values.get(path):
            assert value in values[path], key
