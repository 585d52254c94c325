"""Interviews: they end, ask only what matters, and come to what the full case comes to."""

from __future__ import annotations

import datetime
import itertools
import json
import random
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssrules import Case, DecisionLog, FactError, RuleBook, decide, interview, replay
from ssrules.asking.about import names_of
from ssrules.asking.answers import Question
from ssrules.asking.interview import Interview
from ssrules.errors import NothingAskedError, UnknownNameError
from ssrules.facts import FACTS, Fact, Facts, fact
from ssrules.records.made_up import is_made_up, without_made_up
from ssrules.strategies import cases, complete_cases
from ssrules.tables import Clause, Rule, RuleSet, Same

NOTHING_KNOWN = Case.from_dict({"as_of": "2026-11-22"})
PARTS = tuple(path for path, _ in decide(NOTHING_KNOWN).parts)
BANK_OUTLET = "activation.social_security.bank_outlet"
abouts = st.lists(st.sampled_from(names_of(PARTS)), max_size=3).map(tuple)


def forgetful(full: Case) -> Case:
    """The case with everything unknown, also what is taken to be so where it is left out."""
    return full.with_facts({each.path: None for each in FACTS if not each.required})


def truth(question: Question, full: Any) -> Any:
    """What somebody answers who knows the full case."""
    values = [attrgetter(path)(full) for path in question.facts]
    return values[0] == values[1] if len(values) > 1 else values[0]


def told(talk: Interview, full: Any) -> int:
    """Answer truthfully until nothing is asked; how many questions that took."""
    for number in range(len(FACTS) + 1):
        if talk.question is None:
            return number
        talk.answer(truth(talk.question, full))
    raise AssertionError("more questions than facts")


def wanted(talk: Interview, about: tuple[str, ...]) -> list[str]:
    """The paths of the parts that an interview is about."""
    return [
        path
        for path, _ in talk.decision.parts
        if not about or any(path == name or path.startswith(f"{name}.") for name in about)
    ]


def said(part: Any) -> dict[str, Any]:
    """What a part says that hangs on no document, on no other part, and not on what is enough."""
    settled = {
        name: getattr(part, name, None) for name in ("participation", "payers", "route", "items")
    }
    return {**settled, "status": str(part.status).replace("incomplete", "allowed")}


@settings(max_examples=40)
@given(complete_cases(), st.sets(st.sampled_from([each.path for each in FACTS])), abouts)
def test_it_comes_to_what_the_full_case_comes_to(
    full: Case, forgotten: set[str], about: tuple[str, ...]
) -> None:
    """Whatever is forgotten: each part asked about is settled, and as it is there."""
    known = full.with_facts(dict.fromkeys(forgotten - {"as_of"}))
    talk = interview(known, about=about)
    told(talk, full)
    expected = decide(full)
    for path in wanted(talk, about):
        found = talk.decision.part(path)
        assert found.status != "undetermined"
        assert said(found) == said(expected.part(path))


@settings(max_examples=40)
@given(complete_cases(), abouts)
def test_with_documents_it_goes_on_until_options_are_allowed_or_known_to_be_incomplete(
    full: Case, about: tuple[str, ...]
) -> None:
    """All documents at hand are confirmed, or one is known to be missing that is."""
    talk = interview(forgetful(full), about=about, documents=True)
    told(talk, full)
    expected = decide(full)
    for path in wanted(talk, about):
        found, right = talk.decision.part(path), expected.part(path)
        assert found.status == right.status
        missing = getattr(found, "missing_documents", ())
        assert set(missing) <= set(getattr(right, "missing_documents", ()))
        assert missing or not getattr(found, "unconfirmed_documents", ())
        assert bool(missing) == bool(getattr(right, "missing_documents", ()))


@settings(max_examples=40)
@given(complete_cases(), abouts, st.booleans(), st.randoms())
def test_it_ends_whatever_is_skipped_and_taken_back(
    full: Case, about: tuple[str, ...], documents: bool, chance: random.Random
) -> None:
    """Each question hangs on a part asked about; none comes twice but after going back."""
    talk = interview(Case(as_of=full.as_of), about=about, documents=documents)
    backs = 5
    asked: list[str] = []
    for _ in range(len(FACTS) + 2 * backs + 1):
        question = talk.question
        if question is None:
            break
        assert question.path not in asked
        assert set(question.parts) <= set(wanted(talk, about))
        assert question.parts
        if backs and asked and chance.random() < 0.2:
            backs -= 1
            talk.back()
            assert talk.question is not None
            assert talk.question.path == asked.pop()
            continue
        asked.append(question.path)
        if chance.random() < 0.4:
            talk.skip()
        else:
            talk.answer(truth(question, full))
        assert list(talk.said) == asked
    assert talk.question is None


