"""A sound plain dict is read straight; a class that does more than check its fields is not."""

from __future__ import annotations

import datetime
import types
from collections.abc import Mapping
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import given

from ssrules import Case, FactError
from ssrules.records.case import Facts, Group, tree_of
from ssrules.records.fields import fact, group
from ssrules.records.kinds import FactEnum
from ssrules.records.straight import straight
from ssrules.strategies import case_dicts


@attrs.frozen(kw_only=True, repr=False)
class Reader(Group):
    """Somebody who borrows."""

    path: ClassVar[str] = "reader."
    age: int | None = fact(int, "full years", highest=150)


@attrs.frozen(kw_only=True, repr=False)
class Loan(Facts):
    """What is borrowed."""

    as_of: datetime.date = fact(datetime.date, "the day of the decision", required=True)
    reader: Reader = group(Reader)


class Shelf(FactEnum):
    """Where a book stands."""

    OPEN = "open"


@attrs.frozen(kw_only=True, repr=False)
class Book(Group):
    """What has to be told of a book, a fact of each kind."""

    path: ClassVar[str] = "book."
    due: datetime.date = fact(datetime.date, "the day of return", required=True)
    rare: bool = fact(bool, "whether it is rare", required=True)
    pages: int = fact(int, "pages", required=True)
    title: str = fact(str, "its title", required=True)
    shelf: Shelf = fact(Shelf, "where it stands", required=True)


BOOK = {"due": "2026-11-22", "rare": False, "pages": 3, "title": "x", "shelf": "open"}


class RefusedError(Exception):
    """What a class of somebody else raises."""


@attrs.frozen(kw_only=True, repr=False)
class CheckedFurther(Loan):
    """It looks at more than its fields, and does not call its base."""

    def __attrs_post_init__(self) -> None:
        if self.reader.age == 7:
            raise RefusedError


@attrs.frozen(kw_only=True, repr=False)
class Validated(Loan):
    """It has a fact with a validator."""

    age: int | None = attrs.field(
        default=None,
        metadata=attrs.fields(Reader).age.metadata,
        validator=attrs.validators.optional(attrs.validators.lt(7)),
    )


def _older(age: int | None) -> int | None:
    return None if age is None else age + 1


@attrs.frozen(kw_only=True, repr=False)
class Converted(Loan):
    """It has a fact that is turned into another."""

    age: int | None = attrs.field(
        default=None,
        metadata=attrs.fields(Reader).age.metadata,
        converter=_older,
    )


@attrs.frozen(kw_only=True, repr=False)
class MadeItsOwnWay(Loan):
    """It makes its objects itself."""

    def __init__(self, **values: Any) -> None:
        self.__attrs_init__(**{**values, "reader": Reader(age=1)})  # type: ignore[attr-defined]


def test_a_sound_dict_is_read_straight() -> None:
    """The careful road is for doubts alone. Of a group that is null nothing is known."""
    mapping = {"as_of": "2026-11-22", "person": {"residence": "rural", "age": 3}, "visit": None}
    assert straight(Case)(mapping) == Case.from_dict(types.MappingProxyType(mapping))


@given(mapping=case_dicts())
def test_every_case_that_is_written_down_is(mapping: dict[str, Any]) -> None:
    """None of them takes the careful road."""
    case = Case.from_dict(types.MappingProxyType(mapping))
    assert straight(Case)(case.to_dict()) == case
    assert hash(straight(Case)(case.to_dict())) == hash(case)


@pytest.mark.parametrize(
    "mapping",
    [
        {},
        {"as_of": "2026-11-22", "reader": {"age": 3, "name": "x"}},
        {"as_of": "2026-11-22", "reader": Reader(age=3)},
        {"as_of": "2026-11-22", "reader": types.MappingProxyType({"age": 3})},
        {"as_of": "2026-11-22", "reader": {"age": True}},
        {"as_of": "2026-11-22", "reader": {"age": 151}},
        {"as_of": "2026-11-22", "reader": {"age": 3.0}},
        {"as_of": datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)},
        {"as_of": None},
        {"as_of": "2026-11-22", 1: 2},
    ],
)
def test_a_doubt_ends_it(mapping: dict[Any, Any]) -> None:
    """It neither reads nor tells what is wrong."""
    with pytest.raises((TypeError, KeyError)):
        straight(Loan)(mapping)


@pytest.mark.parametrize("name", BOOK)
def test_what_has_to_be_told_may_not_be_null(name: str) -> None:
    """In a group neither, which is not asked itself."""
    read: Any = straight(Book)
    assert read(BOOK).title == "x"
    with pytest.raises(TypeError):
        read({**BOOK, name: None})


def test_null_is_unknown_for_every_other_fact() -> None:
    """Also for dates: who writes null for all that is not known is read straight."""
    given = {path: None for path in Case.table.paths if path != "as_of"}
    mapping = tree_of({"as_of": "2026-11-22", **given})
    assert straight(Case)(mapping) == Case.from_dict(types.MappingProxyType(mapping))


@pytest.mark.parametrize("cls", [Validated, Converted, MadeItsOwnWay])
def test_a_class_that_does_more_is_asked_itself(cls: Any) -> None:
    """What it does to its values is done."""
    with pytest.raises(TypeError):
        straight(cls)({"as_of": "2026-11-22"})


def test_what_a_class_does_with_its_values_is_done() -> None:
    """By whichever road, a dict gives what any other mapping gives."""
    given: Mapping[str, Any] = {"as_of": "2026-11-22", "reader": {"age": 7}}
    for mapping in (given, types.MappingProxyType(given)):
        with pytest.raises(RefusedError):
            CheckedFurther.from_dict(mapping)
        assert MadeItsOwnWay.from_dict(mapping).reader.age == 1
        assert Converted.from_dict({**mapping, "age": 7}).age == 8
        with pytest.raises((FactError, ValueError)):
            Validated.from_dict({**mapping, "age": 7})
