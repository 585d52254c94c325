"""What is wrong is told in both languages, by the same codes and with the same pieces."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import ssrules
from ssrules.overlays.keys import CHANGES, INPUTS, change_keys, input_keys
from ssrules.overlays.keys import TABLES as TABLES_OF_FILES
from ssrules.overlays.kinds import WANTED
from ssrules.words import faults_en, faults_zh

LANGUAGES = {"en": faults_en, "zh": faults_zh}
TABLES = ("FAULTS", "ERRORS")
CODES = [(table, code) for table in TABLES for code in getattr(faults_en, table)]
SOURCES = "\n".join(
    path.read_text("utf-8")
    for path in Path(ssrules.__file__).parent.rglob("*.py")
    if not path.name.startswith("faults_")
)


def ways(words: ModuleType, table: str, code: str) -> list[tuple[str, ...]]:
    """The ways of saying the message, then each hint."""
    found = getattr(words, table)[code]
    return [(each,) if isinstance(each, str) else each for each in found]


def pieces(way: str) -> list[tuple[str, str | None]]:
    """The names of the pieces of a sentence, each with how it is shown."""
    parsed = string.Formatter().parse(way)
    return sorted((name, how) for _, name, _, how in parsed if name is not None)


def test_both_languages_have_words_for_the_same_codes() -> None:
    """In the same order, so that the two can be read side by side."""
    for table in TABLES:
        assert list(getattr(faults_en, table)) == list(getattr(faults_zh, table))


@pytest.mark.parametrize(("table", "code"), CODES)
def test_both_languages_say_it_in_as_many_ways_with_the_same_pieces(table: str, code: str) -> None:
    """Nothing is lost in translation."""
    english, chinese = (ways(words, table, code) for words in LANGUAGES.values())
    assert [[pieces(way) for way in each] for each in english] == [
        [pieces(way) for way in each] for each in chinese
    ]


@pytest.mark.parametrize(("table", "code"), CODES)
def test_every_code_is_used(table: str, code: str) -> None:
    """What nothing tells any more is gone from the words."""
    assert re.search(rf'["\']{code}["\']', SOURCES), f"{table}: {code}"


def sentences(words: ModuleType) -> Iterator[str]:
    """Every sentence of a language, without its pieces."""
    for table in TABLES:
        for code in getattr(words, table):
            for each in ways(words, table, code):
                yield from (re.sub(r"\{[a-z_]+(![rs])?\}", "", way) for way in each)


ENGLISH_IN_CHINESE = re.compile(
    r"\b(true|false|JSON|UTF-8|str|bytes|Case|from_dict|from_json|Polars|pandas|PyArrow|DuckDB"
    r"|PySpark|pip|install|ssrules|as_of|TOML|None|change|Clause|in_force_from|in_force_to"
    r"|kind|values|add_values|test|changes|rule_sets|facts"
    r"|holds_if|UNIQUE|ANY|AtLeast|LongerAgoThan|Same|fact|form)\b"
)


@pytest.mark.parametrize("told", sorted({*sentences(faults_zh)}))
def test_chinese_is_chinese(told: str) -> None:
    """No English word but names, and no half-width punctuation behind Chinese."""
    assert not re.search(r"[A-Za-z]{2,}", ENGLISH_IN_CHINESE.sub("", told)), told
    assert not re.search(r"[\u4e00-\u9fff][,;:?!()]", told), told


def phrases() -> Iterator[str]:
    """The English phrases that the library itself puts into sentences."""
    yield from re.findall(r'UnknownNameError\(\s*"([^"]+)"', SOURCES)
    yield from WANTED.values()
    for kind in CHANGES:
        yield f"the change {kind}"
    for test in INPUTS:
        yield f"the test {test}"
    yield from re.findall(r'TABLES\["[a-z_]+"\], "([^"]+)"\)', SOURCES)
    tests = map(input_keys, INPUTS)
    for keys in (*TABLES_OF_FILES.values(), *map(change_keys, CHANGES), *tests):
        for key in keys.values():
            yield key.meaning
            if key.names:
                yield key.names


@pytest.mark.parametrize("phrase", sorted({*phrases()}))
def test_every_phrase_has_its_chinese(phrase: str) -> None:
    """None is told in English within a Chinese sentence."""
    assert re.search(r"[\u4e00-\u9fff]", faults_zh.PHRASES[phrase])


def test_no_english_sentence_ends_with_a_full_stop() -> None:
    """They stand behind a path, and before a hint in brackets."""
    assert not [each for each in sentences(faults_en) if each.endswith(".")]
