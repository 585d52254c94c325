"""`ssrules replay`: decide a log of decisions again."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ssrules.cli import books, printable, streams
from ssrules.cli.parsing import Parser
from ssrules.words import cli

if TYPE_CHECKING:
    from ssrules.rulebook import RuleBook

STDIN = "-"
DIFFERENCES, BAD_INPUT = 1, 2


def arguments(parser: Parser) -> None:
    """Take the log, the rule book, and how to tell what is found."""
    words = parser.words
    parser.add_argument("log", metavar="LOG", help=words["replay:log"])
    parser.add_argument(
        "--rulebook", metavar="FILE", action="append", help=words["replay:rulebook"]
    )
    parser.add_argument("--locality", metavar="NAME", help=words["option:locality"])
    parser.add_argument("--json", action="store_true", help=words["replay:json"])


def run(args: argparse.Namespace) -> int:
    """Replay the log; 1 if a line differs, 2 if one, or the log itself, cannot be read."""
    names = args.rulebook or [books.DEFAULT]
    several = [books.book(name, locality=args.locality) for name in names]
    book = several[0] if len(several) == 1 else several
    with _opened(args.log) as stream:
        return _replay(stream, book, as_json=args.json, language=args.language)


def _opened(log: str) -> IO[bytes]:
    """The log. Raises `FactError` where it cannot be opened."""
    from ssrules.errors import FactError, Fault

    try:
        return streams.standard_input() if log == STDIN else Path(log).open("rb")
    except (OSError, ValueError) as error:
        because = getattr(error, "strerror", None) or str(error)
        raise FactError([Fault.of("log", log, "log_unreadable", because=because)]) from None


def _replay(
    stream: IO[bytes], book: RuleBook | list[RuleBook], *, as_json: bool, language: str
) -> int:
    from ssrules.checking.replay import Why, replay
    from ssrules.words.speech import words

    lines = 0

    def counted() -> Iterator[bytes]:
        nonlocal lines
        for line in stream:
            lines += bool(line.strip())
            yield line

    found: Counter[str] = Counter()
    for each in replay(counted(), book, language=language):
        found[each.why.value] += 1
        told = json.dumps(each.to_dict(), ensure_ascii=False) if as_json else printable(str(each))
        sys.stdout.write(told + "\n")
    say = words(language)
    kinds = say.listed(f"{found[why.value]} {say.label(f'replay:{why.value}')}" for why in Why)
    same = lines - found.total()
    streams.complain(f"{cli.counted('replay:lines', lines, language, same=same, kinds=kinds)}\n")
    if found[Why.UNREADABLE.value]:
        return BAD_INPUT
    return DIFFERENCES if found.total() > found[Why.FACTS_LEFT_OUT.value] else 0
