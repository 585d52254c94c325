"""`ssrules decide - --lines`: a process that stays open, and answers line by line."""

from __future__ import annotations

import codecs
import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cli.processes import command, environment, run, said

from ssrules import Case, RuleBook, decide, decide_json
from ssrules.cli import lines, main
from ssrules.deciding.decider import Decider
from ssrules.strategies import cases

BOOK = RuleBook.default()
DECIDE = Decider.of(BOOK).decide
JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def answer(line: bytes | str) -> Any:
    """What a line is answered with, which is always one line of JSON in UTF-8."""
    told = lines.answer(line.encode() if isinstance(line, str) else line, BOOK.facts, DECIDE)
    assert told.endswith(b"\n")
    assert told.count(b"\n") == 1
    return json.loads(told.decode("utf-8"))


@settings(max_examples=50)
@given(cases())
def test_a_case_is_answered_with_its_decision(case: Case) -> None:
    """The same as `ssrules decide --json` writes."""
    assert answer(case.to_json()) == decide(case).to_dict()


@settings(max_examples=50)
@given(cases())
def test_an_answer_is_what_decide_json_says_letter_by_letter(case: Case) -> None:
    """And with an `id` the same behind it."""
    line = case.to_json().encode()
    said = decide_json(line)
    assert lines.answer(line, BOOK.facts, DECIDE) == said + b"\n"
    named = b'{"id": "a", ' + line[1:]
    assert lines.answer(named, BOOK.facts, DECIDE) == b'{"id": "a", ' + said[1:] + b"\n"


class Coming:
    """A stream that gives its bytes in the pieces in which they come."""

    def __init__(self, pieces: list[bytes]) -> None:
        self.pieces = pieces

    def read1(self, most: int) -> bytes:
        """The next piece, or what may be read of it; nothing at the end."""
        if not self.pieces:
            return b""
        piece, rest = self.pieces[0][:most], self.pieces[0][most:]
        self.pieces = [rest, *self.pieces[1:]] if rest else self.pieces[1:]
        return piece


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from([b"a", b"\n", b" ", b"\r", b"\xef\xbb\xbf", b"bc"])),
    st.lists(st.integers(1, 5)),
)
def test_lines_are_the_same_in_whatever_pieces_they_come(
    written: list[bytes], lengths: list[int]
) -> None:
    """Cut at any place, in the middle of the byte order mark, too; lines without text are none."""
    whole = b"".join(written)
    pieces, rest = [], whole
    for length in (*lengths, len(whole)):
        pieces += [rest[:length]] if rest else []
        rest = rest[length:]
    expected = [each for each in whole.removeprefix(codecs.BOM_UTF8).split(b"\n") if each.strip()]
    stream: Any = Coming(pieces)
    assert [line for some in lines.arriving(stream) for line in some] == expected


@settings(max_examples=100)
@given(JSON_VALUES, cases())
def test_an_id_comes_back_as_it_was(id_: Any, case: Case) -> None:
    """Whatever it is, in front of the decision or of the faults, null too."""
    told = answer(json.dumps({**case.to_dict(), "id": id_}))
    assert next(iter(told)) == "id"
    assert told == {"id": id_, **decide(case).to_dict()}
    told = answer(json.dumps({"id": id_, "card": 7}))
    assert (*told,) == ("id", "faults")
    assert told["id"] == id_


@pytest.mark.parametrize(
    ("line", "path", "code"),
    [
        (b"{", "line", "not_json"),
        (b'{"as_of": "2026-11-22"', "line", "not_json"),
        (b'{"id": "\xff"}', "line", "not_utf8"),
        ('{"as_of": "2026-11-22", "card": {"bank": "工"}}'.encode("gbk"), "line", "not_utf8"),
        (b"[]", "line", "not_an_object"),
        (b"7", "line", "not_an_object"),
        (b"NaN", "line", "not_json"),
        (b"{}", "as_of", "required"),
        (b'{"as_of": "2026-11-22", "as_of": "2026-11-22"}', "as_of", "given_twice"),
        (b'{"id": 1, "id": 2, "as_of": "2026-11-22"}', "id", "given_twice"),
        (b'{"as_of": "2026-11-22", "Id": 2}', "Id", "unknown_fact"),
        (b"[" * 100_000, "line", "json_too_deep"),
        (b'{"id": ' + b"[" * 100 + b"]" * 100 + b"}", "line", "json_too_deep"),
        (b'{"id": ' + b"9" * 5000 + b"}", "line", "too_many_digits"),
    ],
)
def test_a_line_that_is_wrong_is_answered_with_its_faults(
    line: bytes, path: str, code: str
) -> None:
    """Path, value, message, hint and code of each."""
    (fault, *_) = answer(line)["faults"]
    assert (*fault,) == ("path", "value", "message", "hint", "code")
    assert (fault["path"], fault["code"]) == (path, code)


