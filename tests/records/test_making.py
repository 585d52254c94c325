"""A maker makes what the class makes, and a class that does more is called itself."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssrules.records.making import maker


@attrs.frozen(kw_only=True)
class Plain:
    """Nothing but values."""

    one: int
    two: tuple[int, ...] = ()
    _three: str = attrs.field(default="x", alias="three")


@attrs.frozen(kw_only=True)
class Below(Plain):
    """One that takes its places from another."""

    four: int = 4


@attrs.frozen(kw_only=True)
class WithAFactory:
    """It makes a list of its own."""

    one: list[int] = attrs.field(factory=list)


@attrs.frozen(kw_only=True)
class WithAValidator:
    """It looks at its value."""

    one: int = attrs.field(validator=attrs.validators.instance_of(int))


@attrs.frozen(kw_only=True)
class WithMoreToDo:
    """It does something when it is made."""

    one: int

    def __attrs_post_init__(self) -> None:
        """Look once more."""


class WithAnInitOfItsOwn(Plain):
    """It is no attrs class itself, and makes its objects in a way of its own."""

    def __init__(self, one: int) -> None:
        super().__init__(one=one + 1)


@attrs.frozen(kw_only=True, slots=False)
class WithoutPlaces:
    """Its values are in a dict."""

    one: int


GIVEN = st.fixed_dictionaries(
    {"one": st.integers()},
    optional={"two": st.tuples(st.integers()), "three": st.text(), "four": st.integers()},
)


@given(values=GIVEN)
def test_it_makes_what_the_class_makes(values: dict[str, Any]) -> None:
    """Equal, of the same class, and with the same defaults."""
    made: Any = maker(Below)(**values)
    assert (type(made), made) == (Below, Below(**values))
    assert repr(made) == repr(Below(**values))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.one = 1


@pytest.mark.parametrize("values", [{}, {"one": 1, "five": 5}, {"one": 1, "_three": "x"}])
def test_it_refuses_what_the_class_refuses(values: dict[str, Any]) -> None:
    """A field that is missing, and one that there is not."""
    for make in (Below, maker(Below)):
        with pytest.raises(TypeError):
            make(**values)


@pytest.mark.parametrize(
    "cls", [WithAFactory, WithAValidator, WithMoreToDo, WithAnInitOfItsOwn, WithoutPlaces]
)
def test_a_class_that_does_more_is_called_itself(cls: type) -> None:
    """Nothing that it does is left out."""
    assert maker(cls) is cls
    assert maker(Plain) is not Plain