@settings(max_examples=25)
@given(cases(), abouts)
def test_a_question_that_is_asked_can_change_a_part_that_it_is_about(
    case: Case, about: tuple[str, ...]
) -> None:
    """Its facts are needed there; and nothing else would be missing without it."""
    talk = interview(case, about=about)
    if talk.question is None:
        return
    for path in talk.question.parts:
        assert set(talk.question.facts) & set(talk.decision.part(path).needs)


def test_what_cannot_be_settled_any_more_is_not_asked_for() -> None:
    """Where the one half of a comparison is unknown for ever, so is its answer."""
    case = Case.from_paths({"as_of": "2026-11-22", "person.employment": "retired"})
    about = ("insurance.medical",)
    talk = interview(case, about=about)
    for _ in range(len(FACTS)):
        if talk.question is None:
            break
        talk.skip()
    assert talk.question is None
    assert talk.decision.part("insurance.medical").status == "undetermined"
    assert len(talk.said) <= len(decide(case).part("insurance.medical").needs)


AT_A_BANK = {
    "as_of": "2026-11-22",
    "card": {"received_on": "2026-11-01", "social_security": "inactive", "financial": "inactive"},
    "institution": {"kind": "bank_outlet"},
}


@pytest.mark.parametrize("same", [True, False])
@pytest.mark.parametrize("known", [{}, {"card.bank": "ICBC"}, {"institution.bank": "ICBC"}])
def test_two_banks_are_one_question(same: bool, known: dict[str, str]) -> None:
    """Answered by yes or no; a bank that is known is kept, and one that is not is made up."""
    case = Case.from_dict(AT_A_BANK).with_facts(known)
    talk = interview(case, about=(BANK_OUTLET,))
    question = talk.question
    assert question is not None
    assert question.path == "the_cards_bank"
    assert question.facts == ("card.bank", "institution.bank")
    assert question.values == (False, True)
    assert [each.words for each in question.choices] == ["no", "yes"]
    talk.answer(same)
    assert talk.said["the_cards_bank"] is same
    one, other = talk.case.card.bank, talk.case.institution.bank
    assert (one == other) is same
    assert talk.decision.part(BANK_OUTLET).status == ("incomplete" if same else "refused")
    told = {path for path in question.facts if not is_made_up(attrgetter(path)(talk.case))}
    assert told == (set(question.facts) if known and same else set(known))
    assert without_made_up(talk.case).with_facts(known) == (talk.case if known and same else case)
    for wrong in ("ICBC", 1, "true"):
        with pytest.raises(FactError, match="the_cards_bank"):
            interview(case, about=(BANK_OUTLET,)).answer(wrong)


def test_an_identifier_compared_with_several_others_is_asked_for_itself() -> None:
    """Two that both differ from a third need not differ from one another."""

    @attrs.frozen(kw_only=True, repr=False)
    class Keys(Facts):
        as_of: datetime.date = fact(datetime.date, "the day", required=True)
        one: str | None = fact(str, "the first key")
        two: str | None = fact(str, "the second key")
        three: str | None = fact(str, "the third key")

    clause = Clause(id="c", title="t", words="w", language="en", version=datetime.date(2026, 1, 1))
    pairs = (("a", ("one", "two")), ("b", ("two", "three")), ("c", ("one", "three")))
    rows = ({"c": True}, {"c": False, "a": True}, {"c": False, "a": False})
    door = RuleSet(
        name="door",
        title="door",
        inputs=tuple(itertools.starmap(Same, pairs)),
        rules=tuple(
            Rule(id=f"door.{at}", cites=(clause,), when=row, then={"open": at < 2})
            for at, row in enumerate(rows)
        ),
        outputs={"open": (True, False)},
    )
    book = RuleBook(name="keys", version="1", facts=Keys, rule_sets=(door,))
    full = Keys.from_dict({"as_of": "2026-11-22", "one": "x", "two": "y", "three": "x"})
    talk = interview(Keys.from_dict({"as_of": "2026-11-22"}), book)
    assert talk.question is not None
    assert talk.question.path in ("one", "two", "three")
    told(talk, full)
    assert talk.decision.part("door").outputs["open"] is True


