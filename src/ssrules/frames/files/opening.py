"""The bytes of a file that is read: decompressed, as UTF-8, and told at once where they end."""

from __future__ import annotations

import codecs
import contextlib
import gzip
import io
import os
import stat
import sys
import zlib
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, BinaryIO, TypeVar

from ssrules.file_error import INPUT, STREAM, FileError, reason
from ssrules.frames.files.kinds import Form

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

T = TypeVar("T")

CHUNK = 1 << 20
"""How many bytes are read at once."""


@contextlib.contextmanager
def opened(name: str) -> Iterator[tuple[str, BinaryIO]]:
    """The file or standard input, by the name that it has in an error, ready to be read.

    Raises `FileError`.
    """
    if name == STREAM:
        if sys.stdin is None:
            raise FileError(INPUT, "closed")
        yield INPUT, sys.stdin.buffer
        return
    try:
        file = open(name, "rb")  # noqa: SIM115 - closed below
    except FileNotFoundError:
        raise FileError(name, "missing") from None
    except IsADirectoryError:
        raise FileError(name, "folder") from None
    except (OSError, ValueError) as error:
        raise FileError(name, "unreadable", reason=reason(error)) from None
    with file:
        yield name, file


def unchanged(name: str, file: BinaryIO, found: Iterator[T]) -> Iterator[T]:
    """What is found in a file. Raises `FileError` at its end if the file was changed meanwhile."""
    before = _version(file)
    yield from found
    if _version(file) != before:
        raise FileError(name, "changed")


def _version(file: BinaryIO) -> tuple[int, int] | None:
    """The size and the time of the last change of a regular file."""
    try:
        found = os.fstat(file.fileno())
    except (OSError, ValueError):  # standard input that somebody replaced by an object of his own
        return None
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None


class Text(io.RawIOBase):
    """What is read of a text, as UTF-8 without a byte order mark."""

    def __init__(self, name: str, file: BinaryIO, form: Form) -> None:
        super().__init__()
        self._name = name
        self._file: IO[bytes] | gzip.GzipFile = gzip.GzipFile(fileobj=file) if form.gzip else file
        self._encoding = form.encoding
        self._decoder = codecs.getincrementaldecoder(form.encoding)()
        self._done = 0
        self._waiting = memoryview(b"")
        self._ahead = [self._next()]
        if self._ahead[0].startswith(codecs.BOM_UTF8):
            self._ahead[0] = self._ahead[0][len(codecs.BOM_UTF8) :]

    def first_line(self, most: int) -> str:
        """The text up to the first line break, or so many bytes; it is read again later."""
        while sum(map(len, self._ahead)) < most and b"\n" not in self._ahead[-1]:
            found = self._next()
            if not found:
                break
            self._ahead.append(found)
        return b"".join(self._ahead)[:most].decode("utf-8", "ignore")

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill a buffer, which only the end of the text leaves unfilled."""
        view = memoryview(buffer).cast("B")
        done = 0
        while done < len(view):
            while not self._waiting and self._ahead:
                self._waiting = memoryview(self._ahead.pop(0))
            if not self._waiting:
                self._waiting = memoryview(self._next())
            if not self._waiting:
                break
            count = min(len(view) - done, len(self._waiting))
            view[done : done + count] = self._waiting[:count]
            self._waiting = self._waiting[count:]
            done += count
        return done

    def _next(self) -> bytes:
        """Some more bytes of UTF-8; none at the end."""
        while True:
            try:
                found = self._file.read(CHUNK)
            except (OSError, EOFError, zlib.error) as error:
                raise FileError(self._name, "unreadable", reason=reason(error)) from None
            pending = len(self._decoder.getstate()[0])
            try:
                text = self._decoder.decode(found, final=not found)
            except UnicodeDecodeError as error:
                at = self._done - pending + error.start
                raise FileError(self._name, "encoding", encoding=self._encoding, at=at) from None
            self._done += len(found)
            if text or not found:
                return found if self._encoding == "utf-8" else text.encode("utf-8")
