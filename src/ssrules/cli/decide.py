"""`ssrules decide`: one case, decided."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ssrules.cli import books

HELP = "decide one case, told as JSON"
STDIN = "-"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file of the case, and how to tell the decision."""
    parser.add_argument(
        "file", metavar="FILE", help="a file with the case, or - for standard input"
    )
    parser.add_argument(
        "--rulebook",
        metavar="FILE",
        default=books.DEFAULT,
        help="an overlay in TOML; without it, the built-in rule book",
    )
    parser.add_argument("--json", action="store_true", help="write the decision as one JSON object")


def run(args: argparse.Namespace) -> int:
    """Decide the case in the file, and print the decision."""
    from ssrules.deciding.decider import decide
    from ssrules.facts import Case

    book = books.book(args.rulebook)
    decision = decide(Case.from_json(read(args.file)), book)
    if args.json:
        sys.stdout.write(decision.to_json() + "\n")
        return 0

    from ssrules.cli.console import out

    console = out()

    from ssrules import display

    console.print(display.decision(decision, book))
    return 0


def read(name: str) -> str:
    """The text of a file, or of standard input. Raises `FactError` where there is none."""
    from ssrules.errors import FactError, Fault
    from ssrules.records.structure import WHOLE

    try:
        data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise FactError([Fault(WHOLE, name, *_told(name, error))]) from None
    if not text.strip():
        told = f"{_named(name)} is empty", 'the least that is needed is {"as_of": "2026-11-22"}'
        raise FactError([Fault(WHOLE, name, *told)])
    return text


def _told(name: str, error: OSError | ValueError) -> tuple[str, str]:
    """What is wrong with a file that cannot be read, and the cure."""
    if isinstance(error, FileNotFoundError):
        return f"{_named(name)} does not exist", "name a file with the case as JSON"
    if isinstance(error, IsADirectoryError):
        return f"{_named(name)} is a directory", "name a file with the case as JSON"
    if isinstance(error, UnicodeDecodeError):
        return f"{_named(name)} is not text in UTF-8", "save it as JSON in UTF-8"
    if isinstance(error, OSError):
        return f"{_named(name)} cannot be read: {error.strerror}", ""
    return f"{_named(name)} cannot be read: {error}", ""


def _named(name: str) -> str:
    return "standard input" if name == STDIN else f"'{name}'"
