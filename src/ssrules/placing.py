"""The place of a file that is written: it is there when it is complete, and not before."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from typing import BinaryIO

from ssrules.file_error import OUTPUT, STREAM, FileError, reason

try:
    import fcntl
except ImportError:  # Windows: there is no telling whether another process still writes a part
    fcntl = None  # type: ignore[assignment]

PART = ".part"
LONGEST = 100
"""So much of the name of a file begins that of its part, which may not be too long."""


@contextlib.contextmanager
def placed(name: str) -> Iterator[BinaryIO]:
    """What is to be written to, and stands under the name when the block is left without an error.

    A regular file is written beside its place, hidden, with the permissions of the file whose
    place it takes, and of any new file where there is none; a symbolic link stays one, and what it
    leads to is written. What is no regular file (standard output for `-`, a pipe, a device) is
    written as it comes. Raises `FileError`.
    """
    if name == STREAM:
        if sys.stdout is None:
            raise FileError(OUTPUT, "closed")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        target = os.path.realpath(name)
        before = os.stat(target) if os.path.exists(target) else None
    except (OSError, ValueError) as error:
        raise FileError(name, "unwritable", reason=reason(error)) from None
    if before is not None and stat.S_ISDIR(before.st_mode):
        raise FileError(name, "folder")
    try:
        if before is not None and not stat.S_ISREG(before.st_mode):
            with open(target, "wb") as file:
                yield file
            return
        if before is not None and not os.access(target, os.W_OK):
            raise PermissionError(None, "Permission denied")
        with _part(target, before) as (part, file):
            yield file
            file.flush()
            os.fsync(file.fileno())
            if fcntl is None:
                file.close()  # there, an open file cannot be moved
            os.replace(part, target)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise FileError(name, "unwritable", reason=reason(error)) from None


@contextlib.contextmanager
def _part(target: str, before: os.stat_result | None) -> Iterator[tuple[str, BinaryIO]]:
    """A hidden file beside the target, gone when the block is left."""
    folder, name = os.path.split(target)
    prefix = f".{name[:LONGEST]}."
    _tidy(folder, prefix)
    mode = 0o666 if before is None else stat.S_IMODE(before.st_mode)
    part, handle = _new(os.path.join(folder, prefix), mode)
    with open(handle, "wb") as file:
        try:
            if before is not None:
                if hasattr(os, "chown"):
                    with contextlib.suppress(OSError):  # only its owner, or root, may give it away
                        os.chown(part, before.st_uid, before.st_gid)
                os.chmod(part, mode)
            yield part, file
        finally:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(part)


def _new(prefix: str, mode: int) -> tuple[str, int]:
    """A new part, locked, by its name and handle."""
    while True:
        part = f"{prefix}{os.urandom(6).hex()}{PART}"
        handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_SH)
        if os.fstat(handle).st_nlink:
            return part, handle
        os.close(handle)  # it was tidied up before it was locked


def _tidy(folder: str, prefix: str) -> None:
    """Remove the parts that processes left which were killed: nobody holds a lock on those."""
    if fcntl is None:
        return
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            if not (name.startswith(prefix) and name.endswith(PART)):
                continue
            left = os.path.join(folder, name)
            with contextlib.suppress(OSError), open(left, "rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                os.unlink(left)
