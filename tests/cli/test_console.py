"""What a rule book or an input says reaches the terminal as text, never as a command to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssrules.cli import main
from ssrules.cli.console import err, out

EVIL = """
name = "e"
version = "1"
[[clauses]]
id = "notice.1"
title = "t\\u001b[31mred\\u009b"
words = "w"
language = "en"
version = 2026-01-01
[[changes]]
change = "replace_rule"
rule = "application.rural"
id = "application\\u001b[31m.x"
cites = "notice.1"
then = { route = "committee", materials = "committee" }
"""


def test_steering_characters_are_printed_as_escapes(capsys: pytest.CaptureFixture[str]) -> None:
    """On both consoles, wherever they stand; Chinese and its spaces stay."""
    for console in (out(), err()):
        console.print("a\x1b[31mb\x9bc\u202e 社保卡\u3000。\nnext")
    told = capsys.readouterr()
    for text in (told.out, told.err):
        assert text == "a\\x1b[31mb\\x9bc\\u202e 社保卡\u3000。\nnext\n"


@pytest.mark.parametrize("command", [["verify"], ["diff", "default"]])
def test_no_escape_sequence_of_an_overlay_reaches_the_terminal(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its ids and titles are printed by several commands."""
    file = tmp_path / "evil.toml"
    file.write_text(EVIL, "utf-8")
    main([*command, str(file)])
    told = capsys.readouterr()
    assert "\x1b" not in told.out + told.err
    assert "\x9b" not in told.out + told.err


def test_every_fault_of_an_overlay_stands_on_its_own_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each with the file and its line."""
    file = tmp_path / "bad.toml"
    file.write_text('name = "x"\nverzion = 1\n', "utf-8")
    assert main(["verify", str(file)]) == 2
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 3
    assert all(line.startswith(f"ssrules: {file}:1: ") for line in told[:2])
    assert told[2].startswith(f"ssrules: {file}:2: ")
