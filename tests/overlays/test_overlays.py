"""Changes of a rule book: what they change, when, and that they change nothing else."""

from __future__ import annotations

import datetime
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssrules import Case, ParameterError, RuleBook, decide
from ssrules.errors import RuleError, UnknownNameError
from ssrules.overlays import Overlay
from ssrules.overlays.changes import (
    AddDocuments,
    AddRequirement,
    AddRule,
    AddRuleSet,
    Change,
    ChangeParameter,
    RemoveRequirement,
    RemoveRule,
    ReplaceRule,
)
from ssrules.strategies import cases
from ssrules.tables import Clause, Document, Parameter, Requirement, Rule, RuleSet
from ssrules.tables.inputs import AsOf, AtLeast
from ssrules.tables.memory import Memory

BOOK = RuleBook.default()
NOTICE = Clause(
    id="notice.1",
    title="A notice",
    words="Made up.",
    language="en",
    version=datetime.date(2026, 1, 1),
)
HOSPITAL = "activation.social_security.hospital"
AT_BANK = "activation.financial.bank_outlet"
ONE_DAY = datetime.timedelta(days=1)
EXTRA = Document.of("documents.contact_number")

CHANGES: tuple[Change, ...] = (
    ReplaceRule(
        rule="application.individual",
        by=Rule(
            id="application.individual",
            cites=NOTICE,
            when=BOOK.rule_set("application").rules[4].when,
            then={"route": "committee"},
        ),
    ),
    ReplaceRule(
        rule="loss_report.overdue",
        by=Rule(
            id="loss_report.never",
            cites=NOTICE,
            when=BOOK.rule_set("loss_report").rules[3].when,
            then={"status": "not_due"},
        ),
    ),
    AddRule(
        rule_set="loss_report.release_steps",
        rule=Rule(id="release.call", cites=NOTICE, then={"steps": ("call_the_office",)}),
        before="loss_report.release.apply",
    ),
    RemoveRule(rule="loss_report.release.apply", cites=(NOTICE,)),
    AddRequirement(
        rule_set=HOSPITAL,
        requirement=Requirement(
            code="financial_not_active", cites=NOTICE, holds_if={"card.financial": "active"}
        ),
        before="already_active",
        inputs=("card.financial",),
    ),
    RemoveRequirement(rule_set=HOSPITAL, requirement="not_designated", cites=NOTICE),
    AddDocuments(rule=AT_BANK, documents=(EXTRA,), cites=NOTICE),
    ChangeParameter(parameter="endowment_minimum_age", value=18, cites=NOTICE),
)


def overlay(*changes: Any) -> Overlay:
    """An overlay of these changes."""
    return Overlay(name="locality", version="1", changes=changes)


def answers(case: Case, book: RuleBook) -> dict[str, Any]:
    """What is decided, but for the book, its later days, and the days in the ids of dated rules."""
    told = decide(case, book).to_dict()
    del told["rulebook"], told["next_change"]
    return {key: without_days(value) for key, value in told.items()}


def without_days(value: Any) -> Any:
    """The same tree with `rule` in the place of `rule@2026-01-01..`."""
    if isinstance(value, dict):
        return {key: without_days(item) for key, item in value.items()}
    if isinstance(value, list):
        return [without_days(item) for item in value]
    return value.split("@")[0] if isinstance(value, str) else value


DAYS = st.dates(datetime.date(2021, 1, 3), datetime.date(2030, 12, 31))


