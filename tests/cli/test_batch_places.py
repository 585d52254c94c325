"""Where `ssrules batch` writes: what was there, what stands in its way, and what a kill leaves."""

from __future__ import annotations

import contextlib
import os
import signal
import stat
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.processes import command, environment, run, said

from ssrules import placing
from ssrules.cli import main
from ssrules.frames import files

POSIX = pytest.mark.skipif(os.name != "posix", reason="permissions and links of POSIX")
ROWS = "as_of\n2026-11-22\n"


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """A small input."""
    path = tmp_path / "in.csv"
    path.write_text(ROWS, "utf-8")
    return path


@contextlib.contextmanager
def mask(bits: int) -> Iterator[None]:
    """A file mode creation mask for a while."""
    before = os.umask(bits)
    try:
        yield
    finally:
        os.umask(before)


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o755])
def test_an_output_keeps_its_permissions(mode: int, given: Path, tmp_path: Path) -> None:
    """What only its owner could read is not laid open."""
    written = tmp_path / "out.csv"
    written.write_text("old", "utf-8")
    written.chmod(mode)
    files.batch(str(given), str(written))
    assert stat.S_IMODE(written.stat().st_mode) == mode
    assert written.read_text("utf-8") != "old"


@POSIX
@pytest.mark.parametrize(("bits", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_a_new_output_has_the_permissions_of_any_new_file(
    bits: int, mode: int, given: Path, tmp_path: Path
) -> None:
    """The mask of the process counts, and is never set."""
    with mask(bits):
        files.batch(str(given), str(tmp_path / "out.csv"))
    assert stat.S_IMODE((tmp_path / "out.csv").stat().st_mode) == mode


def test_the_mask_of_the_process_is_left_alone(
    given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another thread may create a file at that very moment."""

    def refuse(_: int) -> int:
        raise AssertionError("the mask was set")

    monkeypatch.setattr(os, "umask", refuse)
    files.batch(str(given), str(tmp_path / "out.csv"))


@POSIX
def test_a_symbolic_link_stays_one_and_its_file_is_written(given: Path, tmp_path: Path) -> None:
    """The part stands beside the file, so that it can take its place in one step."""
    (tmp_path / "there").mkdir()
    link, there = tmp_path / "out.csv", tmp_path / "there" / "real.csv"
    link.symlink_to(there)
    for _ in range(2):  # at first there is no file behind the link
        files.batch(str(given), str(link))
        assert link.is_symlink()
        assert there.read_text("utf-8").count("\n") == 2
    assert [each.name for each in (tmp_path / "there").iterdir()] == ["real.csv"]


@POSIX
@pytest.mark.parametrize("end", ["csv", "jsonl", "parquet", "arrow"])
def test_a_pipe_is_written_to_as_it_comes(end: str, given: Path, tmp_path: Path) -> None:
    """Whoever reads from it gets the same bytes as from a file."""
    pipe, plain = tmp_path / f"pipe.{end}", tmp_path / f"plain.{end}"
    os.mkfifo(pipe)
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()))
    reader.start()
    files.batch(str(given), str(pipe))
    reader.join(60)
    files.batch(str(given), str(plain))
    assert found == [plain.read_bytes()]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@POSIX
@pytest.mark.parametrize("end", ["csv", "jsonl", "csv.gz"])
def test_a_pipe_is_read_as_it_comes(end: str, given: Path, tmp_path: Path) -> None:
    """Text need not be read twice."""
    plain, pipe, written = (tmp_path / f"{name}.{end}" for name in ("plain", "pipe", "out"))
    files.batch(str(given), str(plain), columns=("as_of",))
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(plain.read_bytes()))
    writer.start()
    assert files.batch(str(pipe), str(written)).rows == 1
    writer.join(60)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet", "arrow"])
def test_a_full_disk_is_told_in_a_sentence(
    kind: str, given: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The device is named, and 2 is the status."""
    assert main(["batch", str(given), "/dev/full", "--to", kind]) == 2
    assert capsys.readouterr().err == (
        "ssrules: '/dev/full' cannot be written: No space left on device\n"
    )


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
def test_a_disk_that_is_full_at_the_end_leaves_the_old_output(
    given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What could not be written whole takes no place, and its part is gone."""
    written = tmp_path / "out.csv"
    written.write_text("old", "utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert main(["batch", str(given), str(written)]) == 2
    assert "out.csv' cannot be written: No space left on device" in capsys.readouterr().err
    assert written.read_text("utf-8") == "old"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in.csv", "out.csv"]


@POSIX
@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_what_may_not_be_written_is_told(
    given: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder or a file that is read-only stays as it is."""
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    kept = tmp_path / "kept.csv"
    kept.write_text("old", "utf-8")
    kept.chmod(0o400)
    for written in (locked / "out.csv", kept):
        assert main(["batch", str(given), str(written)]) == 2
        assert "cannot be written: Permission denied" in capsys.readouterr().err
    assert kept.read_text("utf-8") == "old"


def test_a_missing_input_beside_an_output_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The output that is there stays."""
    written = tmp_path / "out.csv"
    written.write_text("old", "utf-8")
    assert main(["batch", str(tmp_path / "none.csv"), str(written)]) == 2
    assert "none.csv' does not exist" in capsys.readouterr().err
    assert written.read_text("utf-8") == "old"


@pytest.mark.parametrize("names", [("", "out.csv"), ("in", "out.csv"), ("in.csv", "folder.csv")])
def test_a_folder_is_told(
    names: tuple[str, str], given: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither end of a batch may be one."""
    (tmp_path / "folder.csv").mkdir()
    source = tmp_path / "folder.csv" if names[0] != "in.csv" else given
    assert main(["batch", str(source), str(tmp_path / names[1])]) == 2
    assert "is a folder" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["a\0b.csv", "\ud800.csv", "x" * 300 + ".csv"])
@pytest.mark.parametrize("end", [0, 1])
def test_a_name_that_no_file_can_have_is_told(
    name: str, end: int, given: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a sentence, like any file that cannot be read or written."""
    names = [str(given), str(tmp_path / "out.csv")]
    names[end] = str(tmp_path / name)
    assert main(["batch", *names]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "cannot be" in told or "does not exist" in told


def long_rows() -> bytes:
    """Rows for a batch that takes a while."""
    return b"as_of,person_age\n" + b"2026-11-22,41\n" * 3_000_000


@POSIX
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "SIGKILL"])
def test_a_signal_leaves_the_old_output_and_the_next_run_tidies_up(
    name: str, tmp_path: Path
) -> None:
    """Whatever ends a batch, nothing half stands under the output's name."""
    number = getattr(signal, name)
    given, written = tmp_path / "in.csv", tmp_path / "out.csv"
    given.write_bytes(long_rows())
    written.write_text("old", "utf-8")
    with started(name, command("batch", given, written)) as process:
        end = time.monotonic() + 100
        while not parts(tmp_path):
            assert process.poll() is None, "the batch ended before it could be ended"
            assert time.monotonic() < end
            time.sleep(0.01)
        process.send_signal(number)
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode in (128 + number, -number)
    assert written.read_text("utf-8") == "old"
    assert bool(parts(tmp_path)) == (name == "SIGKILL")
    given.write_text(ROWS, "utf-8")
    done = run("batch", given, written)
    assert (done.returncode, said(done)[0]) == (0, "1 row, 0 with faults")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in.csv", "out.csv"]


def started(name: str, program: list[str]) -> subprocess.Popen[bytes]:
    """A program that a signal ends, also where the tests themselves were told to ignore it."""
    number = getattr(signal, name)
    before = signal.SIG_DFL if name == "SIGKILL" else signal.signal(number, signal.SIG_DFL)
    try:
        return subprocess.Popen(program, env=environment(), stderr=subprocess.PIPE)
    finally:
        if name != "SIGKILL":
            signal.signal(number, before)


def parts(folder: Path) -> list[Path]:
    """The hidden parts in a folder."""
    return [*folder.glob(".out.csv.*.part")]


@POSIX
def test_the_part_of_a_batch_that_still_runs_is_left_to_it(given: Path, tmp_path: Path) -> None:
    """Two batches may write the same output; the one that ends last is what stands there."""
    target = str(tmp_path / "out.csv")
    with placing.placed(target) as file:
        files.batch(str(given), target)
        (part,) = parts(tmp_path)
        file.write(b"mine")
        assert part.exists()
    assert (tmp_path / "out.csv").read_bytes() == b"mine"
    assert parts(tmp_path) == []


@POSIX
def test_a_signal_that_is_ignored_stays_ignored(given: Path, tmp_path: Path) -> None:
    """`nohup` keeps a batch running when its terminal is closed."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert main(["batch", str(given), str(tmp_path / "out.csv")]) == 0
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
