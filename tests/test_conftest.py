"""How the tests themselves are run."""

from __future__ import annotations

import pytest


def test_the_tests_of_a_file_run_in_one_process(request: pytest.FixtureRequest) -> None:
    """Where several processes run them, each test bears the name of its group."""
    if hasattr(request.config, "workerinput"):
        assert request.node.nodeid.endswith(f"@{request.node.path}")
