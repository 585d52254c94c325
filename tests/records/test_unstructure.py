"""An object is told as a plain tree, field by field in their order."""

from __future__ import annotations

import datetime
import enum
import json
from typing import Any, NamedTuple

import attrs
import pytest

from ssrules.records import checks
from ssrules.records.unstructure import to_mapping, tree

DAY = datetime.date(2026, 12, 1)


class Colour(enum.StrEnum):
    """What there is to choose from."""

    RED = "red"


@attrs.frozen
class Inner:
    """What stands in another."""

    word: str = "w"
    places: tuple[str, ...] = ()


@attrs.frozen
class Outer:
    """A field of each kind."""

    number: int | None
    colour: Colour
    perhaps: Colour | None
    on: datetime.date | None
    codes: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    anything: Any
    one: Inner = attrs.field(factory=Inner, metadata={checks.GROUP: Inner})
    none: Inner | None = attrs.field(
        default=None, metadata={checks.GROUP: Inner, checks.NULLABLE: True}
    )
    many: tuple[Inner, ...] = attrs.field(
        default=(), metadata={checks.GROUP: Inner, checks.MANY: True}
    )
    same: int | None = attrs.field(default=attrs.Factory(lambda made: made.number, takes_self=True))
    _own: int = 7


class Pair(NamedTuple):
    """A tuple with names."""

    one: Outer
    other: str


BARE = Outer(1, Colour.RED, None, None, (), (), None)
BARE_TREE = {
    "number": 1,
    "colour": "red",
    "perhaps": None,
    "on": None,
    "codes": [],
    "rows": [],
    "anything": None,
    "one": {"word": "w", "places": []},
    "none": None,
    "many": [],
    "same": 1,
}
FULL = Outer(
    *(None, Colour.RED, Colour.RED, DAY, ("a", "b"), (("a",), ()), {"k": (DAY, Colour.RED)}),
    one=Inner("v", ("p",)),
    none=Inner(),
    many=(Inner(), Inner("z")),
)
FULL_TREE = {
    "number": None,
    "colour": "red",
    "perhaps": "red",
    "on": "2026-12-01",
    "codes": ["a", "b"],
    "rows": [["a"], []],
    "anything": {"k": ["2026-12-01", "red"]},
    "one": {"word": "v", "places": ["p"]},
    "none": {"word": "w", "places": []},
    "many": [{"word": "w", "places": []}, {"word": "z", "places": []}],
    "same": None,
}


@pytest.mark.parametrize(("made", "told"), [(BARE, BARE_TREE), (FULL, FULL_TREE)])
def test_each_field_is_told_by_its_kind_in_order(made: Outer, told: dict[str, Any]) -> None:
    """Private ones are not told."""
    assert json.dumps(to_mapping(made)) == json.dumps(told)
    assert type(to_mapping(made)["colour"]) is str


def test_without_defaults_only_what_differs_is_told() -> None:
    """Within groups, too; a default that hangs on the object counts as no default."""
    made = Outer(1, Colour.RED, None, None, (), (), None, one=Inner("v"))
    found = to_mapping(made, omit_defaults=True)
    required = {key: BARE_TREE[key] for key in list(BARE_TREE)[:7]}
    assert found == {**required, "one": {"word": "v"}, "same": 1}


def test_a_tree_is_told_of_one_of_several_and_of_plain_values() -> None:
    """Objects in a tuple, texts in a tuple, a text, a day."""
    assert tree(FULL) == FULL_TREE
    assert tree((BARE, FULL)) == [BARE_TREE, FULL_TREE]
    assert tree(((BARE,), Pair(FULL, "a"))) == [[BARE_TREE], [FULL_TREE, "a"]]
    assert tree(("a", "b")) == ["a", "b"]
    assert tree(DAY) == "2026-12-01"
    assert tree("a") == "a"


def test_each_tree_is_ones_own() -> None:
    """Whatever is done to one, the next is as the first."""
    first = to_mapping(FULL)
    first["codes"].append("c")
    first["many"][0]["places"].append("q")
    first["anything"]["k"].clear()
    assert to_mapping(FULL) == FULL_TREE
