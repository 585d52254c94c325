"""Facts of one's own beside ours: read, asked, decided and remembered like any other."""

from __future__ import annotations

import copy
import datetime
import pickle
import re
from typing import Any

import pytest
from tests.second_engine import BOTH_ENGINES

from ssrules import Case, FactError, RuleBook, decide, decide_frame
from ssrules.engines import Engine
from ssrules.errors import RuleError, UnknownNameError
from ssrules.facts import Fact, Institution, InstitutionKind, MoreValues, Person, fact, to
from ssrules.records.extend import extended, joined
from ssrules.tables import Between, Clause, LongerAgoThan, Parameter, Requirement, Rule, RuleSet

DAY = datetime.date(2026, 11, 22)
CLAUSE = Clause(
    id="notice.made_up",
    title="A made-up notice",
    words="Whoever is severely disabled and of working age is visited at home within half a year.",
    language="en",
    version=DAY,
)
LEVEL = Fact(
    path="person.disability_level",
    kind=("none", "light", "severe"),
    meaning="degree of disability as certified",
    default="none",
)
MADE = Fact(
    path="card.made_on",
    kind=datetime.date,
    meaning="the day the card was made",
    not_after="as_of",
)
INCH = Fact(path="documents.photo.one_inch", kind=bool, meaning="one inch", moves=to(True))
VILLAGE = MoreValues(path="institution.kind", values=("village_office",))
ADDED = (LEVEL, MADE, INCH, VILLAGE)

VISIT = RuleSet(
    name="home_visit",
    title="Is the holder visited at home?",
    hit_policy="UNIQUE",
    inputs=(
        "person.disability_level",
        "institution.kind",
        Between("working_age", fact="person.age", lowest="from_age", highest="to_age"),
        LongerAgoThan("half_a_year_over", fact="card.made_on", parameter="half", unit="months"),
    ),
    deadline="half_a_year_over",
    requirements=(
        Requirement(
            code="not_severe", cites=CLAUSE, holds_if={"person.disability_level": "severe"}
        ),
        Requirement(code="not_of_working_age", cites=CLAUSE, holds_if={"working_age": True}),
        Requirement(code="too_late", cites=CLAUSE, holds_if={"half_a_year_over": False}),
    ),
    outputs={"by": ("village", "street")},
    rules=(
        Rule(
            id="home_visit.village",
            cites=CLAUSE,
            when={"institution.kind": "village_office"},
            then={"by": "village"},
        ),
        Rule(
            id="home_visit.street",
            cites=CLAUSE,
            when={"institution.kind": list(InstitutionKind)},
            then={"by": "street"},
        ),
    ),
)
PARAMETERS = tuple(
    Parameter(name=name, title=name, unit=unit, default=value, cites=CLAUSE)
    for name, unit, value in (
        ("from_age", "years", 18),
        ("to_age", "years", 59),
        ("half", "months", 6),
    )
)
BOOK = RuleBook.default().with_facts(*ADDED).with_rule_sets(VISIT, parameters=PARAMETERS)
KNOWN = {
    "as_of": "2026-11-22",
    "person.disability_level": "severe",
    "person.age": 59,
    "card.made_on": "2026-05-22",
    "institution.kind": "village_office",
}


def test_the_table_has_the_new_facts_where_their_groups_are() -> None:
    """In the order of the groups, behind the facts that were there."""
    paths = BOOK.table.paths
    for path, after in (
        ("person.disability_level", "person."),
        ("card.made_on", "card."),
        ("documents.photo.one_inch", "documents.photo."),
    ):
        before = paths[paths.index(path) - 1]
        assert before.startswith(after)
    assert [path for path in paths if path in Case.table] == list(Case.table.paths)
    assert BOOK.table.fact("institution.kind").values[-1] == "village_office"


def test_a_case_of_the_book_knows_them() -> None:
    """By paths, mappings and JSON; what is left out has its default."""
    case = BOOK.facts.from_paths(KNOWN)
    assert isinstance(case, Case)
    assert BOOK.case(case.to_dict()) == case
    assert BOOK.facts.from_json(case.to_json()) == case
    assert BOOK.case({"as_of": DAY}).person.disability_level == "none"
    assert BOOK.case({"as_of": DAY, "card": {"made_on": None}}).card.made_on is None


def test_a_case_without_them_is_taken_as_it_is() -> None:
    """Facts that it does not know are as absent ones."""
    plain = Case.from_paths({"as_of": DAY, "person.age": 30, "institution.kind": "hospital"})
    part: Any = decide(plain, BOOK).part("home_visit")
    assert part.because == ("not_severe",)
    theirs = decide(plain).to_dict()
    ours = decide(plain, BOOK).to_dict()
    same = ("loss_report", "activation", "application", "insurance", "rights")
    assert {key: ours[key] for key in same} == {key: theirs[key] for key in same}


