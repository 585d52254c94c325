"""Every block of code in the documents runs, and prints what stands below it.

The blocks of a page are one program. A block of another language whose fence names a file
(` ```toml city.toml`) is that file while the page runs.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import shlex
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from ssrules.cli import COMMANDS, main
from tests.docs.pages import DOCUMENTS, Block, blocks, named
from tests.missing import skipped_where_missing

OUTSIDE = ("make", "pip", "cat", "java", "javac", "echo", "curl", "psql", "python")
"""Commands that pages show and that are not ours to run."""
PLACEHOLDER = re.compile(r"^[A-Z]+$|^\[|…")
"""An argument that stands for another."""

STANDS_FOR: Mapping[str, str] = {"toml": ".toml", "json": ".json", "jsonl": ".jsonl"}
"""Languages of blocks that are data, each with the ending of its files."""

RUN_ELSEWHERE: Mapping[str, str] = {
    "CONTRIBUTING.md": "the file of rules there is put into the package by tests/test_readme.py",
}


def printed(code: str, namespace: dict[str, object], where: str) -> str:
    """What a piece of a program prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, where, "exec"), namespace)  # noqa: S102 (our own documents)
    return out.getvalue()


def told(command: str, monkeypatch: pytest.MonkeyPatch) -> str | None:
    """What a command prints; None if it is not ours, or is shown with words in capitals."""
    typed, _, piped = command.partition(" < ")
    program, *arguments = shlex.split(typed, comments=True)
    if program != "ssrules":
        assert program in OUTSIDE, f"{program} is not known"
        return None
    if any(map(PLACEHOLDER.search, arguments)) or not arguments:
        assert not arguments or arguments[0] in COMMANDS
        return None
    given = b"".join(Path(file).read_bytes() for file in shlex.split(piped, comments=True))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(out):
        status = main(arguments)
    assert status in (0, 1), f"{command} ends with {status}"
    out.flush()
    out.seek(0)
    return out.read()


def check_console(block: Block, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the commands of a block; what stands below one is what it prints."""
    for found in re.split(r"^\$ ", block.body, flags=re.MULTILINE)[1:]:
        command, _, expected = found.partition("\n")
        out = told(command, monkeypatch)
        if out is not None and expected.strip():
            assert out.rstrip() == expected.rstrip(), f"line {block.line}: {command}"


def check_data(block: Block) -> None:
    """Data reads as what it says it is; under its name it is there for the rest of the page."""
    read: dict[str, Callable[[str], object]] = {"toml": tomllib.loads, "json": json.loads}
    if block.language in read:
        read[block.language](block.body)
    if block.file:
        assert block.file.endswith(STANDS_FOR[block.language])
        Path(block.file).write_text(block.body, "utf-8")


PAGES = [path for path in DOCUMENTS if named(path) not in RUN_ELSEWHERE and any(blocks(path))]


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_the_code_of_a_page_runs_and_prints_what_it_says(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python is run block by block and compared with the text below it, commands likewise."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    namespace: dict[str, object] = {"__name__": "__main__"}
    found = [*blocks(path)]
    following = [*found[1:], Block("", "", "", 0)]
    for block in found:  # files first: a page may show a file after the command that reads it
        if block.language in STANDS_FOR:
            check_data(block)
    with skipped_where_missing():
        for block, after in zip(found, following, strict=True):
            if block.language == "python":
                out = printed(block.body, namespace, f"{named(path)}:{block.line}")
                if after.language == "text":
                    assert out == after.body, f"line {after.line}"
            elif block.language == "console":
                check_console(block, monkeypatch)
