"""`ssrules rules`: the rule sets as tables."""

from __future__ import annotations

import argparse

from ssrules.cli import books
from ssrules.cli.parsing import Parser


def arguments(parser: Parser) -> None:
    """Take the name of a rule set or of a section, if any, and the rule book."""
    parser.add_argument("name", metavar="NAME", nargs="?", help=parser.words["rules:name"])
    books.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print the list of rule sets, or the one that is named, or all those of a section."""
    from ssrules.cli.console import out

    console = out()

    from ssrules import display

    book = books.chosen(args)
    if args.name is None:
        console.print(display.rule_sets(book, language=args.language))
        return 0
    section = [each for each in book.rule_sets if each.name.startswith(f"{args.name}.")]
    alone = not section or any(each.name == args.name for each in book.rule_sets)
    for each in [book.rule_set(args.name)] if alone else section:
        console.print(display.rule_set(each, book, language=args.language))
    return 0
