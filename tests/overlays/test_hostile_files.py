"""A file of changes may be anything: it is refused soon and shortly, with what is wrong in it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssrules import RuleBook
from ssrules.errors import RuleFileError, SsrulesError
from ssrules.overlays.toml_lines import TooDeepError, lines_of
from ssrules.records.limits import DEFAULT, MOST_FAULTS, Limits
from tests.hostile import called
from tests.overlays.texts import CHANGE, HEAD


def error_of(text: str, limits: Limits | None = None) -> RuleFileError:
    """The error with which a text is refused."""
    with pytest.raises(RuleFileError) as caught:
        RuleBook.from_toml(text, limits=limits)
    return caught.value


DEEP = [
    "\n" + ".".join(["a"] * 40_000) + " = 1",
    "\n[" + ".".join(["a"] * 40_000) + "]",
    "\n[[" + " . ".join(['"a"'] * 40_000) + "]]",
    "\na = " + "[" * 3000 + "]" * 3000,
    "\na = " + "[" * 3000,
    "\na = " + "{a = " * 3000 + "1" + "}" * 3000,
    "\na = {" + ".".join(["a"] * 40_000) + " = 1}",
    "\n= 1\n" + ".".join(["a"] * 40_000) + " = 1",
    "\n$\na = " + "[" * 3000,
]


@pytest.mark.parametrize("text", DEEP, ids=called)
def test_what_is_nested_too_deeply_is_told_with_its_line(text: str) -> None:
    """Before `tomllib` sees it, whose time and memory grow with the square of the depth."""
    (fault,) = error_of(text).faults
    assert fault.code in ("toml_too_deep", "not_toml")
    assert fault.where in ("<toml>:2", "<toml>:3")
    assert fault.told("zh")
    with pytest.raises(TooDeepError):
        lines_of(text)


def test_the_limits_of_a_file_can_be_given() -> None:
    """Lower or higher."""
    text = HEAD + "a = " + "[" * 60 + "]" * 60
    assert error_of(text).faults[0].code == "toml_too_deep"
    codes = [fault.code for fault in error_of(text, limits=Limits(depth=99)).faults]
    assert "no_key_of" in codes
    assert error_of(text, limits=Limits(depth=4)).faults[0].code == "toml_too_deep"
    assert error_of(text, limits=Limits(characters=9)).faults[0].code == "toml_too_large"
    assert error_of("#" * (DEFAULT.characters + 1) + "\n").faults[0].code == "toml_too_large"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\na = " + "9" * 5000, "toml_too_many_digits"),
        ("\na = " + "x" * 5000, "not_toml"),
        ('\na = "' + "x" * 100_000 + '"', "no_key_of"),
        ('\n"\\u001b[31m" = 1', "no_key_of"),
        ('\nname = ["\\u001b[31m\\n"]', "wrong_kind"),
        ("\na = '\x00'", "not_toml"),
        ('\na = "\\ud800"', "not_toml"),
        ('\na = "\ud800"', "toml_not_utf8"),
    ],
    ids=called,
)
def test_odd_values_and_keys_are_told_shortly(text: str, code: str) -> None:
    """With nothing in the text that would steer a terminal."""
    error = error_of(text)
    assert code in [fault.code for fault in error.faults]
    for told in (str(error), error.told("zh")):
        assert len(told) < 4000
        assert "\x1b" not in told
        assert len(told.splitlines()) == len(error.faults)


def test_many_faults_are_counted() -> None:
    """The first hundred are told."""
    error = error_of("\n".join(f"key_{at} = 1" for at in range(5000)))
    assert len(error.faults) == MOST_FAULTS + 1
    assert error.faults[-1].code == "more_faults"
    assert len(str(error)) < 300 * MOST_FAULTS
    clauses = "\n".join("[[clauses]]\nid = 5" for _ in range(500))
    assert len(error_of(clauses).faults) == MOST_FAULTS + 1


def test_no_time_is_spent_on_the_names_nearest_to_faults_that_are_not_told() -> None:
    """Many names that exist nowhere are counted like all other faults."""
    cites = ", ".join(f'"notice.{at}x"' for at in range(5000))
    error = error_of(
        CHANGE + f'change = "remove_rule"\nrule = "application.rural"\ncites = [{cites}]'
    )
    assert len(error.faults) == MOST_FAULTS + 1


@pytest.mark.parametrize("name", ["a\0b.toml", "\ud800.toml", "\x1b[31m.toml", "x" * 5000, ""])
def test_a_file_that_cannot_be_opened_is_told_by_its_name(name: str) -> None:
    """Whatever its name is."""
    (fault,) = error_of(name).faults
    assert fault.code == "toml_unreadable"
    assert "\x1b" not in str(fault)
    str(fault).encode("utf-8")
    assert len(str(fault)) < 1000


def test_a_large_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    """It may have no end at all."""
    file = tmp_path / "large.toml"
    with file.open("wb") as stream:
        os.truncate(stream.fileno(), 10**12)
    (fault,) = error_of(str(file)).faults
    assert fault.code == "toml_too_large"


def test_a_clause_without_words_is_one_fault() -> None:
    """That a change cites it is no other."""
    text = CHANGE.replace('words = "', 'wordz = "') + (
        'change = "remove_rule"\nrule = "application.rural"\ncites = "notice.1"'
    )
    assert {fault.code for fault in error_of(text).faults} == {"no_key_of", "needs_key"}


def test_a_document_that_is_faulty_is_one_fault() -> None:
    """That a change asks for it is no other."""
    text = CHANGE.replace("[[changes]]", '[[documents]]\ncode = "d"\nall_of = "x"\n[[changes]]') + (
        'change = "add_documents"\nrule = "activation.social_security.hospital"\n'
        'cites = "notice.1"\ndocuments = "d"'
    )
    assert [fault.code for fault in error_of(text).faults] == ["unknown_name"]


def test_every_fault_has_a_code_and_is_told_in_chinese() -> None:
    """And as data."""
    error = error_of(
        CHANGE
        + """change = "replace_rule"
rule = "application.rurl"
cites = ["notice.1"]
then = { route = 1 }
when = { "as_of" = "x", "person.residence" = ["rurl", 1, true], "y" = 2 }
[[changes]]
change = "change_parameter"
parameter = "activation_window_days"
value = -1
cites = "notice.1"
"""
    )
    for fault in error.faults:
        assert fault.told("zh") != str(fault) or fault.code == ""
    assert [each["code"] for each in error.to_dict()["faults"]] == [
        each.code for each in error.faults
    ]


TOML = st.lists(
    st.sampled_from(
        [
            *("a", "name", "id", "clauses", "changes", "cites", "change", "when", "then", "rule"),
            *("=", ".", ",", "[", "]", "[[", "]]", "{", "}", '"', "'", '"""', "'''", "#", "\\"),
            *("1", "true", "2026-01-01", "-", "_", "\n", " ", '"remove_rule"', "\u00e9", "\x1b"),
        ]
    ),
    max_size=60,
).map("".join)


@given(TOML)
def test_no_text_makes_reading_crash(text: str) -> None:
    """It is a rule book or an error of ours, told in both languages."""
    with contextlib.suppress(SsrulesError):
        try:
            RuleBook.from_toml("\n" + text)
        except RuleFileError as error:
            found = error
            found.told("zh").encode("utf-8")
            raise
