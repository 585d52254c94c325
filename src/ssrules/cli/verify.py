"""`ssrules verify`: everything that is wrong with a rule book."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from ssrules.cli import books
from ssrules.cli.parsing import Parser

if TYPE_CHECKING:
    from ssrules.checking.findings import Report


def arguments(parser: Parser) -> None:
    """Take the rule book, the day, and how to tell what is found."""
    words = parser.words
    parser.add_argument(
        "file", metavar="FILE", nargs="?", default=books.DEFAULT, help=words["option:rulebook"]
    )
    parser.add_argument("--locality", metavar="NAME", help=words["option:locality"])
    parser.add_argument("--on", metavar="DATE", help=words["verify:on"])
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help=words["report:json"])
    how.add_argument("--tests", action="store_true", help=words["verify:tests"])


def run(args: argparse.Namespace) -> int:
    """Verify the book and print the report; 1 if anything is found."""
    from ssrules.errors import FactError, Fault
    from ssrules.records.kinds import parse_date

    on = None if args.on is None else parse_date(args.on)
    if args.on is not None and on is None:
        raise FactError([Fault.of("--on", args.on, "on_not_a_date")])
    report = books.book(args.file, locality=args.locality).verify(on=on, language=args.language)
    if args.json:
        sys.stdout.write(report.to_json() + "\n")
    elif args.tests:
        sys.stdout.write(report.as_tests(books.source(args.file)))
    else:
        _show(report)
    return 1 if report else 0


def _show(report: Report) -> None:
    from ssrules.cli.console import out

    console = out()
    console.print(report.summary, style="bold" if report else "green")
    for each in report:
        head, message, instance = each.lines
        console.print(f"\n{head}", style="bold red")
        console.print(f"  {message}")
        console.print(f"  {instance}", style="dim")
