"""A decision has the contract's names, can be asked part by part, and is read back strictly."""

from __future__ import annotations

import datetime
import functools
import json
import typing
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from ssrules import Case, Decision, FactError, RuleBook, SsrulesError, decide
from ssrules.checking.replay import replay
from ssrules.errors import UnknownNameError
from ssrules.overlays import Overlay
from ssrules.overlays.changes import RemoveRuleSet
from ssrules.strategies import cases
from ssrules.tables import Clause, Rule, RuleSet
from tests.contract import FACTS, OPTIONS, PARTS, TYPES, parts_of

REASONS = ["because", "clauses", "needs"]
DOCUMENTS = ["required_documents", "missing_documents", "unconfirmed_documents"]
FIELDS: dict[str, list[str]] = {
    "": [
        *("as_of", "rulebook", "loss_report", "activation", "application", "insurance"),
        *("medical_benefit", "rights", "needs", "next_change"),
    ],
    "rulebook": ["name", "version", "digest", "parameters"],
    "loss_report": [
        *("status", "function", "deadline", "days_left", "due_from", "release_steps"),
        *REASONS,
    ],
    "activation": ["function", "channel", "status", *DOCUMENTS, "steps", "effects", "in_time"],
    "application": ["status", "route", "in_person", "open_routes", "steps", *DOCUMENTS],
    "insurance": [
        *("type", "status", "participation", "scheme", "payers", "collected_with"),
        *("remitted_by", "listed_in"),
    ],
    "medical_benefit": ["status", "forms", "provided_by", "funded_by", "scheme", "succeeds"],
    "rights": ["status", "individual", "unit"],
}
SAMPLE = decide(
    Case.from_dict({"as_of": "2026-11-22", "card": {"received_on": "2026-11-01", "bank": "ICBC"}})
)


def change(tree: Any, path: tuple[str | int, ...], value: object) -> Any:
    """A copy of a JSON tree with another value at a path."""
    if not path:
        return value
    copy: Any = tree.copy()
    copy[path[0]] = change(tree[path[0]], path[1:], value)
    return copy


@given(cases())
def test_a_decision_has_the_contracts_names_in_their_order(case: Case) -> None:
    """The tree of every decision, key by key; the parts in the order of the contract."""
    tree = decide(case).to_dict()
    assert list(tree) == FIELDS[""]
    assert list(tree["rulebook"]) == FIELDS["rulebook"]
    assert list(tree["insurance"]) == ["types"]
    for path, part in parts_of(tree).items():
        names = FIELDS[path.split(".")[0]]
        assert list(part) == (names if "because" in names else [*names, *REASONS])
    for path, option in zip(OPTIONS, tree["activation"], strict=True):
        assert path == f"activation.{option['function']}.{option['channel']}"
    assert [part["type"] for part in tree["insurance"]["types"]] == list(TYPES)
    assert tree["loss_report"]["function"] == "social_security"
    for item in tree["rights"]["individual"] + tree["rights"]["unit"]:
        assert list(item) == ["code", "kind"]


@given(cases())
def test_needs_are_those_of_the_parts_in_the_order_of_the_table(case: Case) -> None:
    """Every need of a part, no other, once each; a determined part needs nothing."""
    decision = decide(case)
    needed = {fact for _, part in decision.parts for fact in part.needs}
    assert decision.needs == tuple(path for path in FACTS if path in needed)
    for _, part in decision.parts:
        assert bool(part.needs) is (part.status == "undetermined")
        assert bool(part.because) is (part.status != "undetermined")
        assert bool(part.clauses) is bool(part.because)
        assert list(part.needs) == [path for path in FACTS if path in part.needs]


@given(cases())
def test_a_part_is_found_by_its_path(case: Case) -> None:
    """`part` and `parts` tell the same, and know their case."""
    decision = decide(case)
    assert [path for path, _ in decision.parts] == list(PARTS)
    for path, part in decision.parts:
        assert decision.part(path) is part
    assert decision.case is case


@pytest.mark.parametrize("path", ["loss_reports", "activation.financial.bank", "", None])
def test_a_path_that_is_no_part_is_told_with_the_nearest(path: Any) -> None:
    """A misspelt path is an error of the library's own."""
    with pytest.raises(UnknownNameError) as caught:
        SAMPLE.part(path)
    assert caught.value.known == PARTS
    assert isinstance(caught.value, SsrulesError)


