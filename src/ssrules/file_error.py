"""The error of a file or a standard stream that cannot be read or written."""

from __future__ import annotations

from ssrules.errors import SsrulesError
from ssrules.words import cli

STREAM = "-"
"""What a command line calls standard input and standard output."""
INPUT, OUTPUT = "name:input", "name:output"


class FileError(SsrulesError, ValueError):
    """A file that cannot be read or written as is asked.

    `name` is the file's, or `name:input` and `name:output` for the standard ones; `code` says what
    is wrong; `data` is what its words tell.
    """

    def __init__(self, name: str, code: str, **values: str | int) -> None:
        self.name = name
        self.code = code
        self.data = values
        super().__init__(name, code)

    def __reduce__(self) -> tuple[object, ...]:
        return _made, (self.name, self.code, self.data)

    @property
    def message(self) -> str:
        """What is wrong, without the name of the file."""
        return cli.told(f"file:{self.code}", **self.data)

    def to_dict(self) -> dict[str, object]:
        """The error as a mapping for JSON."""
        return {"file": self.name, "message": self.message, "code": self.code}

    def told(self, language: str = "en") -> str:
        """The sentence in a language."""
        named = self.name in (INPUT, OUTPUT)
        name = cli.told(self.name, language) if named else f"'{self.name}'"
        return f"{name} {cli.told(f'file:{self.code}', language, **self.data)}"

    def __str__(self) -> str:
        return self.told()


def _made(name: str, code: str, values: dict[str, str | int]) -> FileError:
    return FileError(name, code, **values)


def reason(error: BaseException) -> str:
    """What an operating system or PyArrow says, on one line."""
    told = error.strerror if isinstance(error, OSError) else None
    return told or " ".join(str(error).split()) or type(error).__name__
