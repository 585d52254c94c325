"""What `import ssrules` brings in: counted in modules, because time depends on the machine."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

import ssrules

WHERE = str(Path(ssrules.__file__).parent.parent)

NEEDLESS = frozenset(
    {
        "asyncio",
        "cattr",
        "cattrs",
        "concurrent",
        "difflib",
        "durable",
        "durable_rules_engine",
        "email",
        "hypothesis",
        "jsonschema",
        "logging",
        "narwhals",
        "numpy",
        "pandas",
        "polars",
        "pyarrow",
        "rich",
        "socket",
        "subprocess",
        "tomllib",
        "typing_extensions",
        "unittest",
        "urllib",
    }
)
"""Modules that deciding a case in Python's own terms can do without."""
FACTS_OF_OURS = 16
"""Our own modules, packages and the door of late imports among them, that making a case needs."""
MOST_OF_OURS = 68
"""Our own modules that a program needs to decide one."""
MOST_OF_OTHERS = 20
"""Modules of others that neither a bare interpreter nor attrs brings in."""

MINIMAL_DECISION = """
import datetime
import ssrules
from ssrules.engines.python import PythonEngine
book = ssrules.RuleBook.default().with_engine(PythonEngine())
ssrules.decide(ssrules.Case(as_of=datetime.date(2026, 11, 22)), book)
"""


def modules_after(program: str) -> frozenset[str]:
    """The names of all modules that a new process knows after a program."""
    source = f"""
import sys
sys.path.insert(0, {WHERE!r})
{program}
known = sorted(sys.modules)
import json
sys.stdout.write(json.dumps(known))
"""
    told = subprocess.run(  # our own program, run by our own interpreter
        [sys.executable, "-c", source], check=True, capture_output=True, text=True
    )
    return frozenset(json.loads(told.stdout))


def needless(modules: Iterable[str]) -> set[str]:
    """Those of the modules that nothing should have imported."""
    return {name for name in modules if name.partition(".")[0] in NEEDLESS}


def ours(modules: Iterable[str]) -> set[str]:
    """Those of the modules that are our own."""
    return {name for name in modules if name.partition(".")[0] == "ssrules"}


@pytest.fixture(scope="module")
def bare() -> frozenset[str]:
    """The modules of a process that has imported attrs and nothing else."""
    return modules_after("import attrs")


@pytest.fixture(scope="module")
def imported() -> frozenset[str]:
    """The modules of a process that has imported the names with which a case is decided."""
    return modules_after("from ssrules import Case, RuleBook, decide")


def test_the_import_alone_brings_in_nothing_but_the_door() -> None:
    """Every name waits until it is asked for; not even attrs comes with the import."""
    added = modules_after("import ssrules") - modules_after("import __future__")
    assert added == {"ssrules", "ssrules.late"}


def test_a_case_brings_in_the_facts_alone(bare: frozenset[str]) -> None:
    """A program that makes cases loads no rules and nothing that decides."""
    added = modules_after("from ssrules import Case") - bare
    assert len(ours(added)) <= FACTS_OF_OURS, sorted(ours(added))
    assert len(added - ours(added)) <= MOST_OF_OTHERS, sorted(added - ours(added))


def test_import_brings_in_nothing_that_is_not_used(
    bare: frozenset[str], imported: frozenset[str]
) -> None:
    """No converter, engine, terminal, frame or test library comes with the names."""
    assert needless(imported - bare) == set()


def test_import_brings_in_few_modules(bare: frozenset[str], imported: frozenset[str]) -> None:
    """The names stay within a bound of modules, our own and others'."""
    added = imported - bare
    assert len(ours(added)) <= MOST_OF_OURS, sorted(ours(added))
    assert len(added - ours(added)) <= MOST_OF_OTHERS, sorted(added - ours(added))


def test_a_decision_on_our_own_evaluator_brings_in_nothing_needless(
    bare: frozenset[str],
) -> None:
    """Deciding a case that was made in Python needs neither cattrs nor durable-rules."""
    assert needless(modules_after(MINIMAL_DECISION) - bare) == set()


def test_explanations_are_imported_only_when_they_are_asked_for(
    imported: frozenset[str],
) -> None:
    """What answers questions about a decision waits until there is one."""
    later = {
        "ssrules.asking.explain",
        "ssrules.asking.least_change",
        "ssrules.asking.questions",
        "ssrules.checking.verify",
    }
    assert not later & imported
