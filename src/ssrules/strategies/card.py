"""Hypothesis strategies for facts and cases, to test programs that decide by ssrules.

Every value is valid: a case drawn here can be decided. Dates lie near the ends of the window, on
leap days and at the ends of the calendar more often than chance would have it; banks are often
the same one. Examples shrink to the fewest known facts. Needs the extra `strategies`.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Collection, Mapping
from typing import Any

from ssrules.errors import MissingExtraError, UnknownNameError
from ssrules.facts import (
    FACTS,
    ApplicationState,
    Case,
    Cause,
    Employment,
    InstitutionKind,
    Registration,
    Residence,
)
from ssrules.records.kinds import HIGHEST_AGE, members
from ssrules.rulebook import COVERS_FROM
from ssrules.tables.inputs import NO_YES

try:
    from hypothesis import strategies as st
except ImportError as error:
    raise MissingExtraError("strategies", "ssrules.strategies") from error

__all__ = [
    "ages",
    "application_states",
    "as_ofs",
    "banks",
    "case_dicts",
    "cases",
    "causes",
    "complete_cases",
    "employments",
    "fact",
    "institution_kinds",
    "receipt_dates",
    "registrations",
    "residences",
]

WINDOW_DAYS = 300
"""The default of the parameter `activation_window_days`."""

AS_OF = "as_of"
RECEIVED_ON = "card.received_on"
CARD_BANK = "card.bank"
INSTITUTION_BANK = "institution.bank"

_SOME_BANKS = ("ICBC", "CCB", "icbc", "工商银行")
_LEAP_DAYS = tuple(datetime.date(year, 2, 29) for year in (2024, 2000, 2028, 4, 9996))
_LAST_DAY = datetime.date.max.toordinal()

_SOUND = 8
"""How often each known value stands beside the places that stand for unknown."""


def as_ofs(
    *,
    min_value: datetime.date = COVERS_FROM,
    max_value: datetime.date = datetime.date.max,
) -> st.SearchStrategy[datetime.date]:
    """Days to decide for, both bounds inclusive; leap days and the bounds come up often.

    Without `min_value`, they are days that the built-in rule book covers.
    """
    leap_days = (day for day in _LEAP_DAYS if min_value <= day <= max_value)
    return st.dates(min_value, max_value) | st.sampled_from([*leap_days, min_value, max_value])


def receipt_dates(
    as_of: datetime.date, *, window_days: int = WINDOW_DAYS
) -> st.SearchStrategy[datetime.date]:
    """Days on which a card was received that is decided on as of a day.

    The ends of the window of `window_days` come up often. No day is drawn from which the window
    would run past the end of the calendar: such a case is a `FactError`. Nothing can be drawn
    where every day would.
    """
    if window_days >= _LAST_DAY - 1:
        return st.nothing()
    return _days_ago(window_days).map(lambda days: _received(as_of, days, window_days))


def _days_ago(window_days: int) -> st.SearchStrategy[int]:
    """How many days ago a card was received, as far as the calendar allows."""
    ends = sorted({max(0, window_days + step) for step in (-1, 0, 1, 2)})
    return (
        st.integers(0, min(_LAST_DAY, 2 * window_days + 100))
        | st.sampled_from(ends)
        | st.sampled_from([0, 1, *ends])
        | st.integers(0, _LAST_DAY)
    )


def _received(as_of: datetime.date, days_ago: int, window_days: int) -> datetime.date:
    """The day so many days ago, or the nearest one that can be decided on."""
    last = min(as_of.toordinal(), _LAST_DAY - window_days - 1)
    return datetime.date.fromordinal(min(max(1, as_of.toordinal() - days_ago), last))


def banks() -> st.SearchStrategy[str]:
    """Identifiers of banks: mostly a few that come up again, else any text that is valid."""
    text = st.text(min_size=1, max_size=20).filter(lambda each: each == each.strip())
    return st.sampled_from(_SOME_BANKS) | st.sampled_from(_SOME_BANKS) | text


def ages(*, min_value: int = 0, max_value: int = HIGHEST_AGE) -> st.SearchStrategy[int]:
    """Ages in full years, both bounds inclusive; those around 16 and 60 come up often."""
    edges = [age for age in (15, 16, 17, 59, 60, 61) if min_value <= age <= max_value]
    return st.integers(min_value, max_value) | st.sampled_from([*edges, min_value, max_value])


def residences() -> st.SearchStrategy[Residence]:
    """Where a household is registered."""
    return st.sampled_from(Residence)


def employments(*, work_unit: bool | None = None) -> st.SearchStrategy[Employment]:
    """How a person works: with a work unit, without one, or (None) either."""
    with_unit = (Employment.EMPLOYEE, Employment.CIVIL_SERVANT)
    if work_unit is None:
        return st.sampled_from(Employment)
    return st.sampled_from([each for each in Employment if (each in with_unit) is work_unit])


def application_states() -> st.SearchStrategy[ApplicationState]:
    """The states of one of the card's two applications."""
    return st.sampled_from(ApplicationState)


