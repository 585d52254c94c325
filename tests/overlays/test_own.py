"""What a file adds of its own: as in Python, and deciding like the built-in."""

from __future__ import annotations

import datetime
import pickle
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from ssrules import Case, RuleBook, decide, decide_frame
from ssrules.deciding.further import FurtherPart
from ssrules.errors import FactError
from ssrules.facts import Fact, MoreValues, to
from ssrules.overlays import Overlay
from ssrules.overlays.changes import AddRuleSet
from ssrules.overlays.file import read_overlay
from ssrules.tables import (
    Clause,
    Document,
    LongerAgoThan,
    Parameter,
    Requirement,
    Rule,
    RuleSet,
    Text,
)
from ssrules.tables.layers import NotFormalised, WorkedCase
from tests.overlays.texts import HEAD
from tests.second_engine import second_engine

FILE = Path(__file__).with_name("town.toml")
TEXT = FILE.read_text("utf-8")
BOOK = RuleBook.from_toml(FILE)
AT_HOME = "activation.social_security.home_visit"

NOTICE = Clause(
    id="town.1",
    title=Text("Notice of the town, 1", zh="本镇通知第一点"),
    words="已制作完成但超过半年未激活启用的社保卡将作为逾期封存卡。上门服务。",
    language="zh",
    version=datetime.date(2024, 1, 1),
    certainty="confirmed",
    found="repost",
)
MADE_ON = Fact(
    path="card.made_on",
    kind=datetime.date,
    meaning=Text("the day the card was made", zh="制卡日期"),
    not_after="as_of",
    how=Text("the card was made when it was", zh="制卡日期不能改变"),
)
MONTHS = Parameter(
    name="sealing_months",
    title=Text("months until sealed", zh="封存期限（月数）"),
    default=6,
    unit="months",
    lowest=1,
    cites=NOTICE,
)
LONG_AGO = LongerAgoThan("made_long_ago", "card.made_on", "sealing_months", unit="months")
SEALING = RuleSet(
    name="sealing",
    title=Text("Whether the card is sealed", zh="是否封存"),
    hit_policy="ANY",
    inputs=(LONG_AGO, "card.social_security"),
    outputs={"sealed": (True, False), "steps": None},
    deadline="made_long_ago",
    compare=("sealed",),
    rules=(
        Rule(
            id="sealing.sealed",
            cites=NOTICE,
            when={"made_long_ago": True, "card.social_security": "inactive"},
            then={"sealed": True, "steps": ("apply_anew",)},
        ),
        Rule(
            id="sealing.in_time",
            cites=NOTICE,
            when={"made_long_ago": False},
            then={"sealed": False, "steps": ()},
        ),
        Rule(
            id="sealing.activated",
            cites=NOTICE,
            when={"card.social_security": ("active", "loss_reported")},
            then={"sealed": False, "steps": ()},
        ),
    ),
)
SMALL_PHOTO = Document(
    code="small_photo", all_of=("documents.photo.presented", "documents.photo.one_inch")
)
HOME_VISIT = RuleSet(
    name=AT_HOME,
    title=Text("Activate at home", zh="上门激活"),
    inputs=("institution.kind", SEALING.outcome("sealed")),
    outputs={"documents": None, "steps": None},
    requirements=(
        Requirement(
            code="no_home_visit", cites=NOTICE, holds_if={"institution.kind": "home_visit"}
        ),
        Requirement(code="is_sealed", cites=NOTICE, holds_if={"sealing": False}),
    ),
    rules=(
        Rule(
            id=AT_HOME,
            cites=NOTICE,
            then={
                "documents": (Document.of("documents.social_security_card"), SMALL_PHOTO),
                "steps": ("wait",),
            },
        ),
    ),
)
IN_PYTHON = Overlay(
    name="town",
    version="1",
    title=Text("Our town", zh="本镇"),
    made_for=(f"{RuleBook.default().name} {RuleBook.default().version}",),
    facts=(
        MADE_ON,
        MoreValues(path="institution.kind", values=("home_visit",)),
        Fact(
            path="visit.relation",
            kind=("own", "child"),
            meaning=Text("relation", zh="关系"),
            default="own",
        ),
        Fact(
            path="documents.photo.one_inch",
            kind=bool,
            meaning=Text("a one-inch photo", zh="一寸照片"),
            moves=to(True),
        ),
    ),
    parameters=(MONTHS,),
    changes=(AddRuleSet(rule_set=SEALING), AddRuleSet(rule_set=HOME_VISIT)),
    not_formalised=(
        NotFormalised(
            sentence="上门服务",
            reason=Text("who may ask for it is not said", zh="未说明谁可以申请"),
            cites=NOTICE,
        ),
    ),
    cases=(
        WorkedCase(
            about=Text("half a year after it was made", zh="制卡满半年"),
            case={
                "as_of": datetime.date(2026, 11, 24),
                "card.made_on": datetime.date(2026, 5, 23),
                "card.social_security": "inactive",
            },
            expect={
                "sealing.outputs.sealed": True,
                "sealing.deadline": datetime.date(2026, 11, 23),
                "loss_report.deadline": None,
            },
        ),
    ),
    words={
        "en": {
            "card.made_on": "the day the card was made",
            "institution.kind=home_visit": "a home visit",
        }
    },
)


