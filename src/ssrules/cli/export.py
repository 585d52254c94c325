"""`ssrules export`: the rule book for other programs, one format a subcommand."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ssrules.cli import books
from ssrules.cli.parsing import Parser

STDOUT = "-"


def arguments(parser: Parser) -> None:
    """Take the format, and what that needs."""
    words = parser.words
    formats = parser.add_subparsers(metavar=words["export:format"], required=True)
    told = words["export:json"]
    json = formats.add_parser("json", help=told, description=told, language=parser.language)
    _common(json)
    json.set_defaults(make=_json)


def run(args: argparse.Namespace) -> int:
    """Write the file, or to standard output."""
    text: str = args.make(args)
    if args.out == STDOUT:
        sys.stdout.write(text)
    else:
        Path(args.out).write_text(text, encoding="utf-8")
    return 0


def _common(parser: Parser) -> None:
    parser.add_argument("out", metavar="OUT", help=parser.words["export:out"])
    books.arguments(parser)


def _json(args: argparse.Namespace) -> str:
    from ssrules.compiled import text

    return text(books.chosen(args))
