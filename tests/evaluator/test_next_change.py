"""The next change, looked for day by day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.contract import tree_of
from tests.evaluator import Parameters, decide, decide_on, known_facts
from tests.evaluator.next_change import DAYS_OF_LAW, differences

CARD = {"card.social_security": "inactive", "card.financial": "inactive"}
SINCE_THE_FIRST_DAY = (date(2024, 11, 5) - date.min).days
CASES: list[tuple[str, dict[str, Any], Parameters]] = [
    ("2023-11-01", {}, Parameters()),
    ("2023-11-01", {"person.employment": "flexible"}, Parameters()),
    ("2023-11-01", {"person.employment": "unemployed_on_benefit"}, Parameters()),
    ("2023-12-01", {"person.employment": "unemployed_on_benefit"}, Parameters()),
    (
        "2024-10-28",
        {
            "person.employment": "unemployed_on_benefit",
            "person.within_a_year_of_retirement": False,
        },
        Parameters(),
    ),
    ("2024-06-01", {**CARD, "card.received_on": "2024-06-01"}, Parameters(30)),
    ("2024-06-01", {**CARD, "card.received_on": "2024-06-01"}, Parameters(0)),
    (
        "2024-06-01",
        {**CARD, "card.received_on": "2024-06-01"},
        Parameters(0, receipt_day_counts=True),
    ),
    (
        "2024-06-01",
        {**CARD, "card.received_on": "2024-05-20", "person.employment": "part_time"},
        Parameters(160),
    ),
    (
        "2024-06-01",
        {**CARD, "card.financial": None, "card.received_on": "2024-01-01"},
        Parameters(),
    ),
    ("2024-10-01", CARD, Parameters(SINCE_THE_FIRST_DAY)),
    ("2024-10-01", CARD, Parameters(SINCE_THE_FIRST_DAY + 1, receipt_day_counts=True)),
    ("2024-10-01", CARD, Parameters(10**9)),
]


def day_by_day(case: dict[str, Any], parameters: Parameters, until: date) -> Any:
    """The first day that differs from `as_of`, by deciding on each one, up to some day."""
    facts = known_facts(case)
    now = decide_on(facts, parameters)
    day = facts["as_of"]
    while day < until:
        day += timedelta(days=1)
        if changes := differences(now, decide_on({**facts, "as_of": day}, parameters)):
            return {"on": day.isoformat(), "changes": changes}
    return None


@pytest.mark.parametrize(("as_of", "facts", "parameters"), CASES)
def test_no_day_before_it_differs(
    as_of: str, facts: dict[str, Any], parameters: Parameters
) -> None:
    """Deciding on every single day finds the same day and the same paths."""
    case = tree_of({"as_of": as_of, **facts})
    found = decide(case, **parameters._asdict())["next_change"]
    until = date.fromisoformat(found["on"] if found else "2025-02-01")
    assert day_by_day(case, parameters, until) == found


def test_the_law_changes_on_four_days() -> None:
    """Three on which a row begins, and the day after one has ended."""
    assert sorted(str(day) for day in DAYS_OF_LAW) == [
        "2023-12-01",
        "2024-10-28",
        "2025-01-01",
        "2040-01-01",
    ]


def test_what_becomes_unknown_has_changed() -> None:
    """Null is a value like others: of the status, and of the participation."""
    case = {"as_of": "2024-12-31", "person": {"employment": "unemployed_on_benefit"}}
    assert decide(case)["next_change"] == {
        "on": "2025-01-01",
        "changes": ["insurance.endowment.status", "insurance.endowment.participation"],
    }
    later = {**case, "as_of": "2025-01-01"}
    assert decide(later)["next_change"] == {
        "on": "2040-01-01",
        "changes": ["insurance.endowment.status", "insurance.endowment.participation"],
    }
    assert decide({**case, "as_of": "2040-01-01"})["next_change"] is None


def test_a_change_of_law_and_the_end_of_a_window_may_fall_on_one_day() -> None:
    """Both are told, in the order of the parts."""
    case = tree_of(
        {
            "as_of": "2024-10-20",
            "person.employment": "flexible",
            **CARD,
            "card.received_on": "2024-10-20",
        }
    )
    assert decide(case, activation_window_days=7)["next_change"] == {
        "on": "2024-10-28",
        "changes": ["loss_report.status", "insurance.maternity.participation"],
    }
    assert decide(case, activation_window_days=8)["next_change"] == {
        "on": "2024-10-28",
        "changes": ["insurance.maternity.participation"],
    }
    assert decide(case, activation_window_days=6)["next_change"] == {
        "on": "2024-10-27",
        "changes": ["loss_report.status"],
    }


def test_a_change_may_fall_on_the_last_day_of_the_calendar() -> None:
    """The day after a deadline of 9999-12-30 is one; a later deadline is no valid case."""
    case = tree_of({"as_of": "9999-12-01", **CARD, "card.received_on": "9999-12-01"})
    assert decide(case, activation_window_days=29)["next_change"] == {
        "on": "9999-12-31",
        "changes": ["loss_report.status"],
    }
    with pytest.raises(OverflowError):
        decide(case, activation_window_days=30)
