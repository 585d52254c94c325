"""Answers about a person worked out by hand: ages, dated rows, the way of applying, rights."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contract import parts_of, tree_of
from tests.evaluator import decide
from tests.evaluator.facts import EMPLOYMENTS

AS_OF = "2026-11-22"


def told(path: str, facts: dict[str, Any], **parameters: int | bool) -> dict[str, Any]:
    """One part of a decision on facts given by their paths."""
    return parts_of(decide(tree_of({"as_of": AS_OF, **facts}), **parameters))[path]


@pytest.mark.parametrize(
    ("age", "row"),
    [
        (0, "minor"),
        (15, "minor"),
        (16, "adult"),
        (59, "adult"),
        (60, "pensioner"),
        (150, "pensioner"),
    ],
)
def test_a_residents_endowment_insurance_goes_by_age(age: int, row: str) -> None:
    """From 16 to 59 a resident may join; before there is nothing, and after a pension is drawn."""
    facts = {"person.employment": "not_working", "person.age": age}
    part = told("insurance.endowment", facts)
    assert part["because"] == [f"insurance.endowment.not_working.{row}"]
    joins = row == "adult"
    assert part["participation"] == ("voluntary" if joins else "none")
    assert part["payers"] == (["individual", "collective", "government"] if joins else [])
    assert part["remitted_by"] == ("individual" if joins else None)


def test_ages_are_parameters() -> None:
    """With others the same person is told otherwise; the first may be as high as the second."""
    facts = {"person.employment": "not_working", "person.age": 17}
    ages = {"endowment_minimum_age": 18, "residents_pension_age": 18}
    assert told("insurance.endowment", facts, **ages)["because"][0].endswith(".minor")
    older = {**facts, "person.age": 18}
    assert told("insurance.endowment", older, **ages)["because"][0].endswith(".pensioner")


def test_reasons_that_are_alone_in_some_completion_are_all_told() -> None:
    """If nobody may join, it is none at any age: for being too young, or for drawing a pension."""
    facts = {"person.employment": "not_working"}
    part = told("insurance.endowment", facts, endowment_minimum_age=60)
    assert (part["status"], part["participation"]) == ("determined", "none")
    assert part["because"] == [
        "insurance.endowment.not_working.minor",
        "insurance.endowment.not_working.pensioner",
    ]
    assert part["clauses"] == ["state_council_2014_8.3", "state_council_2014_8.6"]


@pytest.mark.parametrize("employment", ["part_time", "flexible", "self_employed"])
def test_maternity_without_a_unit_is_local_from_2024_10_28(employment: str) -> None:
    """The day before there is none."""
    facts = {"person.employment": employment}
    before = told("insurance.maternity", {**facts, "as_of": "2024-10-27"})
    after = told("insurance.maternity", {**facts, "as_of": "2024-10-28"})
    assert (before["participation"], after["participation"]) == ("none", "local")
    assert before["because"] == [f"insurance.maternity.{employment}"]
    assert after["because"] == [f"insurance.maternity.{employment}@2024-10-28"]
    assert (before["clauses"], after["clauses"]) == (["sil.53"], ["general_office_2024_48"])


def test_maternity_on_benefit_is_covered_from_2023_12_01() -> None:
    """The day before there is none; then the fund pays, together with the medical premium."""
    facts = {"person.employment": "unemployed_on_benefit"}
    before = told("insurance.maternity", {**facts, "as_of": "2023-11-30"})
    after = told("insurance.maternity", {**facts, "as_of": "2023-12-01"})
    assert (before["participation"], before["collected_with"]) == ("none", None)
    assert (after["participation"], after["collected_with"]) == ("covered", "medical")
    assert after["payers"] == [after["remitted_by"]] == ["unemployment_fund"]
    assert after["because"] == ["insurance.maternity.unemployed_on_benefit@2023-12-01"]


@pytest.mark.parametrize(
    ("as_of", "near", "participation", "needs"),
    [
        ("2024-12-31", True, "local", []),
        ("2024-12-31", None, "local", []),
        ("2025-01-01", True, "covered", []),
        ("2025-01-01", False, "local", []),
        ("2025-01-01", None, None, ["person.within_a_year_of_retirement"]),
        ("2039-12-31", True, "covered", []),
        ("2039-12-31", None, None, ["person.within_a_year_of_retirement"]),
        ("2040-01-01", True, "local", []),
        ("2040-01-01", None, "local", []),
    ],
)
def test_near_retirement_the_fund_pays_for_fifteen_years(
    as_of: str, near: bool | None, participation: str | None, needs: list[str]
) -> None:
    """From 2025-01-01 to 2039-12-31, and only then does it count how near retirement is."""
    facts = {
        "as_of": as_of,
        "person.employment": "unemployed_on_benefit",
        "person.within_a_year_of_retirement": near,
    }
    part = told("insurance.endowment", facts)
    assert (part["participation"], part["needs"]) == (participation, needs)
    split = ".near_retirement@2025-01-01" if participation == "covered" else ""
    rule = f"insurance.endowment.unemployed_on_benefit{split}"
    assert part["because"] == ([rule] if participation else [])


def test_an_explicit_null_of_the_units_wish_is_unknown() -> None:
    """Absent it is no; then the unit applies."""
    facts = {"person.employment": "employee"}
    assert told("application", facts)["route"] == "work_unit"
    asked = {**facts, "person.unit_requires_self_application": None}
    assert told("application", asked)["needs"] == ["person.unit_requires_self_application"]


def test_a_photo_with_a_hat_is_enough_for_the_bank_and_not_for_the_committee() -> None:
    """One property that is known to fail makes the photo missing, whatever the others."""
    facts = {"documents.photo.bareheaded": False, "person.residence": "urban"}
    committee = told("application", {**facts, "person.employment": "part_time"})
    assert "photo" in committee["missing_documents"]
    bank = told("application", {**facts, "person.employment": "student"})
    assert "photo" in bank["unconfirmed_documents"]


@pytest.mark.parametrize("employment", EMPLOYMENTS)
def test_only_who_has_a_work_unit_has_a_duty(employment: str) -> None:
    """The duty to pay, the right to supervise, and a unit with duties come together."""
    part = told("rights", {"person.employment": employment})
    has_unit = employment in ("employee", "civil_servant")
    individual = [item["code"] for item in part["individual"]]
    assert ("pay_premiums" in individual) is has_unit
    assert ("supervise_unit_payments" in individual) is has_unit
    assert bool(part["unit"]) is has_unit
    assert len(individual) == (7 if has_unit else 5)
