"""What is found in rule books reads wholly in the language that was asked for."""

from __future__ import annotations

import io
import json
import pickle
import re

import attrs
import pytest
from rich.console import Console

from ssrules import Case, RuleBook, decide, display
from ssrules.checking.replay import replay
from ssrules.checking.told import Sentences
from ssrules.checking.told_en import English
from ssrules.checking.told_zh import Chinese
from ssrules.errors import UnknownNameError
from ssrules.words.wrapping import CLOSING
from tests.columns import columns

BOOK = RuleBook.default()
CASE = {
    "as_of": "2026-09-14",
    "person": {"employment": "employee", "residence": "urban"},
    "card": {"received_on": "2026-01-25", "social_security": "inactive", "financial": "inactive"},
    "institution": {"kind": "hospital", "designated": True},
    "visit": {"cause": "injury"},
}


def changed() -> RuleBook:
    """The built-in book with another window and age, and without the first row of some tables."""
    cut = ("rights", "insurance.medical", "insurance.endowment", "application", "medical_benefit")
    rule_sets = tuple(
        attrs.evolve(each, rules=each.rules[1:]) if each.name in cut else each
        for each in BOOK.rule_sets
    )
    book = attrs.evolve(BOOK, rule_sets=rule_sets)
    return book.with_parameters(activation_window_days=180, endowment_minimum_age=18)


def no_english(text: str) -> None:
    """No letter of the Latin alphabet stands outside brackets, but in names of banks."""
    left = re.sub(r"bank_[a-z]|JSON|\[[^\]]*\]", "", text)
    assert not re.search("[A-Za-z]", left), left


def test_both_languages_have_every_sentence() -> None:
    """Nothing is left abstract, and neither has a sentence that the other has not."""
    assert not English.__abstractmethods__ | Chinese.__abstractmethods__
    for language in (English, Chinese):
        assert {each for each in vars(language) if each[0] != "_"} <= {*vars(Sentences)}


def test_a_report_is_chinese() -> None:
    """Its summary, what is wrong, and the cases that show it."""
    report = changed().verify(language="zh", certainty="compared")
    assert {each.kind.value for each in report} >= {"gap", "certainty"}
    no_english(str(report))
    no_english(BOOK.verify(language="zh").summary)


def test_differences_are_chinese() -> None:
    """With what becomes of outputs, reasons and deadlines."""
    found = BOOK.diff(changed(), language="zh")
    no_english(str(found))
    no_english(str(BOOK.diff(BOOK, language="zh")))
    assert [each.case for each in found] == [each.case for each in BOOK.diff(changed())]


def test_only_what_is_told_hangs_on_the_language() -> None:
    """The data but for messages and spans is the same."""
    for one, two in zip(BOOK.diff(changed()), BOOK.diff(changed(), language="zh"), strict=True):
        assert (one.rule_set, one.before, one.after) == (two.rule_set, two.before, two.after)
    reports = (changed().verify(language=each) for each in ("en", "zh"))
    first, second = ([(f.kind, f.rules, f.case) for f in report] for report in reports)
    assert first == second


def test_a_replayed_log_is_chinese() -> None:
    """Every change, also of what is no code, and lines that cannot be read."""
    other = BOOK.with_parameters(activation_window_days=180)
    decision = decide(Case.from_dict(CASE), other).to_dict()
    lines = [json.dumps({"case": CASE, "decision": decision}), '{"case": {}, "decision": {}}']
    told = [str(each) for each in replay(lines, BOOK, language="zh")]
    assert len(told) == 2
    assert "应予挂失" in told[0]
    no_english(told[0])
    assert "必须填写" in told[1]


def test_a_report_is_pickled_with_its_language() -> None:
    """It reads the same on the other side."""
    report = changed().verify(language="zh")
    assert str(pickle.loads(pickle.dumps(report))) == str(report)  # noqa: S301


@pytest.mark.parametrize("language", ["de", "", "ZH"])
def test_an_unknown_language_names_the_known_ones(language: str) -> None:
    """Wherever one is asked for."""
    for ask in (
        lambda: BOOK.verify(language=language),
        lambda: BOOK.diff(changed(), language=language),
        lambda: [*replay([], BOOK, language=language)],
        lambda: decide(Case.from_dict(CASE)).explain(language=language),
        lambda: decide(Case.from_dict(CASE)).questions(language=language),
    ):
        with pytest.raises(UnknownNameError, match="zh"):
            ask()


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_was_found_is_shown_at_any_width(width: int, language: str) -> None:
    """Nothing is lost, no line is too wide, and no mark stands where it does not belong."""
    for found in (changed().verify(language=language), BOOK.diff(changed(), language=language)):
        stream = io.StringIO()
        console = Console(file=stream, width=width, markup=False, emoji=False, highlight=False)
        console.print(display.findings(found))
        lines = stream.getvalue().splitlines()
        assert all(columns(line) <= width and line == line.rstrip() for line in lines)
        if language == "zh":
            assert not [line for line in lines if line.lstrip()[:1] in CLOSING and line.strip()]
        told = re.sub(r"\s", "", stream.getvalue())
        for each in found:
            for part in each.lines:
                assert re.sub(r"\s", "", part) in told
