"""`ssrules rules`: the rule sets as tables."""

from __future__ import annotations

import argparse

from ssrules.cli import books

HELP = "show the rule sets, or one of them with its rows and clauses"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the name of a rule set, if any."""
    parser.add_argument("name", metavar="NAME", nargs="?", help="a rule set, as insurance.medical")
    parser.add_argument(
        "--rulebook",
        metavar="FILE",
        default=books.DEFAULT,
        help="an overlay in TOML; without it, the built-in rule book",
    )


def run(args: argparse.Namespace) -> int:
    """Print the list of rule sets, or the one that is named."""
    from ssrules.cli.console import out

    console = out()

    from ssrules import display

    book = books.book(args.rulebook)
    if args.name is None:
        console.print(display.rule_sets(book))
    else:
        console.print(display.rule_set(book.rule_set(args.name), book))
    return 0
