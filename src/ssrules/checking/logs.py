"""A log of decisions: one line each, from as many threads and processes as there are."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import hmac
import json
import os
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ssrules.decisions import Decision
from ssrules.file_error import FileError, reason
from ssrules.records.case import Facts
from ssrules.records.made_up import said, without_made_up

try:
    import fcntl
except ImportError:  # Windows: lines are whole there, too, but a full disk may leave half of one
    fcntl = None  # type: ignore[assignment]

CASE, DIGEST, DECISION, SAID = "case", "case_digest", "decision", "said"
OWN = frozenset({CASE, DIGEST, DECISION, SAID})


def _path(path: str | os.PathLike[str]) -> str:
    return os.fspath(path)


@attrs.frozen
class DecisionLog:
    """Appends decisions with their cases to a file of JSON Lines, which `ssrules.replay` reads.

    Any number of threads and processes may append to one file; each line is written whole, in one
    step and under a lock, and after a fork nothing is shared. A process that is killed leaves at
    most its last line torn; whoever appends next begins a line of his own. A full disk leaves
    nothing of a line. The file is opened for each line, so it may be moved away meanwhile.

    Identifiers that an interview made up are left out; what was answered in their place stands
    under `said`, by the path of the question.

    With `keep_facts=False` a line has no case, but its digest: a SHA-256 in hexadecimal, by which
    equal cases are known; give a secret `key` (HMAC), since cases are few enough to try them all.
    A decision still tells dates that follow from facts. With `sync=True` each line is on the disk
    when `append` returns. A new file has the permissions `mode`.
    """

    path: str = attrs.field(converter=_path)
    keep_facts: bool = attrs.field(default=True, kw_only=True)
    key: bytes | None = attrs.field(default=None, kw_only=True, repr=False)
    sync: bool = attrs.field(default=False, kw_only=True)
    mode: int = attrs.field(default=0o600, kw_only=True)

    def append(
        self,
        decision: Decision,
        case: Facts | None = None,
        *,
        id: str | int | None = None,  # noqa: A002 - what the line calls it
        time: datetime.datetime | str | None = None,
        more: Mapping[str, Any] | None = None,
    ) -> None:
        """Append a decision on a case, its own one if none is given.

        `id` and `time` are the caller's and stand in front if they are given; `more` are further
        keys for JSON. Raises `FileError` where nothing can be written, `ValueError` for a time
        without a time zone or a key that the log itself has, `TypeError` for what JSON cannot hold.
        """
        line: dict[str, Any] = {}
        if id is not None:
            line["id"] = id
        if time is not None:
            line["time"] = _moment(time)
        for name, value in (more or {}).items():
            if name in OWN or name in line:
                raise ValueError(f"{name!r} is a key of the log itself: call it otherwise")
            line[name] = value
        known = decision.case if case is None else case
        if self.keep_facts:
            line[CASE] = without_made_up(known).to_dict()
            if answers := said(known):
                line[SAID] = answers
        else:
            line[DIGEST] = case_digest(known, self.key)
        line[DECISION] = decision.to_dict()
        text = json.dumps(line, ensure_ascii=False, allow_nan=False)
        self._write(f"{text}\n".encode("utf-8", "backslashreplace"))

    def __iter__(self) -> Iterator[bytes]:
        """Every line as it stands in the file; of a file that is not there, none."""
        try:
            with open(self.path, "rb") as file:
                yield from file
        except FileNotFoundError:
            return
        except OSError as error:
            raise FileError(self.path, "unreadable", reason=reason(error)) from None

    def _write(self, line: bytes) -> None:
        try:
            flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_CLOEXEC", 0)
            handle = os.open(self.path, flags, self.mode)
            try:
                if fcntl is not None:
                    fcntl.flock(handle, fcntl.LOCK_EX)
                self._append(handle, line)
            finally:
                os.close(handle)  # which unlocks it
        except (OSError, ValueError) as error:
            raise FileError(self.path, "unwritable", reason=reason(error)) from None

    def _append(self, handle: int, line: bytes) -> None:
        size = os.lseek(handle, 0, os.SEEK_END)
        torn = False
        if size:
            os.lseek(handle, size - 1, os.SEEK_SET)
            torn = os.read(handle, 1) != b"\n"
        whole = b"\n" + line if torn else line
        written = 0
        try:
            while written < len(whole):  # a disk that is nearly full takes a part of it first
                written += os.write(handle, whole[written:])
            if self.sync:
                os.fsync(handle)
        except OSError:
            if fcntl is not None:  # nobody else has appended since
                with contextlib.suppress(OSError):
                    os.ftruncate(handle, size)
            raise


def case_digest(case: Facts, key: bytes | None = None) -> str:
    """A SHA-256 of the facts of a case in hexadecimal, or an HMAC with it by a secret key.

    Equal for equal cases only.
    """
    text = json.dumps(case.to_dict(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    data = text.encode("utf-8", "surrogatepass")
    if key is None:
        return hashlib.sha256(data).hexdigest()
    return hmac.new(key, data, "sha256").hexdigest()


def _moment(time: datetime.datetime | str) -> str:
    if isinstance(time, str):
        return time
    if time.tzinfo is None:
        raise ValueError(f"{time} has no time zone: give one, as datetime.timezone.utc")
    return time.isoformat()
