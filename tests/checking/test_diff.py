"""Comparing rule books: every answer that changes is told, and nothing where none does."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ssrules import Case, RuleBook, decide
from ssrules.checking.findings import Difference
from ssrules.decisions import Decision
from ssrules.engines.python import PythonEngine
from ssrules.errors import RuleError
from ssrules.facts import Fact
from ssrules.rules.law import SOCIAL_INSURANCE_LAW
from ssrules.tables import Document, HitPolicy, Parameter, Requirement, Rule, RuleSet, Text
from ssrules.tables.inputs import LongerAgoThan

CITED = SOCIAL_INSURANCE_LAW.clause(1, Text("purpose", zh="宗旨"), "…")
DEFAULT = RuleBook.default()
STATES = ("inactive", "active", "loss_reported")
AS_OF = datetime.date(2026, 11, 22)


def answers(book: RuleBook, case: Case) -> dict[str, Any]:
    """What a book decides, but for which book it is."""
    told = decide(case, book).to_dict()
    del told["rulebook"]
    return told


def part(decision: Decision, rule_set: str) -> object:
    """The part of a decision that a rule set, or one that adds to it, answers."""
    name = rule_set
    for suffix in (".release_steps", ".effects", ".in_time", ".materials"):
        name = name.removesuffix(suffix)
    return decision.part(name)


def shows(before: RuleBook, after: RuleBook, difference: Difference) -> bool:
    """Whether the case of a difference is decided differently by the two books."""
    one, two = (decide(difference.case, book) for book in (before, after))
    return part(one, difference.rule_set) != part(two, difference.rule_set)


def windows(**values: Any) -> RuleBook:
    """The built-in book with other parameters."""
    return DEFAULT.with_parameters(**values)


def changed(book: RuleBook, name: str, change: Any) -> RuleBook:
    """The book with one of its rule sets changed."""
    rule_sets = tuple(change(each) if each.name == name else each for each in book.rule_sets)
    return attrs.evolve(book, rule_sets=rule_sets)


def test_a_book_does_not_differ_from_itself() -> None:
    """Nothing is told, and nothing has to be compared."""
    found = DEFAULT.diff(RuleBook.default())
    assert not found
    assert len(found) == 0
    assert list(found) == []
    assert "the same rule book" in str(found)


def test_a_shorter_window_is_told_by_the_days_between() -> None:
    """Between 180 and 300 days, and nowhere else, the loss report comes out differently."""
    found = DEFAULT.diff(windows(activation_window_days=180))
    first = found[0]
    assert first.rule_set == "loss_report"
    assert first.before is not None
    assert first.after is not None
    assert (first.before["outputs"]["status"], first.after["outputs"]["status"]) == (
        "not_due",
        "due",
    )
    assert first.where == (
        {
            "card.social_security": ("inactive", "active"),
            "card.financial": ("inactive",),
            "card.received_on": ("181 to 300 days before as_of",),
        },
    )
    assert set(first.inputs) == set(first.where[0])
    received_on = first.case.card.received_on
    assert received_on is not None
    assert 180 < (first.case.as_of - received_on).days <= 300


def test_every_difference_has_a_case_that_shows_it() -> None:
    """Both books decide the case, and its part comes out differently."""
    for values in (
        {"activation_window_days": 180},
        {"receipt_day_counts": True},
        {"endowment_minimum_age": 18},
        {"activation_window_days": {datetime.date(2027, 1, 1): 180}},
    ):
        book = windows(**values)
        found = DEFAULT.diff(book)
        assert found
        assert all(shows(DEFAULT, book, each) for each in found)


def test_a_change_on_a_date_is_shown_on_a_day_after_it() -> None:
    """A window that changes in 2027 changes no answer for a card received before."""
    start = datetime.date(2027, 1, 1)
    for each in DEFAULT.diff(windows(activation_window_days={start: 180})):
        assert each.case.card.received_on is not None
        assert each.case.card.received_on >= start


def test_books_that_decide_alike_do_not_differ() -> None:
    """301 days with the day of receipt counted are 300 days without it."""
    found = DEFAULT.diff(windows(activation_window_days=301, receipt_day_counts=True))
    assert not found
    assert found.before != found.after
    assert "no answer differs" in str(found)


def test_words_of_a_clause_are_no_answer() -> None:
    """The digest says that the text is another one; no case is decided otherwise."""

    def reworded(rule_set: RuleSet) -> RuleSet:
        rules = tuple(
            attrs.evolve(each, cites=[attrs.evolve(one, words="other") for one in each.cites])
            for each in rule_set.rules
        )
        return attrs.evolve(rule_set, rules=rules)

    book = changed(DEFAULT, "insurance.unemployment", reworded)
    assert not DEFAULT.diff(book)


def test_a_rule_set_that_comes_or_goes_is_told() -> None:
    """There is no answer on the one side."""
    book = DEFAULT.with_rule_sets(
        RuleSet(
            name="mine",
            title="mine",
            inputs=("person.residence",),
            outputs={"way": ("a",)},
            rules=(Rule(id="mine.1", cites=CITED, then={"way": "a"}),),
        )
    )
    (came,) = DEFAULT.diff(book)
    assert (came.rule_set, came.before) == ("mine", None)
    (went,) = book.diff(DEFAULT)
    assert went.after is None


def test_a_document_that_another_fact_tells_of_is_a_difference() -> None:
    """Under the same code a document may ask for another thing."""
    other = Document(code="identity_copy", all_of=("documents.identity_original",))

    def asked(rule_set: RuleSet) -> RuleSet:
        rules = []
        for rule in rule_set.rules:
            documents = tuple(
                other if each.code == other.code else each for each in rule.then["documents"] or ()
            )
            then = {**rule.then, "documents": documents if rule.then["documents"] else None}
            rules.append(attrs.evolve(rule, then=then))
        return attrs.evolve(rule_set, rules=tuple(rules))

    found = DEFAULT.diff(changed(DEFAULT, "application.materials", asked))
    assert found
    assert {each.rule_set for each in found} == {"application.materials"}


def test_what_is_compared_decides_what_is_determined() -> None:
    """A rule set that settles its answer by fewer outputs determines incomplete cases."""
    name = "insurance.medical"
    book = changed(DEFAULT, name, lambda each: attrs.evolve(each, compare=()))
    differences = tuple(DEFAULT.diff(book))
    assert {found.rule_set for found in differences} == {name}
    assert all(shows(DEFAULT, book, found) for found in differences)


def test_a_gap_that_opens_is_a_difference() -> None:
    """A rule that is removed leaves cases without an answer."""
    book = changed(DEFAULT, "application", lambda each: attrs.evolve(each, rules=each.rules[:-1]))
    gaps = [each for each in DEFAULT.diff(book) if each.rule_set == "application"]
    assert [each.after and each.after["status"] for each in gaps] == ["faulty"]
    assert gaps[0].case.person.residence == "urban"


def test_differences_are_json() -> None:
    """Plain data, the case as one that can be read back."""
    told = DEFAULT.diff(windows(endowment_minimum_age=18)).to_dict()
    assert told["before"] == DEFAULT.digest
    for each in told["differences"]:
        assert Case.from_dict(each["case"]).person.age in (16, 17)
        assert isinstance(each["where"][0]["person.age"], list)


# Properties: what is told is what brute force sees.


def card_cases(days: Iterator[int] | range) -> Iterator[Case]:
    """Cards in every state, received so many days ago, or unknown facts."""
    for ago, one, two in itertools.product((None, *days), (None, *STATES), (None, *STATES)):
        received_on = None if ago is None else AS_OF - datetime.timedelta(ago)
        card = {"received_on": received_on, "social_security": one, "financial": two}
        yield Case.from_dict({"as_of": AS_OF, "card": card})


@settings(max_examples=12)
@given(
    *(
        st.fixed_dictionaries(
            {"activation_window_days": st.integers(0, 6), "receipt_day_counts": st.booleans()}
        ),
    )
    * 2
)
@example(  # a window that ends on the day before the day of receipt
    {"activation_window_days": 0, "receipt_day_counts": True},
    {"activation_window_days": 0, "receipt_day_counts": True},
)
def test_books_with_other_parameters_differ_if_and_only_if_a_case_does(
    one: Mapping[str, Any], two: Mapping[str, Any]
) -> None:
    """A case that two books decide differently has a difference in that part, and the reverse."""
    before, after = windows(**one), windows(**two)
    found = before.diff(after)
    told = {each.rule_set for each in found}
    seen = False
    for case in card_cases(range(9)):
        first, second = decide(case, before), decide(case, after)
        for path, was in first.parts:
            if was != second.part(path):
                seen = True
                assert any(name == path or name.startswith(f"{path}.") for name in told)
    assert bool(found) == seen
    assert all(shows(before, after, each) for each in found)


VALUES: Mapping[str, tuple[Any, ...]] = {
    "institution.designated": (False, True),
    "person.residence": ("rural", "urban"),
    "long_ago": (False, True),
}
DAYS = Parameter(name="days", title="days", unit="days", default=5, cites=CITED)
LONG_AGO = LongerAgoThan("long_ago", fact="card.received_on", parameter="days")
WHEN = st.fixed_dictionaries(
    {},
    optional={
        name: st.sampled_from(values).map(lambda one: (one,)) for name, values in VALUES.items()
    },
)
THEN = st.sampled_from(({"items": ("x",)}, {"items": ("y",)}, {"items": ("x", "y")}, {}))


@st.composite
def books(draw: st.DrawFn) -> RuleBook:
    """A book of one small rule set and one parameter."""
    requirement = Requirement(code="q", cites=CITED, holds_if={"person.residence": "urban"})
    return RuleBook(
        name="mine",
        version="1",
        engine=PythonEngine(),
        parameters=(DAYS,),
        values={"days": ((None, draw(st.integers(0, 3))),)},
        rule_sets=(
            RuleSet(
                name="mine",
                title="mine",
                inputs=("institution.designated", "person.residence", LONG_AGO),
                outputs={"items": None},
                hit_policy=HitPolicy.COLLECT,
                requirements=(requirement,) if draw(st.booleans()) else (),
                rules=tuple(
                    Rule(id=f"r{number}", cites=CITED, when=draw(WHEN), then=draw(THEN))
                    for number in range(draw(st.integers(1, 3)))
                ),
            ),
        ),
    )


def brute(book: RuleBook, designated: bool, residence: str, ago: int) -> object:
    """What a book of the tests answers, worked out from its rows alone."""
    (rule_set,) = book.rule_sets
    days = book.value("days", AS_OF)
    facts = {
        "institution.designated": designated,
        "person.residence": residence,
        "long_ago": ago > days,
    }
    if rule_set.requirements and residence != "urban":
        return "refused"
    applying = [
        rule
        for rule in rule_set.rules
        if all(facts[name] in some for name, some in rule.when.items())
    ]
    items: list[str] = []
    given = any("items" in rule.then for rule in applying)
    for rule in applying:
        items += [each for each in rule.then.get("items", ()) if each not in items]
    open_ = "open" if rule_set.requirements else "determined"
    return open_, items if given else None, [rule.id for rule in applying]


@settings(max_examples=60)
@given(books(), books())
def test_small_books_differ_exactly_where_brute_force_does(
    before: RuleBook, after: RuleBook
) -> None:
    """Empty if and only if equivalent, and as many kinds of case differ as there are."""
    found = before.diff(after)
    everything = itertools.product((False, True), ("rural", "urban"), range(6))
    differ = {facts for facts in everything if brute(before, *facts) != brute(after, *facts)}
    assert bool(found) == bool(differ)
    for each in found:
        case = each.case
        designated = (
            (False, True) if case.institution.designated is None else (case.institution.designated,)
        )
        residence = case.person.residence
        received_on = case.card.received_on
        agos = range(6) if received_on is None else [min((case.as_of - received_on).days, 5)]
        for one in itertools.product(
            designated, ("rural", "urban") if residence is None else (str(residence),), agos
        ):
            assert one in differ


PLACES = ("beijing", "guangdong", "qingyuan", "shanghai", "zhongshan")
BOOKS = {"default": DEFAULT, **{name: RuleBook.for_locality(name) for name in PLACES}}


@pytest.mark.parametrize(("one", "two"), [*itertools.permutations(BOOKS, 2)])
def test_places_are_compared_though_each_has_facts_that_the_other_lacks(one: str, two: str) -> None:
    """Both agree on what differs; a case that is shown is decided by whoever knows its facts."""
    found = BOOKS[one].diff(BOOKS[two])
    back = BOOKS[two].diff(BOOKS[one])
    assert {each.rule_set for each in found} == {each.rule_set for each in back} != set()
    for each in found:
        for book in (BOOKS[one], BOOKS[two]):
            has_it = any(other.name == each.rule_set for other in book.rule_sets)
            if has_it and each.case.to_paths().keys() <= {*book.table.paths}:
                assert part(decide(each.case, book), each.rule_set)


def test_a_fact_that_is_something_else_in_the_other_book_cannot_be_compared() -> None:
    """It is told, with its path."""
    books = [
        DEFAULT.with_facts(Fact(path="card.level", kind=kind, meaning="level")).with_parameters(
            activation_window_days=days
        )
        for kind, days in ((bool, 1), (int, 2))
    ]
    with pytest.raises(RuleError, match=r"card\.level"):
        books[0].diff(books[1])
