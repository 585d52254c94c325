"""Running the reader on cases in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from ssrules import RuleBook

HERE = Path(__file__).parent


def run(script: Path, given: str) -> str:
    """What a script writes in Node; the test is skipped where there is no Node."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not installed")
    done = subprocess.run(
        [node, str(script)], input=given, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def answers(book: RuleBook, cases: list[Any], asked: int) -> list[dict[str, Any]]:
    """What the reader answers to each case; every so many are asked about, too."""
    given = json.dumps({"compiled": book.compiled(), "cases": cases, "asked": asked})
    return [json.loads(line) for line in run(HERE / "answer.mjs", given).split("\n")]
