"""`ssrules decide`: one case, decided, or one a line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ssrules.cli import books, streams
from ssrules.cli.parsing import Parser

STDIN = "-"


def arguments(parser: Parser) -> None:
    """Take the file of the case, the rule book, and how to tell the decision."""
    words = parser.words
    parser.add_argument("file", metavar="FILE", help=words["decide:file"])
    books.arguments(parser)
    parser.add_argument("--json", action="store_true", help=words["decide:json"])
    parser.add_argument("--lines", action="store_true", help=words["decide:lines"])


def run(args: argparse.Namespace) -> int:
    """Decide the case in the file, and print the decision; or that of every line."""
    book = books.chosen(args)
    if args.lines:
        from ssrules.cli import lines

        return lines.run(args.file, book)

    from ssrules.rulebook import decide

    decision = decide(book.facts.from_json(read(args.file)), book)
    if args.json:
        sys.stdout.write(decision.to_json() + "\n")
        return 0

    from ssrules.cli.console import out

    console = out()

    from ssrules import display

    console.print(display.decision(decision, book, language=args.language))
    return 0


def read(name: str) -> str:
    """The text of a file, or of standard input. Raises `FactError` where there is none."""
    from ssrules.errors import FactError, Fault
    from ssrules.records.checks import WHOLE

    try:
        data = streams.standard_input().read() if name == STDIN else Path(name).read_bytes()
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        code, because = _told(error)
        fault = Fault.of(WHOLE, name, code, file=_file(name), because=because)
        raise FactError([fault]) from None
    if not text.strip():
        raise FactError([Fault.of(WHOLE, name, "file_empty", file=_file(name))])
    return text


def _told(error: OSError | ValueError) -> tuple[str, str | None]:
    """The code of what is wrong with a file that cannot be read, and the system's own words."""
    if isinstance(error, FileNotFoundError):
        return "file_missing", None
    if isinstance(error, IsADirectoryError):
        return "file_is_a_directory", None
    if isinstance(error, UnicodeDecodeError):
        return "file_not_utf8", None
    if isinstance(error, OSError):
        return "file_unreadable", error.strerror
    return "file_unreadable", str(error)


def _file(name: str) -> str | None:
    """What stands for a name that is no file's."""
    return "standard input" if name == STDIN else None
