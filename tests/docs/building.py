"""The site, built as `make docs` builds it."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

from tests.docs.pages import DOCS, ROOT

NEEDED = ("sphinx", "furo", "myst_nb", "sphinx_design", "sphinx_copybutton", "altair", "jieba")


def missing() -> list[str]:
    """What has to be installed before the site can be built."""
    return [name for name in NEEDED if importlib.util.find_spec(name) is None]


def build(folder: Path) -> Path:
    """The site in both languages, in a folder; every warning is an error."""
    out = folder / "site"
    for name, source, to in (("en", DOCS, out), ("zh", DOCS / "zh", out / "zh")):
        done = subprocess.run(
            [
                *(sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q"),
                *("-c", DOCS, "-d", folder / name, *(("-t", "zh") if name == "zh" else ())),
                *(source, to),
            ],
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    return out
