"""Errors: one root, data first, and the nearest right name."""

from __future__ import annotations

import inspect
import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.hostile import BAD_REPR, MARK, called

from ssrules import errors
from ssrules.errors import (
    FactError,
    Fault,
    FrameError,
    FrameKindError,
    MissingExtraError,
    ParameterError,
    RuleError,
    RuleFileError,
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
    FrameKindError("list"),
    RuleFileError([RuleError("a.toml:3", "is wrong"), RuleError("a.toml:4", "is wrong, too")]),
    FactError([Fault.of("person.age", -1, "out_of_range", lowest="0", highest="150")]),
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


@pytest.mark.parametrize("error", ERRORS, ids=lambda each: type(each).__name__)
def test_every_error_is_data_for_json_and_told_in_two_languages(error: SsrulesError) -> None:
    """English is the text itself; the mapping has a message, or faults that have one each."""
    assert error.told() == error.told("en") == str(error)
    assert error.told("zh")
    found = json.loads(json.dumps(error.to_dict()))
    for each in found.get("faults", [found]):
        assert each["message"]
        assert "code" in each
    with pytest.raises(UnknownNameError, match="known: en, zh"):
        error.told("fr")


@pytest.mark.parametrize("error", ERRORS, ids=lambda each: type(each).__name__)
def test_an_error_survives_pickling(error: SsrulesError) -> None:
    """With its text in both languages."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes
    assert type(again) is type(error)
    assert again.to_dict() == error.to_dict()
    assert again.told("zh") == error.told("zh")


def test_a_fault_has_a_code_and_the_data_of_its_sentence() -> None:
    """It stays a tuple of four, and says the same in Chinese."""
    fault = Fault.of("person.residence", "Rural", "not_one_of", known=("rural",), like=("rural",))
    assert tuple(fault) == (
        "person.residence",
        "Rural",
        "'Rural' is not one of rural",
        "did you mean rural?",
    )
    assert fault.code == "not_one_of"
    assert fault.data["like"] == ("rural",)
    assert fault.told("zh") == ("“Rural”不在可选值之中：rural", "您是否想写 rural？")
    assert fault.with_hint("zh") == (
        "person.residence：“Rural”不在可选值之中：rural（您是否想写 rural？）"
    )
    assert fault.to_dict() == {
        "path": "person.residence",
        "value": "Rural",
        "message": "'Rural' is not one of rural",
        "hint": "did you mean rural?",
        "code": "not_one_of",
    }


def test_a_fault_in_free_text_is_told_as_it_is() -> None:
    """It has no code, and so no other language."""
    fault = Fault("card.bank", 1, "is wrong", "mend it")
    assert fault.told("zh") == ("is wrong", "mend it")
    assert fault.code == ""


@pytest.mark.parametrize(
    "value", [MARK, [MARK], {MARK: 1}, f"{MARK} " * 100, 10**6000, BAD_REPR], ids=called
)
def test_an_error_without_values_holds_none(value: Any) -> None:
    """Neither in its text nor in its mapping nor in its repr, whatever the language."""
    data = {"known": ("a",), "like": (MARK,)}
    error = FactError([Fault.of("a", value, "not_one_of", **data), Fault("b", value, f"is {MARK}")])
    hidden = error.without_values()
    assert [fault.path for fault in hidden.faults] == ["a", "b"]
    for told in (str(hidden), repr(hidden), hidden.told("zh"), json.dumps(hidden.to_dict())):
        assert MARK not in told
    assert hidden.faults[0].message == "the value is not one of a"
    assert hidden.to_dict()["faults"][0]["value"] is None


def test_an_errors_repr_is_short() -> None:
    """It is written into logs, where a whole input has no place."""
    assert len(repr(FactError([Fault.of("case", "x" * 10**6, "not_utf8")]))) < 1000


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
