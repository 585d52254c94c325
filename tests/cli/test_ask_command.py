"""`ssrules ask`: an interview over a pipe keeps what was said, whatever is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cli.processes import run, said

from ssrules import Case, decide, interview
from ssrules.asking.answers import Question
from ssrules.cli.ask import answered

PHARMACY = "activation.social_security.pharmacy"
ABOUT = ("--about", PHARMACY)


def asked(*arguments: str | Path, lines: str) -> tuple[str, list[str], int]:
    """What stands on standard output and on standard error, and the exit status."""
    done = run("ask", *arguments, input=lines.encode())
    return done.stdout.decode(), said(done), done.returncode


def test_it_asks_until_the_part_is_settled_and_decides() -> None:
    """By numbers, codes and words; what is no answer is told, and asked for again."""
    told, questions, status = asked(
        *ABOUT, "--json", lines="22.11.2026\n2026-11-22\n3\nperhaps\nactive\n"
    )
    assert status == 0
    found = json.loads(told)
    assert found["case"] == {
        "as_of": "2026-11-22",
        "card": {"social_security": "active"},
        "institution": {"kind": "pharmacy"},
    }
    assert found["decision"] == decide(Case.from_dict(found["case"])).to_dict()
    assert any("'22.11.2026' is not a date" in line for line in questions)
    assert any("'perhaps' is not one of" in line for line in questions)
    assert questions.count("What kind of place is this?") == 1


def test_without_json_it_shows_what_it_is_about() -> None:
    """At length, in the language that is asked for, without colours over a pipe."""
    told, questions, status = asked(
        *ABOUT, "--language", "zh", lines="2026-11-22\n零售药店\n已启用\n"
    )
    assert status == 0
    assert "在定点药店" in told
    assert "\x1b" not in told + "".join(questions)
    assert "  关系到：在定点药店启用社保应用" in questions


@pytest.mark.parametrize("end", ["q\n", "quit\n", "退出\n", ""])
def test_who_leaves_keeps_what_was_said(end: str, tmp_path: Path) -> None:
    """On standard output, or in the file, from which it goes on."""
    kept = {"as_of": "2026-11-22", "institution": {"kind": "pharmacy"}}
    told, _, status = asked(*ABOUT, lines=f"2026-11-22\n3\n{end}")
    assert status == 0
    assert json.loads(told) == kept
    file = tmp_path / "case.json"
    told, _, status = asked(file, *ABOUT, lines=f"2026-11-22\n3\n{end}")
    assert (status, told) == (0, "")
    assert json.loads(file.read_text("utf-8")) == kept
    told, _, status = asked(file, *ABOUT, "--json", lines="active\n")
    assert status == 0
    found = json.loads(file.read_text("utf-8"))
    assert found == {**kept, "card": {"social_security": "active"}}
    assert [each.name for each in tmp_path.iterdir()] == ["case.json"]


def test_back_asks_again_and_nobody_knowing_goes_on() -> None:
    """A first step back is told as none."""
    told, questions, status = asked(
        *ABOUT, "--json", lines="2026-11-22\nb\n3\nb\n3\n?\n?\n?\n?\n?\n?\n?\n"
    )
    assert status == 0
    assert json.loads(told)["case"]["institution"] == {"kind": "pharmacy"}
    assert any("nothing was answered yet" in line for line in questions)
    assert questions.count("What kind of place is this?") == 2


def test_a_file_that_cannot_be_written_is_told() -> None:
    """With its name, and status 2."""
    _, questions, status = asked("/nowhere/case.json", *ABOUT, lines="2026-11-22\nq\n")
    assert status == 2
    assert any("'/nowhere/case.json' cannot be written" in line for line in questions)


def test_a_part_that_is_none_is_told() -> None:
    """With the nearest that is one, and nothing is asked of a case."""
    _, questions, status = asked("--about", "activatoin", lines="2026-11-22\n")
    assert status == 2
    assert any("did you mean activation" in line for line in questions)


@settings(max_examples=25)
@given(st.binary(max_size=200))
def test_no_line_is_read_as_an_answer_that_it_is_not(line: bytes) -> None:
    """What is no number, code or word of the answers stays text, which no fact takes."""
    text = line.decode("utf-8", "replace").strip()
    question = interview(Case.from_dict({"as_of": "2026-11-22"}), about=PHARMACY).question
    assert isinstance(question, Question)
    known = {str(number) for number in range(1, 1 + len(question.values))}
    known |= {str(each.value) for each in question.choices}
    known |= {each.words for each in question.choices}
    found = answered(question, text)
    assert found == text if text.casefold() not in known else found in question.values
