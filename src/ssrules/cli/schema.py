"""`ssrules schema`: the JSON Schema of what goes in and of what comes out."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from ssrules.cli import books
from ssrules.cli.parsing import Parser

OVERLAY = "overlay"


def arguments(parser: Parser) -> None:
    """Take what the schema is of, and for which rule book."""
    from ssrules import schema

    kinds = ("case", "decision", OVERLAY) if hasattr(schema, "json_schema") else (OVERLAY,)
    parser.add_argument("kind", choices=kinds, help=parser.words["schema:kind"])
    books.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print the schema."""
    from ssrules import schema

    book = books.chosen(args)
    make: Any = getattr(schema, "json_schema", None)
    found = schema.overlay_schema(book) if make is None else make(args.kind, book)
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    return 0
