"""`ssrules diff`: what two rule books answer differently."""

from __future__ import annotations

import argparse
import sys

from ssrules.cli import books
from ssrules.cli.parsing import Parser


def arguments(parser: Parser) -> None:
    """Take the two rule books, and how to tell what is found."""
    words = parser.words
    parser.add_argument("a", metavar="A", help=words["affected:old"])
    parser.add_argument("b", metavar="B", help=words["affected:new"])
    parser.add_argument("--json", action="store_true", help=words["report:json"])


def run(args: argparse.Namespace) -> int:
    """Compare the books and print the differences; 1 if there are any."""
    found = books.book(args.a).diff(books.book(args.b), language=args.language)
    if args.json:
        sys.stdout.write(found.to_json() + "\n")
    else:
        from ssrules.cli.console import out

        console = out()

        from ssrules import display

        console.print(display.findings(found))
    return 1 if found else 0
