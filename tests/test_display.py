"""Displays say everything, in words, within the width there is."""

from __future__ import annotations

import io
import re

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console, RenderableType

from ssrules import Case, Decision, RuleBook, decide, display
from ssrules.deciding.machine import Machine
from ssrules.decisions import Activation, Application, Part
from ssrules.strategies import cases
from ssrules.tables import Clause, Requirement, Rule, RuleSet
from ssrules.words.speech import words

BOOK = RuleBook.default()


def answer(part: Part) -> str:
    """What the display says of a part in a few words."""
    kinds = {kind.part: kind for kind in Machine.of(BOOK).kinds.values()}
    return kinds[type(part)].answer(part, words())


def shown(what: RenderableType, width: int = 80) -> str:
    """What a display is on a terminal of a width, without colour."""
    stream = io.StringIO()
    Console(file=stream, width=width, markup=False, emoji=False, highlight=False).print(what)
    return stream.getvalue()


def squeezed(text: str) -> str:
    """A text without any white space, so that it is found however it was wrapped."""
    return re.sub(r"\s", "", text)


def all_fits(text: str, width: int) -> None:
    """No line is wider than the terminal, or has spaces at its end."""
    for line in text.splitlines():
        assert cell_len(line) <= width, line
        assert line == line.rstrip(), repr(line)


@settings(max_examples=40)
@given(case=cases(), width=st.integers(60, 140))
def test_a_decision_tells_every_part_reason_and_clause(case: Case, width: int) -> None:
    """Nothing that a decision holds is left out, at any width, and no line is too long."""
    decision = decide(case)
    text = shown(display.decision(decision), width)
    all_fits(text, width)
    told = squeezed(text)
    for path, part in decision.parts:
        assert squeezed(words().label(f"part:{path}")).casefold() in told.casefold()
        assert squeezed(answer(part)) in told
        for id_ in (*part.because, *part.clauses):
            assert f"[{id_}]" in told
        for clause in part.clauses:
            assert squeezed(BOOK.clause(clause).title) in told
        for fact in part.needs:
            assert squeezed(words().label(fact)) in told
    options: tuple[Activation | Application, ...] = (*decision.activation, decision.application)
    for option in options:
        for code in option.required_documents or ():
            assert squeezed(words().label(f"document:{code}")) in told
        for code in option.steps:
            assert squeezed(words().label(f"step:{code}")) in told
    if decision.next_change:
        assert f"FROM{decision.next_change.on}ON" in told


@settings(max_examples=20)
@given(case=cases())
def test_a_decision_read_back_from_json_is_told_too(case: Case) -> None:
    """Without its case a decision still tells every answer."""
    decision = Decision.from_json(decide(case).to_json())
    text = shown(display.decision(decision))
    all_fits(text, 80)
    for _, part in decision.parts:
        assert squeezed(answer(part)) in squeezed(text)


@settings(max_examples=20)
@given(case=cases())
def test_parts_that_are_not_asked_for_are_told_in_short(case: Case) -> None:
    """With `only`, every other part is still named."""
    decision = decide(case)
    text = shown(display.decision(decision, only=("application",)))
    all_fits(text, 80)
    for path, _ in decision.parts:
        assert squeezed(words().label(f"part:{path}")).casefold() in squeezed(text).casefold()


@settings(max_examples=20)
@given(case=cases())
def test_the_facts_that_are_known_are_told(case: Case) -> None:
    """Every known fact but one with its default stands in the display of the case."""
    text = shown(display.facts(case))
    all_fits(text, 80)
    assert str(case.as_of) in text
    for path, known in (("card.bank", case.card.bank), ("person.age", case.person.age)):
        assert (f"\n  {words().label(path)} " in text) is (known is not None)


