"""What the page of the API lists: the public names, each from the module it is imported from."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Iterator
from typing import Any

from tests.docs.pages import DOCS

PAGE = DOCS / "reference" / "api.md"
ENTRY = re.compile(r"^\.\. auto(?P<kind>module|class|function):: (?P<name>[\w.]+)$", re.MULTILINE)


def names_of(module: str) -> tuple[str, ...]:
    """The names that a module lists; none where it does not."""
    return tuple(getattr(importlib.import_module(module), "__all__", ()))


def found(name: str) -> Any:
    """What stands under a dotted name."""
    module, _, last = name.rpartition(".")
    return getattr(importlib.import_module(module), last)


def entries() -> Iterator[tuple[str, str]]:
    """Every name of the page with its module, those that a module lists among them."""
    for entry in ENTRY.finditer(PAGE.read_text("utf-8")):
        if entry["kind"] == "module":
            yield from ((entry["name"], name) for name in names_of(entry["name"]))
        else:
            module, _, name = entry["name"].rpartition(".")
            yield module, name


def listed() -> dict[str, Any]:
    """What the page lists, by the dotted names."""
    return {f"{module}.{name}": found(f"{module}.{name}") for module, name in entries()}


def classes() -> dict[str, type]:
    """The classes that the page lists."""
    return {name: each for name, each in listed().items() if inspect.isclass(each)}
