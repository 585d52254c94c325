"""Both languages have words for every code, the same keys in the same order, each well written."""

from __future__ import annotations

import ast
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import ssrules
from ssrules import RuleBook, localities
from ssrules.records.text import told
from ssrules.words.outputs import output_value
from ssrules.words.speech import words as speech
from tests.words.codes import ASKED_BESIDES, CHANGEABLE, CODES, FACTS, NAMED
from tests.words.written import FILES, items, source, words


def expected() -> Iterator[str]:
    """Every key that there is to be."""
    for path, values in (FACTS | NAMED).items():
        yield path
        yield from (f"{path}={value}" for value in values)
    for subject, codes in CODES.items():
        yield from (f"{subject}:{code}" for code in codes)
    for path in FACTS:
        yield f"meaning:{path}"
        yield f"{'how' if path in CHANGEABLE else 'fixed'}:{path}"
    yield from (f"ask:{path}" for path in (*FACTS, *ASKED_BESIDES))


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_file_is_one_plain_dict(language: str, file: str) -> None:
    """It holds nothing to be worked out, so that it loads at once."""
    docstring, future, statement = ast.parse(source(language, file)).body
    assert isinstance(docstring, ast.Expr)
    assert isinstance(future, ast.ImportFrom)
    assert future.module == "__future__"
    assert ast.unparse(statement).startswith("WORDS: dict[str, str] = {")
    assert dict(items(language, file)) == import_module(f"ssrules.words.{language}{file}").WORDS


@pytest.mark.parametrize("file", FILES)
def test_both_languages_have_the_same_keys_in_the_same_order(file: str) -> None:
    """The two files can be read side by side, group by group."""
    english, chinese = ([key for key, _ in items(each, file)] for each in ("en", "zh"))
    assert english == chinese
    groups = [re.findall("^    # .*$", source(each, file), re.MULTILINE) for each in ("en", "zh")]
    assert groups[0] == groups[1] != []


def test_no_key_stands_twice() -> None:
    """Neither in a file nor in two files of a language."""
    keys = Counter(key for file in FILES for key, _ in items("en", file))
    assert [key for key, count in keys.items() if count > 1] == []


def test_the_keys_are_those_of_the_contract() -> None:
    """Each fact, value and code of the contract has words, and there are no others."""
    beside = {key for key, _ in items("en", "_screen")}
    wanted, found = [*expected()], [key for key in words("en") if key not in beside]
    assert len(wanted) == len(set(wanted))
    assert sorted(set(wanted) - set(found)) == []
    assert sorted(set(found) - set(wanted)) == []


def test_the_facts_are_in_the_order_of_the_contract() -> None:
    """Also where their meanings, questions and ways to change them are told."""
    found = [*words("en")]
    for prefix in ("", "meaning:", "ask:"):
        paths = [key.removeprefix(prefix) for key in found if key.startswith(prefix)]
        assert [path for path in paths if path in FACTS] == [*FACTS]
    ways = [key.partition(":")[2] for key in found if key.startswith(("how:", "fixed:"))]
    assert ways == [*FACTS]


def test_the_built_in_rule_sets_parameters_and_clauses_have_titles() -> None:
    """Each of the default book in both languages, readings too, with the units of parameters."""
    book = RuleBook.default()
    rows: list[Any] = [row for each in book.rule_sets for row in (*each.requirements, *each.rules)]
    texts: list[str] = [each.title for each in book.rule_sets]
    texts += (each.title for each in book.parameters)
    texts += (each.title for each in book.clauses.values())
    for reading in (*(r for row in rows for r in row.readings),):
        texts += (reading.chosen, reading.other)
    assert [each for each in texts if told(each, "zh") == str(each)] == []
    wanted = {f"part:{each.name}" for each in book.rule_sets if not each.part_of}
    wanted |= {f"unit:{each.unit}" for each in book.parameters if each.unit}
    assert wanted - set(words("en")) == set()


def test_every_code_that_rules_give_has_words() -> None:
    """Every value of every output, also in the shipped localities, in both languages."""
    books = [RuleBook.default(), *map(RuleBook.for_locality, localities.names())]
    for book in books:
        subjects = {name: to for kind in book.parts for name, to in kind.subjects.items()}
        for rule_set in book.rule_sets:
            for rule in rule_set.rules:
                for name, value in rule.then.items():
                    for language in ("en", "zh"):
                        say = speech(language, book.words)
                        read = output_value(rule_set.name, name, codes_in(value), say, subjects)
                        assert "_" not in read, (rule_set.name, name, value)
                        wild = language == "zh" and re.search("[A-Za-z]", read.replace("POS机", ""))
                        assert not wild, (book.name, rule_set.name, name, read)


