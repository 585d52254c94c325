"""Rows that hold for a time: the language says the days, and the rule set asks for the periods."""

from __future__ import annotations

import datetime
import itertools
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checking.space import CITED

from ssrules import Case, RuleBook, decide
from ssrules.engines.python import PythonEngine
from ssrules.errors import RuleError
from ssrules.tables import AsOf, Requirement, Rule, RuleSet

DAY = datetime.date
BOOK = RuleBook.default().with_engine(PythonEngine())
RESIDENCE = "person.residence"


def rule(id_: str, way: str, first: DAY | None = None, last: DAY | None = None) -> Rule:
    """A rule that gives a way, from a day to a day."""
    return Rule(id=id_, cites=CITED, then={"way": way}, in_force_from=first, in_force_to=last)


def rule_set(*rules: Rule, name: str = "mine", **more: object) -> RuleSet:
    """A rule set of such rules."""
    made: dict[str, object] = {"inputs": (), "outputs": {"way": None}, **more}
    return RuleSet(name=name, title=name, rules=rules, **made)  # type: ignore[arg-type]


OLD = rule("mine.way", "old", last=DAY(2025, 12, 31))
NEW = rule("mine.way@2026-01-01", "new", first=DAY(2026, 1, 1))


@given(st.dates(DAY(2021, 1, 1), DAY(2030, 1, 1)))
def test_a_row_holds_from_its_first_to_its_last_day_and_on_no_other(day: datetime.date) -> None:
    """Both days included."""
    book = BOOK.with_rule_sets(rule_set(OLD, NEW))
    part = decide(Case(as_of=day), book).part("mine")
    assert part.because == ((NEW if day >= DAY(2026, 1, 1) else OLD).id,)


def test_a_rule_set_asks_for_the_periods_of_its_rows_by_itself() -> None:
    """The input and the condition are there, the days stay what they were."""
    made = rule_set(OLD, NEW)
    (input_,) = made.inputs
    assert input_ == AsOf((DAY(2026, 1, 1),))
    assert [each.when["as_of"] for each in made.rules] == [("< 2026-01-01",), (">= 2026-01-01",)]
    assert [each.validity for each in made.rules] == [OLD.validity, NEW.validity]
    assert attrs.evolve(made, rules=made.rules) == made
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301  # our own bytes


def test_a_rule_set_without_dated_rows_asks_for_no_period() -> None:
    """Nothing is added to it."""
    assert rule_set(rule("mine.way", "old")).inputs == ()


@pytest.mark.parametrize(
    "make",
    [
        lambda **days: Rule(id="a_row", cites=CITED, **days),
        lambda **days: Requirement(
            code="a_row", cites=CITED, holds_if={RESIDENCE: "urban"}, **days
        ),
    ],
)
def test_a_row_that_ends_before_it_begins_cannot_be_constructed(make: Any) -> None:
    """The error names the row and both days; a row of a single day is a row."""
    told = "a_row: ends on 2026-01-01, before it begins on 2026-01-02"
    with pytest.raises(RuleError, match=told):
        make(in_force_from=DAY(2026, 1, 2), in_force_to=DAY(2026, 1, 1))
    row = make(in_force_from=DAY(2026, 1, 1), in_force_to=DAY(2026, 1, 1))
    assert row.validity.starts == (DAY(2026, 1, 1), DAY(2026, 1, 2))


def test_a_day_that_is_a_text_is_no_day() -> None:
    """The error shows what was given."""
    with pytest.raises(RuleError, match="'2026-01-01' is no date"):
        rule("mine.way", "old", first="2026-01-01")  # type: ignore[arg-type]


def test_a_row_that_asks_for_days_on_which_it_is_not_in_force_is_refused() -> None:
    """It could never apply."""
    periods = AsOf((DAY(2026, 1, 1),))
    row = attrs.evolve(NEW, when={"as_of": "< 2026-01-01"})
    with pytest.raises(RuleError, match="never in force"):
        rule_set(row, inputs=(periods,))


def test_a_dated_requirement_can_fail_while_it_is_in_force_only() -> None:
    """On other days it is not made."""
    asked = Requirement(
        code="not_urban",
        cites=CITED,
        holds_if={RESIDENCE: "urban"},
        in_force_from=DAY(2026, 1, 1),
        in_force_to=DAY(2026, 6, 30),
    )
    book = BOOK.with_rule_sets(
        rule_set(rule("mine.way", "old"), inputs=(RESIDENCE,), requirements=(asked,))
    )
    days = [DAY(2025, 12, 31), DAY(2026, 1, 1), DAY(2026, 6, 30), DAY(2026, 7, 1)]
    cases = (Case.from_dict({"as_of": day, "person": {"residence": "rural"}}) for day in days)
    told = [decide(case, book).part("mine").status for case in cases]
    assert told == ["allowed", "refused", "refused", "allowed"]


def test_the_next_change_tells_the_day_on_which_a_status_turns() -> None:
    """The first later day, whoever asks when."""
    asked = Requirement(
        code="not_urban", cites=CITED, holds_if={RESIDENCE: "urban"}, in_force_from=DAY(2026, 3, 1)
    )
    made = rule_set(rule("mine.way", "old"), inputs=(RESIDENCE,), requirements=(asked,))
    case = Case.from_dict({"as_of": "2026-01-01", "person": {"residence": "rural"}})
    change = decide(case, BOOK.with_rule_sets(made)).next_change
    assert change is not None
    assert change.on == DAY(2026, 3, 1)
    assert "mine.status" in change.changes


