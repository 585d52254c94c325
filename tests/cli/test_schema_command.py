"""`ssrules schema`: what is written is the schema that the library gives."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from tests.cli.processes import environment

from ssrules import RuleBook, json_schema, localities
from ssrules.cli import main
from ssrules.cli.schema import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_as_one_object(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    """For the built-in rule book, and for that of a locality."""
    assert main(["schema", kind]) == 0
    assert json.loads(capsys.readouterr().out) == json_schema(kind)
    (name, *_) = localities.names()
    assert main(["schema", kind, "--locality", name]) == 0
    book = RuleBook.from_toml(localities.text(name))
    assert json.loads(capsys.readouterr().out) == json_schema(kind, book)


def test_the_parser_loads_nothing_that_decides() -> None:
    """A command pays for what it does: the help, or a wrong option, needs no rules."""
    code = (
        "import sys\nfrom ssrules.cli import parser\nparser()\n"
        "print([name for name in sys.modules if name.startswith(("
        "'ssrules.rules', 'ssrules.deciding', 'ssrules.schema', 'ssrules.frames', 'rich'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True
    )
    assert done.stdout == "[]\n"