def test_an_answer_that_cannot_be_is_told_and_the_question_stays() -> None:
    """With the path of the fact; None is no answer but a question to be skipped."""
    talk = interview(NOTHING_KNOWN, about=("loss_report",))
    for wrong in ("perhaps", 3, None):
        before = talk.question
        assert before is not None
        with pytest.raises(FactError, match=before.path):
            talk.answer(wrong)
        assert talk.question == before
        assert talk.case == NOTHING_KNOWN
    with pytest.raises(NothingAskedError):
        talk.back()
    while talk.question is not None:
        talk.skip()
    for wrong_call in (talk.skip, lambda: talk.answer(True)):
        with pytest.raises(NothingAskedError):
            wrong_call()
    assert "问询" in NothingAskedError("nothing_asked").told("zh")


def test_unknown_parts_are_told_with_the_nearest() -> None:
    """Also as one name that is no list, and for questions."""
    with pytest.raises(UnknownNameError, match="did you mean activation"):
        interview(NOTHING_KNOWN, about="activatoin")
    with pytest.raises(UnknownNameError):
        decide(NOTHING_KNOWN).questions(about=("card.bank",))
    one = interview(NOTHING_KNOWN, about="loss_report").question
    assert one is not None
    assert one.parts == ("loss_report",)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_questions_have_words_in_both_languages(language: str) -> None:
    """The question as a person is asked it, and each answer."""
    talk = interview(NOTHING_KNOWN, language=language, documents=True)
    seen = []
    while (question := talk.question) is not None:
        assert question.text.endswith("？" if language == "zh" else "?")
        assert all(choice.words for choice in question.choices)
        assert tuple(choice.value for choice in question.choices) == question.values
        seen.append(question.path)
        talk.skip()
    assert "the_cards_bank" in seen


def test_aimed_questions_are_fewer(report: Callable[[str], None]) -> None:
    """On full cases drawn at random, asking for an option at the place where it is open."""
    chance = random.Random(20261122)
    aimed, unaimed = [], []
    for _ in range(60):
        about = chance.choice([path for path in PARTS if path.startswith("activation.")])
        full = _drawn(chance).with_facts({"institution.kind": about.rpartition(".")[2]})
        talk = interview(Case(as_of=full.as_of), about=(about,))
        aimed.append(told(talk, full))
        unaimed.append(_unaimed(full, about))
    assert all(one <= other + 2 for one, other in zip(aimed, unaimed, strict=True))
    mean = sum(aimed) / len(aimed)
    other = sum(unaimed) / len(unaimed)
    assert mean < other
    report(f"questions to settle one option: {mean:.2f} aimed, {other:.2f} unaimed, of 60 cases")


def _unaimed(full: Case, about: str) -> int:
    """How many questions about everything are asked until one part is settled."""
    talk = interview(Case(as_of=full.as_of))
    for number in range(len(FACTS)):
        if talk.decision.part(about).status != "undetermined":
            return number
        assert talk.question is not None
        talk.answer(truth(talk.question, full))
    raise AssertionError("not settled by any number of questions")


def _drawn(chance: random.Random) -> Case:
    """A full case, every value as likely as any other."""
    as_of = datetime.date(2026, 11, 22)
    values: dict[str, Any] = {}
    for each in FACTS:
        values[each.path] = _value(each, as_of, chance)
    return Case.from_paths(values)


def _value(each: Fact, as_of: datetime.date, chance: random.Random) -> Any:
    if each.path == "as_of":
        return as_of
    if each.kind is datetime.date:
        return as_of - datetime.timedelta(chance.randrange(600))
    if each.kind is int:
        return chance.randrange(100)
    if each.kind is str:
        return chance.choice(("ICBC", "CCB"))
    value = chance.choice(each.values)
    return str(value) if isinstance(value, str) else value


@pytest.mark.parametrize("same", [True, False])
@pytest.mark.parametrize("known", [{}, {"card.bank": "ICBC"}])
def test_no_identifier_that_was_made_up_stands_in_a_log(
    same: bool, known: dict[str, str], tmp_path: Path
) -> None:
    """What was answered does, and the line comes out the same when it is decided again."""
    case = Case.from_dict(AT_A_BANK).with_facts(known)
    talk = interview(case, about=(BANK_OUTLET,)).answer(same)
    log = DecisionLog(tmp_path / "log.jsonl")
    log.append(talk.decision)
    (line,) = log
    assert b"made-up" not in line
    assert (b"the_cards_bank" in line) is (not known or not same)
    assert list(replay([line])) == []
    wrong = json.loads(line) | {"said": {"the_bank": True}}
    (told,) = replay([json.dumps(wrong)])
    assert [fault.path for fault in told.faults] == ["said.the_bank"]
