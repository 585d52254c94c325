"""`ssrules diff`: what two rule books answer differently."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from ssrules.cli import books
from ssrules.cli.parsing import Parser

if TYPE_CHECKING:
    from ssrules.checking.findings import Differences


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
        _show(found)
    return 1 if found else 0


def _show(found: Differences) -> None:
    from ssrules.cli.console import out

    console = out()
    console.print(found.summary, style="bold" if found else "green")
    for each in found:
        head, message, instance = each.lines
        console.print(f"\n{head}", style="bold")
        console.print(f"  {message}")
        console.print(f"  {instance}", style="dim")
