"""Standard streams that are closed, full or broken: one sentence and 2, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from tests.cli.processes import command, environment, run, said

from ssrules.cli.streams import Closed

CASE = b'{"as_of": "2026-11-22"}'
NO_FULL = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")


@pytest.mark.parametrize(
    "line",
    [["decide", "-"], ["decide", "-", "--json"], ["decide", "-", "--lines"], ["replay", "-"]],
)
def test_a_closed_standard_input_is_told(line: list[str]) -> None:
    """A process that was started without one says so."""
    done = run(*line, streams="<&-")
    assert done.returncode == 2
    (told,) = said(done)
    assert told.startswith("ssrules: ")


@pytest.mark.parametrize(
    "line",
    [
        ["decide", "-", "--json"],
        ["decide", "-", "--lines"],
        ["decide", "-"],
        ["rules"],
        ["demo"],
        ["facts"],
        ["facts", "--json"],
        ["schema", "overlay"],
        ["--version"],
        ["--help"],
        ["verify", "--json"],
    ],
)
@pytest.mark.parametrize("streams", [">&-", pytest.param(">/dev/full", marks=NO_FULL)])
def test_a_standard_output_that_takes_nothing_is_told(line: list[str], streams: str) -> None:
    """Closed or full, it is one sentence, and 2, which is no difference found."""
    done = run(*line, streams=streams, input=CASE)
    assert done.returncode == 2
    (told,) = said(done)
    assert told.startswith("ssrules: standard output cannot be written: ")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
@pytest.mark.parametrize("asked", ["--version", "--help"])
def test_nor_is_it_lost_where_each_write_goes_out_at_once(asked: str) -> None:
    """`PYTHONUNBUFFERED`, as in many a container."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            command(asked),
            env=environment(PYTHONUNBUFFERED="1"),
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=120,
            check=False,
        )
    assert done.returncode == 2
    assert len(said(done)) == 1


@pytest.mark.parametrize("streams", ["2>&-", pytest.param("2>/dev/full", marks=NO_FULL)])
def test_without_standard_error_the_status_still_tells(streams: str) -> None:
    """Good input is decided, bad input ends with 2."""
    done = run("decide", "-", "--json", streams=streams, input=CASE)
    assert done.returncode == 0
    assert json.loads(done.stdout)["as_of"] == "2026-11-22"
    assert run("decide", "-", streams=streams, input=b"[]").returncode == 2


def test_a_closed_stream_refuses_to_be_written_to() -> None:
    """Nothing seems to have been written."""
    with pytest.raises(OSError, match="Bad file descriptor"):
        Closed().write("x")


def test_a_batch_needs_no_standard_output(tmp_path: Path) -> None:
    """It writes to a file."""
    given, written = tmp_path / "in.csv", tmp_path / "out.csv"
    given.write_bytes(b"as_of\n2026-11-22\n")
    assert run("batch", given, written, streams=">&- <&-").returncode == 0
    assert written.read_text("utf-8").count("\n") == 2
