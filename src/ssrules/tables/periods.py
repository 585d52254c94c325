"""Rows that are in force for a time: how a decision table tells one period from another.

A row's validity becomes one more condition on the input `as_of`, so that a dated rule is a row
like any other: what comes of it is exact, and the next change finds the day on which it turns.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Protocol, TypeVar

import attrs

from ssrules.errors import RuleError
from ssrules.tables.inputs import AsOf, Input, Value

if TYPE_CHECKING:
    from ssrules.tables.rule_sets import RuleSet

Asked = Mapping[str, tuple[Value, ...]]


@attrs.frozen(kw_only=True)
class Validity:
    """The first and the last day on which something is in force, None where there is no such day.

    Raises `RuleError` where the last day comes before the first.
    """

    in_force_from: datetime.date | None = None
    in_force_to: datetime.date | None = None

    def __attrs_post_init__(self) -> None:
        check_days("validity", self.in_force_from, self.in_force_to)

    @property
    def always(self) -> bool:
        """Whether it is in force on every day."""
        return not self.starts

    @property
    def first(self) -> datetime.date | None:
        """The day on which it comes into force, None if it does so before every other day."""
        return None if self.in_force_from == datetime.date.min else self.in_force_from

    @property
    def end(self) -> datetime.date | None:
        """The first day after it, None if there is none."""
        if self.in_force_to is None or self.in_force_to == datetime.date.max:
            return None
        return self.in_force_to + datetime.timedelta(days=1)

    @property
    def starts(self) -> tuple[datetime.date, ...]:
        """The days on which it begins or has just ended."""
        return tuple(day for day in (self.first, self.end) if day is not None)

    def within(self, other: Validity) -> Validity | None:
        """The days of both; None if they share no day."""
        firsts = [day for day in (self.in_force_from, other.in_force_from) if day is not None]
        lasts = [day for day in (self.in_force_to, other.in_force_to) if day is not None]
        first, last = max(firsts, default=None), min(lasts, default=None)
        if first is not None and last is not None and last < first:
            return None
        return Validity(in_force_from=first, in_force_to=last)

    def __str__(self) -> str:
        return f"{self.first or ''}..{self.in_force_to if self.end else ''}"


class Dated(Protocol):
    """A row of a decision table that may be in force for a time."""

    @property
    def when(self) -> Asked:
        """What it asks."""

    @property
    def validity(self) -> Validity:
        """The days on which it is in force."""


Row = TypeVar("Row", bound=Dated)


def check_days(where: str, first: datetime.date | None, last: datetime.date | None) -> None:
    """Raise `RuleError` for days between which nothing can be in force."""
    for day in (first, last):
        if day is not None and type(day) is not datetime.date:
            raise RuleError.of(where, "no_date", value=day)
    if first is not None and last is not None and last < first:
        raise RuleError.of(where, "ends_before_it_begins", last=str(last), first=str(first))


def starts_among(inputs: Iterable[Input]) -> tuple[datetime.date, ...]:
    """The days on which periods start that inputs tell apart; none if they tell none apart."""
    return next((each.starts for each in inputs if isinstance(each, AsOf)), ())


def starts_of(rule_set: RuleSet) -> tuple[datetime.date, ...]:
    """The days on which its periods start; none if it asks for no period."""
    return starts_among(rule_set.inputs)


def calendar(
    inputs: tuple[Input, ...], rows: Iterable[Dated], starts: Iterable[datetime.date] = ()
) -> tuple[Input, ...]:
    """The inputs, with all periods that the rows and further days that start one ask for."""
    old = starts_among(inputs)
    new = {*old, *starts, *(day for row in rows for day in row.validity.starts)}
    if new == set(old):
        return inputs
    others = (each for each in inputs if not isinstance(each, AsOf))
    return (*others, AsOf(tuple(sorted(new))))


def placed(row: Row, name: str, old: tuple[Input, ...], new: tuple[Input, ...]) -> Row:
    """A row that was asked with the old periods, asked with the new ones while it is in force.

    Raises `RuleError` if it never is.
    """
    before, starts = starts_among(old), starts_among(new)
    changed = {"when": _refined(row.when, before, starts)}
    if hasattr(row, "holds_if"):
        changed["holds_if"] = _refined(row.holds_if, before, starts)
    if not row.validity.always:
        asked = inside(changed["when"], row.validity, starts)
        if asked is None:
            raise RuleError.of(name, "never_in_force")
        changed["when"] = asked
    if all(getattr(row, each) == asked for each, asked in changed.items()):
        return row
    return attrs.evolve(row, **changed)  # type: ignore[misc]  # rows are attrs classes


def refined(rule_set: RuleSet, starts: Iterable[datetime.date]) -> RuleSet:
    """The same rule set with periods that start on these days too; it decides as before."""
    inputs = calendar(rule_set.inputs, (), starts)
    if inputs == rule_set.inputs:
        return rule_set
    return attrs.evolve(
        rule_set,
        inputs=inputs,
        rules=tuple(placed(each, each.id, rule_set.inputs, inputs) for each in rule_set.rules),
        requirements=tuple(
            placed(each, each.code, rule_set.inputs, inputs) for each in rule_set.requirements
        ),
    )


def one_calendar(rule_sets: tuple[RuleSet, ...]) -> tuple[RuleSet, ...]:
    """The rule sets with the same periods in all that are dated, so that they fit together."""
    starts = {day for each in rule_sets for day in starts_of(each)}
    found = tuple(refined(each, starts) if starts_of(each) else each for each in rule_sets)
    same = all(one is other for one, other in zip(found, rule_sets, strict=True))
    return rule_sets if same else found


def inside(asked: Asked, validity: Validity, starts: tuple[datetime.date, ...]) -> Asked | None:
    """What a row asks if it is in force only within a validity; None if it never is."""
    return _limited(asked, starts, set(_periods(starts, validity)))


def outside(asked: Asked, validity: Validity, starts: tuple[datetime.date, ...]) -> Asked | None:
    """What a row asks if it is in force only before and after a validity; None if it never is."""
    within = set(_periods(starts, validity))
    return _limited(asked, starts, {each for each in AsOf(starts).values if each not in within})


def _periods(starts: tuple[datetime.date, ...], validity: Validity) -> Iterable[Value]:
    """The periods that lie within a validity, which begins and ends where some of them do."""
    for start, period in zip((None, *starts), AsOf(starts).values, strict=True):
        begun = validity.first is None or (start is not None and start >= validity.first)
        over = validity.end is not None and start is not None and start >= validity.end
        if begun and not over:
            yield period


def _limited(asked: Asked, starts: tuple[datetime.date, ...], to: set[Value]) -> Asked | None:
    periods = AsOf(starts)
    before = asked.get(periods.name, periods.values)
    kept = tuple(each for each in periods.values if each in before and each in to)
    return {**asked, periods.name: kept} if kept else None


def _refined(asked: Asked, old: tuple[datetime.date, ...], new: tuple[datetime.date, ...]) -> Asked:
    """What a row asks, with each old period written as the new ones that it consists of."""
    if AsOf.name not in asked or old == new:
        return asked
    first_days = dict(zip(AsOf(old).values, (None, *old), strict=True))
    kept: list[Value] = []
    for start, period in zip((None, *new), AsOf(new).values, strict=True):
        covering = [
            each
            for each, first in first_days.items()
            if first is None or (start is not None and first <= start)
        ]
        if covering[-1] in asked[AsOf.name]:
            kept.append(period)
    return {**asked, AsOf.name: tuple(kept)}
