"""What readers are told to import is public: listed by its module, and on the page of the API."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs import api
from tests.docs.pages import DOCUMENTS, ROOT, blocks, named

PROGRAMS = tuple(sorted((ROOT / "examples").rglob("*.py")))
DOTTED = re.compile(r"`(ssrules(?:\.(?!__)\w+)+)(?:\([^`]*)?`")
"""A name of ours in running text."""
PAGES = tuple(page for page in DOCUMENTS if page.name != "CHANGELOG.md")
"""The pages that tell of today; the changelog also says what something was called before."""


def programs() -> Iterator[tuple[str, str]]:
    """Every piece of Python that readers are shown, with its place."""
    for page in DOCUMENTS:
        for block in blocks(page):
            if block.language == "python":
                yield f"{named(page)}:{block.line}", block.body
    yield from ((named(path), path.read_text("utf-8")) for path in PROGRAMS)


def imported(program: str) -> Iterator[tuple[str, str]]:
    """What a program takes from us, by `from … import` or as an attribute of `ssrules`."""
    for node in ast.walk(ast.parse(program)):
        if isinstance(node, ast.ImportFrom) and str(node.module).split(".")[0] == "ssrules":
            yield from ((str(node.module), each.name) for each in node.names)
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value) == "ssrules":
            yield "ssrules", node.attr


@pytest.mark.parametrize(("place", "program"), [*programs()], ids=[each for each, _ in programs()])
def test_what_a_program_imports_is_listed_where_it_is_imported_from(
    place: str, program: str
) -> None:
    """Its name stands in the module's `__all__`, and the page of the API has it."""
    public = [*api.listed().values()]
    for module, name in imported(program):
        assert name in api.names_of(module), f"{place}: {module} does not list {name}"
        assert any(each is api.found(f"{module}.{name}") for each in public), f"{module}.{name}"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_name_in_running_text_is_a_module_or_is_listed(page: Path) -> None:
    """So that what is told of a name can be looked up under that name."""
    text = page.read_text("utf-8")
    for name in DOTTED.findall(text):
        module, _, last = name.rpartition(".")
        try:
            importlib.import_module(name)
        except ModuleNotFoundError:
            assert last in api.names_of(module), f"{name} is listed nowhere"


def test_the_page_lists_only_what_modules_list() -> None:
    """And everything that `ssrules` itself offers is on it."""
    for module, name in api.entries():
        assert name in api.names_of(module), f"{module}.{name}"
    public = [*api.listed().values()]
    for name in api.names_of("ssrules"):
        assert any(each is api.found(f"ssrules.{name}") for each in public), name
