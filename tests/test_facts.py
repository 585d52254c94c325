"""Facts are what the table of facts says, and a case is told in JSON and back without a loss."""

from __future__ import annotations

import copy
import datetime
import json
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ssrules
from ssrules import Card, Case, Documents, FactError, Institution, Person, Photo, Visit
from ssrules.facts import FACTS
from ssrules.records.kinds import members
from ssrules.strategies import case_dicts, cases
from tests.contract import FACTS as TABLE
from tests.contract import GROUPS

DAY = datetime.date(2026, 11, 22)
CLASSES = (Person, Card, Institution, Visit, Photo, Documents)


def test_the_facts_are_those_of_the_table_in_its_order() -> None:
    """Paths, kinds and words are those of the contract; words stand in its order."""
    kinds: dict[str, Any] = {"date": datetime.date, "bool": bool, "int": int, "str": str}
    assert [fact.path for fact in FACTS] == list(TABLE)
    for fact in FACTS:
        said = TABLE[fact.path]
        words = tuple(members(fact.kind))
        found = words or fact.kind
        assert found == (kinds[said] if isinstance(said, str) else said)
        assert fact.meaning


def test_everything_is_unknown_until_it_is_told_but_the_units_special_regulations() -> None:
    """Only the day is required; without special regulations a unit has none."""
    case = Case(as_of=DAY)
    assert case == Case.from_dict({"as_of": DAY})
    assert case.person.unit_requires_self_application is False
    told = [path for path in TABLE if _at(case, path) is not None]
    assert told == ["as_of", "person.unit_requires_self_application", "visit.by"]


def test_an_explicit_null_is_unknown_where_an_absent_key_is_not() -> None:
    """`unit_requires_self_application`: absent is false, null is unknown, and both are kept."""
    absent = Case.from_dict({"as_of": DAY, "person": {}})
    null = Case.from_dict({"as_of": DAY, "person": {"unit_requires_self_application": None}})
    assert absent.person.unit_requires_self_application is False
    assert null.person.unit_requires_self_application is None
    assert absent != null
    assert Case.from_json(null.to_json()) == null


@given(st.dictionaries(st.sampled_from(GROUPS), st.sampled_from(["absent", "null", "empty"])))
def test_a_null_or_absent_group_is_one_with_every_key_absent(how: dict[str, str]) -> None:
    """However a group without facts is written, the case is the same."""
    mapping: dict[str, Any] = {"as_of": "2026-11-22"}
    for group, written in sorted(how.items()):
        name = group.removeprefix("documents.")
        at = mapping if name == group else mapping.setdefault("documents", {})
        if written != "absent" and at is not None:
            at[name] = None if written == "null" else {}
    assert Case.from_dict(mapping) == Case(as_of=DAY)


@given(cases())
def test_a_case_is_the_same_after_a_round_trip_through_json(case: Case) -> None:
    """`from_dict` undoes `to_dict`, `from_json` undoes `to_json`, text or bytes."""
    assert Case.from_dict(case.to_dict()) == case
    assert Case.from_json(case.to_json()) == case
    assert Case.from_json(case.to_json().encode()) == case
    assert json.loads(case.to_json()) == case.to_dict()
    assert hash(Case.from_dict(case.to_dict())) == hash(case)


@given(case_dicts(json=False))
def test_a_mapping_is_read_as_it_is_written_and_not_changed(mapping: dict[str, Any]) -> None:
    """Each fact is the value at its path; what is absent or null is unknown."""
    before = copy.deepcopy(mapping)
    case = Case.from_dict(mapping)
    assert mapping == before
    for path in TABLE:
        defaults = {"person.unit_requires_self_application": False, "visit.by": "holder"}
        default = defaults.get(path)
        value = _written(mapping, path, default)
        found = _at(case, path)
        assert found == (
            datetime.date.fromisoformat(value) if _is_text_date(path, value) else value
        )


