"""`ssrules localities`: the places that there are, what differs there, and how sure that is."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ssrules.cli.parsing import Parser
from ssrules.words import cli

if TYPE_CHECKING:
    from ssrules.rulebook import RuleBook


def arguments(parser: Parser) -> None:
    """Take a place, and how to tell of it."""
    parser.add_argument("name", metavar="NAME", nargs="?", help=parser.words["localities:name"])
    parser.add_argument("--json", action="store_true", help=parser.words["localities:json"])


def run(args: argparse.Namespace) -> int:
    """Print every place with its texts, or what one of them changes for whom."""
    from ssrules import localities
    from ssrules.rulebook import RuleBook

    names = localities.names() if args.name is None else (args.name,)
    books = [RuleBook.for_locality(name) for name in names]
    told = [_told(book, args.language, in_full=args.name is not None) for book in books]
    if args.json:
        for each in told:
            sys.stdout.write(json.dumps(each, ensure_ascii=False) + "\n")
        return 0

    from rich.text import Text

    from ssrules.cli.console import out
    from ssrules.display.lines import Indented, Wrapped

    console = out()
    for each in told:
        console.print(Wrapped(Text(f"{each['name']}: {each['title']}", style="bold")))
        for line, style in _lines(each, args.language):
            console.print(Indented(Wrapped(Text(line, style=style))))
    return 0


def _told(book: RuleBook, language: str, *, in_full: bool) -> dict[str, Any]:
    """A place as data: what it is about, its texts, and in full what differs and is left out."""
    from ssrules.records.text import told
    from ssrules.records.unstructure import plain
    from ssrules.rulebook import RuleBook

    layer = book.layers[-1]
    known = RuleBook.default().clauses
    texts = [
        {
            "clause": each.id,
            "title": told(each.title, language),
            "issuer": told(each.issuer, language),
            "version": plain(each.version),
            "found": plain(each.found),
            "certainty": plain(each.certainty),
            "url": each.url,
            **({"words": each.words} if in_full else {}),
        }
        for each in layer.clauses
        if each.id not in known
    ]
    found = {
        "name": layer.name,
        "title": told(layer.title, language),
        "note": told(layer.note, language),
        "version": layer.version,
        "over": [each.name for each in book.layers[:-1]],
        "in_force_from": plain(layer.in_force_from),
        "texts": texts,
    }
    if in_full:
        differences = layer.beneath.diff(book, language=language)
        found["differences"] = [
            {"rule_set": each.rule_set, "message": each.message} for each in differences
        ]
        beneath = layer.beneath.table
        found["facts"] = [
            {"path": each.path, "meaning": told(each.meaning, language)}
            for each in book.table
            if each.path not in beneath
        ]
        found["not_formalised"] = [
            {"sentence": each.sentence, "reason": told(each.reason, language)}
            for each in layer.not_formalised
        ]
    return found


def _lines(told: dict[str, Any], language: str) -> Iterator[tuple[str, str]]:
    """The lines about a place, each with its style."""
    from ssrules.words.speech import words

    say = words(language)
    if told["note"]:
        yield " ".join(told["note"].split()), ""
    if told["over"]:
        yield cli.told("localities:over", language, names=", ".join(told["over"])), ""
    if told["in_force_from"]:
        yield cli.told("localities:from", language, day=told["in_force_from"]), ""
    for each in told["texts"]:
        notes = [f"found:{each['found']}"] if each["found"] else []
        notes += [f"certainty:{each['certainty']}"] if each["certainty"] else []
        sure = say.listed(map(say.label, notes), "also")
        title = f"{each['version']} {each['title']} [{each['clause']}]"
        yield cli.told("localities:text", language, title=title, sure=sure), "dim"
        if "words" in each:
            yield each["words"], ""
    for each in told.get("facts", ()):
        pieces = {"path": each["path"], "meaning": each["meaning"]}
        yield cli.told("localities:asks", language, **pieces), ""
    for each in told.get("differences", ()):
        yield f"{each['rule_set']}: {each['message']}", ""
    for each in told.get("not_formalised", ()):
        pieces = {"sentence": each["sentence"], "reason": each["reason"]}
        yield cli.told("localities:left_out", language, **pieces), "dim"
