"""`ssrules verify`: everything that is wrong with a rule book."""

from __future__ import annotations

import argparse
import sys

from ssrules.cli import books
from ssrules.cli.parsing import Parser

# As `Certainty` has them, told here so that the command line starts without the rules.
CERTAINTIES = ("compared", "confirmed", "single_copy", "summary", "from_memory")


def arguments(parser: Parser) -> None:
    """Take the rule book, the day, and how to tell what is found."""
    words = parser.words
    parser.add_argument(
        "file", metavar="FILE", nargs="?", default=books.DEFAULT, help=words["option:rulebook"]
    )
    parser.add_argument("--locality", metavar="NAME", help=words["option:locality"])
    parser.add_argument("--on", metavar="DATE", help=words["verify:on"])
    parser.add_argument("--certainty", choices=CERTAINTIES, help=words["verify:certainty"])
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
    book = books.book(args.file, locality=args.locality)
    report = book.verify(on=on, certainty=args.certainty, language=args.language)
    if args.json:
        sys.stdout.write(report.to_json() + "\n")
    elif args.tests:
        sys.stdout.write(report.as_tests(books.source(args.file)))
    else:
        from ssrules.cli.console import out

        console = out()

        from ssrules import display

        console.print(display.findings(report))
    return 1 if report else 0