@BOTH_ENGINES
@pytest.mark.parametrize(
    ("changed", "status", "because"),
    [
        ({}, "allowed", ("home_visit.village",)),
        ({"institution.kind": "hospital"}, "allowed", ("home_visit.street",)),
        ({"person.age": 60}, "refused", ("not_of_working_age",)),
        ({"person.age": 18}, "allowed", ("home_visit.village",)),
        ({"person.age": 17}, "refused", ("not_of_working_age",)),
        ({"card.made_on": "2026-05-21"}, "refused", ("too_late",)),
        ({"person.disability_level": None}, "undetermined", ()),
        ({"person.disability_level": None, "person.age": 5}, "refused", ("not_of_working_age",)),
        ({"card.made_on": None}, "undetermined", ()),
    ],
)
def test_it_decides(
    engine: Engine, changed: dict[str, Any], status: str, because: tuple[str, ...]
) -> None:
    """On the days and ages at both ends, with unknown facts, on both engines."""
    case = BOOK.facts.from_paths({**KNOWN, **changed})
    part = decide(case, BOOK.with_engine(engine)).part("home_visit")
    assert (part.status, part.because) == (status, because)


def test_its_window_is_told_and_turns_the_next_change() -> None:
    """The last day is the same day six months later; on the day after it is refused."""
    decision = decide(BOOK.facts.from_paths(KNOWN), BOOK)
    part: Any = decision.part("home_visit")
    assert (part.deadline, part.days_left) == (DAY, 0)
    assert decision.next_change is not None
    assert decision.next_change.on == DAY + datetime.timedelta(1)
    assert "home_visit.status" in decision.next_change.changes


def test_questions_reasons_and_ways_out_know_them() -> None:
    """Asked when they matter, told where they stand in the way."""
    case = BOOK.facts.from_paths({**KNOWN, "person.disability_level": None})
    decision = decide(case, BOOK)
    asked = [each for each in decision.questions().questions if "home_visit" in each.parts]
    assert [each.path for each in asked] == ["person.disability_level"]
    assert asked[0].values == ("none", "light", "severe")
    checks = {each.code: each.state for each in decision.why_not("home_visit").checks}
    assert checks == {"not_severe": "unknown", "not_of_working_age": "holds", "too_late": "holds"}
    assert not decision.least_change("home_visit").sets


def test_the_book_verifies_and_is_compared() -> None:
    """Another half year is another deadline; nothing is wrong with the book."""
    assert not list(BOOK.verify())
    changed = BOOK.diff(BOOK.with_parameters(half=12))
    assert {each.rule_set for each in changed} == {"home_visit"}


def test_a_frame_has_their_columns() -> None:
    """By the path of each, its own words and days included; a wrong word is a fault of its row."""
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(
        {
            "person_disability_level": ["severe", "none", "terrible"],
            "person_age": [59, 59, 59],
            "card_made_on": ["2026-05-22"] * 3,
            "institution_kind": ["village_office", "hospital", "hospital"],
        }
    )
    found = decide_frame(frame, BOOK, as_of=DAY)
    assert found["home_visit_status"].to_list() == ["allowed", "refused", None]
    assert found["home_visit_by"].to_list() == ["village", None, None]
    assert found["home_visit_deadline"].to_list() == [DAY, DAY, None]
    assert "person.disability_level: 'terrible' is not one of" in found["fact_error"][2]


def test_book_case_and_decision_go_through_pickle() -> None:
    """The class of facts is made again where they are read."""
    case = BOOK.facts.from_paths(KNOWN)
    for found in (pickle.loads(pickle.dumps(case)), copy.deepcopy(case)):  # noqa: S301
        assert found == case
    book = pickle.loads(pickle.dumps(BOOK))  # noqa: S301
    assert book == BOOK
    assert book.facts is BOOK.facts
    assert decide(case, book) == decide(case, BOOK)


def test_groups_of_ours_may_be_given_to_their_class() -> None:
    """What was made before the facts were added is taken over."""
    make: Any = BOOK.facts
    case = make(
        as_of=DAY,
        person=Person(age=30),
        institution=Institution(kind=InstitutionKind.HOSPITAL),
    )
    assert (case.person.age, case.person.disability_level) == (30, "none")
    assert case == BOOK.facts.from_paths(
        {"as_of": DAY, "person.age": 30, "institution.kind": "hospital"}
    )