@settings(max_examples=60)
@given(
    st.sampled_from(CHANGES),
    DAYS | st.none(),
    st.integers(0, 900) | st.none(),
    cases(),
    st.integers(-2, 2),
    st.booleans(),
)
def test_a_dated_change_decides_as_the_changed_book_within_and_as_the_old_one_outside(
    change: Change,
    first: datetime.date | None,
    length: int | None,
    case: Case,
    near: int,
    at_end: bool,
) -> None:
    """On the first and the last day it is in force; on every other day nothing is changed."""
    last = (first or datetime.date(2025, 1, 1)) + datetime.timedelta(days=length or 0)
    last_or_none = None if length is None else last
    day = (last if at_end else first or last) + datetime.timedelta(days=near)
    received = case.card.received_on
    if received is not None and received > day:
        day = case.as_of
    case = attrs.evolve(case, as_of=day)
    dated = attrs.evolve(change, in_force_from=first, in_force_to=last_or_none)
    within = (first is None or first <= day) and (last_or_none is None or day <= last_or_none)
    expected = BOOK.with_overlay(overlay(change)) if within else BOOK
    assert answers(case, BOOK.with_overlay(overlay(dated))) == answers(case, expected)


@settings(max_examples=40)
@given(st.sampled_from(CHANGES[:2]), cases(), st.integers(1, 40), st.integers(0, 40))
def test_the_day_on_which_a_dated_rule_begins_or_ends_is_the_next_change_if_a_status_turns(
    change: Change, case: Case, ahead: int, length: int
) -> None:
    """It is the first later day on which some status differs, found by trying every day."""
    as_of = max(case.card.received_on or datetime.date.min, datetime.date(2026, 11, 22))
    if as_of > datetime.date(9000, 1, 1):
        return
    case = attrs.evolve(case, as_of=as_of)
    first = as_of + datetime.timedelta(days=ahead)
    last = first + datetime.timedelta(days=length)
    book = BOOK.with_overlay(overlay(attrs.evolve(change, in_force_from=first, in_force_to=last)))
    found = decide(case, book).next_change
    today = statuses(case, book)
    for days in range(1, 90):
        later = as_of + datetime.timedelta(days=days)
        then = statuses(attrs.evolve(case, as_of=later), book)
        turned = tuple(path for path in today if today[path] != then[path])
        if turned:
            assert found is not None
            assert (found.on, found.changes) == (later, turned)
            return
    assert found is None or found.on >= as_of + datetime.timedelta(days=90)


def statuses(case: Case, book: RuleBook) -> dict[str, str]:
    """By path what a later day may change: every status, the route, every participation."""
    found: dict[str, str] = {}
    for path, part in decide(case, book).parts:
        found[f"{path}.status"] = str(part.status)
        for name in ("route", "participation"):
            if hasattr(part, name):
                found[f"{path}.{name}"] = str(getattr(part, name))
    return found


@pytest.mark.parametrize("change", CHANGES, ids=lambda each: type(each).__name__)
def test_every_change_is_in_the_digest_and_its_clause_in_the_book(change: Change) -> None:
    """The old book is untouched, and the new one knows the clause that the change rests on."""
    before = BOOK.digest
    changed = BOOK.with_overlay(overlay(change))
    assert changed.digest != BOOK.digest == before
    assert changed.clause("notice.1") == NOTICE
    assert changed.name == "ssrules+locality"
    assert changed.version == f"{BOOK.version}+1"
    assert changed.digest == attrs.evolve(changed, memory=Memory()).digest


def test_an_overlay_without_changes_changes_no_content() -> None:
    """The books are equal; only the name tells them apart."""
    assert BOOK.with_overlay(overlay()) == BOOK


def test_changes_are_made_one_after_the_other() -> None:
    """A later change sees what an earlier one made."""
    rule = Rule(id="release.call", cites=NOTICE, then={"steps": ("call_the_office",)})
    added = AddRule(rule_set="loss_report.release_steps", rule=rule)
    removed = RemoveRule(rule="release.call", cites=NOTICE)
    both = BOOK.with_overlay(overlay(added, removed))
    assert both.rule_set("loss_report.release_steps") == BOOK.rule_set("loss_report.release_steps")
    with pytest.raises(UnknownNameError):
        BOOK.with_overlay(overlay(removed, added))


