"""The rows of decision tables: rules, and requirements that must hold before any rule applies."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ssrules.errors import RuleError
from ssrules.records.frozen import FrozenDict, freeze
from ssrules.records.record import Record
from ssrules.tables.clauses import Clause, Reading, as_clauses, must_cite
from ssrules.tables.inputs import Value
from ssrules.tables.periods import Validity, check_days


def _values(given: Mapping[str, Any]) -> FrozenDict[str, tuple[Value, ...]]:
    """The values that a row allows each input, a single one being a tuple of one."""
    listed = {
        name: (values,) if isinstance(values, str | bool) else tuple(values)
        for name, values in given.items()
    }
    return FrozenDict(
        {
            name: tuple(str(each) if isinstance(each, str) else each for each in values)
            for name, values in listed.items()
        }
    )


def _names(given: str | tuple[str, ...]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


@attrs.frozen(kw_only=True, repr=False)
class Rule(Record):
    """One row of a decision table: if every input named in `when` has one of its values, `then`.

    An input that `when` does not name may have any value. `in_force_from` and `in_force_to` are
    the first and the last day on which the row holds, both inclusive, None where there is no such
    day; the rule set asks for the period by itself. Where the row applies, the rules of the same
    table that `exception_to` names do not.

    Raises `RuleError` where nothing is cited, and for a row that ends before it begins.
    """

    id: str
    cites: tuple[Clause, ...] = attrs.field(converter=as_clauses)
    when: Mapping[str, tuple[Value, ...]] = attrs.field(factory=dict, converter=_values)
    then: Mapping[str, Any] = attrs.field(factory=dict, converter=freeze)
    readings: tuple[Reading, ...] = ()
    in_force_from: datetime.date | None = None
    in_force_to: datetime.date | None = None
    exception_to: tuple[str, ...] = attrs.field(default=(), converter=_names)

    def __attrs_post_init__(self) -> None:
        must_cite(self.id, self.cites)
        check_days(self.id, self.in_force_from, self.in_force_to)

    @property
    def validity(self) -> Validity:
        """The days on which it holds."""
        return Validity(in_force_from=self.in_force_from, in_force_to=self.in_force_to)


@attrs.frozen(kw_only=True, repr=False)
class Requirement(Record):
    """What must hold before any rule of the table applies; `code` names it where it fails.

    It holds if the input named in `holds_if` has one of the values there. It is made only where
    the inputs named in `when` have one of theirs, and from the day `in_force_from` to the day
    `in_force_to`, both inclusive: elsewhere it cannot fail.
    """

    code: str
    cites: tuple[Clause, ...] = attrs.field(converter=as_clauses)
    holds_if: Mapping[str, tuple[Value, ...]] = attrs.field(converter=_values)
    when: Mapping[str, tuple[Value, ...]] = attrs.field(factory=dict, converter=_values)
    readings: tuple[Reading, ...] = ()
    in_force_from: datetime.date | None = None
    in_force_to: datetime.date | None = None

    def __attrs_post_init__(self) -> None:
        must_cite(self.code, self.cites)
        check_days(self.code, self.in_force_from, self.in_force_to)
        if len(self.holds_if) != 1:
            raise RuleError.of(self.code, "asks_one_input")
        if self.input in self.when:
            raise RuleError.of(self.code, "asks_twice", name=self.input)

    @property
    def validity(self) -> Validity:
        """The days on which it is made."""
        return Validity(in_force_from=self.in_force_from, in_force_to=self.in_force_to)

    @property
    def input(self) -> str:
        """The name of the input that it asks."""
        return next(iter(self.holds_if))

    @property
    def values(self) -> tuple[Value, ...]:
        """The values for which it holds."""
        return self.holds_if[self.input]


def listed(given: Any) -> tuple[Any, ...]:
    """Things of one kind as a tuple, a single one being a tuple of one."""
    return tuple(given) if isinstance(given, Iterable) and not isinstance(given, str) else (given,)


def check_kind(where: str, given: Iterable[object], kind: type) -> None:
    """Raise `RuleError` for something among others that is of another kind."""
    for each in given:
        if not isinstance(each, kind):
            raise RuleError.of(where, "not_of_the_kind", value=each, wanted=kind.__name__)
