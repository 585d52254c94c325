"""Inputs: the questions with few answers that decision tables ask of a case.

A table never sees a date, a number or free text; an input turns these into one of a few values.
Every input has a `name` (what rows call it), `values` (what it may be, in order) and `facts` (the
paths of the facts it reads).
"""

from __future__ import annotations

import datetime
import functools
import itertools
from typing import ClassVar

import attrs

from ssrules.errors import RuleError, nearest
from ssrules.facts import FACTS
from ssrules.records.kinds import Kind, members
from ssrules.records.record import Record

Value = str | bool
NO_YES: tuple[Value, ...] = (False, True)

_KINDS: dict[str, Kind] = {fact.path: fact.kind for fact in FACTS}
_VALUES: dict[str, tuple[Value, ...]] = {
    path: NO_YES if kind is bool else tuple(members(kind)) for path, kind in _KINDS.items()
}


def _check_facts(name: str, paths: tuple[str, ...], kind: Kind | None = None) -> None:
    """Raise `RuleError` for a path that is no fact, or no fact of the kind that is asked for."""
    where = f"input {name!r}"
    for path in paths:
        if path not in _KINDS:
            near = nearest(path, _KINDS)
            cure = f"; did you mean {near}?" if near else ""
            raise RuleError(where, f"{path!r} is no fact{cure}")
        if kind is not None and _KINDS[path] is not kind:
            raise RuleError(where, f"{path} is no {kind.__name__}, so this cannot be asked of it")


@attrs.frozen(repr=False)
class FactInput(Record):
    """A fact itself, one of an enumeration or true or false; rows call it by its path."""

    fact: str

    def __attrs_post_init__(self) -> None:
        _check_facts(self.fact, self.facts)
        if not self.values:
            told = "has too many values to be an input itself: ask AtLeast, LongerAgoThan or Same"
            raise RuleError(f"input {self.fact!r}", told)

    @property
    def name(self) -> str:
        """What rows call the input: the fact's path."""
        return self.fact

    @property
    def values(self) -> tuple[Value, ...]:
        """The members of the fact's enumeration in order, or False and True."""
        return _VALUES[self.fact]

    @property
    def facts(self) -> tuple[str, ...]:
        """The fact's path."""
        return (self.fact,)

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the parameters it asks for: none."""
        return ()


@attrs.frozen(repr=False)
class AtLeast(Record):
    """Whether a number is at least the value of a parameter.

    The value in force on `as_of` counts.
    """

    name: str
    fact: str
    parameter: str

    values: ClassVar[tuple[Value, ...]] = NO_YES

    def __attrs_post_init__(self) -> None:
        _check_facts(self.name, self.facts, int)

    @property
    def facts(self) -> tuple[str, ...]:
        """The path of the number."""
        return (self.fact,)

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the parameters it asks for."""
        return (self.parameter,)


@attrs.frozen(repr=False)
class LongerAgoThan(Record):
    """Whether `as_of` is more days after a date than the value of a parameter.

    The day of the date itself is day 0, or day 1 where the parameter `first_day_counts` is true;
    the last day of the window is still inside. The values in force on the date count, or those
    in force on `as_of` where `in_force_on` says so.
    """

    name: str
    fact: str
    parameter: str
    first_day_counts: str | None = None
    in_force_on: str = attrs.field(
        default="fact", validator=attrs.validators.in_(("fact", "as_of"))
    )

    values: ClassVar[tuple[Value, ...]] = NO_YES

    def __attrs_post_init__(self) -> None:
        _check_facts(self.name, self.facts, datetime.date)

    @property
    def facts(self) -> tuple[str, ...]:
        """The path of the date."""
        return (self.fact,)

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

    def __attrs_post_init__(self) -> None:
        _check_facts(self.name, self.facts, str)


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
                raise RuleError(self.name, f"{start!r} is no date on which a period may start")
        if not self.starts or list(self.starts) != sorted(set(self.starts)):
            raise RuleError(self.name, "its periods need one start or more, ascending")

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


Test = AtLeast | LongerAgoThan | Same
Input = FactInput | Test | AsOf | OutcomeOf
