"""What parts say on the days on which they turn, and whom they count: in both languages."""

from __future__ import annotations

from typing import Any

import pytest

from ssrules import Case, decide
from ssrules.deciding.part_kinds import PartKind
from ssrules.parts import PARTS
from ssrules.words.speech import words

KINDS: dict[str, PartKind] = {kind.section: kind for kind in PARTS}


def said(section: str, language: str, known: dict[str, Any]) -> tuple[str, str]:
    """The answer of a section of the decision on what is known, and its sentence."""
    part: Any = decide(Case.from_paths(known)).section(section)
    say = words(language)
    return KINDS[section].answer(part, say), KINDS[section].sentence(part, say)


@pytest.mark.parametrize(
    ("as_of", "financial", "english", "chinese"),
    [
        # received on 2026-07-01: day 300 is 2027-04-27
        ("2027-04-26", "inactive", "The window ends with 2027-04-27", "期限至2027年4月27日止"),
        ("2027-04-27", "inactive", "The window ends with 2027-04-27", "期限至2027年4月27日止"),
        ("2027-04-28", "active", "The window ended with 2027-04-27", "期限已于2027年4月27日届满"),
        ("2027-04-28", "inactive", "has been due from 2027-04-28 on", "自2027年4月28日起"),
    ],
)
def test_a_window_ends_with_its_last_day_and_a_report_is_due_from_the_next(
    as_of: str, financial: str, english: str, chinese: str
) -> None:
    """On the last day it ends, and has not ended."""
    known = {
        "as_of": as_of,
        "card.received_on": "2026-07-01",
        "card.social_security": "inactive",
        "card.financial": financial,
    }
    for language, told in (("en", english), ("zh", chinese)):
        sentence = said("loss_report", language, known)[1]
        assert told in sentence
        others = {"ends with", "ended with", "due from", "止", "届满", "起应予"}
        assert sum(each in sentence for each in others) == 1


@pytest.mark.parametrize(
    ("employment", "english", "chinese"),
    [
        ("employee", "duties: 1, rights: 6", "义务1项，权利6项"),
        ("student", "duties: 0, rights: 5", "义务0项，权利5项"),
    ],
)
def test_rights_are_counted(employment: str, english: str, chinese: str) -> None:
    """Where there is a work unit a duty more, and a right; where that is not known, none are."""
    known = {"as_of": "2026-11-22", "person.employment": employment}
    assert said("rights", "en", known)[0] == english
    assert said("rights", "zh", known)[0] == chinese
    assert "duties" not in said("rights", "en", {"as_of": "2026-11-22"})[0]


def test_only_a_work_unit_says_which_documents_it_wants() -> None:
    """Of the other ways they are told."""
    known = {"as_of": "2026-11-22", "person.residence": "urban"}
    unit = said("application", "en", {**known, "person.employment": "employee"})[1]
    assert unit.endswith("The work unit says which documents it wants.")
    bank = said("application", "en", {**known, "person.employment": "student"})[1]
    assert "Documents: " in bank
    assert "The work unit says" not in bank
