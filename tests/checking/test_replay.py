"""Replaying a log: each line that comes out differently is told, with the reason."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import attrs
import pytest

from ssrules import Case, RuleBook, decide
from ssrules.checking.replay import Replayed, Why, replay
from ssrules.cli import books, diff, verify
from ssrules.cli import replay as replay_command
from ssrules.cli.parsing import Parser
from ssrules.errors import SsrulesError

DEFAULT = RuleBook.default()
SHORTER = DEFAULT.with_parameters(activation_window_days=180)
CASE = Case.from_dict(
    {
        "as_of": "2026-11-22",
        "card": {
            "received_on": "2026-04-01",
            "social_security": "inactive",
            "financial": "inactive",
        },
    }
)
INSIDE = Case.from_dict({"as_of": "2026-11-22", "person": {"residence": "rural"}})


def a_line(case: Case = CASE, book: RuleBook = DEFAULT, **changes: Any) -> str:
    """A line of a log, with changes to what was decided."""
    decision = decide(case, book).to_dict() | changes
    return json.dumps({"case": case.to_dict(), "decision": decision}) + "\n"


def test_a_line_of_a_day_that_the_book_does_not_cover_is_told_and_the_others_go_on() -> None:
    """With the fault at `as_of`, on its line; the line after it is looked at as ever."""
    early = Case.from_dict({"as_of": "2019-05-01", "person": {"residence": "rural"}})
    other = a_line(early, attrs.evolve(DEFAULT, covers_from=None))
    first, second = replay([a_line(), other, a_line(), a_line(book=SHORTER)])
    assert (first.line, [fault.path for fault in first.faults]) == (2, ["as_of"])
    assert "2021-01-01" in str(first)
    assert second.line == 4


def only(line: str | bytes, book: RuleBook | None = None) -> Replayed:
    """What is told of a single line."""
    (found,) = replay([line], book)
    return found


def test_a_log_of_the_same_book_comes_out_the_same() -> None:
    """Nothing is told; an empty line is no line."""
    assert list(replay([a_line(), "\n", a_line(INSIDE), ""])) == []


def test_another_book_is_the_reason_where_the_answer_changes() -> None:
    """The digest says so, and the changes say where."""
    found = only(a_line(book=SHORTER))
    assert found.why is Why.OTHER_RULE_BOOK
    places = {each.path: (each.before, each.after) for each in found.changes}
    assert places["loss_report.status"] == ("due", "not_due")
    assert "loss_report.status: due -> not_due" in str(found)


def test_another_book_with_the_same_answer_is_no_difference() -> None:
    """A line comes out differently only if its answer does."""
    assert list(replay([a_line(INSIDE, SHORTER)])) == []


def test_another_answer_under_the_same_book_is_told_as_such() -> None:
    """Somebody changed the log, or the library."""
    found = only(a_line(needs=["person.age"]))
    assert found.why is Why.OTHER_ANSWER
    assert [each.path for each in found.changes] == ["needs"]


def test_a_log_can_be_replayed_with_another_book() -> None:
    """The book given is the one that decides."""
    assert list(replay([a_line(book=SHORTER)], SHORTER)) == []
    assert only(a_line(), SHORTER).why is Why.OTHER_RULE_BOOK


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("{nope", "case"),
        (b"\xff\xfe\xfa", "case"),
        ("[]", "line"),
        ('{"case": {"as_of": "2026-11-22"}}', "decision"),
        ('{"case": {"as_of": "2026-11-22"}, "decision": 1}', "decision"),
        ('{"case": {"as_of": "2026-1-1"}, "decision": {}}', "as_of"),
        ('{"case": {"as_of": "2026-11-22"}, "decision": {}}', "decision.as_of"),
        ('{"case": {"as_of": "2026-11-22", "as_of": "2026-11-22"}, "decision": {}}', "as_of"),
        ('{"case": {}, "case": {}, "decision": {}}', "case"),
    ],
)
def test_a_line_that_cannot_be_read_says_why(line: str | bytes, path: str) -> None:
    """The faults name the place, and the lines after it are replayed all the same."""
    first, second = replay([line, a_line(book=SHORTER)])
    assert first.why is Why.UNREADABLE
    assert first.faults[0].path == path
    assert (second.line, second.why) == (2, Why.OTHER_RULE_BOOK)


def test_a_misspelt_key_is_named() -> None:
    """The nearest key is the cure."""
    assert "decison" in only('{"case": {"as_of": "2026-11-22"}, "decison": {}}').faults[0].hint


def test_a_case_that_can_no_longer_be_decided_is_told() -> None:
    """A window that no calendar holds leaves no answer, and the fault says so."""
    endless = DEFAULT.with_parameters(activation_window_days=4_000_000)
    found = only(a_line(), endless)
    assert found.why is Why.OTHER_RULE_BOOK
    assert found.faults[0].path == "card.received_on"


def test_a_log_is_read_line_by_line() -> None:
    """A log without end can be replayed as far as one likes."""
    read = 0

    def endless() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield a_line(book=SHORTER)

    assert len(list(islice(replay(endless()), 3))) == 3
    assert read == 3


def test_what_is_told_is_json() -> None:
    """Every line's report can be written down."""
    told = json.loads(json.dumps(only(a_line(book=SHORTER)).to_dict()))
    assert told["why"] == "other_rule_book"
    assert {"path": "loss_report.status", "before": "due", "after": "not_due"} in told["changes"]