def test_a_fault_names_the_nearest_of_them() -> None:
    """A misspelt path, and a misspelt word."""
    with pytest.raises(FactError, match=r"did you mean disability_level\?"):
        BOOK.case({"as_of": DAY, "person": {"disability_levl": "none"}})
    with pytest.raises(FactError, match="severe"):
        BOOK.case({"as_of": DAY, "person": {"disability_level": "sever"}})


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ((Fact(path="person.age", kind=int, meaning="again"),), "declared twice"),
        ((LEVEL, LEVEL), "declared twice"),
        ((Fact(path="person.age.years", kind=int, meaning="x"),), "leads through a fact"),
        ((Fact(path="person", kind=int, meaning="x"),), "is a group of facts"),
        ((MoreValues(path="institution.kind", values=("hospital",)),), "hospital already"),
        ((MoreValues(path="person.age", values=("old",)),), "no words of its own"),
        ((Fact(path="needs.all", kind=bool, meaning="x"),), "reserved name"),
    ],
)
def test_what_cannot_be_added_is_told(added: tuple[Any, ...], told: str) -> None:
    """With the path and the cure, when the book is made."""
    with pytest.raises(RuleError, match=told):
        RuleBook.default().with_facts(*added)


@pytest.mark.parametrize(
    "given",
    [
        {"kind": ("a", "b"), "default": "c"},
        {"kind": bool, "default": 1},
        {"kind": int, "default": 7, "highest": 5},
        {"kind": ()},
        {"kind": ("a", "a")},
        {"kind": ("Not A Word",)},
        {"kind": float},
        {"kind": datetime.date, "default": DAY, "required": True},
    ],
)
def test_a_fact_that_contradicts_itself_cannot_be_declared(given: dict[str, Any]) -> None:
    """A default that is no value, words that are none, a kind that no fact has."""
    with pytest.raises(RuleError):
        fact(meaning="x", **given)


def test_an_unknown_fact_cannot_get_more_values() -> None:
    """The nearest one is told."""
    with pytest.raises(UnknownNameError, match=r"institution\.kind"):
        extended(Case, [MoreValues(path="institution.knd", values=("x",))])


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("class", "'class' is no name"),
        ("card.None", "'None' is no name"),
        ("card.A-B", "'A-B' is no name"),
        ("card.", "'' is no name"),
        ("a b.c", "'a b' is no name"),
        ("card._x", "'_x' is no name"),
        ("card.\uff41", "is no name"),
        ("card.path", "'path' is a reserved name"),
        ("to_dict", "'to_dict' is a reserved name"),
        ("made_from.x", "'made_from' is a reserved name"),
    ],
)
def test_a_name_that_no_attribute_can_have_is_refused(path: str, told: str) -> None:
    """Where the fact is added, and not as a fault of Python's."""
    with pytest.raises(RuleError, match=re.escape(told)) as raised:
        extended(Case, (Fact(path=path, kind=bool, meaning="x"),))
    assert raised.value.told("zh")


def test_a_fact_may_have_a_chinese_name() -> None:
    """It is read and told as any other."""
    cls = extended(Case, (Fact(path="card.\u7b49\u7ea7", kind=bool, meaning="x"),))
    case = cls.from_dict({"as_of": "2026-11-22", "card": {"\u7b49\u7ea7": True}})
    assert case.to_paths()["card.\u7b49\u7ea7"] is True


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_fact_is_no_group_at_the_same_time(order: tuple[int, int]) -> None:
    """Whichever is told first."""
    both = [
        Fact(path=path, kind=bool, meaning="x") for path in ("household.level", "household.level.x")
    ]
    with pytest.raises(RuleError, match=r"through a fact|group of facts"):
        extended(Case, [both[at] for at in order])


def test_a_joint_class_knows_what_each_of_its_classes_knows() -> None:
    """It is one of them where that knows everything."""
    one, two = extended(Case, (LEVEL, VILLAGE)), extended(Case, (MADE, INCH))
    found = joined([one, two])
    assert {*found.table.paths} == {*one.table.paths, *two.table.paths}
    assert "village_office" in found.table.fact("institution.kind").values
    assert joined([Case, one]) is one
    assert joined([one, one]) is one


@pytest.mark.parametrize("kind", [bool, int, str])
def test_a_joint_class_has_one_kind_of_each_fact(kind: type) -> None:
    """Where two classes differ, there is none."""
    classes = [
        extended(Case, (Fact(path="card.level", kind=each, meaning="x"),))
        for each in (kind, ("a", "b"))
    ]
    with pytest.raises(RuleError, match="of another kind in the other rule book"):
        joined(classes)
