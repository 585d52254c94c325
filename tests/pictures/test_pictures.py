"""Pictures show what decisions say."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ssrules
from ssrules import pictures, strategies
from ssrules.errors import UnknownNameError
from ssrules.pictures.timelines import periods
from ssrules.records.case import replaced
from ssrules.words.speech import words

DAY = datetime.date(2026, 11, 22)
YEAR = ssrules.RuleBook.default().with_parameters(activation_window_days=365)
CARDS = pl.DataFrame(
    {
        "card_received_on": [DAY - datetime.timedelta(days=7 * n % 420) for n in range(60)],
        "card_social_security": ["active"] * 60,
        "card_financial": [("inactive", "active", None)[n % 3] for n in range(60)],
    }
)


def values(chart: Any) -> list[dict[str, Any]]:
    """The data of a chart."""
    found: list[dict[str, Any]] = chart.to_dict()["data"]["values"]
    return found


@settings(max_examples=50)
@given(
    strategies.cases(as_of=strategies.as_ofs().filter(lambda day: day.year < 9000)),
    st.integers(min_value=1, max_value=900),
)
def test_each_bar_of_a_timeline_is_what_is_decided_in_its_days(
    case: ssrules.Case, length: int
) -> None:
    """From `as_of` to the last day without a gap, with the answer of every first and last day."""
    book, last = ssrules.RuleBook.default(), case.as_of + datetime.timedelta(days=length)
    reached: dict[str, str] = {}
    for row in periods(case, book, last, words()):
        assert row["from"] == reached.get(row["part"], case.as_of.isoformat())
        reached[row["part"]] = row["to"]
        for day in (row["from"], datetime.date.fromisoformat(row["to"]) - datetime.timedelta(1)):
            on = datetime.date.fromisoformat(day) if isinstance(day, str) else day
            decided = ssrules.decide(replaced(case, {"as_of": on}))
            answers = {
                str(getattr(part, field, None))
                for path, part in decided.parts
                if words().label(f"part:{path}") == row["part"]
                for field in ("status", "route", "participation")
            }
            assert row["code"] in answers
    assert set(reached.values()) <= {last.isoformat()}


def test_a_population_is_counted_whole() -> None:
    """The bar of each part is as long as there are rows."""
    decided = ssrules.decide_frame(CARDS, as_of=DAY)
    rows: Counter[str] = Counter()
    for each in values(pictures.statuses(decided)):
        rows[each["part"]] += each["rows"]
    assert set(rows.values()) == {len(CARDS)}
    assert len(rows) == len([name for name in decided.columns if name.endswith("_status")])


def test_every_row_moves_or_stays() -> None:
    """The numbers add up to all rows, and under the same book none moves."""
    before, after = (
        ssrules.decide_frame(CARDS, book, as_of=DAY) for book in (ssrules.RuleBook.default(), YEAR)
    )
    squares = values(pictures.moves(before, after, "loss_report_status"))
    assert sum(each["rows"] for each in squares) == len(CARDS)
    assert any(each["moved"] for each in squares)
    stay = values(pictures.moves(before, before, "loss_report_status"))
    assert not any(each["moved"] for each in stay)


def test_frames_of_different_rows_are_not_compared() -> None:
    """So many rows before and so many after is an error that tells both."""
    decided = ssrules.decide_frame(CARDS, as_of=DAY)
    with pytest.raises(ValueError, match="60 rows before and 3 after"):
        pictures.moves(decided, decided.head(3), "loss_report_status")


@pytest.mark.parametrize(("language", "word"), [("en", "not due"), ("zh", "无须挂失")])
def test_pictures_are_drawn_without_a_network_in_both_languages(language: str, word: str) -> None:
    """As SVG, with the words of the language."""
    convert = pytest.importorskip("vl_convert", reason="not installed: the group docs")
    case = ssrules.Case.from_dict(
        {"as_of": "2026-11-22", "card": {"received_on": "2026-03-01", "financial": "inactive"}}
    )
    decided = ssrules.decide_frame(CARDS, as_of=DAY)
    for chart in (
        pictures.timeline(case.with_facts({"card.social_security": "active"}), language=language),
        pictures.statuses(decided, language=language),
        pictures.moves(decided, decided, "loss_report_status", language=language),
    ):
        assert word in convert.vegalite_to_svg(chart.to_json())


def test_an_unknown_language_is_an_error() -> None:
    """It names the languages that there are."""
    with pytest.raises(UnknownNameError, match="known: en, zh"):
        pictures.statuses(ssrules.decide_frame(CARDS, as_of=DAY), language="fr")
