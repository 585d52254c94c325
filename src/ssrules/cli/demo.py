"""`ssrules demo`: worked cases, decided."""

from __future__ import annotations

import argparse

from ssrules.cli.parsing import Parser


def arguments(parser: Parser) -> None:
    """Take the name of a worked case, if any."""
    parser.add_argument("name", metavar="NAME", nargs="?", help=parser.words["demo:name"])


def run(args: argparse.Namespace) -> int:
    """Decide the worked cases and print what each is about."""
    from ssrules.cli.console import out
    from ssrules.cli.demo_cases import DEMO_CASES
    from ssrules.errors import UnknownNameError
    from ssrules.facts import Case
    from ssrules.rulebook import decide

    console = out()

    from ssrules import display

    if args.name is not None and args.name not in DEMO_CASES:
        raise UnknownNameError("worked case", args.name, DEMO_CASES)
    for number, (name, worked) in enumerate(DEMO_CASES.items(), 1):
        if args.name not in (None, name):
            continue
        case = Case.from_dict(worked.case)
        console.rule(f"Case {number}: {name}", style="dim")
        console.print(display.story(worked.story))
        console.print(display.facts(case))
        only = () if args.name else worked.about
        console.print(display.decision(decide(case), only=only))
    if args.name is None:
        console.rule(style="dim")
        console.print("One of them with every answer at length: ssrules demo NAME")
        console.print("A case of your own, written as JSON:     ssrules decide FILE")
        console.print("The rules behind the answers:            ssrules rules")
    return 0
