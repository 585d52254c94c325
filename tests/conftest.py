"""How tests run here, and what they report beside their results.

Hypothesis: new examples each time, no deadline, and failures that can be replayed.

A slower machine, or one that is busy, shall not fail a test; `--hypothesis-profile=deep` looks
longer.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.docs import building
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

COUNTED = pytest.StashKey[list[str]]()


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """A function that takes a line to be told at the end of the run."""
    return request.config.stash.setdefault(COUNTED, []).append


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site, English in it and Chinese in `zh`."""
    if building.missing():
        pytest.skip(f"not installed: {', '.join(building.missing())} (the group docs)")
    return building.build(tmp_path_factory.mktemp("site"))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Tell what was counted."""
    for line in config.stash.get(COUNTED, []):
        terminalreporter.write_line(line)
