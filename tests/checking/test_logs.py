"""A log of decisions: whole lines from everywhere, and nothing half but what a kill tears."""

from __future__ import annotations

import datetime
import hashlib
import hmac
import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import ssrules
from ssrules import Case, DecisionLog, RuleBook, decide, replay
from ssrules.checking.logs import case_digest
from ssrules.checking.replay import Why
from ssrules.file_error import FileError
from ssrules.strategies import cases

SOURCE = Path(ssrules.__file__).parent.parent
CASE = Case.from_dict({"as_of": "2026-11-22", "card": {"received_on": "2026-01-01"}})
SHORTER = RuleBook.default().with_parameters(activation_window_days=100)
POSIX = pytest.mark.skipif(os.name != "posix", reason="locks and permissions of POSIX")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a log is to stand."""
    return tmp_path / "log.jsonl"


def lines(path: Path) -> list[dict[str, Any]]:
    """What the lines of a log hold."""
    return [json.loads(line) for line in path.read_bytes().splitlines()]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(case=cases())
def test_what_was_logged_is_replayed_as_it_was(case: Case, tmp_path: Path) -> None:
    """Every line comes out again, and another rule book tells which do not."""
    log = DecisionLog(tmp_path / "log.jsonl")
    log.append(decide(case))
    assert [*replay(log)] == []


def test_a_line_has_what_the_caller_gives(path: Path) -> None:
    """An id, a time and further keys in front of case and decision, in this order."""
    decision = decide(CASE)
    log = DecisionLog(path)
    moment = datetime.datetime(2026, 11, 22, 9, 30, tzinfo=datetime.UTC)
    log.append(decision, id="A-7", time=moment, more={"desk": 4})
    log.append(decision, CASE, id=8, time="09:31")
    log.append(decision)
    own = {"case": CASE.to_dict(), "decision": decision.to_dict()}
    first = {"id": "A-7", "time": "2026-11-22T09:30:00+00:00", "desk": 4, **own}
    assert lines(path) == [first, {"id": 8, "time": "09:31", **own}, own]
    assert [*lines(path)[0]] == [*first]


def test_a_time_without_a_zone_and_a_key_of_the_log_are_refused(path: Path) -> None:
    """And nothing is written."""
    log = DecisionLog(path)
    with pytest.raises(ValueError, match="has no time zone"):
        log.append(decide(CASE), time=datetime.datetime(2026, 11, 22))
    for name in ("case", "decision", "case_digest"):
        with pytest.raises(ValueError, match="key of the log itself"):
            log.append(decide(CASE), more={name: 1})
    with pytest.raises(ValueError, match="key of the log itself"):
        log.append(decide(CASE), id=1, more={"id": 2})
    with pytest.raises(TypeError):
        log.append(decide(CASE), more={"desk": object()})
    assert not path.exists()


def test_facts_may_be_left_out(path: Path) -> None:
    """What is kept is a digest, by which equal cases are known, and no others; replay says so."""
    log = DecisionLog(path, keep_facts=False)
    keyed = DecisionLog(path, keep_facts=False, key=b"secret")
    log.append(decide(CASE))
    keyed.append(decide(CASE))
    first, second = lines(path)
    assert "case" not in first
    text = json.dumps(CASE.to_dict(), sort_keys=True, separators=(",", ":")).encode()
    assert first["case_digest"] == hashlib.sha256(text).hexdigest() == case_digest(CASE)
    assert second["case_digest"] == hmac.new(b"secret", text, "sha256").hexdigest()
    assert case_digest(CASE) != case_digest(CASE.with_facts({"person.age": 1}))
    assert [each.why for each in replay(log)] == [Why.FACTS_LEFT_OUT] * 2
    assert "secret" not in repr(keyed)


def test_each_line_is_decided_by_the_book_it_carries(path: Path) -> None:
    """Of several books; a line of none of them is told, as is one that does not come out."""
    log = DecisionLog(path)
    other = RuleBook.default().with_parameters(activation_window_days=5)
    for book in (RuleBook.default(), SHORTER, other):
        log.append(decide(CASE, book))
    assert [*replay(log, [SHORTER, RuleBook.default(), other])] == []
    found = [*replay(log, (RuleBook.default(), SHORTER))]
    assert [(each.line, each.why) for each in found] == [(3, Why.UNKNOWN_RULE_BOOK)]
    assert [each.line for each in replay(log)] == [2, 3]
    changed = lines(path)[1]
    changed["decision"]["loss_report"]["status"] = "reported"
    path.write_text(json.dumps(changed) + "\n", "utf-8")
    (one,) = replay(log, [RuleBook.default(), SHORTER])
    assert one.why is Why.OTHER_ANSWER


def test_a_line_after_a_torn_one_begins_anew(path: Path) -> None:
    """What a kill tore stays alone on its line; replay says so and goes on."""
    log = DecisionLog(path)
    log.append(decide(CASE), id=1)
    whole = path.read_bytes()
    for cut in (1, 40, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole + whole[:-cut])
        log.append(decide(CASE), id=2)
        first, torn, last = path.read_bytes().splitlines(keepends=True)
        assert (first, torn) == (whole, whole[:-cut] + b"\n")
        assert json.loads(last)["id"] == 2
        found = [(each.line, each.why) for each in replay(log)]
        assert found == ([] if cut == 1 else [(2, Why.UNREADABLE)])


APPENDING = """
import os, sys
sys.path.insert(0, sys.argv[1])
from concurrent.futures import ThreadPoolExecutor
from ssrules import Case, DecisionLog, decide

