"""What belongs to social security, by which list (source C1 to C3)."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from ssrules import Case, SsrulesError, classification, decide, is_part_of

LISTS = {
    "cn_statutory": "endowment medical work_injury unemployment maternity",
    "source_six": "endowment medical unemployment disability maternity sickness",
    "ilo_c102": (
        "medical sickness unemployment endowment work_injury family maternity disability survivors"
    ),
}
TYPES = sorted({type_ for names in LISTS.values() for type_ in names.split()})


@pytest.mark.parametrize("name", LISTS)
def test_a_classification_names_its_types_in_order(name: str) -> None:
    """The lists are those of the contract."""
    assert classification(name) == tuple(LISTS[name].split())


@pytest.mark.parametrize(("type_", "name"), list(itertools.product(TYPES, LISTS)))
def test_a_type_is_part_of_a_classification_that_names_it(type_: str, name: str) -> None:
    """Every type against every list; medical insurance is part of all, and equal to none."""
    assert is_part_of(type_, name) is (type_ in LISTS[name].split())
    assert classification(name) != ("medical",)


def test_a_decision_says_in_which_lists_a_type_stands() -> None:
    """Whatever is known, `listed_in` names the lists in their order."""
    for part in decide(Case.from_dict({"as_of": "2026-11-22"})).insurance.types:
        assert part.listed_in == tuple(
            n for n, types in LISTS.items() if part.type in types.split()
        )


@pytest.mark.parametrize("name", ["cn_statutry", "", "CN_STATUTORY", None, 3])
def test_an_unknown_classification_is_an_error_that_tells_the_known_ones(name: Any) -> None:
    """It is a `ValueError` of the library's own."""
    with pytest.raises(SsrulesError) as caught:
        classification(name)
    assert isinstance(caught.value, ValueError)
    near = name in ("cn_statutry", "CN_STATUTORY")
    for known in LISTS:
        assert known in str(caught.value) or (near and known != "cn_statutory")
        assert known in getattr(caught.value, "known", ())
    with pytest.raises(SsrulesError):
        is_part_of("medical", name)


@pytest.mark.parametrize("type_", ["medicall", "", "old_age", None])
def test_an_unknown_type_is_an_error(type_: Any) -> None:
    """A misspelt type is never just no part of it."""
    for name in LISTS:
        with pytest.raises(SsrulesError):
            is_part_of(type_, name)
