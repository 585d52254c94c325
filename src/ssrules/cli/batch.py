"""`ssrules batch`: a file with a row a case, decided in a stream."""

from __future__ import annotations

import argparse

HELP = "decide every row of a CSV, Parquet or Arrow file"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the two files, the day, and whether to tell the reasons."""
    kinds = ".csv, .parquet, or .arrow (.feather)"
    parser.add_argument("input", metavar="IN", help=f"the file with the facts: {kinds}")
    parser.add_argument("output", metavar="OUT", help=f"the file to write: {kinds}")
    parser.add_argument(
        "--as-of", metavar="DATE", help="the day to decide for, where IN has no column as_of"
    )
    parser.add_argument(
        "--because", action="store_true", help="write the ids of the rules beside each status"
    )


def run(args: argparse.Namespace) -> int:
    """Decide the rows of the file, write them, and print a summary to standard error."""
    from ssrules.errors import MissingExtraError

    try:
        from ssrules.frames.files import batch
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("pyarrow", "narwhals"):
            raise
        raise MissingExtraError("frames", "batch") from None
    from ssrules.cli.console import err

    console = err()
    if not console.is_terminal:
        summary = batch(args.input, args.output, as_of=args.as_of, because=args.because)
    else:
        from rich import progress

        with progress.Progress(
            progress.TextColumn("{task.completed:,} rows"),
            progress.BarColumn(),
            progress.TimeElapsedColumn(),
            console=console,
            transient=True,
        ) as bar:
            task = bar.add_task("rows", total=None)

            def tell(rows: int, total: int | None) -> None:
                bar.update(task, completed=rows, total=total)

            summary = batch(
                args.input, args.output, as_of=args.as_of, because=args.because, tell=tell
            )
    for line in lines(summary.rows, summary.faults, summary.statuses):
        console.print(line, soft_wrap=True)
    return 0


def lines(rows: int, faults: int, statuses: dict[str, dict[str, int]]) -> list[str]:
    """The summary: rows, rows with faults, and how often each status stands in each column."""
    found = [f"{rows} rows, {faults} with faults"]
    for name, counts in statuses.items():
        told = ", ".join(f"{status} {count}" for status, count in sorted(counts.items()))
        found.append(f"{name}: {told or 'none'}")
    return found
