"""Whole cases: what holds of every decision, whatever the case."""

from __future__ import annotations

import copy
import datetime
import functools
import json
import pickle
import subprocess
import sys
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssrules import Case, Decision, FactError, ParameterError, RuleBook, decide
from ssrules.engines.python import PythonEngine
from ssrules.errors import Fault, UnknownNameError
from ssrules.strategies import case_dicts, cases, complete_cases, fact, receipt_dates
from tests.contract import DOCUMENTS, FACTS, OPTIONS, PARTS, READS, READS_DOCUMENTS
from tests.evaluator import decide as independently
from tests.second_engine import needs_durable

LAST_DAY = datetime.date.max


@functools.cache
def book(engine: str) -> RuleBook:
    """The default rules on an engine, apart from the book that everybody uses."""
    if engine == "python":
        return RuleBook.default().with_engine(PythonEngine())
    from ssrules.engines.durable import DurableEngine

    return RuleBook.default().with_engine(DurableEngine())


def told(decision: Decision) -> dict[str, Any]:
    """A decision as the oracle tells it: its mapping, without rule book and clauses."""
    tree: dict[str, Any] = json.loads(decision.to_json())
    del tree["rulebook"]
    return tree


def put(case: Case, path: str, value: object) -> Case:
    """The case with another value of one fact."""
    *groups, name = path.split(".")
    objects: list[Any] = [case]
    for group in groups:
        objects.append(getattr(objects[-1], group))
    changed = attrs.evolve(objects.pop(), **{name: value})
    for group, owner in zip(reversed(groups), reversed(objects), strict=True):
        changed = attrs.evolve(owner, **{group: changed})
    result: Case = changed
    return result


@given(case_dicts())
def test_a_decision_is_the_oracles(mapping: dict[str, Any]) -> None:
    """Every field of every part, needs and the next change are those of brute force."""
    assert told(decide(Case.from_dict(mapping))) == independently(mapping)


@given(complete_cases())
def test_a_decision_on_a_complete_case_is_the_oracles(case: Case) -> None:
    """Where every fact is known too; then nothing is undetermined and nothing is needed."""
    decision = decide(case)
    mapping = case.to_dict()
    assert told(decision) == independently(mapping)
    assert decision.needs == ()
    assert all(part.status != "undetermined" for _, part in decision.parts)


@given(
    st.integers(0, 800).flatmap(lambda days: st.tuples(st.just(days), case_dicts(window_days=days)))
)
def test_a_decision_with_another_window_is_the_oracles(drawn: tuple[int, dict[str, Any]]) -> None:
    """The window is a parameter from 0 up, and the oracle agrees on each."""
    days, mapping = drawn
    rules = RuleBook.default().with_parameters(activation_window_days=days)
    found = decide(Case.from_dict(mapping), rules)
    assert told(found) == independently(mapping, activation_window_days=days)
    assert found.rulebook.parameters["activation_window_days"] == days


@needs_durable
@given(cases() | complete_cases())
def test_both_engines_decide_alike(case: Case) -> None:
    """Whole decisions on the two engines are equal, their JSON too."""
    one, other = decide(case, book("python")), decide(case, book("durable"))
    assert one == other
    assert one.to_json() == other.to_json()


@given(cases(), st.data())
def test_a_decision_never_depends_on_facts_that_its_rules_do_not_read(
    case: Case, data: st.DataObject
) -> None:
    """A part stays as it is, to the letter, whatever becomes of a fact that it does not read."""
    path = data.draw(st.sampled_from([each for each in FACTS if each != "as_of"]))
    if path == "card.received_on":
        values: st.SearchStrategy[Any] = receipt_dates(case.as_of)
    else:
        values = fact(path)
    value = data.draw(st.none() | values)
    before, after = decide(case), decide(put(case, path, value))
    for part in PARTS:
        if path not in READS[part] and path not in READS_DOCUMENTS.get(part, ()):
            assert before.part(part) == after.part(part), part


@given(cases(), st.sampled_from(DOCUMENTS))
def test_documents_decide_nothing_but_whether_they_are_complete(case: Case, path: str) -> None:
    """No document turns an option that is closed open, nor is one ever asked for as a need."""
    for value in (None, False, True):
        decision = decide(put(case, path, value))
        assert not set(decision.needs) & set(DOCUMENTS)
        for part in PARTS:
            one, other = decision.part(part), decide(case).part(part)
            assert (one.because, one.needs) == (other.because, other.needs)
            open_ = ("allowed", "incomplete")
            assert one.status == other.status or (one.status in open_ and other.status in open_)


@given(cases(known=["institution.kind", "card.social_security", "card.financial"]), st.data())
def test_adding_a_document_never_takes_away_what_is_allowed(
    case: Case, data: st.DataObject
) -> None:
    """An option that is allowed stays so, and no list of missing documents grows."""
    added = data.draw(st.sets(st.sampled_from(DOCUMENTS), min_size=1))
    more = case
    for path in added:
        more = put(more, path, True)
    before, after = decide(case), decide(more)
    for path in OPTIONS:
        one: Any = before.part(path)
        other: Any = after.part(path)
        if one.status == "allowed":
            assert other.status == "allowed"
        assert set(other.missing_documents) <= set(one.missing_documents)
        assert set(other.unconfirmed_documents) <= set(one.unconfirmed_documents)
    assert set(after.application.missing_documents) <= set(before.application.missing_documents)