def institution_kinds() -> st.SearchStrategy[InstitutionKind]:
    """What an institution is."""
    return st.sampled_from(InstitutionKind)


def registrations() -> st.SearchStrategy[Registration]:
    """What a holder registered for."""
    return st.sampled_from(Registration)


def causes() -> st.SearchStrategy[Cause]:
    """Why care is needed."""
    return st.sampled_from(Cause)


def fact(path: str) -> st.SearchStrategy[Any]:
    """Known values of the fact at a path, such as `person.age` or `documents.photo.colour`.

    Any day may be drawn for `card.received_on`, also one after the day to decide for;
    `receipt_dates` is for days before one. Raises `UnknownNameError` with the nearest paths.
    """
    kinds = {each.path: each.kind for each in FACTS}
    if path not in kinds:
        raise UnknownNameError("fact", path, kinds)
    kind = kinds[path]
    if kind is bool:
        return st.booleans()
    if kind is datetime.date:
        return as_ofs() if path == AS_OF else as_ofs(min_value=datetime.date.min)
    if kind is int:
        return ages()
    return banks() if kind is str else st.sampled_from(tuple(members(kind).values()))


def cases(
    *,
    as_of: st.SearchStrategy[datetime.date] | None = None,
    known: Collection[str] = (),
    unknown: Collection[str] = (),
    facts: Mapping[str, st.SearchStrategy[Any]] | None = None,
    window_days: int = WINDOW_DAYS,
) -> st.SearchStrategy[Case]:
    """Cases that can be decided, facts unknown in any combination.

    `as_of` draws the day to decide for. `known` and `unknown` are paths of facts that always or
    never are; every other one may be. `facts` draws facts by their paths, in place of what is
    drawn otherwise; None is unknown, also there. `window_days` is the parameter
    `activation_window_days` of the rule book that decides.

        cases(known=["person.employment"], facts={"card.bank": st.just("ICBC")})

    Raises `UnknownNameError` for a path that is no fact.
    """
    drawn = _values(as_of, known, unknown, facts or {}, window_days)
    return drawn.map(lambda values: Case.from_dict(_tree(values)))


def complete_cases(
    *,
    as_of: st.SearchStrategy[datetime.date] | None = None,
    facts: Mapping[str, st.SearchStrategy[Any]] | None = None,
    window_days: int = WINDOW_DAYS,
) -> st.SearchStrategy[Case]:
    """Cases that can be decided, with every fact known; the arguments are those of `cases`."""
    known = [each.path for each in FACTS]
    return cases(as_of=as_of, known=known, facts=facts, window_days=window_days)


def case_dicts(
    *,
    as_of: st.SearchStrategy[datetime.date] | None = None,
    known: Collection[str] = (),
    unknown: Collection[str] = (),
    facts: Mapping[str, st.SearchStrategy[Any]] | None = None,
    window_days: int = WINDOW_DAYS,
    json: bool = True,
) -> st.SearchStrategy[dict[str, Any]]:
    """Mappings that `Case.from_dict` takes, written in any of the ways that mean the same.

    An unknown fact, or a whole group of them, is left out or null; keys stand in any order. With
    `json=False` a date may be a `datetime.date` and a word a member of its enumeration. The other
    arguments are those of `cases`.
    """
    drawn = _values(as_of, known, unknown, facts or {}, window_days)
    return _written(drawn, json)


