"""`ssrules facts`: every fact, with what it may be and what it means."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from ssrules.cli import books
from ssrules.cli.parsing import Parser
from ssrules.words import cli

if TYPE_CHECKING:
    from ssrules.records.fields import Fact
    from ssrules.words.speech import Words


def arguments(parser: Parser) -> None:
    """Take the beginning of the paths that are wanted, and how to tell them."""
    parser.add_argument("path", metavar="PATH", nargs="?", help=parser.words["facts:path"])
    books.arguments(parser)
    parser.add_argument("--json", action="store_true", help=parser.words["facts:json"])


def run(args: argparse.Namespace) -> int:
    """Print the table of facts, or those below a path."""
    from ssrules.errors import UnknownNameError
    from ssrules.words.speech import words

    book = books.chosen(args)
    say = words(args.language, book.words)
    found = [fact for fact in book.table if _is_below(fact.path, args.path)]
    if not found:
        groups = dict.fromkeys(path.rpartition(".")[0] for path in book.table.paths)
        known = (*filter(None, groups), *book.table.paths)
        raise UnknownNameError("fact", args.path, known)
    if args.json:
        for fact in found:
            sys.stdout.write(json.dumps(_told(fact, say), ensure_ascii=False) + "\n")
        return 0

    from ssrules.cli.console import out

    console = out()

    from rich.text import Text

    from ssrules.display.lines import Indented, Wrapped

    for fact in found:
        told = _told(fact, say)
        console.print(Wrapped(Text(told["path"], style="bold")))
        console.print(Indented(Wrapped(Text(_values(told, args.language)))))
        console.print(Indented(Wrapped(Text(told["meaning"], style="dim"))))
    return 0


def _is_below(path: str, asked: str | None) -> bool:
    return asked is None or path == asked or path.startswith(f"{asked}.")


def _told(fact: Fact, say: Words) -> dict[str, Any]:
    """A fact as data: its path, its column in a frame, its kind, its values, its default."""
    default = getattr(fact.default, "value", fact.default)
    words = [each for each in fact.values if isinstance(each, str)]
    return {
        "path": fact.path,
        "column": fact.path.replace(".", "_"),
        "kind": "text" if words else KINDS[fact.kind.__name__],
        "values": words,
        "default": default,
        "meaning": say.label(f"meaning:{fact.path}", fact.meaning),
    }


KINDS = {"bool": "boolean", "int": "integer", "str": "text", "date": "date"}


def _values(told: dict[str, Any], language: str) -> str:
    if told["values"]:
        values = " ".join(told["values"])
    else:
        values = cli.told(f"facts:kind_{told['kind']}", language)
    if told["default"] is not None:
        default = json.dumps(told["default"]).strip('"')
        return f"{values} {cli.told('facts:default', language, default=default)}"
    return values
