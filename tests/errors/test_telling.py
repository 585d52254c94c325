"""What is repeated of an input: short, escaped, and never an error itself."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.hostile import BAD_REPR, HUGE, called, deep

from ssrules.errors.telling import CUT, LONGEST, MOST_LISTED, escaped, listed_first, plain, shown

ROOM = 12 * LONGEST
"""An escape takes up to ten characters, and the marks around a value a few."""

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner) | st.tuples()
    ),
)


@given(st.text())
def test_what_is_shown_of_a_text_can_be_printed_on_one_line(text: str) -> None:
    """No control character, end of line, turn of direction or half of a pair is left."""
    told = shown(text)
    told.encode("utf-8")
    assert len(told.splitlines()) == 1
    assert not any(each < " " or "\x7f" <= each <= "\x9f" or each == "\u202e" for each in told)


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=LONGEST))
def test_an_ordinary_text_is_shown_as_it_is(text: str) -> None:
    """Quotes are all that is added."""
    assert shown(text) == f"'{text}'"


@given(values)
def test_a_small_value_is_shown_as_python_writes_it(value: Any) -> None:
    """Lists and mappings too, however they are nested."""
    written = repr(value)
    if not isinstance(value, str) and len(written) <= LONGEST and written.isprintable():
        assert shown(value) == written


@pytest.mark.parametrize(
    "value",
    [
        *(
            "x" * 10**6,
            b"x" * 10**6,
            "\x1b" * 10**6,
            list(range(10**5)),
            dict.fromkeys(range(10**5)),
        ),
        *(HUGE, [HUGE], {HUGE: HUGE}, (HUGE,), BAD_REPR, [BAD_REPR], {"a": {"b": BAD_REPR}}),
        *(deep(100_000), {"a": deep(100_000)}),
    ],
    ids=called,
)
def test_no_value_is_too_much_to_show(value: Any) -> None:
    """Long, wide, deep, huge, or one that cannot write itself: it is told, and shortly."""
    assert 0 < len(shown(value)) <= ROOM
    assert len(json.dumps(plain(value))) <= ROOM


@given(values)
def test_a_value_becomes_one_that_json_can_hold(value: Any) -> None:
    """And a bounded one."""
    assert len(json.dumps(plain(value), allow_nan=False)) <= ROOM


def test_a_list_that_holds_itself_is_shown() -> None:
    """As far as there is room."""
    circle: list[Any] = []
    circle.append(circle)
    assert shown(circle).endswith(CUT)


def test_of_many_names_the_first_are_listed() -> None:
    """And a mark shows that there are more."""
    names = [f"n{at}" for at in range(MOST_LISTED + 1)]
    assert listed_first(names, ", ") == ", ".join([*names[:MOST_LISTED], CUT])
    assert listed_first(names[:-1], ", ") == ", ".join(names[:-1])


def test_an_escape_says_what_stood_there() -> None:
    """As Python writes it in a string."""
    assert escaped("a\nb\x1b[31m\x9b\u202e\ud800") == "a\\nb\\x1b[31m\\x9b\\u202e\\ud800"
    assert escaped("社保卡\u3000é") == "社保卡\u3000é"
