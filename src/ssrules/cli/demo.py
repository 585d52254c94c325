"""`ssrules demo`: worked cases, decided."""

from __future__ import annotations

import argparse

from ssrules.cli import books
from ssrules.cli.parsing import Parser
from ssrules.words import cli


def arguments(parser: Parser) -> None:
    """Take the name of a worked case, if any."""
    parser.add_argument("name", metavar="NAME", nargs="?", help=parser.words["demo:name"])
    books.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Decide the worked cases and print what each is about."""
    from ssrules.cli.console import out
    from ssrules.cli.demo_cases import DEMO_CASES
    from ssrules.errors import UnknownNameError
    from ssrules.rulebook import decide
    from ssrules.words.speech import words

    console = out()

    from ssrules import display

    book = books.chosen(args)
    language = args.language
    if args.name is not None and args.name not in DEMO_CASES:
        raise UnknownNameError("worked case", args.name, DEMO_CASES)
    for number, (name, worked) in enumerate(DEMO_CASES.items(), 1):
        if args.name not in (None, name):
            continue
        case = book.case(worked.case)
        title = cli.told("demo:title", language, number=number, name=name)
        console.rule(title, style="dim")
        console.print(display.story(worked.told(language)))
        console.print(display.facts(case, say=words(language, book.words)))
        only = () if args.name else worked.about
        console.print(display.decision(decide(case, book), book, only=only, language=language))
    if args.name is None:
        console.rule(style="dim")
        for line in ("demo:more", "demo:own", "demo:rules"):
            console.print(cli.told(line, language))
    return 0
