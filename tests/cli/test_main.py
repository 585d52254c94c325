"""The command `ssrules` as a whole: names, exit statuses, and a quiet end."""

from __future__ import annotations

import argparse
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from ssrules.cli import COMMANDS, main, parser, printable
from ssrules.cli import rules as rules_command
from ssrules.errors import FactError, Fault, RuleError

SOURCE = Path(__file__).parent.parent.parent / "src"
BROKEN_PIPE, INTERRUPTED = 141, 130


def failing(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Have the command `rules` raise an error."""

    def run(_: argparse.Namespace) -> int:
        raise error

    monkeypatch.setattr(rules_command, "run", run)


def test_every_command_is_there_and_says_what_it_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    """The help names each command, and each has help of its own."""
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert not ended.value.code
    told = capsys.readouterr().out
    assert all(f"    {command} " in told for command in COMMANDS)
    for command in COMMANDS:
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert not ended.value.code
        assert f"usage: ssrules {command}" in capsys.readouterr().out


def test_the_commands_are_those_that_others_rely_on() -> None:
    """Their names and order are fixed."""
    assert COMMANDS == (
        "decide",
        "ask",
        "batch",
        "affected",
        "facts",
        "localities",
        "rules",
        "demo",
        "verify",
        "diff",
        "replay",
        "schema",
        "export",
        "page",
    )
    assert parser().parse_args(["demo"]).run is not None


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` writes it to standard output."""
    try:
        expected = version("ssrules")
    except ImportError:
        expected = "of a source tree that is not installed"
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert not ended.value.code
    assert capsys.readouterr().out == f"ssrules {expected}\n"


@pytest.mark.parametrize("line", [[], ["nothing"], ["decide"], ["decide", "a", "b"]])
def test_a_wrong_command_line_is_refused(
    line: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """It ends with 2, says how to do it on standard error, and nothing on standard output."""
    with pytest.raises(SystemExit) as ended:
        main(line)
    assert ended.value.code == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "usage: ssrules" in told.err


def test_every_fault_stands_on_a_line_of_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Faults are told with their cures, one a line."""
    failing(monkeypatch, FactError([Fault("a", 1, "is wrong", "mend it"), Fault("b", 2, "too")]))
    assert main(["rules"]) == 2
    assert capsys.readouterr() == ("", "ssrules: a: is wrong (mend it)\nssrules: b: too\n")


def test_any_error_of_the_library_ends_with_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told in a line, without a traceback."""
    failing(monkeypatch, RuleError("here", "is wrong"))
    assert main(["rules"]) == 2
    assert capsys.readouterr() == ("", "ssrules: here: is wrong\n")


@pytest.mark.parametrize(("module", "extra"), [("rich", "cli"), ("narwhals", "frames")])
def test_a_missing_extra_is_named(
    module: str,
    extra: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A command that lacks an optional package says how to install it."""
    failing(monkeypatch, ModuleNotFoundError("No module", name=f"{module}.part"))
    assert main(["rules"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert f'pip install "ssrules[{extra}]"' in told.err


def test_any_other_missing_module_is_no_bad_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the installation is not hidden."""
    failing(monkeypatch, ModuleNotFoundError("No module", name="attrs"))
    with pytest.raises(ModuleNotFoundError):
        main(["rules"])


@pytest.mark.parametrize("command", ["rules", "demo", "decide"])
def test_without_rich_the_extra_is_named(command: str, tmp_path: Path) -> None:
    """Where rich cannot be imported, nothing is printed but the cure."""
    case = tmp_path / "case.json"
    case.write_text('{"as_of": "2026-11-22"}')
    line = [command, str(case)] if command == "decide" else [command]
    code = "import sys; sys.modules['rich'] = sys.modules['rich.console'] = None\n"
    code += f"sys.path.insert(0, {str(SOURCE)!r})\n"
    code += f"from ssrules.cli import main; sys.exit(main({line!r}))"
    done = subprocess.run(  # this interpreter and the text above
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert 'pip install "ssrules[cli]"' in done.stderr
    assert "Traceback" not in done.stderr


def test_an_interrupted_command_ends_quietly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C prints no traceback."""
    failing(monkeypatch, KeyboardInterrupt())
    assert main(["rules"]) == INTERRUPTED
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("line", [["demo"], ["rules"], ["rules", "insurance.endowment"]])
def test_a_closed_pipe_ends_a_command_quietly(line: list[str]) -> None:
    """Whoever reads only the beginning sees no traceback."""
    code = f"import sys; sys.path.insert(0, {str(SOURCE)!r})\n"
    code += f"from ssrules.cli import main; sys.exit(main({line!r}))"
    with subprocess.Popen(  # this interpreter and the text above
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == BROKEN_PIPE


def test_what_steers_a_terminal_is_shown_as_an_escape() -> None:
    """A value that is told back can neither colour a terminal nor begin a line."""
    assert printable("a\x1b[31m\nb\ud800") == "a\\x1b[31m\\nb\\ud800"
    assert printable("社会保障卡 'x'") == "社会保障卡 'x'"
