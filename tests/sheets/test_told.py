"""What is told by pieces says the same as text and as HTML, in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import attrs
import polars as pl
import pytest
from hypothesis import given, settings
from tests.html_read import shown

import ssrules
from ssrules import strategies
from ssrules.checking.findings import Report
from ssrules.checking.replay_report import replay_report
from ssrules.sheets.pieces import Line
from ssrules.sheets.told import Told
from ssrules.words.speech import LANGUAGES

BOOK = ssrules.RuleBook.default()
YEAR = BOOK.with_parameters(activation_window_days=365)
OPTION = "activation.social_security.bank_outlet"
CASE = ssrules.Case.from_dict(
    {
        "as_of": "2026-11-22",
        "card": {"received_on": "2026-03-01", "bank": "<b>&", "financial": "inactive"},
        "institution": {"kind": "bank_outlet", "bank": "ABC"},
    }
)
DUE = ssrules.Case.from_dict(
    {
        "as_of": "2026-11-22",
        "card": {
            "received_on": "2026-01-01",
            "social_security": "active",
            "financial": "inactive",
        },
    }
)


def faulty() -> ssrules.RuleBook:
    """A rule book with a table that has a gap."""
    table = BOOK.rule_set("application")
    rules = tuple(attrs.evolve(each, id=f"gap.{each.id}") for each in table.rules[1:])
    return BOOK.with_rule_sets(attrs.evolve(table, name="gap", rules=rules))


def log() -> list[str]:
    """Two lines that are decided otherwise within a year, or cannot be read."""
    return [json.dumps({"case": DUE.to_dict(), "decision": ssrules.decide(DUE).to_dict()}), "{no"]


def answers(case: ssrules.Case, language: str) -> Iterator[Any]:
    """What a decision answers about itself."""
    decision = ssrules.decide(case)
    explained = decision.explain(language=language)
    yield from (explained, explained.parts[0], decision.questions(language=language))
    yield decision.why_not(OPTION, language=language)
    yield decision.least_change(OPTION, language=language)
    asking = ssrules.interview(case, language=language)
    yield asking
    first = asking.question
    if first is not None and first.values:
        yield first
        yield ssrules.interview(case, language=language).answer(first.values[0])


def reports(language: str) -> Iterator[Any]:
    """What is found in rule books, in a log and in a frame."""
    frame = pl.DataFrame([DUE.to_paths()]).rename(lambda name: name.replace(".", "_"))
    found, differences = faulty().verify(language=language), BOOK.diff(YEAR, language=language)
    replayed = replay_report(log(), YEAR, language=language)
    yield from (found, found[0], BOOK.verify(language=language), differences, differences[0])
    yield from (replayed, next(iter(replayed)), BOOK.diff(BOOK, language=language))
    yield ssrules.rows_affected(BOOK, YEAR, frame).in_language(language)


def same_words(told: Any) -> None:
    """Every piece of the text stands in the HTML, and nothing that was given is read as HTML.

    A text is broken into lines anywhere between Chinese words, so what stands between spaces and
    brackets is looked for without these.
    """
    text, seen = shown(told)
    assert text == str(told)
    squeezed = re.sub(r"\s", "", seen)
    assert [each for each in re.split(r"[\s()：:;；\[\]]+", text) if each not in squeezed] == []


@settings(max_examples=8)
@given(strategies.cases())
def test_an_answer_says_as_html_what_it_says_as_text(case: ssrules.Case) -> None:
    """In both languages."""
    for language in LANGUAGES:
        for each in answers(case, language):
            same_words(each)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_says_as_html_what_it_says_as_text(language: str) -> None:
    """Findings, differences, a replay, and the rows that are affected."""
    for each in (*reports(language), *answers(CASE, language)):
        same_words(each)


class Tables(HTMLParser):
    """The heads of the cells of tables, by their scopes, and how many tables have no row head."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.scopes: list[str | None] = []
        self.tags: list[str] = []
        self.language: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element."""
        self.tags.append(tag)
        found = dict(attrs)
        if tag == "th":
            self.scopes.append(found.get("scope"))
        if self.language is None:
            self.language = found.get("lang")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_parts_is_a_list_or_a_table_whose_heads_say_what_they_head(language: str) -> None:
    """No text that is only laid out by spaces; the language of the whole is marked."""
    for each in (*reports(language), *answers(CASE, language)):
        found = Tables(each._repr_mimebundle_()["text/html"])
        assert "pre" not in found.tags
        assert found.language == language
        assert ("table" in found.tags) == bool(found.scopes)
        assert set(found.scopes) <= {"row", "col", "colgroup"}
        if str(each).count("\n") > 1:
            assert {"row", "colgroup"} & set(found.scopes) or "ul" in found.tags


def test_a_report_is_told_in_either_language() -> None:
    """As if it had been asked for in that language, and back again."""
    for english, chinese in zip(reports("en"), reports("zh"), strict=True):
        if hasattr(english, "in_language"):
            assert str(english.in_language("zh")) == str(chinese)
            assert str(chinese.in_language("en")) == str(english)
            assert english.in_language("zh").in_language("en") == english


def test_a_report_that_was_put_together_cannot_be_told_anew() -> None:
    """It knows no rule book, and says so."""
    found = Report(findings=(), rule_set_count=0, cells=0)
    assert found.in_language("en") is found
    with pytest.raises(TypeError, match="put together by hand"):
        found.in_language("zh")


def test_what_is_told_by_nothing_says_so() -> None:
    """A class that has no pieces is a mistake of its author."""
    with pytest.raises(NotImplementedError):
        str(Told())
    assert Line("").html() == ""


@pytest.mark.parametrize(
    ("language", "told"), [("en", "from 2024-10-28 on"), ("zh", "2024年10月28日起")]
)
def test_a_rule_set_tells_periods_that_follow_one_another_as_one(language: str, told: str) -> None:
    """The later days on which other rows of the book change do not cut them."""
    text = str(BOOK.rule_set("insurance.maternity").sheet(language=language))
    assert told in text
    assert "2040" not in text
