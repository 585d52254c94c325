"""Identifiers that nobody told: made up where only it is known whether two are the same.

Who says that this is an outlet of the card's bank has not said which bank it is. Both identifiers
are then made up; each begins with `MADE_UP`, so that nobody takes it for a bank's, and a log leaves
it out.
"""

from __future__ import annotations

from typing import TypeVar

from ssrules.records.case import Facts

__all__ = [
    "MADE_UP",
    "without_made_up",
]

MADE_UP = "made-up:"
"""What an identifier begins with that was made up."""
OTHER = ":other"
"""What one ends with that differs from its fellow."""

F = TypeVar("F", bound=Facts)


def made_up(name: str, other: bool = False) -> str:
    """The identifier made up for the question of that name, or another one that differs from it."""
    return f"{MADE_UP}{name}{OTHER}" if other else f"{MADE_UP}{name}"


def is_made_up(value: object) -> bool:
    """Whether a value is an identifier that was made up."""
    return isinstance(value, str) and value.startswith(MADE_UP)


def without_made_up(case: F) -> F:
    """The same case with every identifier that was made up unknown, as a log may hold it."""
    unknown = {path: None for path, value in case.to_paths().items() if is_made_up(value)}
    return case.with_facts(unknown) if unknown else case


def said(case: Facts) -> dict[str, bool]:
    """What was answered of identifiers that were made up: by the question, if they are the same."""
    found: dict[str, bool] = {}
    for value in filter(is_made_up, case.to_paths().values()):
        name = value.removeprefix(MADE_UP)
        asked = name.removesuffix(OTHER)
        found[asked] = found.get(asked, True) and asked == name
    return found