def test_a_decision_that_was_read_back_says_that_it_knows_no_case() -> None:
    """Nothing is made up: it is an error that names the cure."""
    again = Decision.from_json(SAMPLE.to_json())
    assert again == SAMPLE
    for ask in (
        lambda: again.case,
        again.explain,
        again.questions,
        lambda: again.why_not(OPTIONS[0]),
        lambda: again.least_change(OPTIONS[0]),
    ):
        with pytest.raises(SsrulesError, match="decide the case again"):
            ask()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("as_of",), "22.11.2026"),
        (("as_of",), 20261122),
        (("loss_report", "status"), "overdue"),
        (("loss_report", "days_left"), "279"),
        (("loss_report", "days_left"), True),
        (("loss_report", "function"), 3),
        (("activation", 0, "status"), "open"),
        (("activation", 0, "steps"), 3),
        (("application", "in_person"), 1),
        (("insurance", "types", 0, "scheme"), 5),
        (("rights", "individual", 0), {"code": "pay_premiums"}),
        (("medical_benefit",), None),
        (("rulebook",), {}),
        (("needs",), "card.bank"),
        (("rights", "needs"), {"card.bank": True}),
    ],
)
def test_what_is_no_decision_is_refused(path: tuple[str | int, ...], value: object) -> None:
    """A wrong value anywhere in the tree is a `FactError`; nothing is coerced."""
    with pytest.raises(FactError):
        Decision.from_dict(change(SAMPLE.to_dict(), path, value))


def value_at(tree: Any, path: tuple[str | int, ...]) -> Any:
    """What stands at a path."""
    return functools.reduce(lambda found, step: found[step], path, tree)


