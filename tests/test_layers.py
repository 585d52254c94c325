"""A file imports from lower floors only, and packages from outside have one place each."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType

import pytest

from ssrules import rules
from ssrules.tables.inputs import OutcomeOf

SOURCE = Path(__file__).parent.parent / "src" / "ssrules"

FLOORS: tuple[tuple[str, ...], ...] = (
    ("late",),
    ("errors",),
    ("localities", "records"),
    ("sheets", "tables", "words"),
    ("file_error", "placing"),
    ("facts", "rules"),
    ("engines",),
    ("deciding",),
    ("part_kinds",),
    ("asking", "parts"),
    ("decisions",),
    ("preparing",),
    ("checking", "compiled", "overlays", "rulebook"),
    ("schema",),
    ("frames", "exporting", "page"),
    ("display", "pictures", "strategies"),
    ("__init__",),
    ("cli", "__main__"),
)
"""The files and packages of `ssrules`, lowest floor first."""

PLACES: Mapping[str, tuple[str, ...]] = {
    "durable": (),
    "durable_rules_engine": ("engines/durable.py",),
    "narwhals": ("frames/", "pictures/"),
    "polars": ("frames/", "cli/batch"),
    "pandas": ("frames/",),
    "pyarrow": ("frames/", "cli/batch"),
    "duckdb": ("frames/",),
    "pyspark": ("frames/",),
    "rich": ("display/", "cli/"),
    "altair": ("pictures/",),
    "hypothesis": ("strategies/",),
    "threading": (),
    "_thread": ("late.py",),
    "logging": (),
}
"""Where each of these may be imported: the beginnings of paths."""

SHARED_BY_RULES = ("law", "source", "terms", "representatives", "retirement")
"""Files in `rules/` that any other there may import: they hold no rule sets."""

FILES = tuple(sorted(SOURCE.rglob("*.py")))


def relative(path: Path) -> str:
    """A file's path below the package."""
    return path.relative_to(SOURCE).as_posix()


def imports(path: Path) -> Iterator[str]:
    """The full names that a file imports, in functions too, but not for type checking alone."""
    yield from _imports(ast.parse(path.read_text("utf-8")).body)


def _imports(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            yield from _imports(node.orelse)
            continue
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{each.name}" for each in node.names)
        yield from _imports(ast.iter_child_nodes(node))


def own(path: Path) -> set[str]:
    """The top-level files and packages of `ssrules` that a file imports."""
    found = set()
    for name in imports(path):
        first, *rest = name.split(".")
        if first == "ssrules":
            known = bool(rest) and any(rest[0] in floor for floor in FLOORS)
            found.add(rest[0] if known else "__init__")
    return found


def floor(name: str) -> int:
    """The floor of a file or package."""
    for number, names in enumerate(FLOORS):
        if name in names:
            return number
    raise AssertionError(f"{name} has no floor: give it one in FLOORS")


def home(path: Path) -> str:
    """The top-level file or package that a file belongs to."""
    return relative(path).partition("/")[0].removesuffix(".py")


def test_the_floors_name_what_there_is_and_nothing_else() -> None:
    """Every file has a floor, and every name on a floor is a file or package."""
    assert {home(path) for path in FILES} == {name for names in FLOORS for name in names}


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_a_file_imports_from_its_own_floor_or_lower_ones(path: Path) -> None:
    """No import leads up, also not inside a function."""
    allowed = floor(home(path))
    higher = {name for name in own(path) if floor(name) > allowed}
    assert not higher, f"{relative(path)} is on floor {allowed} and imports {sorted(higher)}"


def module(path: Path) -> str:
    """The name by which a file is imported."""
    parts = ("ssrules", *path.relative_to(SOURCE).with_suffix("").parts)
    return ".".join(parts).removesuffix(".__init__")


MODULES = frozenset(module(path) for path in FILES)


def wanted(path: Path) -> set[str]:
    """The files of `ssrules` that a file imports, by their names."""
    return {
        name if name in MODULES else name.rpartition(".")[0]
        for name in imports(path)
        if name.startswith("ssrules")
    } - {module(path)}


def test_no_imports_go_round_in_a_circle() -> None:
    """On one floor and inside a package, too, there is an order."""
    needs = {module(path): wanted(path) for path in FILES}
    while needs:
        free = {name for name, others in needs.items() if not others & set(needs)}
        assert free, f"these import each other: {sorted(needs)}"
        needs = {name: others for name, others in needs.items() if name not in free}


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_packages_from_outside_are_imported_only_in_their_place(path: Path) -> None:
    """An optional or dangerous package has one place where it is imported."""
    for name in {each.partition(".")[0] for each in imports(path)}:
        places = PLACES.get(name)
        assert places is None or relative(path).startswith(places), f"{name} in {relative(path)}"


def outside_the_door(nodes: Iterable[ast.AST], *, late: bool = False) -> Iterator[str]:
    """The imports inside functions that do not stand in `with door:`."""
    for node in nodes:
        if isinstance(node, ast.With) and ast.unparse(node.items[0]).endswith("door"):
            continue
        if late and isinstance(node, ast.Import | ast.ImportFrom):
            if ast.unparse(node) != "import sys":  # which is always there
                yield ast.unparse(node)
        elif late and isinstance(node, ast.Call) and ast.unparse(node.func).endswith("_module"):
            yield ast.unparse(node)
        inside = late or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        yield from outside_the_door(ast.iter_child_nodes(node), late=inside)


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_what_is_imported_late_comes_through_the_door(path: Path) -> None:
    """A fork waits for `with door:`, and for no other import; a command is a process of its own."""
    if home(path) in ("cli", "__main__"):
        return
    assert not [*outside_the_door(ast.parse(path.read_text("utf-8")).body)], relative(path)


def rule_files() -> Iterator[ModuleType]:
    """Every file of rules."""
    for found in pkgutil.walk_packages(rules.__path__, "ssrules.rules."):
        yield importlib.import_module(found.name)


@pytest.mark.parametrize("module", [*rule_files()], ids=lambda module: module.__name__)
def test_a_file_of_rules_imports_only_texts_and_the_rules_that_it_asks(module: ModuleType) -> None:
    """Files of rules stand side by side but for a rule set that asks another one's answer."""
    asked = {
        input_.rule_set
        for rule_set in getattr(module, "RULE_SETS", ())
        for input_ in rule_set.inputs
        if isinstance(input_, OutcomeOf)
    }
    assert module.__file__ is not None
    for name in imports(Path(module.__file__)):
        if name.startswith("ssrules.rules."):
            other = name.rpartition(".")[0]
            short = other.rpartition(".")[2]
            given = {each.name for each in getattr(importlib.import_module(other), "RULE_SETS", ())}
            assert short in SHARED_BY_RULES or given & asked, f"{module.__name__} imports {name}"
