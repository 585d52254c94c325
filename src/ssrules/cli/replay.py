"""`ssrules replay`: decide a log of decisions again."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ssrules.cli import books, printable

if TYPE_CHECKING:
    from ssrules.rulebook import RuleBook

HELP = "decide a log of decisions again, and report every line that comes out differently"
STDIN = "-"
DIFFERENCES, BAD_INPUT = 1, 2


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the log, the rule book, and how to tell what is found."""
    parser.add_argument(
        "log",
        metavar="LOG",
        help="a file with an object {case, decision} on each line, or - for standard input",
    )
    parser.add_argument(
        "--rulebook",
        metavar="FILE",
        default=books.DEFAULT,
        help="an overlay in TOML; without it, the built-in rule book",
    )
    parser.add_argument("--json", action="store_true", help="write each report as a JSON object")


def run(args: argparse.Namespace) -> int:
    """Replay the log; 1 if a line differs, 2 if one, or the log itself, cannot be read."""
    book = books.book(args.rulebook)
    if args.log == STDIN:
        return _replay(sys.stdin.buffer, book, as_json=args.json)
    with _opened(args.log) as stream:
        return _replay(stream, book, as_json=args.json)


def _opened(log: str) -> IO[bytes]:
    """The log. Raises `FactError` where it cannot be opened."""
    from ssrules.errors import FactError, Fault

    try:
        return Path(log).open("rb")
    except (OSError, ValueError) as error:
        because = getattr(error, "strerror", None) or str(error)
        raise FactError([Fault.of("log", log, "log_unreadable", because=because)]) from None


def _replay(stream: IO[bytes], book: RuleBook, *, as_json: bool) -> int:
    from ssrules.checking.replay import Why, replay

    lines = 0

    def counted() -> Iterator[bytes]:
        nonlocal lines
        for line in stream:
            lines += bool(line.strip())
            yield line

    found: Counter[str] = Counter()
    for each in replay(counted(), book):
        found[each.why.value] += 1
        told = json.dumps(each.to_dict(), ensure_ascii=False) if as_json else printable(str(each))
        sys.stdout.write(told + "\n")
    kinds = ", ".join(f"{found[why.value]} {why.value}" for why in Why)
    counted_lines = "1 line" if lines == 1 else f"{lines} lines"
    sys.stderr.write(f"{counted_lines}: {lines - found.total()} as they were, {kinds}\n")
    if found[Why.UNREADABLE.value]:
        return BAD_INPUT
    return DIFFERENCES if found else 0
