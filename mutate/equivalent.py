"""Mutants that change nothing: what cannot be told from the rules as they are, and why."""

from __future__ import annotations

import re

REASONS: dict[str, str] = {}
"""The reason by a pattern of the mutant's whole name."""


def why_equivalent(name: str) -> str | None:
    """Why a mutant is none, None if it is one."""
    return next((why for pattern, why in REASONS.items() if re.fullmatch(pattern, name)), None)
