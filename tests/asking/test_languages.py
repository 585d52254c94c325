"""What a decision tells of itself reads wholly in Chinese where Chinese was asked for."""

from __future__ import annotations

import io
import pickle
import re

import attrs
import pytest
from hypothesis import given, settings
from rich.console import Console
from tests.columns import columns

from ssrules import Case, Decision, RuleBook, decide, display, localities
from ssrules.asking import told_en, told_zh
from ssrules.asking.told import Sentences
from ssrules.sheets.pieces import WIDTH
from ssrules.strategies import cases
from ssrules.words.speech import words
from ssrules.words.wrapping import CLOSING, OPENING

BOOK = RuleBook.default()
PARTS = tuple(path for path, _ in decide(Case.from_dict({"as_of": "2026-09-14"})).parts)
OPTIONS = tuple(
    each.name for each in BOOK.rule_sets if each.requirements and "documents" in each.outputs
)
CASE = {
    "as_of": "2026-09-14",
    "person": {"employment": "retired", "age": 61},
    "card": {"received_on": "2026-01-25", "social_security": "inactive", "financial": "inactive"},
    "institution": {"kind": "hospital", "designated": True},
    "visit": {"by": "agent", "cause": "injury"},
    "documents": {"social_security_card": True},
}


def decided(case: Case) -> Decision:
    """The decision, with Chinese names in place of those of banks."""
    facts = case.to_dict()
    for group in ("card", "institution"):
        if isinstance(facts.get(group, {}).get("bank"), str):
            same = case.card.bank == case.institution.bank
            facts[group]["bank"] = "农业银行" if group == "card" or same else "工商银行"
    return decide(Case.from_dict(facts))


def no_english(text: str) -> None:
    """No letter of the Latin alphabet stands outside brackets, but in names."""
    left = re.sub(r"\[[^\]]*\]|ssrules|bank_[a-z]|POS机", "", text)
    assert not re.search("[A-Za-z]", left), left


def laid_out(text: str, width: int) -> None:
    """No line is too wide, or begins or ends with a mark that belongs to another one."""
    for line in text.splitlines():
        assert columns(line) <= width, line
        assert line.strip()[:1] not in CLOSING or not line.strip(), line
        assert line[-1:] not in OPENING or not line, line


@settings(max_examples=60)
@given(cases())
def test_no_english_word_is_left(case: Case) -> None:
    """Whatever is known, in every kind of answer, but ids in brackets and quoted clauses."""
    decision = decided(case)
    explained = decision.explain(language="zh")
    for part in explained.parts:
        no_english("\n".join(part.entry().text()))
        for reason in part.reasons:
            for clause in reason.clauses:
                no_english(clause.quote.title)
    no_english(str(explained).partition("\n")[0])
    questions = decision.questions(language="zh")
    no_english(str(questions))
    for path in PARTS:
        no_english(str(decision.why_not(path, language="zh")))
    laid_out(str(questions), WIDTH)


@settings(max_examples=15)
@given(cases())
def test_no_english_word_is_left_in_what_can_be_changed(case: Case) -> None:
    """For every option, and with facts that are fixed."""
    decision = decided(case)
    for path in OPTIONS:
        no_english(str(decision.least_change(path, language="zh")))
    fixed = ("institution.kind", "card.financial")
    no_english(str(decision.least_change(OPTIONS[0], fixed=fixed, language="zh")))


@settings(max_examples=40)
@given(cases())
def test_a_decision_is_shown_in_chinese(case: Case) -> None:
    """At every usual width, without a word of English or a stray mark."""
    decision = decided(case)
    for width in (40, 80, 120):
        stream = io.StringIO()
        console = Console(file=stream, width=width, markup=False, emoji=False, highlight=False)
        console.print(display.decision(decision, language="zh"))
        laid_out(stream.getvalue(), width)
        no_english(re.sub(r"\s", "", stream.getvalue()))


def test_every_rule_set_is_shown_in_chinese() -> None:
    """Its rows, readings, clauses but for their words, and what parameters it asks."""
    for each in BOOK.rule_sets:
        stream = io.StringIO()
        console = Console(file=stream, width=200, markup=False, emoji=False, highlight=False)
        bare = attrs.evolve(each, rules=each.rules)
        console.print(display.rule_set(bare, BOOK, language="zh"))
        table, _, clauses = stream.getvalue().partition("\n条款原文\n")
        ids = {row.id for row in each.rules} | {row.code for row in each.requirements}
        ids |= {clause.id for clause in each.clauses} | {each.name, each.part_of}
        for id_ in sorted(ids, key=len, reverse=True):
            table = table.replace(id_, "")
        no_english(table)
        for clause in each.clauses:
            assert clause.id in clauses


def test_both_languages_have_every_sentence() -> None:
    """Nothing is left abstract, and neither has a sentence that the other has not."""
    for language in (told_en.English, told_zh.Chinese):
        assert not language.__abstractmethods__
        known = {*vars(Sentences), *Sentences.__annotations__}
        assert {each for each in vars(language) if each[0] != "_"} <= known


def test_data_does_not_hang_on_the_language() -> None:
    """Paths, codes and values are the same, and equal facts are equal in any language."""
    decision = decide(Case.from_dict(CASE))
    one, two = (decision.explain(language=each).parts for each in ("en", "zh"))
    for english, chinese in zip(one, two, strict=True):
        assert english.facts == chinese.facts
        assert english.parameters == chinese.parameters
        assert (english.path, english.status) == (chinese.path, chinese.status)
        assert english.to_dict().keys() == chinese.to_dict().keys()


def test_an_answer_is_pickled_with_its_language() -> None:
    """It reads the same on the other side."""
    answer = decide(Case.from_dict(CASE)).why_not("medical_benefit", language="zh")
    assert str(pickle.loads(pickle.dumps(answer))) == str(answer)  # noqa: S301


def test_words_in_another_language_are_marked() -> None:
    """A clause is quoted in its own language, and says so where the reader's is another."""
    decision = decide(Case.from_dict(CASE))
    text = {each: str(decision.explain(language=each)) for each in ("en", "zh")}
    assert "[source.A4]（原文为英文）" in text["zh"]
    assert "(in Chinese" in text["en"]
    assert "Under normal circumstances" in text["zh"]


@pytest.mark.parametrize("name", localities.names())
def test_a_locality_is_told_in_chinese(name: str) -> None:
    """Its rules, its clauses by their titles, and what it decides, wherever the holder is."""
    book = RuleBook.for_locality(name)
    kinds = book.facts.table.by_path["institution.kind"].values
    for kind in kinds:
        facts = {**CASE, "institution": {"kind": kind, "designated": True}}
        decision = decide(book.facts.from_dict(facts), book)
        for part in decision.explain(language="zh").parts:
            no_english("\n".join(part.entry().text()))
        for path, _ in decision.parts:
            no_english(str(decision.why_not(path, language="zh")))
        no_english(str(decision.questions(language="zh")))
        stream = io.StringIO()
        Console(file=stream, width=400).print(display.decision(decision, book, language="zh"))
        no_english(stream.getvalue().partition("\n")[2])
    for rule_set in book.rule_sets:
        assert re.search("[\u4e00-\u9fff]", words("zh", book.words).title("", rule_set.title))
    no_english(str(RuleBook.default().diff(book, language="zh")))
