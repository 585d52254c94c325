"""A case in words says what is known of it and how much is not."""

from __future__ import annotations

from operator import attrgetter

import pytest
from hypothesis import given, settings
from tests.html_read import shown

import ssrules
from ssrules import strategies
from ssrules.errors import UnknownNameError
from ssrules.words.speech import LANGUAGES, words

BOOK = ssrules.RuleBook.default()
BANKS = ("card.bank", "institution.bank")


def named(case: ssrules.Case) -> ssrules.Case:
    """The same case with names of banks that a line of text can hold as they are."""
    paths = case.to_paths()
    return case.with_facts({each: "ICBC" for each in BANKS if paths.get(each) is not None})


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=40)
@given(case=strategies.cases().map(named))
def test_each_fact_is_told_with_its_value_or_as_unknown(case: ssrules.Case, language: str) -> None:
    """As text and as HTML: the known ones with their values, the others by their words."""
    say = words(language)
    text, html = shown(BOOK.case_sheet(case, language=language))
    cells, written = html.splitlines(), "".join(text.split())
    values = {fact.path: attrgetter(fact.path)(case) for fact in case.table}
    unknown = [path for path, value in values.items() if value is None]
    for path, value in values.items():
        if value is None:
            assert say.label(path) in cells
            continue
        title, told = say.label(path), say.value(path, value)
        assert cells[cells.index(path) + 1] == told
        assert "".join(f"{title}{told}".split()) in written
    assert (f"{len(unknown)}" in text.splitlines()[-1]) or not unknown


def test_words_of_a_book_and_of_a_language_are_used() -> None:
    """Words of one's own stand before those built in; a language that is not known is refused."""
    case = ssrules.Case.from_dict({"as_of": "2026-11-22", "person": {"age": 41}})
    book = BOOK.with_words("zh", {"person.age": "周岁"})
    assert f"  {'周岁':<24}41" in str(book.case_sheet(case, language="zh")).splitlines()
    with pytest.raises(UnknownNameError):
        BOOK.case_sheet(case, language="fr")
