"""How the tests themselves are run."""

from __future__ import annotations

import pytest


def test_the_tests_of_a_file_run_in_one_process(request: pytest.FixtureRequest) -> None:
    """Where processes are given groups of them, each test bears the name of its group."""
    if getattr(request.config.option, "loadgroup", False):
        assert request.node.nodeid.endswith(f"@{request.node.path}")
