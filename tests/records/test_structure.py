"""Every fault of an input is told at once, by path, in the order of the table, with the cure."""

from __future__ import annotations

import collections
import contextlib
import datetime
import json
import types
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.contract import FACTS, GROUPS, tree_of

from ssrules import Case, FactError, SsrulesError
from ssrules.errors import Fault
from ssrules.strategies import case_dicts

NOW = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)
WRONG: dict[str, tuple[object, ...]] = {
    "date": (
        *("", "2026-11-2", "2026-1-022", "22.11.2026", "2026-02-30", "20261122", "2026-W47-7"),
        *(" 2026-11-22", "2026-11-22T00:00:00", "0000-01-01", "10000-01-01", "２０２６-11-22"),
        *(20261122, 1.5, True, NOW, [], {}),
    ),
    "bool": (0, 1, "true", "false", "yes", "", 0.0, [], {"a": 1}, NOW),
    "int": ("41", 41.0, True, False, -1, 151, 10**30, [41], {}, NOW, ""),
    "str": ("", " ", " ICBC", "ICBC ", "\tICBC", "ICBC\n", 5, True, ["ICBC"], {}, b"ICBC"),
}


def wrong_values(path: str) -> st.SearchStrategy[object]:
    """Values that the fact at a path cannot have."""
    said = FACTS[path]
    if isinstance(said, str):
        return st.sampled_from(WRONG[said])
    words = (*(word.upper() for word in said), *(f"{word} " for word in said), "", "unknown")
    return st.sampled_from((*words, 0, True, False, [], {}, [said[0]], NOW))


def put(mapping: dict[str, Any], path: str, value: object) -> None:
    """Write a value at a path, making the groups on the way."""
    *groups, name = path.split(".")
    at = mapping
    for group in groups:
        if not isinstance(at.get(group), dict):
            at[group] = {}
        at = at[group]
    at[name] = value


def faults_of(mapping: Any) -> tuple[Fault, ...]:
    """The faults for which a mapping is refused."""
    with pytest.raises(FactError) as caught:
        Case.from_dict(mapping)
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, SsrulesError)
    return caught.value.faults


@given(st.data())
def test_every_fault_is_told_at_once_in_the_order_of_the_table(data: st.DataObject) -> None:
    """However many facts are wrong, each is told by its path and its value, and no other is."""
    mapping = data.draw(case_dicts())
    paths = data.draw(st.sets(st.sampled_from(list(FACTS)), min_size=1))
    given_ = {path: data.draw(wrong_values(path), path) for path in FACTS if path in paths}
    for path, value in given_.items():
        put(mapping, path, value)
    faults = faults_of(mapping)
    assert [fault.path for fault in faults] == list(given_)
    for fault in faults:
        assert fault.value is given_[fault.path]
        assert fault.message
        assert fault.path in str(fault)


@pytest.mark.parametrize("path", FACTS)
def test_each_wrong_value_of_each_fact_is_refused(path: str) -> None:
    """Every kind of wrong value there is, one by one, for every fact."""
    said = FACTS[path]
    words = ("Urban", "RURAL", "", 1, True, None.__class__, ("rural",))
    for value in WRONG[said] if isinstance(said, str) else words:
        mapping = tree_of({"as_of": "2026-11-22", path: value})
        assert [fault.path for fault in faults_of(mapping)] == [path]


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("value", ["", "none", 0, False, True, [], [{}], NOW])
def test_a_group_that_is_no_object_is_refused(group: str, value: object) -> None:
    """A group is an object or null, and never anything that only looks empty."""
    faults = faults_of(tree_of({"as_of": "2026-11-22", group: value}))
    assert [(fault.path, fault.value) for fault in faults] == [(group, value)]


@pytest.mark.parametrize("value", [None, [], "{}", 3, True, [("as_of", "2026-11-22")]])
def test_an_input_that_is_no_object_is_refused_as_a_whole(value: object) -> None:
    """The path of the whole input is `case`."""
    assert [(fault.path, fault.value) for fault in faults_of(value)] == [("case", value)]


