"""What README shows passes the strictest checks of types, as a reader's own program would."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BLOCKS = re.findall(r"^```python\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.M | re.S)
MORE = """
import ssrules
from ssrules import Case, Decision, RuleBook
from ssrules.asking.interview import Interview
from ssrules.decisions import Activation, InsuranceType, Part

known: Case = ssrules.Case.from_paths({"as_of": "2026-11-22"})
decision: Decision = ssrules.decide(known)
way: Activation = decision.part("activation.financial.bank_outlet")
kind: InsuranceType = decision.part("insurance.medical")
parts: list[tuple[str, Part]] = list(decision.parts)
talk: Interview = ssrules.interview(known, RuleBook.default(), about=["activation"])
if talk.question is not None:
    path: str = talk.question.path
    talk.answer(True).back().skip()
version: str = ssrules.__version__
schema: dict[str, object] = ssrules.json_schema("case")
"""
"""What README has no room for, with the type that each thing must have."""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every block of Python as one file, in a folder of its own."""
    assert BLOCKS
    file = tmp_path_factory.mktemp("types") / "reader.py"
    file.write_text("\n".join([*BLOCKS, MORE]), encoding="utf-8")
    return file


def test_mypy_finds_nothing_in_readme_when_it_is_strict(program: Path) -> None:
    """Without any setting of our own."""
    pytest.importorskip("mypy", reason="mypy is not installed (the group check)")
    line = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary"]
    line.append("--follow-imports=silent")  # the library itself is checked elsewhere
    done = subprocess.run(
        [*line, f"--cache-dir={program.parent / 'cache'}", str(program)],
        capture_output=True,
        text=True,
        env={**os.environ, "MYPYPATH": str(ROOT / "src")},
        cwd=program.parent,
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_pyright_finds_nothing_in_readme(program: Path) -> None:
    """With its usual settings."""
    places = [str(Path(sys.executable).parent), os.environ.get("PATH", "")]
    pyright = shutil.which("pyright", path=os.pathsep.join(places))
    if pyright is None:
        pytest.skip("pyright is not installed (the group check)")
    settings = {"extraPaths": [str(ROOT / "src")], "include": [program.name]}
    (program.parent / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    line = [pyright, "--outputjson", "--pythonpath", sys.executable, "--project", "."]
    done = subprocess.run(line, capture_output=True, text=True, cwd=program.parent)
    found = json.loads(done.stdout)["generalDiagnostics"]
    assert [each["message"] for each in found] == []