def test_what_is_certain_only_together_is_told_with_an_if() -> None:
    """A reason that hangs on an unknown fact does not pretend to know it."""
    case = Case.from_dict({"as_of": "2026-11-22", "person": {"employment": "flexible"}})
    text = squeezed(shown(display.decision(decide(case), only=("application",))))
    assert "employment:flexibleworker;ifregisteredresidence:rural" in text
    assert "employment:flexibleworker;ifregisteredresidence:urban" in text


def test_a_photo_is_told_by_what_is_wrong_with_it() -> None:
    """A document of many properties names those that are not fulfilled."""
    photo = {"presented": True, "two_inch": True, "bareheaded": False}
    case = Case.from_dict(
        {
            "as_of": "2026-11-22",
            "person": {"employment": "flexible"},
            "documents": {"photo": photo},
        }
    )
    assert "photo (not fulfilled: no hat)" in shown(display.decision(decide(case)))


@pytest.mark.parametrize("activated", [False, True])
def test_a_deadline_is_told_while_it_matters(activated: bool) -> None:
    """Who has activated the financial application need not do so until some day."""
    card = {"received_on": "2026-11-01", "financial": "active" if activated else "inactive"}
    case = Case.from_dict({"as_of": "2026-11-22", "card": card})
    text = shown(display.decision(decide(case), only=("loss_report",)))
    assert ("2027-08-28 (279 days left)" in text) is not activated


@pytest.mark.parametrize("rule_set", BOOK.rule_sets, ids=lambda rule_set: rule_set.name)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_rule_set_is_shown_whole(rule_set: RuleSet, width: int) -> None:
    """Inputs with their values, rows, outputs, hit policy, clauses with words, both readings."""
    text = shown(display.rule_set(rule_set, BOOK), width)
    all_fits(text, width)
    told = squeezed(text)
    assert rule_set.hit_policy in told
    for input_ in rule_set.inputs:
        assert squeezed(input_.name) in told
        for value in input_.values:
            assert squeezed(str(value).lower()) in told
    for output in rule_set.outputs:
        assert output in told
    for id_ in (*(row.code for row in rule_set.requirements), *(row.id for row in rule_set.rules)):
        assert id_ in told
    rows: tuple[Requirement | Rule, ...] = (*rule_set.requirements, *rule_set.rules)
    for reading in (reading for row in rows for reading in row.readings):
        assert squeezed(reading.chosen) in told
        assert squeezed(reading.other) in told
    for clause in rule_set.clauses:
        assert squeezed(clause.words) in told
        assert squeezed(clause.title) in told
        assert str(clause.version) in told


def test_the_list_of_rule_sets_names_each() -> None:
    """Every rule set stands in the list with its title."""
    text = shown(display.rule_sets(BOOK))
    all_fits(text, 80)
    for rule_set in BOOK.rule_sets:
        assert rule_set.name in text
        assert squeezed(rule_set.title) in squeezed(text)


CHINESE = [clause for clause in BOOK.clauses.values() if clause.language == "zh"]


@given(clause=st.sampled_from(CHINESE), width=st.integers(24, 100))
def test_chinese_words_are_measured_by_the_width_of_their_characters(
    clause: Clause, width: int
) -> None:
    """A character takes two cells, no line is too wide, and none breaks off far too early."""
    indent, most_lost = 2, 2
    bare = attrs.evolve(clause, title="", words="社" * 200, issuer="", number="")
    text = shown(display.clause(bare), width)
    lines = [line for line in text.splitlines() if "社" in line]
    assert all(width - most_lost < cell_len(line) <= width for line in lines[:-1])
    assert sum(line.count("社") for line in lines) == 200
    assert all(line.startswith(" " * indent) for line in lines)
    assert squeezed(clause.words) in squeezed(shown(display.clause(clause), width))


def test_what_looks_like_markup_is_shown_as_it_is() -> None:
    """The name of a bank cannot colour the display or vanish from it."""
    case = Case.from_dict({"as_of": "2026-11-22", "card": {"bank": "[red]:smile:[/red]"}})
    assert "[red]:smile:[/red]" in shown(display.facts(case))
