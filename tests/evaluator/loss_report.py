"""Section 2.1: the loss report of the card's social security application (source A4)."""

from __future__ import annotations

from datetime import timedelta

from tests.evaluator.terms import Facts, Outcome, Parameters, Part, Tree, agreed


def counted_days(parameters: Parameters) -> int:
    """The days from the day of receipt to the last day of the window, which is inside it."""
    return parameters.activation_window_days - int(parameters.receipt_day_counts)


def window_elapsed(facts: Facts, parameters: Parameters) -> bool:
    """Whether `as_of > card.received_on + activation_window_days`."""
    passed: int = (facts["as_of"] - facts["card.received_on"]).days
    return passed > counted_days(parameters)


def status(facts: Facts, parameters: Parameters) -> Outcome:
    """The table of section 2.1."""
    card, financial = facts["card.social_security"], facts["card.financial"]
    elapsed = window_elapsed(facts, parameters)
    unreported = card in ("inactive", "active")
    enabled = financial in ("active", "loss_reported")
    overdue = unreported and financial == "inactive" and elapsed
    return agreed(
        [
            ("loss_report.reported", card == "loss_reported", "reported"),
            ("loss_report.enabled", unreported and enabled, "not_due"),
            ("loss_report.within_window", unreported and not elapsed, "not_due"),
            ("loss_report.overdue", overdue, "due"),
        ]
    )


PART = Part(
    rule=status,
    reads=("as_of", "card.received_on", "card.social_security", "card.financial"),
    reasons=(
        "loss_report.reported",
        "loss_report.enabled",
        "loss_report.within_window",
        "loss_report.overdue",
    ),
)


def days(facts: Facts, parameters: Parameters) -> Tree:
    """The deadline, the days left until it, and the day from which the report is due.

    It is an OverflowError if that day is none of the calendar.
    """
    received = facts["card.received_on"]
    if received is None:
        return {"deadline": None, "days_left": None, "due_from": None}
    deadline = received + timedelta(days=counted_days(parameters))
    return {
        "deadline": deadline.isoformat(),
        "days_left": (deadline - facts["as_of"]).days,
        "due_from": (deadline + timedelta(days=1)).isoformat(),
    }


def release_steps(told: str, financial: str | None) -> list[str]:
    """What the holder does, when due or reported: each step not known to be unneeded."""
    if told not in ("due", "reported"):
        return []
    needed = {
        "activate_financial_application_at_cooperating_bank": financial in ("inactive", None),
        "release_financial_application_at_cooperating_bank": financial in ("loss_reported", None),
        "apply_for_release_at_designated_office": told == "reported",
    }
    return [step for step, wanted in needed.items() if wanted]
