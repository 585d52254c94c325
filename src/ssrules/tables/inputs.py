"""Inputs: the questions with few answers that decision tables ask of a case.

A table never sees a date, a number or free text; an input turns these into one of a few values.
Every input has a `name` (what rows call it), `values` (what it may be, in order) and `facts` (the
paths of the facts it reads).
"""

from __future__ import annotations

import datetime
import functools
import itertools
from typing import ClassVar, TypeVar

import attrs

from ssrules.errors import RuleError, nearest_names
from ssrules.records.fact_table import FactTable
from ssrules.records.kinds import Kind
from ssrules.records.record import Record

Value = str | bool
T = TypeVar("T", bound="_Test")
NO_YES: tuple[Value, ...] = (False, True)


def _check_facts(
    name: str, paths: tuple[str, ...], facts: FactTable, kind: Kind | None = None
) -> None:
    """Raise `RuleError` for a path that is no fact, or no fact of the kind that is asked for."""
    where = f"input {name!r}"
    for path in paths:
        if path not in facts:
            near = nearest_names(path, facts.paths)
            raise RuleError.of(where, "no_fact", name=path, near=near)
        if kind is not None and facts.by_path[path].kind is not kind:
            raise RuleError.of(where, "not_asked_of", name=path, kind=kind.__name__)
        if kind is not None and path == AsOf.name:
            raise RuleError.of(where, "asks_the_day")


@attrs.frozen(repr=False)
class FactInput(Record):
    """A fact itself, one of an enumeration or true or false; rows call it by its path.

    `values`, what it may be in order, are those of the fact in the class of facts of the book.
    """

    fact: str
    values: tuple[Value, ...] = ()

    def bound(self, facts: FactTable) -> FactInput:
        """The same input with the values that the fact has in a table. Raises `RuleError`."""
        _check_facts(self.fact, self.facts, facts)
        values = facts.by_path[self.fact].values
        if not values:
            raise RuleError.of(f"input {self.fact!r}", "too_many_values")
        return self if self.values == values else FactInput(self.fact, values)

    @property
    def name(self) -> str:
        """What rows call the input: the fact's path."""
        return self.fact

    @property
    def facts(self) -> tuple[str, ...]:
        """The fact's path."""
        return (self.fact,)

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the parameters it asks for: none."""
        return ()


@attrs.frozen(repr=False)
class _Test(Record):
    """What the tests of one fact have in common: true or false, of a fact of one kind."""

    name: str
    fact: str

    values: ClassVar[tuple[Value, ...]] = NO_YES
    asked_of: ClassVar[Kind]

    def bound(self: T, facts: FactTable) -> T:
        """The input itself. Raises `RuleError` for a fact that this cannot be asked of."""
        _check_facts(self.name, self.facts, facts, self.asked_of)
        return self

    @property
    def facts(self) -> tuple[str, ...]:
        """The path of the fact."""
        return (self.fact,)


@attrs.frozen(repr=False)
class AtLeast(_Test):
    """Whether a number is at least the value of a parameter.

    The value in force on `as_of` counts.
    """

    parameter: str

    asked_of: ClassVar[Kind] = int

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the parameters it asks for."""
        return (self.parameter,)


@attrs.frozen(repr=False)
class Between(_Test):
    """Whether a number lies between the values of two parameters, both inclusive.

    The values in force on `as_of` count.
    """

    lowest: str
    highest: str

    asked_of: ClassVar[Kind] = int

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the parameters it asks for."""
        return (self.lowest, self.highest)


@attrs.frozen(repr=False)
class LongerAgoThan(_Test):
    """Whether `as_of` is more days, or calendar months, after a date than a parameter says.

    The day of the date itself is day 0, or day 1 where the parameter `first_day_counts` is true;
    the last day of the window is still inside. A window of months ends on the day of the month
    that the date has, or on the last day of a month that has no such day (Civil Code, Article
    202). The values in force on the date count, or those in force on `as_of` where `in_force_on`
    says so. `unit` is `days` or `months`.
    """

    parameter: str
    first_day_counts: str | None = None
    in_force_on: str = attrs.field(
        default="fact", validator=attrs.validators.in_(("fact", "as_of"))
    )
    unit: str = attrs.field(default="days", validator=attrs.validators.in_(("days", "months")))

    asked_of: ClassVar[Kind] = datetime.date

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the parameters it asks for."""
        return tuple(each for each in (self.parameter, self.first_day_counts) if each)


@attrs.frozen(repr=False)
class Same(Record):
    """Whether two identifiers are the same, letter by letter."""

    name: str
    facts: tuple[str, str]

    values: ClassVar[tuple[Value, ...]] = NO_YES
    parameters: ClassVar[tuple[str, ...]] = ()

    def bound(self, facts: FactTable) -> Same:
        """The input itself. Raises `RuleError` for a fact that this cannot be asked of."""
        _check_facts(self.name, self.facts, facts, str)
        return self


@attrs.frozen(cache_hash=True, repr=False)
class AsOf(Record):
    """In which of several periods `as_of` falls: what a rule asks that is in force for a time.

    `starts` are the first days of the periods, ascending, that of the earliest period left out.
    The values are written as intervals: `< 2026-01-01`, `[2026-01-01..2027-01-01)`,
    `>= 2027-01-01`.
    """

    starts: tuple[datetime.date, ...]

    name: ClassVar[str] = "as_of"
    facts: ClassVar[tuple[str, ...]] = ("as_of",)
    parameters: ClassVar[tuple[str, ...]] = ()

    def __attrs_post_init__(self) -> None:
        for start in self.starts:
            if type(start) is not datetime.date or start == datetime.date.min:
                raise RuleError.of(self.name, "no_start", value=start)
        if not self.starts or list(self.starts) != sorted(set(self.starts)):
            raise RuleError.of(self.name, "starts_ascend")

    def bound(self, _: FactTable) -> AsOf:
        """The input itself: every class of facts has the day."""
        return self

    @functools.cached_property
    def values(self) -> tuple[Value, ...]:
        """The periods, the earliest first."""
        between = (f"[{start}..{end})" for start, end in itertools.pairwise(self.starts))
        return (f"< {self.starts[0]}", *between, f">= {self.starts[-1]}")


@attrs.frozen(repr=False)
class OutcomeOf(Record):
    """The answer of another rule set: the value of one of its outputs."""

    rule_set: str
    output: str
    values: tuple[Value, ...]

    def bound(self, _: FactTable) -> OutcomeOf:
        """The input itself: it reads no facts."""
        return self

    @property
    def name(self) -> str:
        """What rows call the input: the name of the rule set."""
        return self.rule_set

    @property
    def facts(self) -> tuple[str, ...]:
        """None of its own: the other rule set reads them."""
        return ()

    @property
    def parameters(self) -> tuple[str, ...]:
        """None of its own: the other rule set asks for them."""
        return ()


NumberTest = AtLeast | Between
"""Tests of a number."""
Test = NumberTest | LongerAgoThan | Same
Input = FactInput | Test | AsOf | OutcomeOf
