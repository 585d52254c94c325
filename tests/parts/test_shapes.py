"""A book that is made is a book that decides: what a part needs is checked beforehand."""

from __future__ import annotations

import datetime
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssrules import Case, RuleBook, SsrulesError, decide
from ssrules.errors import RuleError
from ssrules.strategies import cases
from ssrules.tables import Clause, Requirement, Rule, RuleSet

BOOK = RuleBook.default()
CLAUSE = Clause(
    id="local.1", title="A local rule", words="Made up.", language="en", version=datetime.date.min
)
DAY = datetime.date(2026, 11, 22)


def with_rule(name: str, **outputs: Any) -> RuleBook:
    """The book with other outputs in the first rule of a rule set that allows any."""
    rule_set = BOOK.rule_set(name)
    first, *others = rule_set.rules
    changed = attrs.evolve(first, then={**first.then, **outputs})
    anything = dict.fromkeys(rule_set.outputs)
    other = attrs.evolve(rule_set, rules=(changed, *others), outputs=anything)
    return with_set(other)


def with_set(changed: RuleSet) -> RuleBook:
    """The book with a rule set in the place of the one of its name."""
    sets = (changed if each.name == changed.name else each for each in BOOK.rule_sets)
    return attrs.evolve(BOOK, rule_sets=tuple(sets))


@pytest.mark.parametrize(
    ("name", "outputs"),
    [
        ("activation.social_security.bank_outlet.effects", {"effects": "b"}),
        ("activation.social_security.bank_outlet", {"documents": ("photo",)}),
        ("activation.social_security.bank_outlet", {"steps": None}),
        ("activation.financial.bank_outlet.in_time", {"in_time": "yes"}),
        ("rights", {"individual": ("a", "b")}),
        ("rights", {"individual": (("a", "b", "c"),)}),
        ("insurance.medical", {"payers": ("alien",)}),
        ("insurance.medical", {"participation": "perhaps"}),
        ("application.materials", {"in_person": 1}),
        ("application.materials", {"documents": "photo"}),
        ("medical_benefit", {"forms": None}),
        ("loss_report.release_steps", {"steps": (1,)}),
    ],
)
def test_an_output_of_another_shape_is_told_with_its_rule(name: str, outputs: Any) -> None:
    """By the rule, the value, and what it should be."""
    (output,) = outputs
    with pytest.raises(RuleError, match=f"'{output}'"):
        with_rule(name, **outputs)


def test_a_rule_that_leaves_out_what_is_told_is_found() -> None:
    """A rule without a status, a participation without a value."""
    rule_set = BOOK.rule_set("insurance.medical")
    first, *others = rule_set.rules
    less = {name: value for name, value in first.then.items() if name != "participation"}
    with pytest.raises(RuleError, match="gives no 'participation'"):
        attrs.evolve(rule_set, rules=(attrs.evolve(first, then=less), *others))


@pytest.mark.parametrize("name", ["insurance.medical", "insurance.maternity", "rights"])
def test_a_part_that_is_told_of_everybody_is_never_refused(name: str) -> None:
    """A requirement on it would leave nothing to tell."""
    required = Requirement(code="x", cites=CLAUSE, holds_if={"person.residence": "urban"})
    rule_set = BOOK.rule_set(name)
    inputs = rule_set.inputs
    if "person.residence" not in [each.name for each in inputs]:
        inputs = (*inputs, *BOOK.rule_set("application").inputs[2:3])
    with pytest.raises(RuleError, match="may not be refused"):
        with_set(attrs.evolve(rule_set, requirements=(required,), inputs=inputs))


def test_a_rule_set_that_only_adds_has_no_requirements() -> None:
    """What it adds to would be told without it."""
    name = "activation.social_security.bank_outlet.effects"
    required = Requirement(code="x", cites=CLAUSE, holds_if={"person.residence": "urban"})
    rule_set = BOOK.rule_set(name)
    inputs = (*rule_set.inputs, *BOOK.rule_set("application").inputs[2:3])
    with pytest.raises(RuleError, match="only adds to"):
        with_set(attrs.evolve(rule_set, requirements=(required,), inputs=inputs))


@pytest.mark.parametrize("name", ["loss_report", "application"])
def test_a_part_that_others_ask_is_never_refused(name: str) -> None:
    """They would have no answer."""
    required = Requirement(code="x", cites=CLAUSE, holds_if={"card.financial": "active"})
    rule_set = BOOK.rule_set(name)
    inputs = dict.fromkeys((*rule_set.inputs, BOOK.rule_set("loss_report").inputs[1]))
    with pytest.raises(RuleError, match="refuse"):
        with_set(attrs.evolve(rule_set, requirements=(required,), inputs=tuple(inputs)))


