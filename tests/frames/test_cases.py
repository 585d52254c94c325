"""A row of a frame becomes the case that `decide_frame` decides, and cases become a frame."""

from __future__ import annotations

import datetime
from typing import Any

import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ssrules
from ssrules import Case, FactError, RuleBook, decide
from ssrules.errors import FrameError
from ssrules.facts import FACTS, Fact
from ssrules.frames import case_of, column_names, columns_of
from ssrules.strategies import cases

CASES = st.lists(cases(), min_size=1, max_size=4)


@settings(max_examples=40)
@given(CASES)
def test_cases_become_a_frame_and_its_rows_the_same_cases(known: list[Case]) -> None:
    """By way of a Polars frame, row by row."""
    frame = pl.DataFrame(columns_of(known))
    assert [case_of(row) for row in frame.iter_rows(named=True)] == known


@settings(max_examples=20)
@given(CASES)
def test_a_frame_made_of_cases_is_decided_as_they_are(known: list[Case]) -> None:
    """The statuses of every part."""
    decided = ssrules.decide_frame(pl.DataFrame(columns_of(known)))
    for row, case in zip(decided.iter_rows(named=True), known, strict=True):
        for path, part in decide(case).parts:
            assert row[f"{path.replace('.', '_')}_status"] == part.status
        assert case_of({name: row[name] for name in columns_of(known)}) == case


@pytest.mark.parametrize("null", [None, float("nan"), pd.NaT, pd.NA])
def test_a_null_cell_is_an_explicit_null_and_an_absent_column_an_absent_key(null: Any) -> None:
    """Which differ for a fact with a default."""
    column = "person_unit_requires_self_application"
    told = case_of({"as_of": "2026-11-22", column: null})
    assert told.person.unit_requires_self_application is None
    assert case_of({"as_of": "2026-11-22"}).person.unit_requires_self_application is False


def test_a_row_of_pandas_is_read_as_its_frame_is() -> None:
    """Timestamps, numbers of numpy and floats of whole numbers."""
    frame = pd.DataFrame(
        {
            "as_of": pd.to_datetime(["2026-11-22"]),
            "person_age": [41.0],
            "card_received_on": [datetime.date(2026, 3, 1)],
            "visit_cause": ["illness"],
            "branch": ["east"],
        }
    )
    expected = Case.from_paths(
        {
            "as_of": "2026-11-22",
            "person.age": 41,
            "card.received_on": "2026-03-01",
            "visit.cause": "illness",
        }
    )
    assert case_of(frame.iloc[0]) == expected
    cells = {name: frame[name].to_numpy()[0] for name in frame}
    assert case_of(cells) == expected


def test_what_cannot_be_is_told_by_the_column_or_by_the_path() -> None:
    """A misspelt column, a day twice or never, a value that the fact cannot have."""
    day = {"as_of": "2026-11-22"}
    with pytest.raises(FrameError, match="person_age"):
        case_of({**day, "person.age": 41})
    with pytest.raises(FrameError, match="as_of"):
        case_of({"person_age": 41})
    with pytest.raises(FrameError, match="as_of"):
        case_of(day, as_of="2026-11-22")
    with pytest.raises(FactError, match=r"person\.age"):
        case_of({"person_age": 41.5}, as_of="2026-11-22")
    with pytest.raises(FactError, match="as_of"):
        case_of({"as_of": pd.to_datetime(["2026-11-22 08:00"]).to_numpy()[0]})
    with pytest.raises(FactError):
        columns_of([day])


def test_each_fact_has_its_column_also_those_of_ones_own() -> None:
    """By its path."""
    assert column_names()["documents.photo.two_inch"] == "documents_photo_two_inch"
    assert list(column_names()) == [fact.path for fact in FACTS]
    book = RuleBook.default().with_facts(Fact(path="pet.age", kind=int, meaning="the pet's age"))
    case = case_of({"as_of": "2026-11-22", "pet_age": 3}, book)
    assert case.pet.age == 3
    assert columns_of([case], book) == {"as_of": [datetime.date(2026, 11, 22)], "pet_age": [3]}