def codes_in(value: object) -> object:
    """An output with documents by their codes."""
    if isinstance(value, tuple):
        return tuple(map(codes_in, value))
    return getattr(value, "code", value)


CALLED = "\n".join(
    path.read_text("utf-8")
    for path in sorted(Path(ssrules.__file__).parent.rglob("*"))
    if path.suffix in (".py", ".toml") and not re.match("(en|zh|cli|faults)_|(en|zh).py", path.name)
)
"""All that asks for words, and all codes."""
NAMES = frozenset(re.findall(r"\w+", CALLED))


@pytest.mark.parametrize("key", [key for key in words("en") if ":" in key])
def test_no_key_is_unused(key: str) -> None:
    """It is asked for as it stands, or its subject is, and there is such a code."""
    subject, _, code = key.partition(":")
    if f'"{key}"' in CALLED:
        return
    field = subject in ("function", "channel", "type", "branch")  # what a decision itself says
    assert field or re.search(rf"[\"']{subject}[:\"']", CALLED), f"nothing asks for {subject}:"
    for each in re.split("[.=]", code):
        composed = each.split("_of_")  # whose line it is: of the person or of the unit
        assert each.isdigit() or each in NAMES or NAMES.issuperset(composed), each


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_is_empty_or_has_space_around_it(language: str) -> None:
    """Each entry is text on one line."""
    for key, word in words(language).items():
        assert word == word.strip() != "", key
        assert word.isprintable(), key
        assert "  " not in word, key


@pytest.mark.parametrize(("language", "stop", "question"), [("en", ".", "?"), ("zh", "。", "？")])
def test_only_whole_sentences_end_with_a_stop(language: str, stop: str, question: str) -> None:
    """A question ends as a question, what is said of a loss report as a sentence, a code freely."""
    for key, word in words(language).items():
        if key.startswith("ask:"):
            assert word.endswith(question), key
            assert word.count(question) == 1, key
        elif key.startswith("loss:"):
            assert word.endswith(stop), key
        else:
            assert not word.endswith(tuple(".?!;,:。？！；，：")), key


def test_no_english_is_left_in_chinese() -> None:
    """No letter of the Latin alphabet at all, and no mark of its punctuation."""
    for key, pattern in words("zh").items():
        word = re.sub(r"\{[a-z]+\}|\[|\]| ", "", pattern) if "{" in pattern else pattern
        assert re.search(r"[A-Za-z]", word) is None, key
        assert re.search(r"[!-/:-@\[-`{-~\s]", word) is None, key
        assert re.search(r"[\u4e00-\u9fff]", word), key


def test_no_chinese_is_left_in_english() -> None:
    """English is written with the characters that every terminal has."""
    for key, word in words("en").items():
        assert word.isascii(), key


def test_brackets_are_closed() -> None:
    """In pairs, none inside another."""
    for language, pair in itertools.product(("en", "zh"), ("()", "（）", "《》", "“”")):
        for key, word in words(language).items():
            marks = "".join(each for each in word if each in pair)
            assert marks == pair * (len(marks) // 2), key


@pytest.mark.parametrize(
    ("values", "english", "chinese"),
    [
        (["< 2025-01-01"], ["before 2025-01-01"], ["2025年1月1日之前"]),
        (
            ["[2024-10-28..2025-01-01)", "[2025-01-01..2040-01-01)"],
            ["from 2024-10-28 to 2039-12-31"],
            ["2024年10月28日至2039年12月31日"],
        ),
        (
            ["< 2024-10-28", "[2025-01-01..2040-01-01)", ">= 2040-01-01"],
            ["before 2024-10-28", "from 2025-01-01 on"],
            ["2024年10月28日之前", "2025年1月1日起"],
        ),
        (["< 2024-10-28", ">= 2024-10-28"], ["any day"], ["不限"]),
    ],
)
def test_periods_that_follow_one_another_are_told_as_one(
    values: list[str], english: list[str], chinese: list[str]
) -> None:
    """The rules cut the days more finely than the law does, for all rows that are dated."""
    assert speech("en").values("as_of", values) == english
    assert speech("zh").values("as_of", values) == chinese


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_text_of_an_input_cannot_steer_a_terminal(language: str) -> None:
    """What has no shape of its own is told as an escape, with the width that it then has."""
    assert speech(language).value("card.bank", "\x1b[31m\b\u202e") == r"\x1b[31m\x08\u202e"
    assert speech(language).value("card.bank", "工商银行") == "工商银行"
