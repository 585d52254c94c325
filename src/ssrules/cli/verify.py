"""`ssrules verify`: everything that is wrong with a rule book."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from ssrules.cli import books

if TYPE_CHECKING:
    from ssrules.checking.findings import Report

HELP = "look for gaps, conflicts, idle rules and lapsed citations in a rule book"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the rule book, the day, and how to tell what is found."""
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        default=books.DEFAULT,
        help="an overlay in TOML; without it, the built-in rule book",
    )
    parser.add_argument("--on", metavar="DATE", help="the day on which citations must be in force")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="write the report as one JSON object")
    how.add_argument(
        "--tests", action="store_true", help="write a pytest test for each finding instead"
    )


def run(args: argparse.Namespace) -> int:
    """Verify the book and print the report; 1 if anything is found."""
    from ssrules.errors import FactError, Fault
    from ssrules.records.kinds import parse_date

    on = None if args.on is None else parse_date(args.on)
    if args.on is not None and on is None:
        raise FactError([Fault.of("--on", args.on, "on_not_a_date")])
    report = books.book(args.file).verify(on=on)
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
    for finding in report:
        console.print(f"\n{finding.rule_set}: {finding.kind.value}", style="bold red")
        console.print(f"  {finding.message}")
        console.print(f"  for instance {finding.case.to_json()}", style="dim")