log = DecisionLog(sys.argv[2])
case = Case.from_dict({"as_of": "2026-11-22"})
decision = decide(case)
start, count = int(sys.argv[3]), int(sys.argv[4])
with ThreadPoolExecutor(4) as pool:
    list(pool.map(lambda n: log.append(decision, id=n), range(start, start + count)))
"""


def appending(path: Path, start: int, count: int) -> subprocess.Popen[bytes]:
    """A process that appends so many lines in four threads."""
    line = [sys.executable, "-c", APPENDING, str(SOURCE), str(path), str(start), str(count)]
    return subprocess.Popen(line, stderr=subprocess.PIPE)


def test_processes_and_threads_append_whole_lines(path: Path) -> None:
    """Four processes of four threads: no line is lost, torn or mixed with another."""
    processes = [appending(path, 1000 * number, 300) for number in range(4)]
    for process in processes:
        assert process.communicate()[1] == b""
        assert process.returncode == 0
    found = sorted(line["id"] for line in lines(path))
    assert found == [1000 * number + n for number in range(4) for n in range(300)]
    assert [*replay(DecisionLog(path))] == []


def test_threads_of_one_process_share_a_log(path: Path) -> None:
    """It is one object, and has no state of its own."""
    log, decision = DecisionLog(path), decide(CASE)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: log.append(decision, id=n), range(500)))
    assert sorted(line["id"] for line in lines(path)) == list(range(500))


@POSIX
def test_a_killed_process_tears_one_line_at_most(path: Path) -> None:
    """Ten kills in the midst of appending, others going on: every other line is whole."""
    for number in range(10):
        process = appending(path, 100_000 * number, 100_000)
        size = path.stat().st_size if path.exists() else 0
        end = time.monotonic() + 60
        while not path.exists() or path.stat().st_size < size + 200_000:
            assert time.monotonic() < end
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    DecisionLog(path).append(decide(CASE))
    found = [*replay(DecisionLog(path))]
    assert len(found) <= 10
    assert {each.why for each in found} <= {Why.UNREADABLE}


@POSIX
def test_a_new_log_is_for_its_owner_alone_unless_it_is_said(path: Path, tmp_path: Path) -> None:
    """It is about people; one that is there keeps its permissions."""
    DecisionLog(path).append(decide(CASE))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o640)
    DecisionLog(path).append(decide(CASE))
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    shared = tmp_path / "shared.jsonl"
    DecisionLog(shared, mode=0o644, sync=True).append(decide(CASE))
    assert stat.S_IMODE(shared.stat().st_mode) == 0o644


@POSIX
def test_a_disk_that_is_full_leaves_nothing_of_a_line(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A part that was written is taken away again, and the error names the file."""
    log = DecisionLog(path)
    log.append(decide(CASE))
    before = path.read_bytes()
    write = os.write

    def nearly_full() -> Iterator[int]:
        yield 100

    left = nearly_full()

    def full(handle: int, data: bytes) -> int:
        for room in left:
            return write(handle, data[:room])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(FileError, match=r"log\.jsonl' cannot be written: No space left"):
        log.append(decide(CASE))
    monkeypatch.undo()
    assert path.read_bytes() == before


def test_a_log_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A folder, a folder that is not there, and a name that no file can have."""
    for name in (str(tmp_path), str(tmp_path / "none" / "log"), "a\0b"):
        with pytest.raises(FileError, match="cannot be written"):
            DecisionLog(name).append(decide(CASE))


def test_a_log_that_is_not_there_has_no_lines(path: Path) -> None:
    """Nothing was logged yet."""
    assert [*DecisionLog(path)] == []


def test_the_command_replays_with_several_rule_books(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each line by its own, and lines without facts are no difference."""
    from ssrules.cli import main

    city = tmp_path / "city.toml"
    city.write_text(
        'name = "city"\nversion = "1"\n[[changes]]\nchange = "change_parameter"\n'
        'parameter = "activation_window_days"\nvalue = 100\ncites = "source.A4"\n',
        "utf-8",
    )
    log = DecisionLog(path)
    log.append(decide(CASE))
    log.append(decide(CASE, RuleBook.from_toml(city)))
    assert main(["replay", str(path)]) == 1
    assert main(["replay", str(path), "--rulebook", "default", "--rulebook", str(city)]) == 0
    DecisionLog(path, keep_facts=False).append(decide(CASE))
    capsys.readouterr()
    line = ["replay", str(path), "--rulebook", str(city), "--rulebook", "default"]
    assert main(line) == 0
    told = capsys.readouterr()
    assert "facts_left_out" in told.out
    assert told.err.startswith("3 lines: 2 as they were")