def test_a_file_says_all_that_python_says() -> None:
    """Facts, values, parameters, tests, documents, rule sets, cases: the same overlay and book."""
    read = read_overlay(TEXT, RuleBook.default())
    assert read.words["zh"]["institution.kind=home_visit"] == "上门服务"
    for name in ("facts", "parameters", "not_formalised", "cases", "title", "made_for"):
        assert getattr(read, name) == getattr(IN_PYTHON, name), name
    assert RuleBook.default().with_overlay(IN_PYTHON) == BOOK
    assert pickle.loads(pickle.dumps(BOOK)) == BOOK  # noqa: S301  # our own


def facts(**more: Any) -> dict[str, Any]:
    """A card that was made 2026-05-23, at the holder's home."""
    known = {
        "as_of": "2026-11-23",
        "card.made_on": "2026-05-23",
        "card.social_security": "inactive",
        "institution.kind": "home_visit",
        "documents.social_security_card": True,
        "documents.photo.presented": True,
        "documents.photo.one_inch": True,
    }
    return known | more


def decided(book: RuleBook = BOOK, /, **more: Any) -> Any:
    """The decision on it."""
    return decide(book.facts.from_paths(facts(**more)), book)


def test_the_new_option_and_the_new_rule_set_decide() -> None:
    """The last day of half a year is inside it; the day after, the card is sealed."""
    last, after = decided(), decided(as_of="2026-11-24")
    assert last.part(AT_HOME).status == "allowed"
    assert last.part(AT_HOME).steps == ("wait",)
    assert (after.part(AT_HOME).status, after.part(AT_HOME).because) == ("refused", ("is_sealed",))
    sealing = after.part("sealing")
    assert isinstance(sealing, FurtherPart)
    assert sealing.outputs == {"sealed": True, "steps": ("apply_anew",)}
    assert (sealing.deadline, sealing.days_left) == (datetime.date(2026, 11, 23), -1)
    assert last.next_change.on == datetime.date(2026, 11, 24)


def test_unknown_facts_are_exact() -> None:
    """A fact is needed where it matters, and nowhere else."""
    unknown = decided(**{"card.made_on": None})
    assert unknown.part("sealing").needs == ("card.made_on",)
    assert unknown.part(AT_HOME).needs == ("card.made_on",)
    active = decided(**{"card.made_on": None, "card.social_security": "active"})
    assert active.part("sealing").outputs["sealed"] is False
    photo = decided(**{"documents.photo.one_inch": None})
    assert photo.part(AT_HOME).unconfirmed_documents == ("small_photo",)


def test_both_engines_and_frames_decide_alike() -> None:
    """And a frame has a column for the new option."""
    other = BOOK.with_engine(second_engine())
    rows = [
        {key.replace(".", "_"): value for key, value in facts(as_of=day).items()}
        for day in ("2026-11-23", "2026-11-24")
    ]
    told = decide_frame(pl.DataFrame(rows), BOOK)
    assert told["activation_social_security_home_visit_status"].to_list() == ["allowed", "refused"]
    for day in ("2026-11-23", "2026-11-24"):
        assert decided(as_of=day).to_dict() == decided(other, as_of=day).to_dict()


