"""A plain tree is given again and again, and each time it is a tree of its own."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ssrules.records.again import again

LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=4)
TREES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=20,
)


def changeable(tree: Any) -> Iterator[Any]:
    """Every dict and list of a tree."""
    if isinstance(tree, dict | list):
        yield tree
        for each in list(tree.values()) if isinstance(tree, dict) else list(tree):
            yield from changeable(each)


@given(tree=TREES)
def test_whatever_is_done_to_one_the_next_is_as_the_first(tree: Any) -> None:
    """Equal, its keys in the same order, and with no dict or list of another."""
    before = copy.deepcopy(tree)
    give = again(tree)
    first, second = give(), give()
    text = json.dumps(before)
    assert json.dumps(first) == json.dumps(second) == text
    own = {id(each) for each in changeable(first)}
    assert not own & {id(each) for other in (tree, second) for each in changeable(other)}
    for each in list(changeable(first)):
        each.clear()
    assert json.dumps(give()) == text
