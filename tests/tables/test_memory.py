"""What is remembered, and how much of it."""

from __future__ import annotations

import copy

from hypothesis import given
from hypothesis import strategies as st

from ssrules.tables.memory import Memory, Remembered


@given(st.integers(1, 5), st.lists(st.integers(0, 9)))
def test_no_more_is_remembered_than_fits(most: int, keys: list[int]) -> None:
    """What was kept last is there, and never more entries than are allowed."""
    remembered: Remembered[int, str] = Remembered(most)
    for key in keys:
        assert remembered.keep(key, str(key)) == str(key)
        assert remembered[key] == str(key)
        assert len(remembered) <= most


def test_what_was_there_first_is_given() -> None:
    """Two threads that work out the same go on with the same object."""
    remembered: Remembered[str, list[int]] = Remembered(1)
    first = remembered.keep("a", [1])
    assert remembered.keep("a", [1]) is first


def test_memory_is_of_the_very_objects_it_was_worked_out_from() -> None:
    """Equal ones are not enough, nor some of them."""
    one, other = [1], [1]
    assert Memory(one, None).is_of(one, None)
    for objects in ((other, None), (one,), (one, None, None), ()):
        assert not Memory(one, None).is_of(*objects)


def test_memory_is_left_behind_when_its_owner_travels() -> None:
    """A copy, pickled or not, comes out empty: it can be worked out again."""
    memory = Memory()
    memory.made["machine"] = object()
    assert copy.copy(memory).made == {}