def test_it_is_verified_compared_and_explained_in_both_languages() -> None:
    """Its own words are used."""
    assert not BOOK.verify()
    changed = {each.rule_set for each in RuleBook.default().diff(BOOK)}
    assert changed == {"sealing", AT_HOME}
    told = str(decided(as_of="2026-11-24").explain(language="zh"))
    assert "卡已封存" in told
    assert "上门激活" in told


def test_a_case_that_does_not_hold_is_a_finding() -> None:
    """With the file and the line, what is decided, and what was worked out."""
    wrong = TEXT.replace('"sealing.outputs.sealed" = true', '"sealing.outputs.sealed" = false')
    (finding,) = RuleBook.from_toml(wrong).verify()
    line = TEXT[: TEXT.index("[[cases]]")].count("\n") + 1
    assert finding.kind == "worked_case"
    assert f"<toml>:{line}" in finding.message
    assert "is true, and not false" in finding.message
    misspelt = TEXT.replace('"sealing.outputs.sealed" = true', '"sealing.outputs.seeled" = true')
    (finding,) = RuleBook.from_toml(misspelt).verify()
    assert "did you mean sealed" in finding.message


def test_facts_of_a_file_that_a_case_does_not_know_are_told() -> None:
    """A plain case can be decided; a fact that the book does not have is a fault of the case."""
    plain = decide(Case.from_dict({"as_of": "2026-11-24"}), BOOK)
    assert "card.made_on" in plain.needs
    with pytest.raises(FactError, match=r"card\.made_on"):
        RuleBook.default().case({"as_of": "2026-11-24", "card": {"made_on": "2026-01-01"}})


def test_the_first_day_that_a_file_is_made_for_is_the_first_that_its_book_covers() -> None:
    """An earlier day is told."""
    text = TEXT.replace('version = "1"', 'version = "1"\nin_force_from = 2026-01-04')
    book = RuleBook.from_toml(text)
    assert book.covers_from == datetime.date(2026, 1, 4)
    with pytest.raises(FactError, match="2026-01-04"):
        decide(book.case({"as_of": "2026-01-03"}), book)


RANGE = """
[[parameters]]
name = "youngest"
title = "youngest"
default = 60
unit = "years_of_age"
not_above = "oldest"
cites = "notice.1"
[[parameters]]
name = "oldest"
title = "oldest"
default = 70
unit = "years_of_age"
cites = "notice.1"
[[inputs]]
name = "of_that_age"
test = "between"
fact = "person.age"
lowest = "youngest"
highest = "oldest"
[[inputs]]
name = "same_place"
test = "same"
facts = ["card.bank", "institution.bank"]
[[rule_sets]]
name = "bonus"
title = "Bonus"
outputs = { yuan = ["none", "some", "more"] }
[[rule_sets.rules]]
id = "bonus.some"
cites = "notice.1"
when = { of_that_age = true }
then = { yuan = "some" }
[[rule_sets.rules]]
id = "bonus.more"
cites = "notice.1"
when = { of_that_age = true, same_place = true }
then = { yuan = "more" }
exception_to = "bonus.some"
[[rule_sets.rules]]
id = "bonus.none"
cites = "notice.1"
when = { of_that_age = false }
then = { yuan = "none" }
"""


@pytest.mark.parametrize(
    ("age", "bank", "yuan"),
    [(59, "a", "none"), (60, "b", "some"), (70, "a", "more"), (71, "b", "none")],
)
def test_ranges_comparisons_and_exceptions_decide(age: int, bank: str, yuan: str) -> None:
    """Both ends of a range are inside."""
    parameters, rest = RANGE.split("[[inputs]]", 1)
    one, two = parameters.split("[[parameters]]")[1:]  # the later one is named by the earlier
    text = f"{HEAD}[[parameters]]{two}[[parameters]]{one}[[inputs]]{rest}"
    book = RuleBook.from_toml(text)
    known = {"as_of": "2026-11-24", "person.age": age, "card.bank": "a", "institution.bank": bank}
    assert decide(book.facts.from_paths(known), book).part("bonus").outputs["yuan"] == yuan
    assert not book.verify()
