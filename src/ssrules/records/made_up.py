"""Identifiers that nobody told: made up where only it is known whether two are the same.

Who says that this is an outlet of the card's bank has not said which bank it is. Both identifiers
are then made up; each begins with `MADE_UP`, so that nobody takes it for a bank's, and a log leaves
it out.
"""

from __future__ import annotations

from typing import TypeVar

from ssrules.records.case import Facts

MADE_UP = "made-up:"
"""What an identifier begins with that was made up."""

F = TypeVar("F", bound=Facts)


def made_up(name: str, other: bool = False) -> str:
    """The identifier made up for the question of that name, or another one that differs from it."""
    return f"{MADE_UP}{name}:other" if other else f"{MADE_UP}{name}"


def is_made_up(value: object) -> bool:
    """Whether a value is an identifier that was made up."""
    return isinstance(value, str) and value.startswith(MADE_UP)


def without_made_up(case: F) -> F:
    """The same case with every identifier that was made up unknown, as a log may hold it."""
    unknown = {path: None for path, value in case.to_paths().items() if is_made_up(value)}
    return case.with_facts(unknown) if unknown else case
