"""What a command writes to a file is there whole, or the file is as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssrules.cli import main, outputs
from ssrules.file_error import FileError


def test_an_error_in_the_middle_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    """Here a character that cannot be written."""
    file = tmp_path / "out.html"
    outputs.write(str(file), "old")
    with pytest.raises(UnicodeEncodeError):
        outputs.write(str(file), "new \udcff")
    assert file.read_text("utf-8") == "old"
    assert [*tmp_path.iterdir()] == [file]


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    """What it leads to is written."""
    file, link = tmp_path / "there", tmp_path / "here"
    link.symlink_to(file)
    outputs.write(str(link), "new")
    assert link.is_symlink()
    assert file.read_text("utf-8") == "new"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """It is told by its name."""
    with pytest.raises(FileError, match=tmp_path.name):
        outputs.write(str(tmp_path), "new")


@pytest.mark.parametrize("command", [["page"], ["export", "json"], ["export", "sql"]])
def test_the_commands_that_write_a_text_write_it_so(command: list[str], tmp_path: Path) -> None:
    """A hard link of the old file still holds the old text: the file took its place."""
    file, before = tmp_path / "out", tmp_path / "before"
    file.write_text("old", "utf-8")
    before.hardlink_to(file)
    dialect = ["--dialect", "duckdb"] if command[-1] == "sql" else []
    assert main([*command, str(file), *dialect]) == 0
    assert before.read_text("utf-8") == "old"
    assert len(file.read_text("utf-8")) > 1000
