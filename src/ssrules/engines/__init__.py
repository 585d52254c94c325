"""Rule engines: what runs the rows of a decision table against one cell.

An engine sees numbers only. An input is a position in the cell, a value is a number from 0 up, and
what either of them means is known to the floors above.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ssrules.engines.interface import Cell, Engine, Row
from ssrules.late import door

if TYPE_CHECKING:
    from ssrules.engines.python import PythonEngine

__all__ = ["Cell", "Engine", "PythonEngine", "Row", "default_engine"]


def default_engine() -> Engine:
    """Give durable-rules where it can be imported (Python below 3.13), else our own evaluator."""
    try:
        with door:
            from ssrules.engines.durable import DurableEngine
    except ImportError:
        with door:
            from ssrules.engines.python import PythonEngine

        return PythonEngine()
    return DurableEngine()


if not TYPE_CHECKING:  # it is imported where it is asked for

    def __getattr__(name):
        if name == "PythonEngine":
            with door:
                from ssrules.engines.python import PythonEngine

            return PythonEngine
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