# The commands.


def run(command: Any, *arguments: str) -> int:
    """A command's exit status."""
    parser = Parser()
    command.arguments(parser)
    status: int = command.run(parser.parse_args(arguments, argparse.Namespace(language="en")))
    return status


@pytest.mark.parametrize(
    ("lines", "status"),
    [([a_line()], 0), ([a_line(), a_line(book=SHORTER)], 1), ([a_line(book=SHORTER), "{"], 2)],
)
def test_replaying_says_in_its_status_what_was_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lines: list[str], status: int
) -> None:
    """0 if all is as it was, 1 for a difference, 2 for a line that cannot be read."""
    log = tmp_path / "log.jsonl"
    log.write_text("".join(lines), "utf-8")
    assert run(replay_command, str(log)) == status
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == len(lines) - (status != 2) * 1
    counted = "1 line" if len(lines) == 1 else f"{len(lines)} lines"
    assert told.err.startswith(f"{counted}: ")


def test_a_log_that_does_not_exist_is_an_error() -> None:
    """It is told by its name."""
    with pytest.raises(SsrulesError, match="no-such-log"):
        run(replay_command, "no-such-log")


def test_verifying_the_built_in_book_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit status 0, in words and as JSON."""
    assert run(verify) == 0
    assert "nothing found" in capsys.readouterr().out
    assert run(verify, "--json") == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []
    with pytest.raises(SsrulesError, match="not a date"):
        run(verify, "--on", "yesterday")


def test_citations_out_of_force_on_a_day_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Before the law there was no law to cite: findings, exit status 1, and a test for each."""
    assert run(verify, "--on", "2000-01-01", "--json") == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {each["kind"] for each in found} == {"citation_out_of_force"}
    assert run(verify, "--on", "2000-01-01", "--tests") == 1
    text = capsys.readouterr().out
    names = [line for line in text.splitlines() if line.startswith("def test_")]
    assert len(set(names)) == len(found)
    compile(text, "tests", "exec")


def test_comparing_books_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`default` is the built-in book; a file that does not exist is an error."""
    assert run(diff, "default", "default") == 0
    assert "no differences" in capsys.readouterr().out
    with pytest.raises(SsrulesError, match="is no file"):
        run(diff, "default", str(tmp_path / "none.toml"))
    assert books.source("default") == "RuleBook.default()"


@pytest.mark.parametrize(
    "line", [None, 5, b"\xff", "[" * 1000, "9" * 5000, "x" * 3_000_000, object]
)
def test_whatever_is_no_line_is_reported_and_the_next_one_is_replayed(line: Any) -> None:
    """A log that something else wrote into is no reason to stop."""
    found = list(replay([line, a_line(), line]))
    assert [(each.line, each.why) for each in found] == [
        (1, Why.UNREADABLE),
        (3, Why.UNREADABLE),
    ]
    assert found[0].faults[0].code
    assert len(str(found[0])) < 1000
