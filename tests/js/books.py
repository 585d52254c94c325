"""Rule books of every kind that the reader has to decide by: built in, changed, of one's own."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import ClassVar

import attrs

from ssrules import Decision, RuleBook, localities
from ssrules.facts import Facts, Group, fact, group
from ssrules.parts import PARTS
from ssrules.tables import Clause, Document, Parameter, Requirement, Rule, RuleSet, Text
from ssrules.tables.inputs import AtLeast, Between, LongerAgoThan, Same

CLAUSE = Clause(
    id="town.1",
    title=Text("The town's rules, 1", zh="镇规第一条"),
    words="读者证自领取之日起三个月内办理激活。",
    language="zh",
    version=datetime.date(2026, 1, 1),
)


@attrs.frozen(kw_only=True, repr=False)
class Reader(Group):
    """Somebody who borrows."""

    path: ClassVar[str] = "reader."

    age: int | None = fact(int, "full years", highest=150, unit="full years")
    books: int | None = fact(int, "books at home", highest=40, unit="books")
    kind: str | None = fact(("child", "adult", "guest"), "what kind of reader", default="adult")
    town: str | None = fact(str, "the town that the reader lives in")
    joined_on: datetime.date | None = fact(datetime.date, "day of joining", not_after="as_of")
    renewed_on: datetime.date | None = fact(datetime.date, "day of the last renewal")


@attrs.frozen(kw_only=True, repr=False)
class Papers(Group):
    """What is at hand."""

    path: ClassVar[str] = "papers."

    pass_book: bool | None = fact(bool, "the pass book is at hand")
    photo: bool | None = fact(bool, "a photo is at hand")
    letter: bool | None = fact(bool, "a letter is at hand", default=False)


@attrs.frozen(kw_only=True, repr=False)
class Loan(Facts):
    """One case."""

    as_of: datetime.date = fact(datetime.date, "the day of the decision", required=True)
    reader: Reader = group(Reader)
    papers: Papers = group(Papers)
    library: str | None = fact(str, "the town of the library")


PASS = Document(code="pass_book", all_of=("papers.pass_book",))
PROOF = Document(
    code="proof", all_of=("papers.photo",), any_of=("papers.letter", "papers.pass_book")
)


def _number(name: str, default: int | bool) -> Parameter:
    unit = "" if isinstance(default, bool) else "units"
    return Parameter(name=name, title=name, unit=unit, default=default, cites=CLAUSE)


PARAMETERS = (
    _number("adult_age", 16),
    _number("old_age", 60),
    _number("most_books", 10),
    _number("trial_months", 3),
    _number("trial_days", 45),
    _number("pass_months", 12),
    _number("day_counts", False),
)
ADULT = AtLeast("adult", "reader.age", "adult_age")
MIDDLE = Between("middle", "reader.age", "adult_age", "old_age")
MANY = AtLeast("many", "reader.books", "most_books")
HERE = Same("lives_here", ("reader.town", "library"))
TRIAL = LongerAgoThan("trial_over", "reader.joined_on", "trial_days", "day_counts")
TRIAL_MONTHS = LongerAgoThan("trial_months_over", "reader.joined_on", "trial_months", unit="months")
LAPSED = LongerAgoThan(
    "lapsed", "reader.renewed_on", "pass_months", "day_counts", in_force_on="as_of", unit="months"
)
FEE = RuleSet(
    name="fee",
    title=Text("Fee", zh="费用"),
    inputs=(ADULT, MIDDLE, "reader.kind", HERE),
    hit_policy="COLLECT",
    outputs={"fees": None, "level": None, "amount": None},
    compare=("fees", "amount"),
    rules=(
        Rule(id="fee.adult", cites=CLAUSE, when={"adult": True}, then={"fees": ("entry", "card")}),
        Rule(id="fee.middle", cites=CLAUSE, when={"middle": True}, then={"fees": ("card", "tax")}),
        Rule(
            id="fee.guest",
            cites=CLAUSE,
            when={"reader.kind": "guest"},
            then={"level": "high", "amount": 12},
            in_force_from=datetime.date(2025, 7, 1),
        ),
        Rule(
            id="fee.stranger",
            cites=CLAUSE,
            when={"lives_here": False},
            then={"level": "low", "amount": None, "fees": (1, ("pair", 2))},
            in_force_to=datetime.date(2026, 11, 30),
        ),
    ),
)
FEE_NOTES = RuleSet(
    name="fee.notes",
    title="Notes",
    part_of="fee",
    inputs=(MANY,),
    hit_policy="COLLECT",
    outputs={"notes": None},
    rules=(
        Rule(id="fee.notes.many", cites=CLAUSE, when={"many": True}, then={"notes": ("many",)}),
    ),
)
TRIAL_STATE = RuleSet(
    name="trial",
    title="Trial",
    inputs=(TRIAL, TRIAL_MONTHS),
    outputs={"state": ("begun", "between", "over")},
    hit_policy="ANY",
    deadline="trial_months_over",
    rules=(
        Rule(id="trial.begun", cites=CLAUSE, when={"trial_over": False}, then={"state": "begun"}),
        Rule(
            id="trial.between",
            cites=CLAUSE,
            when={"trial_over": True, "trial_months_over": False},
            then={"state": "between"},
        ),
        Rule(
            id="trial.over",
            cites=CLAUSE,
            when={"trial_over": True, "trial_months_over": True},
            then={"state": "over"},
        ),
    ),
)
LEND = RuleSet(
    name="lend",
    title="Lending",
    inputs=(TRIAL_STATE.outcome("state"), LAPSED, MANY, "reader.kind", ADULT),
    outputs={"documents": None, "weeks": None},
    hit_policy="COLLECT",
    deadline="lapsed",
    requirements=(
        Requirement(code="too_many", cites=CLAUSE, holds_if={"many": False}),
        Requirement(
            code="pass_lapsed",
            cites=CLAUSE,
            holds_if={"lapsed": False},
            when={"reader.kind": ("adult", "guest")},
            in_force_from=datetime.date(2026, 3, 1),
        ),
    ),
    rules=(
        Rule(id="lend.any", cites=CLAUSE, then={"documents": (PASS,)}),
        Rule(
            id="lend.trial",
            cites=CLAUSE,
            when={"trial": ("begun", "between")},
            then={"documents": (PROOF, PASS), "weeks": 2},
            exception_to="lend.any",
        ),
        Rule(id="lend.child", cites=CLAUSE, when={"adult": False}, then={"weeks": 6}),
    ),
)
LIBRARY = RuleBook(
    name="library",
    version="1",
    facts=Loan,
    decision=Decision,
    rule_sets=(FEE, FEE_NOTES, TRIAL_STATE, LEND),
    parameters=PARAMETERS,
    parts=PARTS,
    words={"zh": {"reader.age": "年龄"}, "en": {"ask:reader.age": "How old is the reader?"}},
)


def dated() -> RuleBook:
    """The built-in book with parameters that change, and a rule that is in force for a time."""
    day = datetime.date
    return RuleBook.default().with_parameters(
        activation_window_days={day(2025, 6, 1): 90, day(2026, 7, 1): 400},
        receipt_day_counts={day(2026, 1, 1): True},
        endowment_minimum_age={day(2026, 12, 1): 18},
    )


def dated_library() -> RuleBook:
    """The library with parameters that change."""
    day = datetime.date
    return LIBRARY.with_parameters(
        adult_age={day(2026, 1, 1): 18, day(2027, 1, 1): 14},
        trial_months={day(2026, 6, 1): 1},
        pass_months={day(2026, 12, 1): 2, day(2027, 5, 1): 119_000},
        day_counts={day(2024, 2, 29): True},
    )


def _locality(name: str) -> Callable[[], RuleBook]:
    return lambda: RuleBook.from_toml(localities.text(name))


BOOKS: Mapping[str, Callable[[], RuleBook]] = {
    "built_in": RuleBook.default,
    "dated": dated,
    "library": lambda: LIBRARY,
    "dated_library": dated_library,
    **{name: _locality(name) for name in localities.names()},
}
