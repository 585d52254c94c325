"""The lock holds all that `pyproject.toml` asks for in development, with hashes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCKED = dict(
    re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "locks" / "development.txt").read_text("utf-8"), re.M)
)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_every_dependency_is_locked_within_its_bounds() -> None:
    """Of the library, its extras and every group; `make lock` mends what is not."""
    lists = [PROJECT["project"]["dependencies"]]
    lists += PROJECT["project"]["optional-dependencies"].values()
    lists += PROJECT["dependency-groups"].values()
    for line in (line for each in lists for line in each):
        wanted = Requirement(line)
        version = LOCKED.get(canonicalize_name(wanted.name))
        assert version is not None, wanted
        assert wanted.specifier.contains(version, prereleases=True), (wanted, version)


def test_every_distribution_has_its_hashes() -> None:
    """So that what is installed is what was locked."""
    text = (ROOT / "locks" / "development.txt").read_text("utf-8")
    blocks = re.split(r"\n(?=\S)", text)
    assert len(blocks) > len(PROJECT["dependency-groups"])
    assert all("--hash=sha256:" in block for block in blocks)