def test_values_of_a_parameter_for_a_time_leave_the_others_as_they_were() -> None:
    """After the last day the earlier value is in force again."""
    first, last = datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)
    name = "activation_window_days"
    change = ChangeParameter(
        parameter=name, value=100, cites=NOTICE, in_force_from=first, in_force_to=last
    )
    book = BOOK.with_overlay(overlay(change))
    days = (first - ONE_DAY, first, last, last + ONE_DAY)
    assert [book.value(name, day) for day in days] == [300, 100, 100, 300]
    assert NOTICE in book.parameter(name).cites


def test_dated_changes_of_several_rule_sets_share_their_periods() -> None:
    """So that no case is thought of that lies in two periods at once."""
    days = (datetime.date(2026, 1, 1), datetime.date(2027, 1, 1))
    changes = [
        attrs.evolve(change, in_force_from=day)
        for change, day in zip(CHANGES[:2], days, strict=True)
    ]
    book = BOOK.with_overlay(overlay(*changes))
    dated = [
        [each for each in book.rule_set(name).inputs if isinstance(each, AsOf)]
        for name in ("application", "loss_report", "insurance.maternity")
    ]
    assert dated[0] == dated[1] == dated[2]
    assert set(days) < set(dated[0][0].starts)


def test_a_rule_that_is_replaced_twice_at_different_times_has_one_version_for_each() -> None:
    """The old rule is in force before, between and after."""
    change = CHANGES[0]
    spans = [
        (datetime.date(2026, 1, 1), datetime.date(2026, 6, 30)),
        (datetime.date(2027, 1, 1), None),
    ]
    book = BOOK.with_overlay(
        overlay(*(attrs.evolve(change, in_force_from=a, in_force_to=b) for a, b in spans))
    )
    person = {"employment": "student", "residence": "urban"}
    routes = [
        decide(Case.from_dict({"as_of": day, "person": person}), book).application.route
        for day in (
            "2025-12-31",
            "2026-01-01",
            "2026-06-30",
            "2026-07-01",
            "2026-12-31",
            "2027-01-01",
        )
    ]
    assert routes == ["bank", "committee", "committee", "bank", "bank", "committee"]
    ids = [rule.id for rule in book.rule_set("application").rules]
    assert "application.individual@2026-01-01..2026-06-30" in ids
    assert "application.individual@2027-01-01.." in ids


def test_a_requirement_is_refused_by_its_own_code_in_its_place() -> None:
    """The code stands among the others in the order of the requirements."""
    book = BOOK.with_overlay(overlay(CHANGES[4]))
    card = {"financial": "inactive", "social_security": "active"}
    case = Case.from_dict({"as_of": "2026-11-22", "card": card})
    because = decide(case, book).part(HOSPITAL).because
    assert because == ("financial_not_active", "already_active")


def test_added_documents_are_required_and_the_rule_cites_the_notice() -> None:
    """They come after those of the rule."""
    book = BOOK.with_overlay(overlay(CHANGES[6]))
    bank = {"kind": "bank_outlet", "bank": "x"}
    card = {"financial": "inactive", "bank": "x"}
    case = Case.from_dict({"as_of": "2026-11-22", "card": card, "institution": bank})
    option = decide(case, book).activation[3]
    assert option.required_documents == (
        "social_security_card",
        "valid_certificate",
        "contact_number",
    )
    assert option.clauses == ("source.A4", "notice.1")


def test_an_input_goes_with_the_last_row_that_asks_for_it() -> None:
    """So that no input is left that decides nothing; the others stay."""
    change = RemoveRequirement(rule_set=HOSPITAL, requirement="not_designated", cites=NOTICE)
    inputs = BOOK.with_overlay(overlay(change)).rule_set(HOSPITAL).inputs
    names = [each.name for each in BOOK.rule_set(HOSPITAL).inputs]
    names.remove("institution.designated")
    assert [each.name for each in inputs] == names


