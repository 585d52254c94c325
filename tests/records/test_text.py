"""A text in several languages is its English words, and knows the others."""

from __future__ import annotations

import json
import pickle

import attrs
import pytest

from ssrules import RuleBook
from ssrules.errors import RuleError
from ssrules.records.text import Text, told
from ssrules.tables.content import canonical, content

BANK = Text("bank outlet", zh="银行网点")


def test_it_is_an_english_string() -> None:
    """Equal to it, hashed, shown and written to JSON as it is."""
    assert BANK == "bank outlet"
    assert hash(BANK) == hash("bank outlet")
    assert dict[str, int]({BANK: 1})["bank outlet"] == 1
    assert json.dumps(BANK) == '"bank outlet"'
    assert type(str(BANK)) is str


def test_it_is_told_in_a_language_or_else_in_english() -> None:
    """So is a plain string, in whatever language it is."""
    assert [BANK.told(each) for each in ("zh", "en", "fr")] == [
        "银行网点",
        "bank outlet",
        "bank outlet",
    ]
    assert told(BANK, "zh") == "银行网点"
    assert told("plain", "zh") == "plain"
    assert type(BANK.told("en")) is str


def test_it_keeps_its_languages_when_it_is_pickled() -> None:
    """And stays equal."""
    again = pickle.loads(pickle.dumps(BANK))  # noqa: S301  # what was just pickled
    assert (again, again.told("zh")) == (BANK, "银行网点")


def test_it_cannot_be_changed() -> None:
    """Neither its languages nor anything else."""
    with pytest.raises(AttributeError, match="cannot be changed"):
        BANK.others = {}
    with pytest.raises(AttributeError):
        del BANK.others
    with pytest.raises(TypeError):
        BANK.others["zh"] = "x"  # type: ignore[index]


@pytest.mark.parametrize("words", ["", "  ", None])
def test_a_language_has_words(words: object) -> None:
    """The error names the language."""
    with pytest.raises(RuleError, match="'zh'"):
        Text("bank", zh=words)  # type: ignore[arg-type]


def test_all_its_languages_are_content() -> None:
    """A book whose titles differ in one language only has another digest."""
    assert canonical(content(BANK)) != canonical(content("bank outlet"))
    assert content(Text("bank")) == content("bank")
    book = RuleBook.default()
    first, *others = book.rule_sets
    zh = attrs.evolve(first, title=Text(str(first.title), zh="别的"))
    assert attrs.evolve(book, rule_sets=(zh, *others)).digest != book.digest
