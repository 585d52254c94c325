"""`ssrules page`: the interview as one HTML file, which works from a disk."""

from __future__ import annotations

import argparse

from ssrules.cli import books, outputs
from ssrules.cli.parsing import Parser


def arguments(parser: Parser) -> None:
    """Take the file to write, and the rule book where only one is wanted."""
    parser.add_argument("out", metavar="OUT", help=parser.words["page:out"])
    books.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Write the page: of the rule book that is named, or of all places to choose from."""
    from ssrules import page

    if args.rulebook == books.DEFAULT and args.locality is None:
        text = page.html()
    else:
        book = books.chosen(args)
        text = page.html((page.Place(book.name, {"en": book.name, "zh": book.name}, book),))
    outputs.write(args.out, text)
    return 0
