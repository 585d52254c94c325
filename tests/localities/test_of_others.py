"""Places of other people: by the path of a file, and by the entry points of a package."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssrules import RuleBook, localities
from ssrules.errors import RuleError, UnknownNameError

TOWN = (Path(__file__).parent.parent / "overlays" / "town.toml").read_text("utf-8")


def test_a_place_is_found_by_the_path_of_its_file(tmp_path: Path) -> None:
    """Given as a path or as a text."""
    file = tmp_path / "town.toml"
    file.write_text(TOWN, "utf-8")
    book = RuleBook.for_locality(file)
    assert book == RuleBook.for_locality(str(file)) == RuleBook.from_toml(TOWN)
    with pytest.raises(RuleError, match="cannot be read"):
        RuleBook.for_locality(tmp_path / "other.toml")


def package(folder: Path, *entries: str) -> None:
    """An installed package that brings places."""
    places = folder / "their_places"
    places.mkdir()
    (places / "__init__.py").write_text("", "utf-8")
    (places / "their_town.toml").write_text(TOWN, "utf-8")
    info = folder / "their_places-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: their-places\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[ssrules.localities]\n" + "\n".join(entries))


def test_a_package_brings_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are listed, decide, and are told where they are misspelt."""
    package(tmp_path, "their_town = their_places")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert "their_town" in localities.names()
    assert RuleBook.for_locality("their_town") == RuleBook.from_toml(TOWN)
    with pytest.raises(UnknownNameError, match="did you mean their_town"):
        RuleBook.for_locality("thair_town")


@pytest.mark.parametrize(
    ("entry", "asked", "told"),
    [
        ("missing = their_places", "missing", "cannot be read"),
        ("missing = no_such_package", "missing", "cannot be read"),
        ("beijing = their_places", "shanghai_2", "of this name, which there is already"),
    ],
)
def test_a_package_that_does_not_bring_what_it_says_is_told(
    entry: str, asked: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And one that takes the name of another place."""
    package(tmp_path, entry)
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(RuleError, match=told):
        localities.text(asked)