@given(st.data())
def test_an_unknown_key_is_told_with_the_nearest_right_one(data: st.DataObject) -> None:
    """A misspelt name of a fact or a group is told, and what it should be."""
    path = data.draw(st.sampled_from([*FACTS, *GROUPS]))
    *groups, name = path.split(".")
    at = data.draw(st.integers(0, len(name) - 1))
    wrong = name[:at] + name[at] * 2 + name[at + 1 :]
    mapping = data.draw(case_dicts())
    misspelt = ".".join((*groups, wrong))
    put(mapping, misspelt, None)
    faults = faults_of(mapping)
    assert [fault.path for fault in faults] == [misspelt]
    assert name in faults[0].hint


@pytest.mark.parametrize(
    ("path", "value", "right"),
    [
        ("person.residence", "Rural", "rural"),
        ("person.residence", "urben", "urban"),
        ("person.employment", "self-employed", "self_employed"),
        ("card.social_security", "loss reported", "loss_reported"),
        ("institution.kind", "bank", "bank_outlet"),
        ("visit.registration", "hospitalisation", "hospitalization"),
        ("visit.cause", "ILLNESS", "illness"),
    ],
)
def test_a_misspelt_value_is_told_with_the_nearest_right_one(
    path: str, value: str, right: str
) -> None:
    """Words match exactly, case included, and the cure is said."""
    (fault,) = faults_of(tree_of({"as_of": "2026-11-22", path: value}))
    assert right in fault.hint


def test_the_day_is_required() -> None:
    """There is no hidden clock: without the day nothing is decided."""
    for mapping in ({}, {"as_of": None}, {"person": {"age": 3}}):
        assert [fault.path for fault in faults_of(mapping)] == ["as_of"]


@given(st.dates(), st.dates())
def test_a_card_is_not_received_after_the_day(
    as_of: datetime.date, received: datetime.date
) -> None:
    """Received on the day itself is sound, a day later is a fault of the day of receipt."""
    mapping = {"as_of": as_of.isoformat(), "card": {"received_on": received}}
    if received <= as_of:
        assert Case.from_dict(mapping).card.received_on == received
    else:
        assert [(each.path, each.value) for each in faults_of(mapping)] == [
            ("card.received_on", received)
        ]


@pytest.mark.parametrize("age", [0, 1, 15, 16, 149, 150])
def test_an_age_is_from_0_to_150(age: int) -> None:
    """Both ends are ages."""
    assert Case.from_dict({"as_of": "2026-11-22", "person": {"age": age}}).person.age == age


@given(st.data())
def test_a_repeated_key_is_told_with_the_other_faults(data: st.DataObject) -> None:
    """A key that stands twice is a fault, in its place in the table, whatever its two values."""
    path = data.draw(st.sampled_from(list(FACTS)))
    other = data.draw(st.sampled_from([each for each in FACTS if each != path]))
    flat: dict[str, Any] = {"as_of": "2026-11-22", **dict.fromkeys(FACTS, None)}
    flat["as_of"] = "2026-11-22"
    flat[other] = {}
    text = json.dumps(tree_of(flat))
    name = json.dumps(path.rpartition(".")[2])
    first = json.dumps(flat[path])
    *groups, _ = path.split(".")
    at = 0
    for group in groups:
        at = text.index(json.dumps(group) + ": {", at)
    at = text.index(f"{name}: {first}", at)
    text = f"{text[:at]}{name}: {first}, {text[at:]}"
    with pytest.raises(FactError) as caught:
        Case.from_json(text)
    assert [fault.path for fault in caught.value.faults] == [
        each for each in FACTS if each in (path, other)
    ]


