"""Windows of calendar months in every kind of frame: leap days, short months, the last years."""

from __future__ import annotations

import datetime

import pytest

from ssrules import RuleBook
from ssrules.tables import HitPolicy, Parameter, Rule, RuleSet
from ssrules.tables.inputs import LongerAgoThan
from tests.frames import rows as frame_rows
from tests.frames.kinds import KINDS, Kind
from tests.frames.rows import Row, expected
from tests.frames.test_books import A4
from tests.frames.test_conformance import assert_conforms

DAY = datetime.date
EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
STARTS = (
    *(DAY(2024, 2, day) for day in (28, 29)),
    *(DAY(2023, month, day) for month in (1, 2, 8, 12) for day in (1, 27, 28)),
    *(DAY(2025, month, 31) for month in (1, 3, 5, 8, 10, 12)),
    DAY(1900, 2, 28),
    DAY(2000, 2, 29),
    DAY(1, 1, 1),
    DAY(9999, 12, 31),
    DAY(9999, 10, 31),
)


def book(months: int, *, counted: bool = False, dated: bool = False) -> RuleBook:
    """The built-in book with a rule set that asks for so many months, from a day on for more."""
    own = RuleSet(
        name="local.months",
        title="Months",
        inputs=(
            LongerAgoThan(
                "over", "card.received_on", "some_months", first_day_counts="counts", unit="months"
            ),
        ),
        outputs={"door": None},
        hit_policy=HitPolicy.UNIQUE,
        rules=tuple(
            Rule(id=f"local.months.{over}", cites=A4, when={"over": over}, then={"door": str(over)})
            for over in (False, True)
        ),
    )
    parameters = (
        Parameter(name="some_months", title="m", unit="months", default=months, cites=A4),
        Parameter(name="counts", title="c", unit="", default=counted, cites=A4),
    )
    made = RuleBook.default().with_rule_sets(own, parameters=parameters)
    return made.with_parameters(some_months={DAY(2025, 1, 1): months + 5}) if dated else made


def around(months: int) -> list[Row]:
    """Days near the ends of windows, each with the day that the card was received on."""
    found: list[Row] = [{"as_of": DAY(2026, 11, 22), "card_received_on": None}]
    for start in STARTS:
        month = start.year * 12 + start.month - 1 + months
        for day in (1, 27, 28, 29, 30, 31):
            year, at = divmod(month + (day == 1), 12)
            try:
                as_of = DAY(year, at + 1, day)
            except ValueError:
                continue
            if as_of >= max(start, DAY(2021, 1, 1)):
                found.append({"as_of": as_of, "card_received_on": start})
    return [*found, *({"as_of": DAY(9999, 12, 31), "card_received_on": each} for each in STARTS)]


@EVERY_KIND
@pytest.mark.parametrize(
    ("months", "options"),
    [
        (1, {}),
        (12, {"counted": True}),
        (0, {}),
        (6, {"dated": True}),
        (200_000, {}),
    ],
)
def test_a_window_of_months_ends_as_it_does_for_a_case(
    kind: Kind, months: int, options: dict[str, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In rows, on the very days on which it may turn."""
    monkeypatch.setitem(frame_rows.OUTPUTS, "local_months", ("door",))
    own = book(months, **options)
    rows = around(months)
    answers = [expected(row, own) for row in rows]
    doors = {answer["local_months_door"] for answer in answers}
    assert months > 1000 or {"True", "False"} <= doors
    assert_conforms(kind, rows, answers, rulebook=own)