def test_adding_a_document_to_an_allowed_option_on_every_set_of_documents() -> None:
    """The same by exhaustion, for each option open, over all documents that it reads."""
    opened: dict[str, dict[str, Any]] = {
        OPTIONS[0]: {"kind": "bank_outlet", "bank": "ICBC"},
        OPTIONS[1]: {"kind": "hospital", "designated": True},
        OPTIONS[2]: {"kind": "pharmacy", "designated": True},
        OPTIONS[3]: {"kind": "bank_outlet", "bank": "ICBC"},
    }
    for option, institution in opened.items():
        names = [path.removeprefix("documents.") for path in READS_DOCUMENTS[option]]
        for mask in range(3 ** len(names)):
            given_ = {name: (None, False, True)[mask // 3**at % 3] for at, name in enumerate(names)}
            mapping = {
                "as_of": "2026-11-22",
                "card": {
                    "bank": "ICBC",
                    "social_security": "inactive",
                    "financial": "inactive",
                    "received_on": "2026-11-01",
                    "used_at_designated_institution": False,
                },
                "institution": institution,
                "visit": {"registration": "outpatient"},
                "documents": given_,
            }
            status = decide(Case.from_dict(mapping)).part(option).status
            assert status in ("allowed", "incomplete")
            for name in names if status == "allowed" else ():
                more = {**mapping, "documents": {**given_, name: True}}
                assert decide(Case.from_dict(more)).part(option).status == "allowed"


@given(cases())
def test_the_same_case_gives_the_same_decision(case: Case) -> None:
    """Again, with a new book of the same rules, and from an equal case: equal to the letter."""
    first = decide(case)
    fresh = RuleBook.default().with_parameters(activation_window_days=300)
    for other in (decide(case), decide(Case.from_dict(case.to_dict())), decide(case, fresh)):
        assert other == first
        assert other.to_json() == first.to_json()


SCRIPT = """
import json, sys
from ssrules import Case, decide
for case in json.load(sys.stdin):
    print(decide(Case.from_dict(case)).to_json())
"""


@settings(max_examples=3)
@given(st.lists(case_dicts(), min_size=20, max_size=20), st.integers(1, 2**32 - 1))
def test_another_process_decides_alike(mappings: list[dict[str, Any]], seed: int) -> None:
    """Hash seeds, and what was decided before, leave no trace: the same text, byte for byte."""
    done = subprocess.run(  # this very interpreter, and the script above
        [sys.executable, "-c", SCRIPT],
        input=json.dumps(mappings),
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": str(seed), "PYTHONPATH": ":".join(sys.path), "PYTHONUTF8": "1"},
    )
    assert done.stdout.splitlines() == [decide(Case.from_dict(each)).to_json() for each in mappings]
    assert done.stderr == ""


@given(cases())
def test_a_decision_is_the_same_after_a_round_trip_through_json(case: Case) -> None:
    """`from_json` undoes `to_json`, `from_dict` undoes `to_dict`, and both are plain JSON."""
    decision = decide(case)
    assert Decision.from_json(decision.to_json()) == decision
    assert Decision.from_dict(decision.to_dict()) == decision
    assert json.loads(decision.to_json()) == decision.to_dict()
    assert Decision.from_json(decision.to_json()).to_json() == decision.to_json()


@settings(max_examples=10)
@given(cases())
def test_a_decision_survives_pickling_and_copying(case: Case) -> None:
    """A pickled or copied decision is equal, and still knows its case."""
    decision = decide(case)
    again = pickle.loads(pickle.dumps(decision))  # noqa: S301  # what was just pickled
    for other in (again, copy.copy(decision), copy.deepcopy(decision)):
        assert other == decision
        assert other.case == case
        assert other.to_json() == decision.to_json()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        decision.needs = ()  # type: ignore[misc]  # that it fails is the point


@given(cases())
@settings(max_examples=10)
def test_a_rule_book_survives_pickling_and_copying(case: Case) -> None:
    """A pickled or copied book has the same digest, and decides alike."""
    rules = RuleBook.default().with_parameters(activation_window_days=300)
    again = pickle.loads(pickle.dumps(rules))  # noqa: S301  # what was just pickled
    for other in (again, copy.copy(rules), copy.deepcopy(rules)):
        assert other == rules
        assert other.digest == rules.digest
        assert decide(case, other) == decide(case)


@pytest.mark.parametrize(
    "error",
    [
        FactError([Fault("person.age", -1, "is wrong", "mend it"), Fault("case", {}, "too")]),
        ParameterError("activation_window_days", -1, "is below 0"),
        UnknownNameError("clause", "source.A9", ("source.A1",)),
    ],
)
def test_an_error_survives_pickling_and_copying(error: Exception) -> None:
    """What an error tells is all there after a pickle or a copy."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # what was just pickled
    for other in (again, copy.copy(error), copy.deepcopy(error)):
        assert type(other) is type(error)
        assert str(other) == str(error)
        assert vars(other) == vars(error)