@settings(max_examples=300)
@given(st.binary(max_size=200).filter(lambda data: b"\n" not in data))
def test_whatever_comes_there_is_one_answer(line: bytes) -> None:
    """No input ends the process, or is answered with two lines."""
    assert "faults" in answer(line)


def test_half_a_character_is_escaped_again() -> None:
    """JSON can write it, UTF-8 cannot."""
    assert answer(b'{"id": "\\ud800", "as_of": "2026-11-22"}')["id"] == "\ud800"


def test_lines_are_answered_in_order_and_the_next_one_after_a_fault(tmp_path: Path) -> None:
    """A byte order mark, empty lines and a last line without an end do not matter."""
    path = tmp_path / "cases.jsonl"
    good = b'{"id": %d, "as_of": "2026-11-22"}'
    path.write_bytes(b"\xef\xbb\xbf" + good % 1 + b"\r\n\n  \n{torn\n" + good % 2)
    done = run("decide", path, "--lines")
    assert done.returncode == 0
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each.get("id") for each in told] == [1, None, 2]
    assert [*told[1]] == ["faults"]
    assert said(done) == []


def test_many_lines_at_once_have_an_answer_each(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """More than are read, and than are written, at once."""
    path = tmp_path / "cases.jsonl"
    many = 2 * lines.PIECE // len('{"id": 1, "as_of": "2026-11-22"}')
    path.write_text("".join(f'{{"id": {at}, "as_of": "2026-11-22"}}\n' for at in range(many)))
    assert main(["decide", str(path), "--lines"]) == 0
    told = capsysbinary.readouterr().out.splitlines()
    assert [json.loads(each)["id"] for each in told] == [*range(many)]


def test_a_line_that_is_too_long_is_told_and_passed_by() -> None:
    """It is not held in memory; what follows it is decided."""
    done = run("decide", "-", "--lines", input=b" " + b"x" * 5_000_000 + b'\n{"id": 1}\n')
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert first["faults"][0]["code"] == "too_large"
    assert second["id"] == 1


def test_an_answer_comes_before_the_next_question() -> None:
    """A program may ask one case after another and wait for each answer."""
    with subprocess.Popen(  # this interpreter and our own program
        command("decide", "-", "--lines"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        watch = threading.Timer(100, process.kill)
        watch.start()
        for number in range(20):
            process.stdin.write(b'{"id": %d, "as_of": "2026-11-22"}\n' % number)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait() == 0
        watch.cancel()


def test_a_rule_book_of_ones_own_answers(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A locality's too; each decision says by which it was made."""
    path = tmp_path / "cases.jsonl"
    path.write_text('{"as_of": "2026-11-22"}\n', "utf-8")
    from ssrules import localities

    (name, *_) = localities.names()
    assert main(["decide", str(path), "--lines", "--locality", name]) == 0
    told = json.loads(capsysbinary.readouterr().out)
    assert told["rulebook"]["digest"] == RuleBook.from_toml(localities.text(name)).digest


MEASURED = """
import pathlib, sys
from ssrules.cli import main
main(["decide", sys.argv[1], "--lines"])
status = pathlib.Path("/proc/self/status").read_text("ascii")
sys.stderr.write(status.split("VmHWM:")[1].split()[0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is read from /proc")
def test_memory_stays_flat(tmp_path: Path) -> None:
    """Ten times the lines are answered in the same memory, but for two megabytes."""
    peaks = []
    for count in (2_000, 20_000):
        path = tmp_path / "cases.jsonl"
        path.write_text(
            "".join(
                f'{{"id": {n}, "as_of": "2026-11-22", "person": {{"age": {n % 90}}}}}\n'
                for n in range(count)
            ),
            "utf-8",
        )
        done = run(path, code=MEASURED, streams=">/dev/null")
        peaks.append(int(done.stderr))
    assert peaks[1] - peaks[0] < 2 * 1024, peaks
