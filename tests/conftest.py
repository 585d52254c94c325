"""How tests run here, and what they report beside their results.

Hypothesis: new examples each time, no deadline, and failures that can be replayed.

A slower machine, or one that is busy, shall not fail a test; `--hypothesis-profile=deep` looks
longer.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.docs import building
from tests.missing import is_missing
from tests.network import guard

guard()

QUIET = [HealthCheck.too_slow]

for name, examples in {"default": 100, "ci": 100, "quick": 20, "deep": 2000}.items():
    settings.register_profile(
        name,
        max_examples=examples,
        deadline=None,
        derandomize=False,
        print_blob=True,
        suppress_health_check=QUIET,
    )
settings.load_profile("ci")

COUNTED = "counted"
DEAR = ("site", "spark")
"""Fixtures that take long and are made once: the tests that share one run in one process."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where several processes run the tests, those of a file stay together, too."""
    if not config.pluginmanager.hasplugin("xdist"):
        return
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        group = next((each for each in DEAR if each in fixtures), str(item.path))
        item.add_marker(pytest.mark.xdist_group(group))


class Module(pytest.Module):
    """A file of tests, which is skipped as a whole where it needs what may be missing."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        """Its tests."""
        try:
            return super().collect()
        except self.CollectError as error:
            name = is_missing(error.__cause__)
            if name is None:
                raise
            pytest.skip(f"{name} is not installed", allow_module_level=True)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> Module:
    """Take the files of tests as they are told above."""
    module: Module = Module.from_parent(parent, path=module_path)
    return module


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """A function that takes a line to be told at the end of the run."""
    return lambda line: request.node.user_properties.append((COUNTED, line))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site, English in it and Chinese in `zh`."""
    if building.missing():
        pytest.skip(f"not installed: {', '.join(building.missing())} (the group docs)")
    return building.build(tmp_path_factory.mktemp("site"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what was counted."""
    for report in itertools.chain.from_iterable(terminalreporter.stats.values()):
        if getattr(report, "when", None) == "call":
            for name, line in report.user_properties:
                if name == COUNTED:
                    terminalreporter.write_line(line)
