"""Importing the library and deciding leaves no trace in the process, and loads what it needs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SOURCE = Path(__file__).parent.parent / "src"

OPTIONAL = ("narwhals", "polars", "pandas", "pyarrow", "duckdb", "pyspark", "rich", "hypothesis")

REPORT = """
import json, locale, logging, pathlib, sys, threading, warnings
warnings.simplefilter("error")
def state():
    tasks = pathlib.Path("/proc/self/task")
    native = len([*tasks.iterdir()]) if tasks.exists() else 0
    handlers = list(logging.root.handlers)
    return handlers, logging.root.level, threading.active_count(), native, locale.setlocale(0)
before = state()
import ssrules
imported = sorted(sys.modules)
decision = ssrules.decide({make})
after = state()
named = [n for n in logging.Logger.manager.loggerDict if n.startswith(("ssrules", "durable"))]
sys.__stderr__.write(json.dumps({{
    "same": before == after,
    "loggers": named,
    "imported": imported,
    "loaded": sorted(sys.modules),
    "status": decision.loss_report.status,
}}))
"""
WRITTEN = "ssrules.Case.from_dict({'as_of': '2026-11-22'})"


def report(make: str) -> tuple[str, dict[str, Any]]:
    """What a process prints, and what it tells of itself, that imports the library and decides."""
    done = subprocess.run(  # this interpreter and the text above
        [
            sys.executable,
            "-c",
            f"import sys; sys.path.insert(0, {str(SOURCE)!r})\n" + REPORT.format(make=make),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout, json.loads(done.stderr)


@pytest.fixture(scope="module")
def told() -> tuple[str, dict[str, Any]]:
    """The report of a process that decides a case that is written as JSON has it."""
    return report(WRITTEN)


def test_nothing_is_printed_and_nothing_set_up(told: tuple[str, dict[str, Any]]) -> None:
    """No output, no thread, no handler, no level, no logger of its own."""
    printed, found = told
    assert printed == ""
    assert found["status"] == "undetermined"
    assert found["same"]
    assert found["loggers"] == []


def test_optional_packages_are_not_loaded(told: tuple[str, dict[str, Any]]) -> None:
    """What an extra brings is loaded by those alone who ask for it."""
    assert not {name.partition(".")[0] for name in told[1]["loaded"]} & set(OPTIONAL)


def test_cattrs_is_loaded_by_reading_and_writing_only(told: tuple[str, dict[str, Any]]) -> None:
    """A case that is built from classes is decided without it."""
    assert "cattrs" not in told[1]["imported"]
    assert "cattrs" in told[1]["loaded"]
    _, built = report("ssrules.Case(as_of=__import__('datetime').date(2026, 11, 22))")
    assert "cattrs" not in built["loaded"]


def test_machinery_that_was_not_asked_for_is_not_loaded(told: tuple[str, dict[str, Any]]) -> None:
    """Explanations, displays and commands wait until they are asked for."""
    loaded = set(told[1]["loaded"])
    waiting = ("asking", "checking", "overlays", "display", "cli", "strategies", "frames.")
    for name in waiting:
        assert not [each for each in loaded if each.startswith(f"ssrules.{name}")], name
