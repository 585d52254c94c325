"""The suite on every Python that is at hand, with the lowest and the newest of what it needs.

`make every-python`, or `nox -s lowest-3.12 -- tests/frames/test_conformance.py` for one session and
some tests. A Python without an interpreter is skipped, and nox says so.
"""

from __future__ import annotations

import nox

nox.options.default_venv_backend = "uv"
nox.options.error_on_missing_interpreters = False
nox.options.reuse_venv = "yes"

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
WITH_DURABLE_RULES = ("3.11", "3.12")
"""Its C source cannot be built from 3.13 on."""
OLDEST = ("3.11", "3.12")
"""For later ones the lowest versions of NumPy, pandas and PyArrow have no wheels."""
FREE_THREADED = ("3.13t", "3.14t")
NO_WHEELS = ("duckdb", "polars", "psycopg")
"""For a Python without the global lock; what needs them is skipped there."""
COMPILED = ("hypothesis", "numpy", "pandas", "pyarrow", "rpds-py")
"""The newest of these that has a wheel is taken there."""
EXTRAS = ".[cli,frames,pictures,strategies]"


def suite(session: nox.Session) -> None:
    """All tests, or those that stand behind `--`; some need groups that are not installed here."""
    session.run("python", "-c", "from ssrules.engines import default_engine as e; print(e().name)")
    session.run("pytest", *(session.posargs or ["tests"]))


@nox.session(python=PYTHONS)
def newest(session: nox.Session) -> None:
    """The newest of every dependency."""
    groups = ("--group", "test", "--group", "docs", "--group", "browser")
    session.install("--upgrade", "--resolution", "highest", EXTRAS, *groups)
    suite(session)


@nox.session(python=OLDEST)
def lowest(session: nox.Session) -> None:
    """The lowest versions that pyproject.toml allows."""
    session.install("--resolution", "lowest-direct", EXTRAS, "--group", "test")
    suite(session)


@nox.session(python=WITH_DURABLE_RULES, name="without-durable-rules")
def without_durable_rules(session: nox.Session) -> None:
    """As where there is no C compiler: the evaluator of our own decides."""
    session.install("attrs", "cattrs")
    session.install("--no-deps", ".")
    session.run("python", "-c", ALONE)
    session.install("rich", "narwhals", "altair", "--group", "test")
    suite(session)


@nox.session(python=FREE_THREADED, name="free-threaded")
def free_threaded(session: nox.Session) -> None:
    """The newest without the global lock."""
    group = nox.project.dependency_groups(nox.project.load_toml("pyproject.toml"), "test")
    wanted = [each for each in group if not each.startswith(NO_WHEELS)]
    session.install("--upgrade", *(f"--only-binary={each}" for each in COMPILED), EXTRAS, *wanted)
    session.env["PYTHON_GIL"] = "0"
    suite(session)


ALONE = """
import ssrules
from ssrules.engines import default_engine
assert default_engine().name == "python", default_engine().name
ssrules.decide(ssrules.Case.from_dict({"as_of": "2026-11-22"}))
"""
