"""`ssrules batch`: a file with a row a case, decided in a stream."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from ssrules.cli import books, signals, streams
from ssrules.cli.parsing import Parser
from ssrules.words import cli

if TYPE_CHECKING:
    from ssrules.frames.files import Summary, Tell

KINDS = ("csv", "tsv", "jsonl", "parquet", "arrow")
NEEDED = ("pyarrow", "narwhals")
"""The packages that it needs, which the extra `frames` brings."""


def arguments(parser: Parser) -> None:
    """Take the two files, how they are written, the day, the rule book, and what to write."""
    words = parser.words
    parser.add_argument("input", metavar="IN", help=words["batch:input"])
    parser.add_argument("output", metavar="OUT", help=words["batch:output"])
    parser.add_argument("--as-of", metavar="DATE", help=words["batch:as_of"])
    books.arguments(parser)
    parser.add_argument("--because", action="store_true", help=words["batch:because"])
    parser.add_argument("--with", dest="with_", metavar="NAME,…", help=words["batch:with"])
    parser.add_argument("--columns", metavar="NAME,…", help=words["batch:columns"])
    parser.add_argument("--from", dest="read_as", choices=KINDS, help=words["batch:from"])
    parser.add_argument("--to", dest="write_as", choices=KINDS, help=words["batch:to"])
    parser.add_argument("--delimiter", metavar="CHAR", default=",", help=words["batch:delimiter"])
    parser.add_argument("--encoding", metavar="NAME", default="utf-8", help=words["batch:encoding"])
    parser.add_argument(
        "--output-encoding", metavar="NAME", default="utf-8", help=words["batch:output_encoding"]
    )


def run(args: argparse.Namespace) -> int:
    """Decide the rows of the file, write them, and print a summary to standard error."""
    from ssrules.errors import MissingExtraError

    try:
        from ssrules.frames.files import Form, batch
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in NEEDED:
            raise
        raise MissingExtraError("cli,frames", "batch") from None

    delimiter = args.delimiter.replace("\\t", "\t")
    asked: dict[str, Any] = {
        "as_of": args.as_of,
        "because": args.because,
        "with_": () if args.with_ is None else tuple(args.with_.split(",")),
        "columns": None if args.columns is None else tuple(args.columns.split(",")),
        "source_form": Form(kind=args.read_as, encoding=args.encoding, delimiter=delimiter),
        "target_form": Form(kind=args.write_as, encoding=args.output_encoding, delimiter=delimiter),
    }
    book = books.chosen(args)

    with signals.raised() as check:

        def decided(shown: Tell | None) -> Summary:
            def tell(rows: int, total: int | None) -> None:
                check()
                if shown is not None:
                    shown(rows, total)

            return batch(args.input, args.output, book, tell=tell, **asked)

        summary = _with_progress(decided, args.language)
    for line in lines(summary.rows, summary.faults, summary.statuses, args.language):
        streams.complain(f"{line}\n")
    return 0


def _with_progress(decided: Any, language: str) -> Summary:
    """Decide, and show on a terminal how far it is, if rich is there to do so."""
    import sys

    if sys.stderr is None or not sys.stderr.isatty():
        plain: Summary = decided(None)
        return plain
    from rich import progress

    from ssrules.cli.console import err

    with progress.Progress(
        progress.TextColumn(cli.told("batch:progress", language, rows="{task.completed:,}")),
        progress.BarColumn(),
        progress.TimeElapsedColumn(),
        console=err(),
        transient=True,
    ) as bar:
        task = bar.add_task("rows", total=None)

        def tell(rows: int, total: int | None) -> None:
            bar.update(task, completed=rows, total=total)

        shown: Summary = decided(tell)
        return shown


def lines(
    rows: int, faults: int, statuses: dict[str, dict[str, int]], language: str = "en"
) -> list[str]:
    """The summary: rows, rows with faults, and how often each status stands in each column."""
    found = [cli.counted("batch:rows", rows, language, faults=faults)]
    for name, counts in statuses.items():
        told = ", ".join(f"{status} {count}" for status, count in sorted(counts.items()))
        found.append(f"{name}: {told or cli.told('batch:none', language)}")
    return found
