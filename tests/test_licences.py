"""The licences of all that a user installs with the library, extras included."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LICENCES = {
    "altair": "BSD-3-Clause",
    "attrs": "MIT",
    "cattrs": "MIT",
    "durable-rules": "MIT",
    "hypothesis": "MPL-2.0",
    "jinja2": "BSD-3-Clause",
    "jsonschema": "MIT",
    "jsonschema-specifications": "MIT",
    "markdown-it-py": "MIT",
    "markupsafe": "BSD-3-Clause",
    "mdurl": "MIT",
    "narwhals": "MIT",
    "packaging": "Apache-2.0 OR BSD-2-Clause",
    "pyarrow": "Apache-2.0",
    "pygments": "BSD-2-Clause",
    "referencing": "MIT",
    "rich": "MIT",
    "rpds-py": "MIT",
    "sortedcontainers": "Apache-2.0",
    "typing-extensions": "PSF-2.0",
}
"""Every distribution that may come along, on some Python that is supported."""
ALLOWED = {"MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "MPL-2.0"}
"""None of them asks anything of a program that merely uses them."""
FAMILIES = ("MIT", "BSD", "Apache", "PSF", "MPL")
RUNTIME = {"attrs", "cattrs", "durable-rules"}
ROOT = Path(__file__).parent.parent


def needed(name: str, extras: frozenset[str]) -> set[str]:
    """What a distribution needs with these extras, on this Python."""
    found: set[str] = set()
    for line in metadata.requires(name) or ():
        each = Requirement(line)
        if each.marker is None or any(
            each.marker.evaluate({"extra": extra}) for extra in ("", *extras)
        ):
            found.add(canonicalize_name(each.name))
    return found


def all_needed() -> set[str]:
    """What the library needs with all of its extras, and what that needs, and so on."""
    extras = frozenset(metadata.metadata("ssrules").get_all("Provides-Extra") or ())
    found: set[str] = set()
    new = needed("ssrules", extras)
    while new:
        found |= new
        new = {
            each for name in new if installed(name) for each in needed(name, frozenset())
        } - found
    return found


def installed(name: str) -> bool:
    """Whether it is installed here."""
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def said(name: str) -> str:
    """All that a distribution says of its licence."""
    about = metadata.metadata(name)
    fields = ("License-Expression", "License", "Classifier")
    return " ".join(line for field in fields for line in about.get_all(field) or ())


def test_nothing_comes_along_whose_licence_is_not_known_here() -> None:
    """A new dependency of a dependency is looked at before it is let in."""
    assert all_needed() <= set(LICENCES)
    assert {part for each in LICENCES.values() for part in each.split(" OR ")} <= ALLOWED


def test_without_extras_three_distributions_are_asked_for() -> None:
    """Two of them pure Python; durable-rules where it can be built."""
    assert needed("ssrules", frozenset()) <= RUNTIME
    assert needed("ssrules", frozenset()) >= RUNTIME - {"durable-rules"}


@pytest.mark.parametrize("name", sorted(LICENCES))
def test_a_distribution_says_of_its_licence_what_is_said_here(name: str) -> None:
    """By its expression, its classifiers or its words; one that is not installed is skipped."""
    if not installed(name):
        pytest.skip(f"{name} is not installed")
    told = said(name).replace("Python Software Foundation", "PSF")
    assert any(family in told and family in LICENCES[name] for family in FAMILIES), told


def test_the_library_is_under_the_licence_that_it_ships() -> None:
    """What its metadata name is what stands in the file."""
    assert metadata.metadata("ssrules")["License-Expression"] == "MIT"
    assert "MIT License" in (ROOT / "LICENSE").read_text("utf-8")