def test_a_repeated_group_is_told() -> None:
    """Which of two groups counts is not for the library to choose."""
    for text in (
        '{"as_of": "2026-11-22", "card": {"bank": "A"}, "card": {"bank": "A"}}',
        '{"as_of": "2026-11-22", "card": null, "card": null}',
    ):
        with pytest.raises(FactError, match=r"^card: is given twice"):
            Case.from_json(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "{", "{}{}", "as_of: 2026-11-22", "{'as_of': '2026-11-22'}", '{"as_of"}'),
        *('{"as_of": "2026-11-22",}', '{"person": {"age": NaN}}', '{"person": {"age": Infinity}}'),
        *("[" * 100_000, '{"person": {"age": ' + "9" * 6000 + "}}", "\ufeff{}"),
        *(b"\xff", b'{"as_of": "\xff"}'),
    ],
)
def test_malformed_json_is_a_fault_of_the_whole_input(text: str | bytes) -> None:
    """What is no JSON is told as one fault at `case`, and never crashes."""
    with pytest.raises(FactError) as caught:
        Case.from_json(text)
    assert [fault.path for fault in caught.value.faults] == ["case"]


@given(st.text() | st.binary())
def test_no_text_makes_reading_crash(text: str | bytes) -> None:
    """Any text is a case or a `FactError`."""
    with contextlib.suppress(FactError):
        Case.from_json(text)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from([*FACTS, *GROUPS]) | st.text(), inner)
    ),
    max_leaves=8,
)


@given(json_values)
def test_no_value_makes_reading_crash(value: Any) -> None:
    """Any JSON value is a case or a `FactError`, read as text or as a mapping."""
    with contextlib.suppress(FactError):
        Case.from_dict(value)
    with contextlib.suppress(FactError):
        Case.from_json(json.dumps(value))


def test_any_mapping_is_read() -> None:
    """A mapping need not be a dict."""
    mapping = {"as_of": "2026-11-22", "card": types.MappingProxyType({"bank": "ICBC"})}
    case = Case.from_dict(types.MappingProxyType(mapping))
    assert case.card.bank == "ICBC"
    assert Case.from_dict(collections.UserDict(mapping)) == case


def test_a_key_that_is_no_string_is_told() -> None:
    """A mapping's key may be anything; a fact's name is a string."""
    assert [fault.path for fault in faults_of({"as_of": "2026-11-22", 3: None})] == ["3"]


def test_every_fault_stands_on_a_line_of_the_errors_text() -> None:
    """The text of the error tells every fault, with its cure."""
    mapping = {"as_of": "x", "person": {"age": -1, "residense": "rural"}, "card": {"bank": ""}}
    with pytest.raises(FactError) as caught:
        Case.from_dict(mapping)
    lines = str(caught.value).splitlines()
    assert len(lines) == len(caught.value.faults) == 4
    for line, fault in zip(lines, caught.value.faults, strict=True):
        assert line.startswith(f"{fault.path}: ")
        assert fault.hint in line


def told(read: Any, value: Any) -> Any:
    """What comes of reading: a case, or every fault."""
    try:
        return read(value)
    except FactError as error:
        return [each.to_dict() for each in error.faults], str(error)


@given(st.data())
def test_both_roads_read_the_same_case_or_tell_the_same_faults(data: st.DataObject) -> None:
    """Whether a plain dict is read straight or as any other mapping is not to be seen."""
    mapping: Any = data.draw(case_dicts() | st.dictionaries(st.sampled_from(GROUPS), json_values))
    for path in data.draw(st.sets(st.sampled_from([*FACTS, *GROUPS, "card.pin", "x"]), max_size=2)):
        known = wrong_values(path) if path in FACTS else st.just({})
        put(mapping, path, data.draw(st.none() | known))
    assert told(Case.from_dict, mapping) == told(Case.from_dict, types.MappingProxyType(mapping))
    try:
        text = json.dumps(mapping, allow_nan=False)
    except (TypeError, ValueError):
        return  # a day with a time, or no number: JSON has none
    assert told(Case.from_json, text) == told(Case.from_dict, json.loads(text))
