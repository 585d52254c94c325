"""One style over all public classes: what is an attribute here is none that is called there."""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from ssrules import Case, RuleBook, decide
from tests.docs import api

CLASSES = tuple(
    {id(each): each for each in api.classes().values() if not issubclass(each, Exception)}.values()
)
"""The public classes but for the errors."""
NOTHING_KNOWN = decide(Case.from_dict({"as_of": "2026-11-22"}))
BOOK = RuleBook.default()
OTHER = BOOK.with_parameters(activation_window_days=0)


def ours(cls: type) -> Iterator[type]:
    """The class and its bases, those of Python left out."""
    return (each for each in cls.__mro__ if each.__module__.startswith("ssrules"))


def attributes(cls: type) -> set[str]:
    """The names that tell something as they stand: fields and properties."""
    fields = {each.name for each in attrs.fields(cls)} if attrs.has(cls) else set()
    named = {
        name
        for each in ours(cls)
        for name, value in vars(each).items()
        if isinstance(value, property) or not (callable(value) or hasattr(value, "__func__"))
    }
    return {name for name in fields | named if not name.startswith("_")}


def called(cls: type) -> set[str]:
    """The names of methods that take nothing, so that they could as well be attributes."""
    return {
        name
        for each in ours(cls)
        for name, value in vars(each).items()
        if inspect.isfunction(value)
        and not name.startswith("_")
        and len(inspect.signature(value).parameters) == 1
    }


def test_no_name_is_an_attribute_here_and_called_there() -> None:
    """Whoever has learnt `parts` of one class knows it of all."""
    told: defaultdict[str, list[str]] = defaultdict(list)
    for cls in CLASSES:
        for name in attributes(cls):
            told[name].append(cls.__name__)
    wrong = {
        f"{cls.__name__}.{name}()": told[name]
        for cls in CLASSES
        for name in called(cls)
        if name in told
    }
    assert not wrong


def test_no_two_public_classes_have_one_name() -> None:
    """So that a name says which is meant."""
    names = [cls.__name__ for cls in CLASSES]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("cls", CLASSES, ids=lambda each: each.__name__)
def test_what_can_be_a_mapping_can_be_json(cls: type) -> None:
    """Who has `to_dict` has `to_json`, but for a fault, which is told in its error."""
    if cls.__name__ != "Fault":
        assert hasattr(cls, "to_json") == hasattr(cls, "to_dict")


HOLDERS: dict[str, tuple[Any, str]] = {
    "explanation": (NOTHING_KNOWN.explain(), "parts"),
    "questions": (NOTHING_KNOWN.questions(), "questions"),
    "no questions": (attrs.evolve(NOTHING_KNOWN.questions(), questions=()), "questions"),
    "least change": (NOTHING_KNOWN.least_change("activation.financial.bank_outlet"), "sets"),
    "insurance": (NOTHING_KNOWN.insurance, "types"),
    "differences": (BOOK.diff(OTHER), "differences"),
    "no differences": (BOOK.diff(BOOK), "differences"),
    "report": (BOOK.verify(certainty="compared"), "findings"),
}


@pytest.mark.parametrize("name", HOLDERS)
def test_what_holds_several_things_reads_as_the_tuple_of_them(name: str) -> None:
    """It is sized, iterable and indexed, and false where there are none."""
    holder, field = HOLDERS[name]
    things = getattr(holder, field)
    assert isinstance(things, tuple)
    assert (tuple(holder), len(holder), bool(holder)) == (things, len(things), bool(things))
    assert holder[1:] == things[1:]
    assert [holder[at] for at in range(len(holder))] == list(things)
    assert all(each in holder for each in things)


def test_a_tree_for_json_has_the_names_of_the_attributes() -> None:
    """What is read in JSON is found under the same name in Python."""
    written = [holder for holder, _ in HOLDERS.values() if hasattr(holder, "to_dict")]
    assert len(written) > 1
    for each in (*written, *(part for holder in written for part in holder)):
        assert set(each.to_dict()) <= attributes(type(each)), type(each).__name__