def leaves(tree: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of everything in a plain tree that is no object."""
    steps = enumerate(tree) if isinstance(tree, list) else ()
    for step, value in tree.items() if isinstance(tree, dict) else steps:
        yield from leaves(value, (*path, step))
    if not isinstance(tree, dict):
        yield path


PLACES = [
    path
    for path in leaves(SAMPLE.to_dict())
    if path[:2] != ("rulebook", "parameters")  # these may have any value
]


@pytest.mark.parametrize("path", PLACES, ids=lambda path: ".".join(map(str, path)))
def test_a_fault_tells_the_path_and_the_value(path: tuple[str | int, ...]) -> None:
    """Whatever is replaced by something else, list or leaf, that alone is at fault."""
    told = "decision" + "".join(f"[{e}]" if isinstance(e, int) else f".{e}" for e in path)
    was = value_at(SAMPLE.to_dict(), path)
    for wrong in (3.5, "text") if isinstance(was, list) else (3.5,):
        with pytest.raises(FactError) as caught:
            Decision.from_dict(change(SAMPLE.to_dict(), path, wrong))
        assert [(each.path, each.value) for each in caught.value.faults] == [(told, wrong)]


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("loss_report", "status"), "du", "is not one of not_due, due, reported, undetermined"),
        (("loss_report", "deadline"), "2026", "is not a date"),
        (("loss_report", "days_left"), "3", "is not a whole number"),
        (("application", "in_person"), 1, "is not true or false"),
        (("application", "route"), 1, "is not a string"),
        (("needs",), "abc", "is not a list"),
        (("activation", 1), "abc", "is not an object"),
        (("rights",), None, "is not an object"),
        (("rulebook", "parameters"), [1], "is not an object"),
        ((), 3, "is not an object"),
    ],
)
def test_a_fault_says_what_is_wrong(path: tuple[str, ...], value: object, told: str) -> None:
    """In the words that the faults of a case have."""
    with pytest.raises(FactError, match=told):
        Decision.from_dict(change(SAMPLE.to_dict(), path, value))


def test_every_fault_of_a_decision_is_told_at_once() -> None:
    """Missing, misspelt and wrong: each with its cure."""
    tree = SAMPLE.to_dict()
    tree["rihgts"] = tree.pop("rights")
    tree["loss_report"]["status"] = "du"
    with pytest.raises(FactError) as caught:
        Decision.from_dict(tree)
    told = {fault.path: (fault.message, fault.hint) for fault in caught.value.faults}
    assert told["decision.rights"] == ("is missing", "every field is written down")
    assert told["decision.rihgts"] == ("is no field", "did you mean rights?")
    assert told["decision.loss_report.status"][1] == "did you mean due?"
    assert len(told) == 3


@pytest.mark.parametrize("key", [3, 1.5, None, b"a @ b", ("a.b", "c"), datetime.date(2026, 1, 1)])
@pytest.mark.parametrize("path", [(), ("loss_report",), ("rulebook", "parameters")])
def test_a_key_that_is_no_string_is_refused(path: tuple[str, ...], key: object) -> None:
    """Whatever it is and wherever it stands."""
    part = value_at(SAMPLE.to_dict(), path)
    with pytest.raises(FactError) as caught:
        Decision.from_dict(change(SAMPLE.to_dict(), path, {**part, key: 3}))
    (fault,) = caught.value.faults
    assert fault.path == ".".join(("decision", *path)) + f"[{key!r}]"
    assert fault.value == 3


@pytest.mark.parametrize("depth", [700, 900, 100_000])
def test_a_decision_nested_too_deeply_is_refused(depth: int) -> None:
    """In a text too, however much of the depth JSON itself can bear."""
    deep = f'"parameters": {{"deep": {"[" * depth}{"]" * depth}, '
    text = SAMPLE.to_json().replace('"parameters": {', deep)
    with pytest.raises(FactError) as caught:
        Decision.from_json(text)
    assert len(str(caught.value)) < 200


def test_a_decision_nested_without_end_is_refused() -> None:
    """Where any value is allowed, too, the depth of it is not."""
    endless: dict[str, Any] = {}
    endless["more"] = [endless]
    with pytest.raises(FactError, match="nested too deeply"):
        Decision.from_dict(change(SAMPLE.to_dict(), ("rulebook", "parameters"), endless))


def test_dated_parameters_and_parts_of_ones_own_are_read_back_as_they_were() -> None:
    """Lists in them are tuples again, and the decision can still be hashed."""
    rule = Rule(
        id="mine.all",
        cites=RuleBook.default().clause("source.A1"),
        then={"list": ("a", "b"), "text": "c"},
    )
    mine = RuleSet(
        name="mine", title="mine", inputs=(), rules=(rule,), outputs={"list": None, "text": None}
    )
    dates = {datetime.date(2027, 1, 1): 180}
    book = RuleBook.default().with_rule_sets(mine).with_parameters(activation_window_days=dates)
    decision = decide(SAMPLE.case, book)
    assert len(decision.further) == 1
    again = Decision.from_json(decision.to_json())
    assert again == decision
    assert hash(again) == hash(decision)


@pytest.mark.parametrize("name", ["case", "desk", "_case", "_desk", "loss_reports"])
def test_a_key_that_is_no_field_is_refused(name: str) -> None:
    """What a decision holds beside its answers is no part of its JSON."""
    assert name not in SAMPLE.to_dict()
    with pytest.raises(FactError):
        Decision.from_dict({**SAMPLE.to_dict(), name: None})


@pytest.mark.parametrize("name", FIELDS[""])
def test_a_missing_key_is_refused(name: str) -> None:
    """Every key is required."""
    tree = SAMPLE.to_dict()
    del tree[name]
    with pytest.raises(FactError):
        Decision.from_dict(tree)


@pytest.mark.parametrize(
    "text", ["", "[]", "null", "3", "{}", "{", '{"as_of": 1, "as_of": 1}', b"\xff"]
)
def test_text_that_is_no_decision_is_refused(text: str | bytes) -> None:
    """Reading is all or nothing."""
    with pytest.raises(FactError):
        Decision.from_json(text)


def test_a_repeated_key_is_refused() -> None:
    """Which of the two counts is not for the library to choose."""
    text = SAMPLE.to_json().replace('"status":', '"status": "due", "status":', 1)
    with pytest.raises(FactError, match="repeats a key"):
        Decision.from_json(text)


def test_the_json_of_a_decision_keeps_chinese_as_it_is_written() -> None:
    """Text is not escaped, and dates are ISO dates."""
    assert json.loads(SAMPLE.to_json())["as_of"] == "2026-11-22"
    assert SAMPLE.loss_report.deadline == datetime.date(2027, 8, 28)
    assert SAMPLE.to_dict()["loss_report"]["deadline"] == "2027-08-28"


def test_a_type_checker_knows_every_part_of_the_built_in_book_by_its_path() -> None:
    """The overloads of `part` name the paths there are, each with the class of its part."""
    typed: dict[str, type] = {}
    for each in typing.get_overloads(Decision.part):
        told = typing.get_type_hints(each)
        typed |= dict.fromkeys(typing.get_args(told["path"]), told["return"])
    parts = decide(Case.from_dict({"as_of": "2026-11-22"})).parts
    assert typed == {path: type(part) for path, part in parts}


def test_a_decision_by_a_book_that_lost_a_section_is_read_back() -> None:
    """Its book tells by its name that changes were made; none of the others may lack one."""
    notice = Clause(
        id="notice.1",
        title="A notice",
        words="Made up.",
        language="en",
        version=datetime.date(2026, 1, 1),
    )
    gone = ("application", "medical_benefit")
    changes = tuple(RemoveRuleSet(rule_set=each, cites=notice) for each in gone)
    book = RuleBook.default().with_overlay(Overlay(name="city", version="1", changes=changes))
    decision = decide(SAMPLE.case, book)
    tree = decision.to_dict()
    assert not {"application", "medical_benefit"} & tree.keys()
    assert Decision.from_json(decision.to_json()) == decision
    assert not [*replay([json.dumps({"case": SAMPLE.case.to_dict(), "decision": tree})], book)]
    tree["rulebook"]["name"] = "ssrules"
    with pytest.raises(FactError, match="application: is missing"):
        Decision.from_dict(tree)