def test_a_rule_set_may_come_with_the_parameters_that_it_asks() -> None:
    """Its answer is a further part of the decision."""
    age = Parameter(name="an_age", title="an age", unit="years", default=70, cites=NOTICE)
    asked = AtLeast("old", fact="person.age", parameter="an_age")
    rule_set = RuleSet(
        name="own",
        title="own",
        inputs=(asked,),
        outputs={"yes": (True, False)},
        rules=tuple(
            Rule(id=f"own.{yes}", cites=NOTICE, when={"old": yes}, then={"yes": yes})
            for yes in (True, False)
        ),
    )
    book = BOOK.with_overlay(overlay(AddRuleSet(rule_set=rule_set, parameters=(age,))))
    case = Case.from_dict({"as_of": "2026-11-22", "person": {"age": 70}})
    assert decide(case, book).further[0].outputs == {"yes": True}


@pytest.mark.parametrize(
    "change",
    [
        RemoveRule(rule="application.rurall", cites=NOTICE),
        RemoveRequirement(rule_set=HOSPITAL, requirement="not_designatd", cites=NOTICE),
        RemoveRequirement(rule_set="activation.hospital", requirement="x", cites=NOTICE),
        ChangeParameter(parameter="activation_window_day", value=1, cites=NOTICE),
        AddDocuments(rule="application.materials.banc", documents=(EXTRA,), cites=NOTICE),
        AddRule(
            rule_set="loss_report.release_steps",
            rule=Rule(id="release.call", cites=NOTICE, then={"steps": ()}),
            before="loss_report.release.aply",
        ),
    ],
)
def test_a_name_that_does_not_exist_is_answered_with_the_nearest(change: Change) -> None:
    """Nothing is changed silently."""
    with pytest.raises(UnknownNameError, match="did you mean"):
        BOOK.with_overlay(overlay(change))


def test_a_value_that_the_parameter_does_not_allow_is_a_parameter_error() -> None:
    """True is no number of days."""
    change = ChangeParameter(parameter="activation_window_days", value=True, cites=NOTICE)
    with pytest.raises(ParameterError):
        BOOK.with_overlay(overlay(change))


def test_documents_cannot_be_added_twice_nor_to_a_rule_that_lists_none() -> None:
    """The work unit says which documents it wants, so nothing can be added to that."""
    twice = AddDocuments(rule=AT_BANK, documents=(EXTRA, EXTRA), cites=NOTICE)
    none = AddDocuments(rule="application.materials.work_unit", documents=(EXTRA,), cites=NOTICE)
    for change in (twice, none):
        with pytest.raises(RuleError):
            BOOK.with_overlay(overlay(change))


def test_a_change_cites_something_and_ends_after_it_begins() -> None:
    """Otherwise it cannot be made at all."""
    with pytest.raises(RuleError, match="cites no clause"):
        RemoveRule(rule="application.rural", cites=())
    with pytest.raises(RuleError, match="before it begins"):
        RemoveRule(
            rule="application.rural",
            cites=NOTICE,
            in_force_from=datetime.date(2026, 1, 2),
            in_force_to=datetime.date(2026, 1, 1),
        )


def test_the_id_of_a_clause_of_the_book_is_not_given_to_other_words() -> None:
    """A citation means one clause."""
    false = attrs.evolve(NOTICE, id="source.A4")
    with pytest.raises(RuleError, match="another clause"):
        BOOK.with_overlay(overlay(RemoveRule(rule="application.rural", cites=false)))


def test_a_rule_of_an_overlay_is_held_to_the_inputs_and_outputs_of_its_rule_set() -> None:
    """As any rule is, with the nearest right name."""
    rule = Rule(id="x", cites=NOTICE, when={"person.residense": "rural"}, then={"route": "bank"})
    with pytest.raises(RuleError, match=r"did you mean person\.residence"):
        BOOK.with_overlay(overlay(AddRule(rule_set="application", rule=rule)))
