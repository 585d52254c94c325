"""The command line as a process of its own, as a shell starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).parent.parent.parent / "src"
PROGRAM = "import sys; from ssrules.__main__ import main; sys.exit(main())"


def environment(**more: str) -> dict[str, str]:
    """The variables of a process that finds the library, and no language, and writes as usual."""
    left_out = ("LC_", "LA", "PYTHONUNBUFFERED")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    return {**kept, "PYTHONPATH": os.pathsep.join([str(SOURCE), *filter(None, sys.path)]), **more}


def command(*arguments: str | Path, code: str = PROGRAM) -> list[str]:
    """The command line `ssrules …` for this interpreter, or that of another program."""
    return [sys.executable, "-c", code, *map(str, arguments)]


def run(
    *arguments: str | Path, streams: str | None = None, code: str = PROGRAM, **asked: Any
) -> subprocess.CompletedProcess[bytes]:
    """What a command did; `streams` may close or lead its streams elsewhere, as `<&-`."""
    line = command(*arguments, code=code)
    if streams is not None:
        start = '"$@"' if streams.startswith("|") else 'exec "$@"'
        line = ["sh", "-c", f"{start} {streams}", "sh", *line]
    return subprocess.run(line, capture_output=True, env=environment(), timeout=120, **asked)


def said(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """The lines on standard error, among which there is never a traceback."""
    text = done.stderr.decode("utf-8")
    assert "Traceback" not in text, text
    assert "Exception ignored" not in text, text
    return text.splitlines()
