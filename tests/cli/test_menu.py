"""`ssrules ask` in a terminal: arrow keys fill in numbers; it leaves the terminal as it was."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssrules.cli import menu
from ssrules.cli.keys import Key, Keys, keys
from ssrules.cli.menu import Menu
from ssrules.cli.signals import Ended

if sys.platform == "win32":
    pytest.skip("a console of Windows is no pseudo terminal", allow_module_level=True)

from tests.cli.terminals import Terminal

PHARMACY = ("ask", "--about", "activation.social_security.pharmacy")
ROWS = ("1 one", "2 two", "3 three")
DAY = "2026-11-22"
KEPT = {"as_of": DAY, "institution": {"kind": "pharmacy"}}


class Pressed:
    """Keys that are pressed one after the other, and then the end of input."""

    def __init__(self, *pressed: Key | str) -> None:
        self.left = [*pressed]

    def __enter__(self) -> Keys:
        return self

    def __exit__(self, *_: object) -> None: ...

    def read(self) -> Key | str:
        """The next key."""
        return self.left.pop(0) if self.left else Key.END


def row(typed: str) -> int | None:
    """The row that a number stands for."""
    return int(typed) - 1 if typed in {"1", "2", "3"} else None


def line(*pressed: Key | str) -> str | None:
    """The line that comes of some keys."""
    return Menu(ROWS, "help", prompt="> ", meant=row).line(Pressed(*pressed))


@given(st.lists(st.sampled_from([Key.UP, Key.DOWN]), min_size=1))
def test_arrow_keys_stay_within_the_rows(pressed: list[Key]) -> None:
    """The first one goes to the row that is nearest: from above downwards, from below upwards."""
    at = 0 if pressed[0] is Key.DOWN else 2
    for each in pressed[1:]:
        at = min(at + 1, 2) if each is Key.DOWN else max(at - 1, 0)
    assert line(*pressed, Key.ENTER) == str(at + 1)


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=100))
def test_what_is_typed_is_the_line(typed: str) -> None:
    """Codes, words, commands: the same as over a pipe."""
    assert line(*typed, Key.ENTER) == typed


def test_an_arrow_key_takes_the_place_of_what_was_typed_and_can_be_typed_over() -> None:
    """Backspace takes a character back, Ctrl-U all of them."""
    assert line(*"off", Key.DOWN, Key.ENTER) == "1"
    assert line("2", Key.DOWN, Key.ENTER) == "3"
    assert line(Key.UP, Key.BACKSPACE, *"ab", Key.BACKSPACE, Key.ENTER) == "a"
    assert line(*"abc", Key.CLEAR, "d", Key.ENTER) == "d"


def test_nothing_is_answered_by_accident() -> None:
    """No row is meant at first, so that a key too many answers nothing."""
    assert line(Key.ENTER, Key.ENTER, " ", Key.ENTER, Key.BACKSPACE, "2", Key.ENTER) == "2"
    assert line("2") is None
    assert line(Key.OTHER, "\x07", "2", Key.ENTER) == "2"


def screen(written: str, width: int = 200) -> list[str]:
    """What stands on a terminal in the end, of the sequences that a menu writes."""
    lines = [[" "] * width]
    up = at = 0
    for piece in re.findall(r"\x1b\[\d*[ABK]|[^\x1b]", written):
        here = lines[len(lines) - 1 - up]
        if piece.startswith("\x1b"):
            number = int(piece[2:-1] or 1)
            up += {"A": number, "B": -number, "K": 0}[piece[-1]]
            if piece[-1] == "K":
                here[at:] = [" "] * (width - at)
        elif piece == "\r":
            at = 0
        elif piece == "\n":
            lines.append([" "] * width)
            at = 0
        else:
            here[at] = piece
            at += 1
    return ["".join(each).rstrip() for each in lines]


def test_the_mark_stands_before_the_row_that_is_meant(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where rows take several lines, and where it is typed; before one row at most."""
    monkeypatch.setattr(menu, "size", lambda: (12, 24))
    rows = ("1 one of which there is much to say", "2 two", "3 三个很长很长的名称")
    shown = Menu(rows, "help", prompt="> ", meant=row)
    shown.line(Pressed("2", Key.UP, Key.DOWN, Key.DOWN, Key.UP, Key.UP))
    told = screen(capsys.readouterr().err)
    assert [each for each in told if each.startswith(">")] == ["> 1 one of", "> 1"]
    shown.line(Pressed(Key.DOWN, Key.DOWN, *"00"))
    told = screen(capsys.readouterr().err)
    assert [each for each in told if each.startswith(">")] == ["> 200"]


