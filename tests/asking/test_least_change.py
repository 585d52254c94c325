"""The least change: the smallest sets of facts that make an option allowed, by brute force."""

from __future__ import annotations

import itertools
import json
from collections.abc import Collection, Iterator
from operator import attrgetter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.columns import columns
from tests.contract import DOCUMENTS, FACTS, OPTIONS, READS, READS_DOCUMENTS

from ssrules import Case, Decision, decide
from ssrules.asking.answers import LeastChange
from ssrules.facts import ApplicationState, Comer, InstitutionKind, Registration
from ssrules.records.case import replaced as with_facts
from ssrules.sheets.pieces import WIDTH
from ssrules.strategies import cases

HOSPITAL = "activation.social_security.hospital"
CHANGEABLE = [fact.path for fact in Case.table if fact.moves is not None]
UNCHANGEABLE = [fact.path for fact in Case.table if fact.moves is None]
AT_THE_BANK = "activation.social_security.bank_outlet"
FINANCIAL = "activation.financial.bank_outlet"

# A holder who has everything, at an outlet of the card's bank, within the window.
READY: dict[str, Any] = {
    "as_of": "2026-11-22",
    "card": {
        "received_on": "2026-11-01",
        "bank": "ICBC",
        "social_security": "inactive",
        "financial": "inactive",
        "used_at_designated_institution": False,
    },
    "institution": {"kind": "bank_outlet", "bank": "ICBC", "designated": True},
    "documents": {"social_security_card": True, "identity_original": True},
}


def choices(path: str, case: Case) -> tuple[Any, ...]:
    """What a holder can make of a fact, by hand."""
    if path == "institution.kind":
        return tuple(InstitutionKind)
    if path == "visit.registration":
        return tuple(Registration)
    if path == "visit.by":
        return tuple(Comer)
    if path == "institution.designated":
        return (True, False)
    if path == "institution.bank":
        return () if case.card.bank is None else (case.card.bank,)
    if path == "card.financial":
        return (ApplicationState.ACTIVE,)
    if path == "card.social_security":
        reported = case.card.social_security == "loss_reported"
        return (ApplicationState.INACTIVE,) if reported else ()
    return (True,) if path in DOCUMENTS else ()


def by_brute_force(case: Case, option: str, fixed: Collection[str]) -> list[dict[str, Any]]:
    """All sets of the smallest size, from trying every change of every fact of the option."""
    for size in itertools.count():
        sets = list(all_of_size(size, case, option, fixed))
        found = [each for each in sets if is_allowed(with_facts(case, each), option)]
        if found or not sets:
            return found
    raise AssertionError("there is a largest set")


def all_of_size(
    size: int, case: Case, option: str, fixed: Collection[str]
) -> Iterator[dict[str, Any]]:
    """Every set of so many changes."""
    paths = [each for each in (*READS[option], *READS_DOCUMENTS[option]) if each not in fixed]
    for some in itertools.combinations(paths, size):
        new = [
            [value for value in choices(path, case) if value != attrgetter(path)(case)]
            for path in some
        ]
        for values in itertools.product(*new):
            yield dict(zip(some, values, strict=True))


def is_allowed(case: Case, option: str) -> bool:
    """Whether the option is allowed to a case."""
    return str(decide(case).part(option).status) == "allowed"


def told(answer: LeastChange) -> list[dict[str, Any]]:
    """The sets of an answer, each as new values by path."""
    return [{each.path: each.to for each in one.changes} for one in answer.sets]


def alike(sets: list[dict[str, Any]]) -> set[frozenset[tuple[str, Any]]]:
    """Sets of changes without their order."""
    return {frozenset(each.items()) for each in sets}


def decided(**facts: Any) -> Decision:
    """The decision on the holder who has everything, with other values of some facts."""
    paths = {path.replace(".", "_"): path for path in FACTS}
    values = {paths[name]: value for name, value in facts.items()}
    return decide(with_facts(Case.from_dict(READY), values))


PROMISING = cases(
    facts={
        "card.social_security": st.sampled_from(
            [ApplicationState.INACTIVE, ApplicationState.LOSS_REPORTED]
        ),
        "card.financial": st.sampled_from([ApplicationState.INACTIVE, None]),
        "card.used_at_designated_institution": st.just(False),
        "card.bank": st.just("ICBC"),
    }
)
"""Cases of a card whose social security application can still be activated."""


@settings(max_examples=40)
@given(
    cases() | PROMISING,
    st.sampled_from(OPTIONS),
    st.sets(st.sampled_from(CHANGEABLE), max_size=2),
)
def test_the_smallest_sets_are_those_of_brute_force(
    case: Case, option: str, fixed: set[str]
) -> None:
    """No set is larger than need be, none is left out, and none is wrong."""
    answer = decide(case).least_change(option, fixed=fixed)
    assert alike(told(answer)) == alike(by_brute_force(case, option, fixed))
    assert len(alike(told(answer))) == len(answer.sets)


@settings(max_examples=30)
@given(PROMISING, st.sampled_from(OPTIONS[:3]))
def test_a_card_that_can_still_be_activated_always_has_a_way(case: Case, option: str) -> None:
    """Changed as told, the option is allowed; with any change left out, it is not."""
    answer = decide(case).least_change(option)
    assert answer.sets
    for changes in told(answer):
        assert is_allowed(with_facts(case, changes), option)
        for path in changes:
            fewer = {each: value for each, value in changes.items() if each != path}
            assert not is_allowed(with_facts(case, fewer), option)


