"""Signals at moments at which nothing can be raised, or nobody is there yet to catch it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.cli.processes import command, environment

from ssrules.cli import main
from ssrules.cli.signals import Ended, raised
from ssrules.frames.files.writing import Output

POSIX = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
NAMES = ["SIGINT", "SIGTERM", "SIGHUP"]


@pytest.fixture(autouse=True)
def unhandled() -> Iterator[None]:
    """What the tests themselves were told to ignore ends a process here, and all is put back."""
    numbers = [getattr(signal, name) for name in NAMES if hasattr(signal, name)]
    before = {number: signal.signal(number, signal.SIG_DFL) for number in numbers}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


class Dropped:
    """An object as which a signal comes when it is deleted: Python drops what that raises."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __del__(self) -> None:
        signal.raise_signal(self.number)


def in_a_deletion(number: int) -> None:
    """What is raised here is told to nobody but the hook for it."""
    Dropped(number)


def in_a_broad_except(number: int) -> None:
    """What is raised here is told to nobody at all, as C code may do it."""
    with contextlib.suppress(BaseException):
        signal.raise_signal(number)


WAYS = [in_a_deletion, in_a_broad_except]


@POSIX
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("way", WAYS)
def test_a_signal_that_was_dropped_is_raised_again(
    name: str, way: Callable[[int], None], capfd: pytest.CaptureFixture[str]
) -> None:
    """When it is asked for, and again when the block is left; nothing is told of it."""
    number = getattr(signal, name)
    asked: list[int] = []

    def block() -> None:
        with raised() as check:
            check()
            way(number)
            try:
                check()
            except Ended as ended:
                asked.append(ended.signal)

    with pytest.raises(Ended) as left:
        block()
    assert [*asked, left.value.signal] == [number, number]
    assert capfd.readouterr() == ("", "")


@POSIX
def test_what_becomes_of_a_signal_is_no_error_of_its_own() -> None:
    """C code that is interrupted may tell it as a file that cannot be read."""
    for way, error in ((in_a_broad_except, Ended), (bool, OSError)):
        with pytest.raises(error):
            _fail_after(way)


def _fail_after(way: Callable[[int], object]) -> None:
    with raised():
        way(signal.SIGTERM)
        raise OSError


@POSIX
def test_what_else_is_dropped_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hook that was there before hears of it, and is there again behind the block."""

    class Broken:
        def __del__(self) -> None:
            raise ValueError

    heard: list[Any] = []

    def hook(dropped: Any) -> None:
        heard.append(dropped.exc_type)

    monkeypatch.setattr(sys, "unraisablehook", hook)
    with raised():
        Broken()
        assert sys.unraisablehook is not hook
    assert heard == [ValueError]
    assert sys.unraisablehook is hook
    assert {signal.getsignal(getattr(signal, name)) for name in NAMES} == {signal.SIG_DFL}


@POSIX
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("way", WAYS)
def test_a_batch_ends_by_a_signal_that_was_dropped(
    name: str,
    way: Callable[[int], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """The old output stands, its part is gone, nothing is told, and the status is the signal's."""
    given, written = tmp_path / "in.csv", tmp_path / "out.csv"
    given.write_text("as_of\n2026-11-22\n", "utf-8")
    written.write_text("old", "utf-8")
    number, write = getattr(signal, name), Output.write

    def dropping(self: Output, *args: Any) -> None:
        way(number)
        write(self, *args)

    monkeypatch.setattr(Output, "write", dropping)
    assert main(["batch", str(given), str(written)]) == 128 + number
    assert capfd.readouterr() == ("", "")
    assert written.read_text("utf-8") == "old"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in.csv", "out.csv"]


AT_FIRST = """
import os, signal, sys
from ssrules.__main__ import main
class Finder:
    def find_spec(self, name, path, target=None):
        if name == "ssrules.cli.streams":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder())
sys.exit(main())
"""
AT_LAST = """
import atexit, os, signal, sys
from ssrules.__main__ import main
atexit.register(lambda: os.kill(os.getpid(), signal.SIGINT))
sys.exit(main())
"""


@POSIX
@pytest.mark.parametrize("code", [AT_FIRST, AT_LAST])
def test_an_interrupt_before_and_after_a_command_is_quiet(code: str) -> None:
    """While its modules are imported and while Python tidies up, it ends as any process does."""
    done = subprocess.run(
        command("--version", code=code), capture_output=True, env=environment(), check=False
    )
    assert (done.returncode, done.stderr) == (-signal.SIGINT, b"")


@POSIX
@pytest.mark.parametrize("code", [AT_FIRST, AT_LAST])
def test_an_interrupt_that_is_ignored_stays_ignored(code: str) -> None:
    """As in a script that goes on behind Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    done = subprocess.run(
        command("--version", code=code), capture_output=True, env=environment(), check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
