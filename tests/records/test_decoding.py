"""A JSON text is decoded at once where nothing is wrong with it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssrules.records.decoding import decoded_once

VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(VALUES, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_a_text_is_decoded_as_python_does(value: Any, encoding: str) -> None:
    """As text, or as bytes in any encoding of Unicode."""
    text = json.dumps(value)
    assert decoded_once(text) == value
    assert decoded_once(text.encode(encoding)) == value


@pytest.mark.parametrize("text", ['"a:b"', '{"a": "b:c::"}', '{"a:b": {"a:b": []}}', "7", "[]"])
def test_a_colon_may_stand_in_a_text(text: str) -> None:
    """As in a key, in a value, and where there is no object at all."""
    assert decoded_once(text) == json.loads(text)


@pytest.mark.parametrize(
    "text", ['{"a:": 1, "a:": 1}', '{"a": {"b": 1}, "a": 1}', '{"\\u003a": 1, ":": 2}']
)
def test_nor_does_it_hide_a_key_that_stands_twice(text: str) -> None:
    """Nor does an object that is lost with the first of two."""
    with pytest.raises(ValueError, match="a key stands twice"):
        decoded_once(text)


@pytest.mark.parametrize(
    "text", ['{"a": 1, "a": 1}', '[{"b": {"a": 1, "a": 2}}]', "NaN", "[-Infinity]", "{", b"\xff"]
)
def test_what_is_in_doubt_is_refused(text: str | bytes) -> None:
    """A key that stands twice, at any depth, a number that is none, and what is no JSON."""
    with pytest.raises(ValueError, match=r"."):
        decoded_once(text)
