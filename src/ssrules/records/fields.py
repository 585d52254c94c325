"""How a fact is declared: in one place all that is special about it."""

from __future__ import annotations

import datetime
from typing import Any

import attrs

from ssrules.errors import RuleError
from ssrules.records.checks import FACT, GROUP, KIND, NOT_AFTER, REQUIRED
from ssrules.records.kinds import FactEnum, Kind, members, words_enum
from ssrules.records.moves import Moves
from ssrules.records.record import Record

HIGHEST_NUMBER = 10**12
"""The greatest number that a fact may be, unless it says otherwise."""


def _kind(given: Any) -> Any:
    return given if isinstance(given, type) else tuple(given)


@attrs.frozen(kw_only=True, repr=False)
class Fact(Record):
    """One fact: its path, kind of value, meaning, default, limits, and how it may be changed.

    `kind` is `bool`, `int`, `str`, `datetime.date`, an enumeration (a `FactEnum`), or a tuple of
    words, which makes one. `default` is what an absent key means; None is unknown. A `required`
    fact is never unknown. `not_after` is the path of a date that this date may not be after.
    `lowest` and `highest` bound a number, both inclusive; `unit` says what it counts. `moves` says
    into what its holder can change it at will, None that nobody can, and `how` in what way, or why
    not.
    """

    path: str = ""
    kind: Kind = attrs.field(converter=_kind)
    meaning: str
    default: Any = None
    required: bool = False
    not_after: str = ""
    lowest: int = 0
    highest: int = HIGHEST_NUMBER
    unit: str = ""
    moves: Moves | None = None
    how: str = ""

    def __attrs_post_init__(self) -> None:
        if isinstance(self.kind, tuple):
            object.__setattr__(self, "kind", words_enum(self.path, self.kind))
        if self.default is not None and isinstance(self.default, str) and self.values:
            found: Any = members(self.kind).get(self.default, self.default)
            object.__setattr__(self, "default", found)
        check_default(self)

    @property
    def values(self) -> tuple[str | bool, ...]:
        """What it may be, in order, where that is few: True or false, or the words of its kind."""
        return (False, True) if self.kind is bool else tuple(members(self.kind))

    @property
    def group(self) -> str:
        """The path of the group that it stands in, "" for none."""
        return self.path.rpartition(".")[0]

    @property
    def name(self) -> str:
        """Its name in that group."""
        return self.path.rpartition(".")[2]


@attrs.frozen(kw_only=True, repr=False)
class MoreValues(Record):
    """Further words that a fact with an enumeration of its own may be."""

    path: str
    values: tuple[str, ...]


KINDS = (bool, int, str, datetime.date)


def check_default(fact: Fact) -> None:
    """Raise `RuleError` for a kind that no fact has, or a default that is no value of the kind."""
    where = f"fact {fact.path!r}" if fact.path else "a fact"
    if fact.kind not in KINDS and not issubclass(fact.kind, FactEnum):
        raise RuleError.of(where, "no_kind_of_fact", value=fact.kind)
    default = fact.default
    if default is None:
        return
    if fact.required:
        raise RuleError.of(where, "required_and_default")
    wrong = type(default) is not fact.kind
    if not wrong and fact.kind is int:
        wrong = not fact.lowest <= default <= fact.highest
    if wrong:
        known = tuple(str(each).lower() for each in fact.values) or (fact.kind.__name__,)
        raise RuleError.of(where, "no_default", value=default, known=known)


def fact(kind: Any, meaning: str, **extra: Any) -> Any:
    """A field of a group that is a fact; see `Fact` for what can be said of one.

    The path is that of its place. Raises `RuleError` for a default that is no value of the kind.
    """
    return field_of(Fact(kind=kind, meaning=meaning, **extra))


def field_of(declared: Fact) -> Any:
    """The attrs field of a fact."""
    metadata: dict[str, Any] = {FACT: declared, KIND: declared.kind}
    if declared.required:
        return attrs.field(metadata={**metadata, REQUIRED: True})
    if declared.not_after:
        metadata[NOT_AFTER] = declared.not_after
    return attrs.field(default=declared.default, metadata=metadata)


def group(cls: type) -> Any:
    """A field that is a group of facts, an attrs class; where it is absent, so are all of these."""
    return attrs.field(
        factory=cls,
        converter=attrs.converters.default_if_none(factory=cls),
        metadata={GROUP: cls},
    )
