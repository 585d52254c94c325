"""What the tables of section 2.4 are made of: answers, rows with their days, conditions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from tests.evaluator.terms import Facts, Parameters


class Answer(NamedTuple):
    """What is compared of a type."""

    participation: str
    scheme: str | None = None
    payers: tuple[str, ...] = ()


Condition = Callable[[Facts, Parameters], bool]


class Row(NamedTuple):
    """An answer for the days of decision from `since` to `until`, both inclusive."""

    answer: Answer
    split: str = ""
    since: date | None = None
    until: date | None = None
    holds: Condition = lambda facts, parameters: True  # noqa: ARG005

    @property
    def behind(self) -> str:
        """What stands behind the employment in the row's id."""
        return (f".{self.split}" if self.split else "") + (f"@{self.since}" if self.since else "")

    def applies(self, facts: Facts, parameters: Parameters) -> bool:
        """Whether the row holds on the day of decision, for these facts."""
        begun = self.since is None or self.since <= facts["as_of"]
        ended = self.until is not None and self.until < facts["as_of"]
        return begun and not ended and self.holds(facts, parameters)


SHARED = Answer("mandatory", "employee", ("employer", "individual"))
BY_EMPLOYER = Answer("mandatory", "employee", ("employer",))
BY_CHOICE = Answer("voluntary", "employee", ("individual",))
BY_THE_FUND = Answer("covered", "employee", ("unemployment_fund",))
FREE = Answer("covered", "employee")
RESIDENT = Answer("voluntary", "resident", ("individual", "government"))
RESIDENT_OF_AGE = Answer("voluntary", "resident", ("individual", "collective", "government"))
LOCAL = Answer("local")
NONE = Answer("none")


def told(path: str, answer: bool) -> Condition:
    """A fact is known to be this answer."""
    return lambda facts, parameters: facts[path] is answer  # noqa: ARG005


def near_retirement(facts: Facts, parameters: Parameters) -> bool:  # noqa: ARG001
    """Less than a year is left, in the years in which that counts."""
    in_time = date(2025, 1, 1) <= facts["as_of"] <= date(2039, 12, 31)
    return in_time and facts["person.within_a_year_of_retirement"] is True


def minor(facts: Facts, parameters: Parameters) -> bool:
    """Too young to join the residents' endowment insurance."""
    return bool(facts["person.age"] < parameters.endowment_minimum_age)


def pensioner(facts: Facts, parameters: Parameters) -> bool:
    """Old enough to draw the residents' pension."""
    return bool(facts["person.age"] >= parameters.residents_pension_age)
