"""The help of every command, as the program prints it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from unittest import mock

from ssrules.cli import COMMANDS, main

BELOW = ("export json", "export sql")
"""Commands that stand below another."""


def written(language: str) -> str:
    """A section for the program and for each command."""
    return "\n".join(_sections(language))


def _sections(language: str) -> Iterator[str]:
    for command in ("", *COMMANDS, *BELOW):
        title = f"ssrules {command}".strip()
        yield f"## {title}\n\n```text\n{_help(command, language)}\n```\n"


def _help(command: str, language: str) -> str:
    """What `ssrules COMMAND --help` prints at 80 columns, without colours."""
    import contextlib
    import io

    told = io.StringIO()
    plain = {"COLUMNS": "80", "NO_COLOR": "1", "PYTHON_COLORS": "0"}
    with (
        mock.patch.dict(os.environ, plain),
        contextlib.redirect_stdout(told),
        contextlib.suppress(SystemExit),
    ):
        main([*command.split(), "--language", language, "--help"])
    return told.getvalue().rstrip()
