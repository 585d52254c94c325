"""The names that `import ssrules` offers, each imported from its file when it is asked for."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

import ssrules

SOURCE = Path(ssrules.__file__)


def told_to_type_checkers() -> dict[str, str]:
    """The names that type checkers are told of, each with the file that it comes from."""
    tree = ast.parse(SOURCE.read_text("utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    assert ast.unparse(block.test) == "TYPE_CHECKING"
    return {
        each.name: str(node.module)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for each in node.names
    }


def test_every_name_is_told_to_type_checkers_too() -> None:
    """What is offered and what type checkers see are the same names."""
    assert sorted(told_to_type_checkers()) == sorted(ssrules.__all__)


@pytest.mark.parametrize(("name", "file"), sorted(told_to_type_checkers().items()))
def test_a_name_is_what_its_file_defines(name: str, file: str) -> None:
    """The object is the file's own, and the same one every time."""
    found = getattr(ssrules, name)
    assert found is getattr(importlib.import_module(file), name)
    assert found is getattr(ssrules, name)
    assert found.__module__ == file


def top(file: str) -> str:
    """The file or package on the top floor that a file belongs to."""
    return ".".join(file.split(".")[:2])


@pytest.mark.parametrize(
    "file",
    sorted({*map(top, told_to_type_checkers().values()), "ssrules.tables", "ssrules.overlays"}),
)
def test_a_file_that_names_come_from_can_be_reached(file: str) -> None:
    """`ssrules.errors` and its like need no import of their own, in a new process either."""
    program = f"import sys; sys.path.insert(0, {str(SOURCE.parent.parent)!r}); import ssrules\n"
    subprocess.run(  # our own program, run by our own interpreter
        [sys.executable, "-c", f"{program}assert {file}.__name__ == {file!r}"], check=True
    )


def test_no_name_is_also_that_of_a_file() -> None:
    """A file, once imported, would take the name's place."""
    files = {each.name for each in pkgutil.iter_modules(ssrules.__path__)}
    assert not files & set(ssrules.__all__)


def test_all_names_are_listed() -> None:
    """`dir` shows what has not been imported yet, too."""
    assert set(ssrules.__all__) <= set(dir(ssrules))


def test_the_version_is_that_of_what_is_installed() -> None:
    """As `ssrules --version` writes it; it is looked up when it is asked for."""
    try:
        installed = version("ssrules")
    except PackageNotFoundError:
        pytest.skip("a source tree that is not installed has no version")
    assert ssrules.__version__ == installed


def test_a_misspelt_name_is_no_attribute() -> None:
    """It is refused as by any module, and the interpreter can suggest the right one."""
    with pytest.raises(AttributeError, match="module 'ssrules' has no attribute 'Csae'") as raised:
        ssrules.Csae  # type: ignore[attr-defined]  # noqa: B018
    assert (raised.value.name, raised.value.obj) == ("Csae", ssrules)


@pytest.mark.parametrize(
    "name",
    ["asking", "facts", "frames", "localities", "records", "rulebook", "schema", "tables", "words"],
)
def test_a_part_of_the_library_can_be_reached_by_its_name(name: str) -> None:
    """As `ssrules.asking`, with no import of its own."""
    program = f"import sys; sys.path.insert(0, {str(SOURCE.parent.parent)!r}); import ssrules\n"
    subprocess.run([sys.executable, "-c", f"{program}print(ssrules.{name})"], check=True)