def test_no_mark_is_written_where_the_row_has_left_the_screen(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number on the line tells it then."""
    monkeypatch.setattr(menu, "size", lambda: (80, 3))
    Menu(ROWS, "help", prompt="> ", meant=row).line(Pressed(Key.DOWN))
    written = capsys.readouterr().err
    assert "A" not in re.findall(r"\x1b\[\d*([A-Z])", written)
    assert screen(written)[-2] == "> 1"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bytes], Keys | None]]:
    """The keys of a terminal in which something is typed."""
    ours, theirs = os.openpty()
    with os.fdopen(theirs, "rb+", buffering=0) as stream:

        def typed(data: bytes) -> Keys | None:
            monkeypatch.setattr("sys.stdin", stream)
            monkeypatch.setattr("sys.stderr", stream)
            monkeypatch.setenv("TERM", "xterm")
            os.write(ours, data)
            return keys()

        yield typed
    os.close(ours)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\x1b[A\x1bOA\x1b[B\x1bOB", [Key.UP, Key.UP, Key.DOWN, Key.DOWN]),
        (b"\r\x7f\x15\x04", [Key.ENTER, Key.BACKSPACE, Key.CLEAR, Key.END]),
        ("aé零".encode(), ["a", "é", "零"]),
        (b"\x1b[C\x1b[3~\x1b[1;5Ax", [Key.OTHER, Key.OTHER, Key.OTHER, "x"]),
        (b"\xffx", ["\ufffd", "x"]),
        (b"\x1b", [Key.OTHER]),
        (b"\x1a", ["\x1a"]),
    ],
)
def test_keys_are_told_one_by_one(
    terminal: Callable[[bytes], Keys | None], data: bytes, expected: list[Key | str]
) -> None:
    """Arrows in both modes of a terminal, characters of several bytes, and all that is neither."""
    found = terminal(b"")
    assert found is not None
    with found as pressed:
        terminal(data)
        assert [pressed.read() for _ in expected] == expected


def test_there_are_no_keys_without_a_terminal_that_has_them(
    terminal: Callable[[bytes], Keys | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dumb one, none, or one of the two streams elsewhere: numbers are typed there."""
    for name in ("dumb", ""):
        assert terminal(b"") is not None
        monkeypatch.setenv("TERM", name)
        assert keys() is None
    for stream in ("sys.stdin", "sys.stderr"):
        for other in (None, io.StringIO()):
            assert terminal(b"") is not None
            monkeypatch.setattr(stream, other)
            assert keys() is None


def test_arrow_keys_answer_and_the_terminal_is_as_it_was() -> None:
    """A row by arrows, the next one by its word; the decision stands on standard output alone."""
    with Terminal(*PHARMACY, "--json") as ask:
        ask.until("q quit")
        ask.press(DAY, "enter")
        ask.until("q quit")
        ask.press("down", "down", "down")
        shown = ask.until("> 3\x1b[K")
        assert shown.count("\x1b[") > 3
        ask.press("enter")
        ask.until("q quit")
        ask.press("active", "enter")
        told, status = ask.ended()
        assert (status, ask.mode) == (0, ask.before)
    assert json.loads(told)["case"] == {**KEPT, "card": {"social_security": "active"}}


@pytest.mark.parametrize(
    ("end", "status"), [("ctrl-c", 130), ("ctrl-d", 0), ("q", 0), ("SIGTERM", 143)]
)
def test_who_leaves_keeps_what_was_said_and_the_terminal_is_as_it_was(
    end: str, status: int, tmp_path: Path
) -> None:
    """In the file, by whatever the command was ended."""
    file = tmp_path / "case.json"
    file.write_text(json.dumps(KEPT), "utf-8")
    with Terminal("ask", file, *PHARMACY[1:]) as ask:
        ask.until("q quit")
        ask.until("> ")
        ask.press("down")
        ask.until("> 1")
        assert ask.mode != ask.before
        if end.startswith("SIG"):
            ask.process.send_signal(getattr(signal, end))
        else:
            ask.press(*(["\x15q", "enter"] if end == "q" else [end]))
        assert ask.ended() == ("", status)
        assert ask.mode == ask.before
    assert json.loads(file.read_text("utf-8")) == KEPT


def test_what_shall_end_the_asking_does_so_while_a_key_is_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where Python dropped what a signal raised, no key need be pressed for that."""

    def end() -> None:
        raise Ended(signal.SIGTERM)

    ours, theirs = os.openpty()
    with open(ours, "rb", buffering=0), open(theirs, "rb", buffering=0) as terminal:
        monkeypatch.setattr("sys.stdin", terminal)
        monkeypatch.setattr("sys.stderr", terminal)
        monkeypatch.setenv("TERM", "xterm")
        pressed = keys(end)
        assert pressed is not None
        with pytest.raises(Ended):
            pressed.read()


def test_ctrl_c_without_a_file_writes_what_was_said() -> None:
    """As leaving by `q` does."""
    with Terminal(*PHARMACY) as ask:
        ask.until("q quit")
        ask.press(DAY, "enter")
        ask.until("q quit")
        ask.press("3", "enter")
        ask.until("q quit")
        ask.press("ctrl-c")
        told, status = ask.ended()
    assert (json.loads(told), status) == (KEPT, 130)


def test_a_dumb_terminal_is_asked_by_numbers() -> None:
    """Nothing is written there that moves a cursor."""
    with Terminal(*PHARMACY, "--language", "zh", TERM="dumb") as ask:
        ask.until("q 退出")
        ask.press(DAY, "enter")
        shown = ask.until("? 不知道   b 返回   q 退出")
        assert "方向键" not in shown
        assert "\x1b" not in shown
        ask.press("q", "enter")
        told, status = ask.ended()
    assert (json.loads(told), status) == ({"as_of": DAY}, 0)