@given(cases(), st.sampled_from(OPTIONS), st.sets(st.sampled_from(sorted(FACTS))))
@settings(max_examples=40)
def test_what_nobody_can_change_is_never_suggested(
    case: Case, option: str, fixed: set[str]
) -> None:
    """Neither age, date of receipt and the like, nor what the caller says is fixed."""
    answer = decide(case).least_change(option, fixed=fixed)
    suggested = {path for changes in told(answer) for path in changes}
    assert not suggested & ({*UNCHANGEABLE} | fixed)
    for one in answer.sets:
        for change in one.changes:
            assert change.now == attrgetter(change.path)(case) != change.to
            assert change.how


@given(cases(), st.sampled_from(OPTIONS))
@settings(max_examples=40)
def test_there_is_a_way_or_a_reason_why_not(case: Case, option: str) -> None:
    """An answer without a set names what stays in the way, each of it not yet fulfilled."""
    decision = decide(case)
    answer = decision.least_change(option)
    assert bool(answer.sets) != bool(answer.obstacles)
    why = decision.why_not(option)
    open_ = {each.code for each in (*why.checks, *why.documents) if each.state != "holds"}
    if decision.part(option).status != "refused":
        assert all(set(each.codes) & open_ for each in answer.obstacles)
    text = str(answer)
    assert json.loads(answer.to_json()) == answer.to_dict()
    assert all(columns(line) <= WIDTH for line in text.splitlines())
    assert all(code in text for each in answer.obstacles for code in each.codes)


def test_every_fact_can_be_changed_or_has_a_reason_why_not() -> None:
    """The two tables share no fact and leave none out."""
    assert all(fact.how for fact in Case.table)


def test_an_option_that_is_allowed_needs_the_empty_change() -> None:
    """One set, with nothing in it."""
    answer = decided().least_change(FINANCIAL)
    assert told(answer) == [{}]
    assert answer.obstacles == ()
    assert "allowed already" in str(answer)


def test_from_the_bank_to_the_hospital() -> None:
    """Another place and a registration of either kind."""
    answer = decided().least_change(HOSPITAL)
    assert alike(told(answer)) == alike(
        [
            {"institution.kind": "hospital", "visit.registration": "outpatient"},
            {"institution.kind": "hospital", "visit.registration": "hospitalization"},
        ]
    )
    assert "from bank_outlet to hospital" in str(answer)


def test_either_certificate_will_do() -> None:
    """Two ways of one change each."""
    answer = decided(documents_identity_original=False).least_change(FINANCIAL)
    assert alike(told(answer)) == alike(
        [{"documents.identity_original": True}, {"documents.other_valid_certificate": True}]
    )


def test_a_bank_of_another_name_is_left_for_the_cards() -> None:
    """The outlet to go to is named."""
    answer = decided(institution_bank="CCB").least_change(AT_THE_BANK)
    assert told(answer) == [{"institution.bank": "ICBC"}]


def test_an_unknown_bank_of_the_card_has_to_be_asked_first() -> None:
    """No outlet can be named that is certain to be the right one."""
    answer = decided(card_bank=None).least_change(AT_THE_BANK)
    assert answer.sets == ()
    assert [each.codes for each in answer.obstacles] == [("not_the_cards_bank",)]
    assert "card.bank is unknown: it has to be asked first" in " ".join(str(answer).split())


def test_after_the_window_nothing_has_to_change() -> None:
    """An overdue card that is not reported yet is activated: that is its cure."""
    overdue = decided(card_received_on=Case.from_dict(READY).as_of.replace(year=2025))
    assert overdue.part("loss_report").status == "due"
    assert told(overdue.least_change(AT_THE_BANK)) == [{}]


def test_a_card_that_was_used_cannot_be_used_for_the_first_time() -> None:
    """What was done is not undone."""
    answer = decided(card_used_at_designated_institution=True).least_change(HOSPITAL)
    assert answer.sets == ()
    assert [each.codes for each in answer.obstacles] == [("not_first_use",)]


def test_requirements_that_exclude_each_other_are_told_together() -> None:
    """A financial application that is reported can be made active only, which is refused too."""
    answer = decided(card_financial=ApplicationState.LOSS_REPORTED).least_change(FINANCIAL)
    assert answer.sets == ()
    assert [each.codes for each in answer.obstacles] == [("already_active", "reported_for_loss")]


def test_a_reported_application_is_released() -> None:
    """The release at the designated office is an act that a holder can do."""
    reported = ApplicationState.LOSS_REPORTED
    answer = decided(card_social_security=reported).least_change(AT_THE_BANK)
    assert told(answer) == [{"card.social_security": "inactive"}]
    assert "release" in str(answer)


@pytest.mark.parametrize("error", [ValueError, LookupError])
@pytest.mark.parametrize("path", ["loss_report", "activation.social_security.hospitals", ""])
def test_only_an_option_can_be_asked_for(error: type[Exception], path: str) -> None:
    """Any other path is told with the options there are."""
    with pytest.raises(error, match=r"no option is called .*activation"):
        decided().least_change(path)


def test_a_fixed_fact_that_does_not_exist_names_the_nearest() -> None:
    """A misspelt fact would be fixed in vain."""
    with pytest.raises(LookupError, match=r"did you mean institution\.kind"):
        decided().least_change(HOSPITAL, fixed=["institution.knd"])
