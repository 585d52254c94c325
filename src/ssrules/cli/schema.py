"""`ssrules schema`: the JSON Schema of what goes in and of what comes out."""

from __future__ import annotations

import argparse
import json
import sys

from ssrules.cli import books
from ssrules.cli.parsing import Parser

KINDS = ("case", "decision", "overlay")


def arguments(parser: Parser) -> None:
    """Take what the schema is of, and for which rule book."""
    parser.add_argument("kind", choices=KINDS, help=parser.words["schema:kind"])
    books.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print the schema."""
    from ssrules.schema import json_schema

    found = json_schema(args.kind, books.chosen(args))
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    return 0