def test_an_option_without_a_row_is_told_when_it_is_decided() -> None:
    """That no rule applies is a gap like any other, also for what would change it."""
    empty = RuleSet(name="activation.financial.online", title="x", inputs=(), rules=(), outputs={})
    with pytest.raises(RuleError, match="no rule applies"):
        decide(Case(as_of=DAY), BOOK.with_rule_sets(empty))


VALUES = st.recursive(
    st.none() | st.booleans() | st.sampled_from(["", "a", "due", "bank", "mandatory", "employer"]),
    lambda inner: st.lists(inner, max_size=2).map(tuple),
    max_leaves=4,
)


@settings(max_examples=300)
@given(
    name=st.sampled_from([each.name for each in BOOK.rule_sets]),
    data=st.data(),
    case=cases(),
)
def test_a_book_that_is_made_decides(name: str, data: st.DataObject, case: Case) -> None:
    """Whatever is given in the place of an output: it is refused, or every case is decided."""
    rule_set = BOOK.rule_set(name)
    at = data.draw(st.integers(0, len(rule_set.rules) - 1))
    output = data.draw(st.sampled_from(sorted(rule_set.outputs)))
    rules = list(rule_set.rules)
    rules[at] = attrs.evolve(rules[at], then={**rules[at].then, output: data.draw(VALUES)})
    if data.draw(st.booleans()):
        del rules[data.draw(st.integers(0, len(rules) - 1))]
    policy = data.draw(st.sampled_from([rule_set.hit_policy, "COLLECT", "ANY"]))
    try:
        changed = attrs.evolve(
            rule_set,
            rules=tuple(rules),
            outputs=dict.fromkeys(rule_set.outputs),
            hit_policy=policy,
        )
        book = with_set(changed)
    except SsrulesError:
        return
    try:
        decision = decide(case, book)
        decision.to_json()
        for language in ("en", "zh"):
            str(decision.explain(language=language))
            str(decision.questions(language=language))
            for path, _ in decision.parts:
                str(decision.why_not(path, language=language))
    except SsrulesError:
        return  # a gap or a contradiction, which verify finds


def test_the_book_with_anything_in_it_is_compared_with_the_built_in_one() -> None:
    """Its differences are told for what was changed, and for nothing else."""
    book = with_rule("medical_benefit", forms=("medical_services",))
    assert {each.rule_set for each in BOOK.diff(book)} == {"medical_benefit"}
    assert decide(Case(as_of=DAY), book).as_of == DAY


def test_a_row_may_not_end_before_it_begins() -> None:
    """Whether built in or one's own."""
    with pytest.raises(RuleError, match="before it begins"):
        Rule(
            id="x",
            cites=CLAUSE,
            in_force_from=DAY,
            in_force_to=DAY - datetime.timedelta(1),
        )


def test_an_option_that_asks_for_nothing_is_allowed() -> None:
    """It has neither requirements nor documents."""
    rule = Rule(id="open", cites=CLAUSE, then={"steps": ("come",)})
    name = "activation.financial.anywhere"
    option = RuleSet(name=name, title=name, inputs=(), outputs={"steps": None}, rules=rule)
    book = BOOK.with_rule_sets(option)
    part = decide(Case.from_dict({"as_of": "2026-11-22"}), book).part(name)
    assert (part.status, part.steps) == ("allowed", ("come",))


def test_what_an_option_without_rules_would_take_is_told() -> None:
    """Its requirements alone: no rule asks for documents."""
    rule_set = BOOK.rule_set("activation.social_security.pharmacy")
    case = Case.from_dict({"as_of": "2026-11-22", "institution": {"designated": False}})
    decision = decide(case, with_set(attrs.evolve(rule_set, rules=(), hit_policy="COLLECT")))
    changes = decision.least_change(rule_set.name)
    assert not changes.to_dict().get("found", ())
    assert str(changes)


def test_a_type_of_insurance_need_not_say_who_pays() -> None:
    """Then nobody is told."""
    name = "insurance.dental"
    given = {"participation": "voluntary", "scheme": "resident"}
    rule = Rule(id=name, cites=CLAUSE, then=given)
    outputs = dict.fromkeys(given)
    table = RuleSet(name=name, title=name, inputs=(), outputs=outputs, rules=rule)
    part = decide(Case.from_dict({"as_of": "2026-11-22"}), BOOK.with_rule_sets(table)).part(name)
    assert (part.participation, part.payers) == ("voluntary", ())
