"""The second engine: durable-rules where it is installed, which it cannot be from 3.13 on."""

from __future__ import annotations

import importlib.util

import pytest

from ssrules.engines import Engine
from ssrules.engines.python import PythonEngine

NO_DURABLE = importlib.util.find_spec("durable_rules_engine") is None
needs_durable = pytest.mark.skipif(NO_DURABLE, reason="durable-rules is not installed")


def second_engine() -> Engine:
    """The engine on durable-rules, or another of our own where that is not installed."""
    if NO_DURABLE:
        return PythonEngine()
    from ssrules.engines.durable import DurableEngine

    return DurableEngine()


BOTH_ENGINES = pytest.mark.parametrize(
    "engine",
    [
        pytest.param(PythonEngine(), id="python"),
        pytest.param(second_engine(), id="durable", marks=needs_durable),
    ],
)