@given(case_dicts(json=False))
def test_a_case_can_be_built_from_its_classes(mapping: dict[str, Any]) -> None:
    """The constructors take what `from_dict` gives, group by group."""
    case = Case.from_dict(mapping)
    photo = Photo(**_fields(case.documents.photo))
    documents = Documents(**{**_fields(case.documents), "photo": photo})
    again = Case(
        as_of=case.as_of,
        person=Person(**_fields(case.person)),
        card=Card(**_fields(case.card)),
        institution=Institution(**_fields(case.institution)),
        visit=Visit(**_fields(case.visit)),
        documents=documents,
    )
    assert again == case


@given(cases())
def test_a_case_survives_pickling_and_copying(case: Case) -> None:
    """A pickled or copied case is equal to the case."""
    assert pickle.loads(pickle.dumps(case)) == case  # noqa: S301  # what was just pickled
    assert copy.copy(case) == case
    assert copy.deepcopy(case) == case


@pytest.mark.parametrize("cls", [*CLASSES, Case])
def test_fact_classes_are_frozen_slotted_and_take_keywords_only(cls: type) -> None:
    """Nothing can be changed or added, and no argument goes by its position."""
    made = cls(as_of=DAY) if cls is Case else cls()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(made, attrs.fields(cls)[0].name, None)
    assert not hasattr(made, "__dict__")
    assert all(field.kw_only for field in attrs.fields(cls))


@pytest.mark.parametrize(
    ("cls", "given_", "path"),
    [
        (Person, {"age": True}, "person.age"),
        (Person, {"residence": "rural"}, "person.residence"),
        (Card, {"bank": ""}, "card.bank"),
        (Card, {"received_on": datetime.datetime(2026, 1, 1)}, "card.received_on"),
        (Institution, {"designated": 1}, "institution.designated"),
        (Visit, {"cause": "fire"}, "visit.cause"),
        (Photo, {"colour": "yes"}, "documents.photo.colour"),
        (Documents, {"contact_number": 0}, "documents.contact_number"),
        (Case, {"as_of": "2026-11-22"}, "as_of"),
        (Case, {"as_of": None}, "as_of"),
    ],
)
def test_a_constructor_refuses_what_from_dict_refuses(
    cls: type, given_: dict[str, Any], path: str
) -> None:
    """A wrong value is a `FactError` with its path however the object is made."""
    with pytest.raises(FactError) as caught:
        cls(**given_)
    assert [fault.path for fault in caught.value.faults] == [path]


def test_a_changed_copy_is_checked_like_a_new_object() -> None:
    """`attrs.evolve` is no way around the checks."""
    with pytest.raises(FactError, match=r"^person\.age: "):
        attrs.evolve(Person(age=3), age=-1)


def test_a_card_received_after_the_day_is_refused_when_a_case_is_changed() -> None:
    """Two days, each sound, may not contradict each other: neither made nor evolved."""
    card = Card(received_on=DAY)
    assert Case(as_of=DAY, card=card).card is card
    with pytest.raises(FactError, match=r"^card\.received_on: "):
        attrs.evolve(Case(as_of=DAY, card=card), as_of=DAY - datetime.timedelta(1))


def _at(case: Case, path: str) -> Any:
    value: Any = case
    for name in path.split("."):
        value = getattr(value, name)
    return value


def _written(mapping: Any, path: str, default: object) -> Any:
    *groups, name = path.split(".")
    for group in groups:
        mapping = mapping.get(group) or {}
    return mapping.get(name, default)


def _is_text_date(path: str, value: object) -> bool:
    return TABLE[path] == "date" and isinstance(value, str)


def _fields(instance: attrs.AttrsInstance) -> dict[str, Any]:
    return {field.name: getattr(instance, field.name) for field in attrs.fields(type(instance))}


def test_help_on_the_module_is_a_table_of_the_facts() -> None:
    """Each with its path, what it may be, its meaning, and what leaving it out means."""
    told = ssrules.facts.__doc__ or ""
    for each in FACTS:
        (line,) = [line for line in told.splitlines() if line.split()[:1] == [each.path]]
        assert all(str(value).lower() in line for value in each.values)
        assert each.meaning in told
        assert ("left out" in line) is (each.default is not None)