def test_rule_sets_of_a_book_that_are_dated_share_one_calendar() -> None:
    """So that one may ask another; each decides as it did alone."""
    first = rule_set(OLD, NEW, outputs={"way": ("old", "new")})
    asks = rule_set(
        Rule(id="his.old", cites=CITED, when={"mine": "old"}, in_force_to=DAY(2026, 6, 30)),
        Rule(id="his.new", cites=CITED, when={"mine": "new"}, in_force_to=DAY(2026, 6, 30)),
        Rule(id="his.late", cites=CITED, in_force_from=DAY(2026, 7, 1)),
        name="his",
        inputs=(first.outcome("way"),),
        outputs={},
    )
    book = BOOK.with_rule_sets(first, asks)
    starts = {each for found in book.rule_sets for each in found.inputs if isinstance(each, AsOf)}
    assert len(starts) == 1
    days = {
        "his.old": DAY(2025, 12, 31), "his.new": DAY(2026, 6, 30), "his.late": DAY(2026, 7, 1)
    }  # fmt: skip
    told = {id_: decide(Case(as_of=day), book).part("his").because for id_, day in days.items()}
    assert told == {id_: (id_,) for id_ in days}


GENERAL = Rule(id="mine.general", cites=CITED, then={"way": "general"})
SPECIAL = Rule(
    id="mine.special",
    cites=CITED,
    when={RESIDENCE: "rural"},
    then={"way": "special"},
    in_force_from=DAY(2026, 1, 1),
    in_force_to=DAY(2026, 12, 31),
    exception_to="mine.general",
)
EXCEPTION = rule_set(GENERAL, SPECIAL, inputs=(RESIDENCE,))


@pytest.mark.parametrize("residence", ["rural", "urban", None])
@pytest.mark.parametrize("day", [DAY(2025, 12, 31), DAY(2026, 1, 1), DAY(2026, 12, 31)])
def test_an_exception_stands_in_the_place_of_the_rule_that_it_names(
    residence: str | None, day: datetime.date
) -> None:
    """Where it applies the other does not; what is unknown is needed where it matters only."""
    person = {} if residence is None else {"residence": residence}
    part = decide(
        Case.from_dict({"as_of": day, "person": person}), BOOK.with_rule_sets(EXCEPTION)
    ).part("mine")
    matters = day.year == 2026
    if matters and residence is None:
        assert (part.because, part.needs) == ((), (RESIDENCE,))
    else:
        special = matters and residence == "rural"
        assert part.because == ("mine.special" if special else "mine.general",)
        assert part.needs == ()


def test_an_exception_to_nothing_cannot_be_constructed() -> None:
    """The error names the rule that is missing, and those that there are."""
    with pytest.raises(
        RuleError, match=r"exception to 'mine.gneral', .* did you mean mine\.general"
    ):
        rule_set(GENERAL, attrs.evolve(SPECIAL, exception_to="mine.gneral"), inputs=(RESIDENCE,))


def test_a_gap_between_periods_is_found_with_a_case_and_a_day() -> None:
    """The day of the case lies in the gap."""
    gap = rule_set(attrs.evolve(OLD, in_force_to=DAY(2025, 11, 30)), NEW)
    (finding,) = BOOK.with_rule_sets(gap).verify()
    assert finding.kind == "gap"
    assert DAY(2025, 11, 30) < finding.case.as_of < DAY(2026, 1, 1)


def test_periods_that_overlap_and_disagree_are_found_with_a_case_and_a_day() -> None:
    """The day of the case lies in both."""
    both = rule_set(attrs.evolve(OLD, in_force_to=DAY(2026, 1, 31)), NEW)
    (finding,) = BOOK.with_rule_sets(both).verify()
    assert (finding.kind, finding.rules) == ("conflict", (OLD.id, NEW.id))
    assert DAY(2026, 1, 1) <= finding.case.as_of <= DAY(2026, 1, 31)


def test_neither_is_looked_for_on_days_that_the_book_does_not_cover() -> None:
    """Nobody can be decided on then."""
    late = rule_set(rule("mine.way", "new", first=DAY(2021, 1, 1)))
    every_day = attrs.evolve(BOOK, covers_from=None)
    for book, gaps in ((BOOK, 0), (every_day, 1)):
        found = [each.kind.value for each in book.with_rule_sets(late).verify()]
        assert found.count("gap") == gaps


def test_the_days_of_a_row_are_content() -> None:
    """Books whose rows differ in a day differ, and none of them answers for another."""
    sets = [
        rule_set(OLD, NEW),
        rule_set(OLD, attrs.evolve(NEW, in_force_to=DAY(2030, 1, 1))),
        rule_set(attrs.evolve(OLD, in_force_to=None)),
    ]
    digests = [BOOK.with_rule_sets(each).digest for each in sets]
    assert all(one != two for one, two in itertools.combinations(digests, 2))
