"""Mutants that change nothing: what cannot be told from the rules as they are, and why."""

from __future__ import annotations

import re

REASONS: dict[str, str] = {
    r"loss_report\.release\.release_financial: loss_report without due": (
        "a report is due only while the financial application is inactive, and this row is for"
        " one that is reported for loss"
    ),
    r"insurance\.endowment\.not_working\.pensioner: of_endowment_age (not asked|with False)": (
        "nobody is old enough for a pension and too young to join: one parameter bounds the other"
    ),
    r"receipt_day_counts: (lowest|highest) .*": "a yes or no has no bounds",
}
"""The reason by a pattern of the mutant's whole name."""


def why_equivalent(name: str) -> str | None:
    """Why a mutant is none, None if it is one."""
    return next((why for pattern, why in REASONS.items() if re.fullmatch(pattern, name)), None)
