"""Rows that are in force for a time: how a decision table tells one period from another.

A row's validity becomes one more condition on the input `as_of`, so that a dated rule is a row
like any other: what comes of it is exact, and the next change finds the day on which it turns.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

import attrs

from ssrules.errors import RuleError
from ssrules.tables.inputs import AsOf, Value
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
        first, last = self.in_force_from, self.in_force_to
        for day in (first, last):
            if day is not None and type(day) is not datetime.date:
                raise RuleError("validity", f"{day!r} is no date")
        if first is not None and last is not None and last < first:
            raise RuleError("validity", f"ends on {last}, before it begins on {first}")

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

    def __str__(self) -> str:
        return f"{self.first or ''}..{self.in_force_to if self.end else ''}"


def starts_of(rule_set: RuleSet) -> tuple[datetime.date, ...]:
    """The days on which its periods start; none if it asks for no period."""
    return next((each.starts for each in rule_set.inputs if isinstance(each, AsOf)), ())


def refined(rule_set: RuleSet, starts: Iterable[datetime.date]) -> RuleSet:
    """The same rule set with periods that start on these days too; it decides as before."""
    old = starts_of(rule_set)
    new = tuple(sorted({*old, *starts}))
    if new == old:
        return rule_set
    inputs = tuple(each for each in rule_set.inputs if not isinstance(each, AsOf))
    return attrs.evolve(
        rule_set,
        inputs=(*inputs, AsOf(new)),
        rules=tuple(
            attrs.evolve(each, when=_refined(each.when, old, new)) for each in rule_set.rules
        ),
        requirements=tuple(
            attrs.evolve(
                each,
                when=_refined(each.when, old, new),
                holds_if=_refined(each.holds_if, old, new),
            )
            for each in rule_set.requirements
        ),
    )


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
    if AsOf.name not in asked:
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
