"""New Python processes as users have them: with compiled modules, without settings of the shell."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import ssrules


@contextmanager
def environment() -> Iterator[dict[str, str]]:
    """The variables to start Python with; the first start compiles, the later ones find it done.

    A shell may have forbidden Python to keep what it compiles, and every start would pay for it.
    """
    with tempfile.TemporaryDirectory() as compiled:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        yield {
            **kept,
            "PYTHONPATH": str(Path(ssrules.__file__).parent.parent),
            "PYTHONPYCACHEPREFIX": compiled,
        }
