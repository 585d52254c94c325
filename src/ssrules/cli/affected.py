"""`ssrules affected`: which decisions on the rows of a file another rule book changes."""

from __future__ import annotations

import argparse
import json
import sys

from ssrules.cli import books
from ssrules.cli.parsing import Parser
from ssrules.errors import MissingExtraError
from ssrules.words import cli

NEEDED = ("pyarrow", "narwhals")


def arguments(parser: Parser) -> None:
    """Take the two rule books, the file, and how it is written."""
    words = parser.words
    parser.add_argument("old", metavar="OLD", help=words["affected:old"])
    parser.add_argument("new", metavar="NEW", help=words["affected:new"])
    parser.add_argument("file", metavar="FILE", help=words["batch:input"])
    parser.add_argument("--as-of", metavar="DATE", help=words["batch:as_of"])
    parser.add_argument("--delimiter", metavar="CHAR", default=",", help=words["batch:delimiter"])
    parser.add_argument("--encoding", metavar="NAME", default="utf-8", help=words["batch:encoding"])
    parser.add_argument("--json", action="store_true", help=words["affected:json"])


def run(args: argparse.Namespace) -> int:
    """Decide every row with both books, and tell the columns that differ; 1 if there is one."""
    try:
        from ssrules.frames.files import Form
        from ssrules.frames.files.affected import affected
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in NEEDED:
            raise
        raise MissingExtraError("cli,frames", "affected") from None

    before, after = books.book(args.old), books.book(args.new)
    form = Form(encoding=args.encoding, delimiter=args.delimiter.replace("\\t", "\t"))
    found = affected(before, after, args.file, as_of=args.as_of, form=form)
    if args.json:
        sys.stdout.write(json.dumps(found.to_dict(), ensure_ascii=False) + "\n")
        return 1 if found.affected else 0
    out = sys.stdout.write
    told = cli.counted("affected:rows", found.rows, args.language, affected=found.affected)
    out(f"{told}\n")
    for column, example in found.examples.items():
        count = cli.counted("affected:column", found.columns[column], args.language, column=column)
        out(f"{count}\n")
        values = {"before": _word(example.before), "after": _word(example.after)}
        told = cli.told("affected:example", args.language, row=example.row, **values)
        out(f"  {told}\n")
    return 1 if found.affected else 0


def _word(value: object) -> str:
    return "–" if value is None else str(value)
