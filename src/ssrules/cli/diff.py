"""`ssrules diff`: what two rule books answer differently."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from ssrules.cli import books

if TYPE_CHECKING:
    from ssrules.checking.findings import Differences

HELP = "compare two rule books: every kind of case whose answer changes"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the two rule books, and how to tell what is found."""
    for name, which in (("a", "the rule book as it was"), ("b", "the rule book as it will be")):
        parser.add_argument(
            name,
            metavar=name.upper(),
            help=f'{which}: an overlay in TOML, or "{books.DEFAULT}" for the built-in one',
        )
    parser.add_argument("--json", action="store_true", help="write the report as one JSON object")


def run(args: argparse.Namespace) -> int:
    """Compare the books and print the differences; 1 if there are any."""
    found = books.book(args.a).diff(books.book(args.b))
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
        console.print(f"\n{each.rule_set}", style="bold")
        console.print(f"  {each.message}")
        console.print(f"  for instance {each.case.to_json()}", style="dim")
