"""However large, deep or odd an input is, it is refused shortly, soon, and by a proper error."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.contract import FACTS, GROUPS
from tests.hostile import BAD_REPR, BAD_TEXT, HUGE, MARK, called, deep

from ssrules import Case, Decision, FactError, Visit, decide
from ssrules.records import limits
from ssrules.records.limits import MOST_FAULTS, Limits

DAY = {"as_of": "2026-11-22"}


def error_of(mapping: Any, **options: Any) -> FactError:
    """The error with which a mapping is refused."""
    with pytest.raises(FactError) as caught:
        Case.from_dict(mapping, **options)
    return caught.value


def json_error_of(text: Any, **options: Any) -> FactError:
    """The error with which a text is refused."""
    with pytest.raises(FactError) as caught:
        Case.from_json(text, **options)
    return caught.value


@pytest.mark.parametrize(
    "value", [HUGE, -HUGE, BAD_REPR, BAD_TEXT, deep(100_000), {"a": HUGE}], ids=called
)
@pytest.mark.parametrize("path", ["as_of", "person", "person.age", "card.bank", "visit.cause"])
def test_a_value_that_cannot_be_written_is_told_all_the_same(path: str, value: Any) -> None:
    """Huge, nested without end, or with a `__repr__` that raises."""
    group, _, name = path.partition(".")
    error = error_of({**DAY, group: {name: value} if name else value})
    assert error.faults[0].value is value or path == "person"
    assert len(str(error)) < 3000
    assert len(repr(error)) < 5000
    json.dumps(error.to_dict())
    assert error.told("zh")


@pytest.mark.parametrize(
    "key", [HUGE, BAD_REPR, "x" * 10**6, "\x1b[31m\n", None, (), 1.5], ids=called
)
def test_a_key_that_is_no_fact_is_told_shortly(key: Any) -> None:
    """Whatever it is."""
    for mapping in ({**DAY, key: 1}, {**DAY, "card": {key: 1}}):
        error = error_of(mapping)
        assert [fault.code for fault in error.faults] == ["unknown_fact"]
        assert len(str(error)) < 1000
        assert len(str(error).splitlines()) == 1


@pytest.mark.parametrize("group", ["case", *GROUPS])
def test_many_unknown_keys_are_counted(group: str) -> None:
    """The first are told in full, and a closing fault says how many there are beside them."""
    many = {f"key_{at}": at for at in range(20_000)}
    mapping: Any = {**DAY}
    at = mapping
    for name in [] if group == "case" else group.split("."):
        at = at.setdefault(name, {})
    at |= many
    faults = error_of(mapping).faults
    assert len(faults) == MOST_FAULTS + 1
    assert (faults[-1].path, faults[-1].code) == (group, "more_unknown")
    assert faults[-1].data["count"] == 20_000 - MOST_FAULTS
    assert len(str(FactError(faults))) < 300 * MOST_FAULTS


def test_many_faults_of_a_decision_are_counted() -> None:
    """In lists, too."""
    mapping = {"needs": [1] * 5000, "loss_report": {str(at): at for at in range(5000)}}
    with pytest.raises(FactError) as caught:
        Decision.from_dict(mapping)
    assert len(caught.value.faults) <= MOST_FAULTS + 1
    assert caught.value.faults[-1].code == "more_faults"


def test_every_repeated_key_is_told_by_one_look_at_each() -> None:
    """Keys are counted, not looked for one by one: 100,000 of them are nothing."""
    pairs = ", ".join(f'"{at}": 1' for at in range(50_000))
    error = json_error_of(f'{{"as_of": "2026-11-22", "as_of": "2026-11-22", {pairs}, {pairs}}}')
    assert error.faults[0].code == "given_twice"
    assert error.faults[-1].code == "more_unknown"


@pytest.mark.parametrize(
    "text", [None, 5, [], {}, "x".join, BAD_REPR, memoryview(b"{}")], ids=called
)
def test_what_is_no_text_is_told(text: Any) -> None:
    """One fault of the whole input."""
    assert [each.code for each in json_error_of(text).faults] == ["not_text"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("9" * 6000, "too_many_digits"),
        ('{"person": {"age": ' + "9" * 6000 + "}}", "too_many_digits"),
        ("[" * 100_000, "json_too_deep"),
        (b'{"a":' * 100_000, "json_too_deep"),
        ("[" * 61 + "]" * 61, "json_too_deep"),
        ('"' + "x" * 3_000_000 + '"', "too_large"),
        (b"\xff", "not_utf8"),
        ("{", "not_json"),
        ("NaN", "not_json"),
    ],
    ids=called,
)
def test_each_way_of_being_no_json_has_its_code(text: str | bytes, code: str) -> None:
    """At the path of the whole input."""
    (fault,) = json_error_of(text).faults
    assert (fault.path, fault.code) == ("case", code)
    assert len(repr(fault)) < 1000
    assert fault.told("zh")[0]


@pytest.mark.parametrize("bank", ["\ud800", "ICBC\udfff", "工商\ud83d银行"])
def test_half_of_a_character_is_no_part_of_a_name(bank: str) -> None:
    """What cannot be written could be read, but never be written into a log."""
    for case in ({**DAY, "card": {"bank": bank}}, {**DAY, "institution": {"bank": bank}}):
        assert [each.code for each in json_error_of(json.dumps(case)).faults] == [
            "half_a_character"
        ]
        assert error_of(case).faults[0].value == bank
    whole = Case.from_dict({**DAY, "card": {"bank": "工商\U0001f3e6"}})
    assert whole.to_json().encode("utf-8")


def test_limits_can_be_given() -> None:
    """Lower ones for a caller who knows that no case is so large, or higher ones."""
    text = json.dumps(DAY)
    case = Case.from_dict(DAY)
    assert Case.from_json(text, limits=Limits(characters=len(text), depth=1)) == case
    for small in (Limits(characters=len(text) - 1), Limits(depth=0)):
        assert json_error_of(text, limits=small).faults[0].code in ("too_large", "json_too_deep")
    large = text + " " * limits.DEFAULT.characters
    assert json_error_of(large).faults[0].code == "too_large"
    assert Case.from_json(large, limits=Limits(characters=len(large))) == case
    nested = '{"as_of": "2026-11-22", "a": ' + "[" * 99 + "]" * 99 + "}"
    assert json_error_of(nested).faults[0].code == "json_too_deep"
    assert json_error_of(nested, limits=Limits(depth=100)).faults[0].code == "unknown_fact"


def test_brackets_in_strings_are_not_depth() -> None:
    """Only objects and lists are."""
    text = json.dumps({**DAY, "card": {"bank": '["\\' * 100}})
    assert Case.from_json(text).card.bank == '["\\' * 100


@pytest.mark.parametrize("case", [DAY, None, json.dumps(DAY), 5])
def test_what_is_no_case_is_not_decided(case: Any) -> None:
    """The error says how a mapping or a text becomes one."""
    with pytest.raises(FactError, match=r"Case.from_dict\(...\) for a mapping"):
        decide(case)


def test_a_group_that_is_no_object_of_its_class_is_told_with_the_other_faults() -> None:
    """Where a case is made in Python, a mapping is not taken for a person."""
    with pytest.raises(FactError) as caught:
        Case(as_of="x", person={"age": 41}, card=Visit())  # type: ignore[arg-type]
    assert [(each.path, each.code) for each in caught.value.faults] == [
        ("as_of", "not_a_date"),
        ("person", "not_of_the_class"),
        ("card", "not_of_the_class"),
    ]
    assert "write Person(...)" in str(caught.value)


SECRETS = {
    "as_of": MARK,
    "person": {"residence": MARK, "age": MARK, MARK: MARK, "unit_requires_self_application": MARK},
    "card": {"bank": f" {MARK}", "received_on": MARK, "social_security": [MARK]},
    "visit": MARK,
    "institution": [MARK],
    MARK: 1,
}


def test_with_values_hidden_an_error_holds_no_fact() -> None:
    """No value, no key that is no fact, in no text, repr, mapping or cause of the error."""
    for error in (
        error_of(SECRETS, hide_values=True),
        json_error_of(json.dumps(SECRETS), hide_values=True),
        json_error_of(MARK, hide_values=True),
        json_error_of(json.dumps(SECRETS)[:-1] + f', "as_of": "{MARK}"}}', hide_values=True),
    ):
        told = (str(error), repr(error), error.told("zh"), json.dumps(error.to_dict()))
        assert not [each for each in told if MARK in each]
        assert MARK not in repr(error.__context__)
        assert error.faults


def test_with_values_hidden_the_same_faults_are_told() -> None:
    """At the same paths, but for those that a key of the input's own is part of."""
    mapping = {"as_of": "x", "person": {"age": -1, "residense": "rural"}, "card": {"bank": ""}}
    open_, hidden = error_of(mapping), error_of(mapping, hide_values=True)
    assert [each.code for each in open_.faults] == [each.code for each in hidden.faults]
    assert [each.path for each in hidden.faults] == ["as_of", "person.age", "person.*", "card.bank"]
    assert "did you mean residence?" in str(hidden)
    assert hidden.faults[1].message == "the value is not between 0 and 150"


def test_dates_and_words_are_hidden_where_they_are_compared() -> None:
    """A limit and a cure would tell a fact as well."""
    mapping = {"as_of": "2025-01-01", "card": {"received_on": "2025-02-03"}}
    assert "2025" not in str(error_of(mapping, hide_values=True))
    mapping = {**DAY, "person": {"residence": "Rural"}}
    assert "did you mean" not in str(error_of(mapping, hide_values=True))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from([*FACTS, *GROUPS]) | st.text(), inner)
    ),
    max_leaves=20,
)


@given(json_values)
def test_any_junk_is_a_case_or_an_error_that_is_data(junk: Any) -> None:
    """In both languages, with values and without."""
    for hide in (False, True):
        try:
            Case.from_json(json.dumps(junk), hide_values=hide)
        except FactError as error:
            found: FactError | None = error
        else:
            found = None
        if found is not None:
            json.dumps(found.to_dict(), allow_nan=False).encode("utf-8")
            found.told("zh").encode("utf-8")
            assert len(str(found).splitlines()) == len(found.faults)
