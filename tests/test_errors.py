"""Errors: one root, data first, and the nearest right name."""

from __future__ import annotations

import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssrules import errors
from ssrules.errors import (
    FactError,
    Fault,
    FrameError,
    MissingExtraError,
    ParameterError,
    RuleError,
    SsrulesError,
    UnknownNameError,
    nearest,
)

ERRORS: list[SsrulesError] = [
    FactError([Fault("person.age", -1, "is wrong", "mend it")]),
    ParameterError("window", -1, "is below 0"),
    RuleError("a.b", "cites no clause"),
    UnknownNameError("clause", "source.A9", ("source.A1",)),
    FrameError("person_agee", "is no fact"),
    MissingExtraError("cli", "the command line"),
]


def test_every_error_has_the_one_root_and_a_text() -> None:
    """Also those that are added later: whoever catches the root catches all."""
    defined = {
        each
        for _, each in inspect.getmembers(errors, inspect.isclass)
        if issubclass(each, BaseException)
    }
    assert all(issubclass(each, SsrulesError) for each in defined)
    assert {type(each) for each in ERRORS} | {SsrulesError} <= defined
    for error in ERRORS:
        assert str(error)


@pytest.mark.parametrize("error", ERRORS[:5], ids=lambda each: type(each).__name__)
def test_a_wrong_value_is_a_value_error(error: SsrulesError) -> None:
    """Inputs, parameters, rules, names and columns: whoever expects `ValueError` gets one."""
    assert isinstance(error, ValueError)


def test_a_fault_is_a_tuple_of_path_value_message_and_hint() -> None:
    """It can be unpacked, and its text names path, message and cure."""
    (fault,) = FactError([Fault("person.age", -1, "is wrong", "mend it")]).faults
    path, value, message, hint = fault
    assert (path, value, message, hint) == ("person.age", -1, "is wrong", "mend it")
    assert fault.with_hint() == "person.age: is wrong (mend it)"
    assert Fault("case", None, "is wrong").with_hint() == "case: is wrong"


words = st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=3, max_size=12)


@given(st.lists(words, unique=True, min_size=1), st.data())
def test_a_name_that_is_known_but_for_case_and_space_is_nearest(
    known: list[str], data: st.DataObject
) -> None:
    """Capitals and white space at the ends never hide the right name."""
    name = data.draw(st.sampled_from(known))
    assert name in nearest(f" {name.upper()} ", known).split(" or ")


@given(st.none() | st.integers() | st.binary() | st.lists(st.text()), st.lists(words))
def test_what_is_no_name_has_no_nearest(name: object, known: list[str]) -> None:
    """Nothing is near to a number."""
    assert nearest(name, known) == ""


@given(st.text(), st.lists(words))
def test_nearest_tells_known_names_only(name: str, known: list[str]) -> None:
    """At most two, and never one that is not known."""
    found = nearest(name, known)
    assert set(filter(None, found.split(" or "))) <= set(known)
    assert len(found.split(" or ")) <= 2


def test_an_unknown_name_is_told_with_all_known_ones_where_none_is_near() -> None:
    """The error always helps."""
    assert "abc, def" in str(UnknownNameError("letter", "zzz", ("abc", "def")))
    assert "abc" in str(UnknownNameError("letter", "abd", ("abc", "xyz")))