def _values(
    as_of: st.SearchStrategy[datetime.date] | None,
    known: Collection[str],
    unknown: Collection[str],
    facts: Mapping[str, st.SearchStrategy[Any]],
    window_days: int,
) -> st.SearchStrategy[dict[str, Any]]:
    """The value of every fact by its path; None is unknown."""
    given = {**({} if as_of is None else {AS_OF: as_of}), **facts}
    every = [each.path for each in FACTS]
    for path in (*known, *unknown, *given):
        if path not in every:
            raise UnknownNameError("fact", path, every)
    given = {**dict.fromkeys(unknown, st.none()), **given}
    plan = {path: given[path] if path in given else _known(path, window_days) for path in every}
    return _drawn(plan, frozenset(given), frozenset(known), window_days)


def _known(path: str, window_days: int) -> st.SearchStrategy[Any]:
    """Known values of a fact; a day of receipt as how many days ago it was."""
    return _days_ago(window_days) if path == RECEIVED_ON else fact(path)


_VALUES: dict[str, tuple[Any, ...]] = {
    each.path: NO_YES if each.kind is bool else tuple(members(each.kind).values()) for each in FACTS
}
"""The values of each fact that has few; () for the others."""


@st.composite
def _drawn(
    draw: st.DrawFn,
    plan: Mapping[str, st.SearchStrategy[Any]],
    given: frozenset[str],
    known: frozenset[str],
    window_days: int,
) -> dict[str, Any]:
    # Each fact is one number: unknown ones are the lowest, so an example shrinks towards them.
    # How many facts are unknown, half of them, few or none, is chosen for the case as a whole.
    how_many = draw(_UP_TO_TWO)
    values: dict[str, Any] = {}
    for path, strategy in plan.items():
        if path in given or path == AS_OF:
            values[path] = draw(strategy)
            continue
        choices = _VALUES[path] or (None,)
        size = len(choices)
        lowest = size if how_many == 2 or path in known else 0
        number = draw(_numbers(lowest, size * (2 if how_many == 0 else _SOUND + 1) - 1))
        if number < size:
            values[path] = None
        elif _VALUES[path]:
            values[path] = choices[number % size]
        else:
            values[path] = _fitting(draw, path, strategy, values, window_days)
    return values


_UP_TO_TWO = st.integers(0, 2)
_numbers = functools.cache(st.integers)


def _fitting(
    draw: st.DrawFn,
    path: str,
    strategy: st.SearchStrategy[Any],
    values: Mapping[str, Any],
    window_days: int,
) -> Any:
    """A known value of a fact that fits those drawn before it; None where there is no such."""
    if path == RECEIVED_ON and window_days >= _LAST_DAY - 1:
        return None
    if path == RECEIVED_ON:
        return _received(values[AS_OF], draw(strategy), window_days)
    if path == INSTITUTION_BANK and values[CARD_BANK] is not None and draw(_numbers(0, 1)):
        return values[CARD_BANK]
    return draw(strategy)


def _tree(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values by path as the mapping of groups that a case is read from."""
    tree: dict[str, Any] = {}
    for path, value in values.items():
        *groups, name = path.split(".")
        at = tree
        for group in groups:
            at = at.setdefault(group, {})
        at[name] = value
    return tree


@st.composite
def _written(
    draw: st.DrawFn, drawn: st.SearchStrategy[dict[str, Any]], json: bool
) -> dict[str, Any]:
    """One of the ways to write values down."""
    return _spelt(draw, _tree(draw(drawn)), json)


def _spelt(
    draw: st.DrawFn, tree: Mapping[str, Any], json: bool, prefix: str = ""
) -> dict[str, Any]:
    written: dict[str, Any] = {}
    for name in reversed(list(tree)) if draw(_numbers(0, 1)) else tree:
        path, value = f"{prefix}{name}", tree[name]
        if isinstance(value, Mapping):
            group = _spelt(draw, value, json, f"{path}.")
            how = draw(_UP_TO_TWO)
            if group or how == 2:
                written[name] = group
            elif how == 1:
                written[name] = None
        elif path in _DEFAULTS and value == _DEFAULTS[path] and not draw(_numbers(0, 1)):
            continue
        else:
            written[name] = _in_json(value) if json or draw(_numbers(0, 1)) else value
    return written


_DEFAULTS = {each.path: each.default for each in FACTS if each.path != AS_OF}


def _in_json(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value
