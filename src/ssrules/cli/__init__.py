"""The command `ssrules`: one module a command, found by its name.

A command's module has `HELP`, one line; `arguments(parser)`, which adds what it takes; and
`run(args)`, which gives the exit status: 0 where all is well, 1 for findings or differences, 2 for
bad input. What it prints on a terminal it prints through `ssrules.cli.console`.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import Protocol, TextIO

from ssrules.errors import FactError, MissingExtraError, RuleFileError, SsrulesError

COMMANDS = ("decide", "batch", "rules", "demo", "verify", "diff", "replay")

BAD_INPUT = 2
INTERRUPTED = 128 + 2
BROKEN_PIPE = 128 + 13
"""What a shell reports of a program that was ended by these signals."""

EXTRAS = {"rich": "cli", "narwhals": "frames"}
"""The extra that brings each optional dependency."""


class Command(Protocol):
    """The module of a command."""

    HELP: str

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add what the command takes."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it and give the exit status."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line, by default the one that the program was called with."""
    for stream in (sys.stdout, sys.stderr):
        _never_fail_to_encode(stream)
    try:
        args = parser().parse_args(argv)
        run: Callable[[argparse.Namespace], int] = args.run
        status = run(args)
        sys.stdout.flush()
    except SsrulesError as error:
        tell(error)
        return BAD_INPUT
    except ModuleNotFoundError as error:
        extra = EXTRAS.get((error.name or "").partition(".")[0])
        if extra is None:
            raise
        tell(MissingExtraError(extra, "this command"))
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _forget(sys.stdout)
        return BROKEN_PIPE
    return status


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    whole = argparse.ArgumentParser(
        prog="ssrules",
        description="Decisions about a social security card, each with its rule and its clause.",
    )
    whole.add_argument("--version", action=_Version, nargs=0, help="print the version and end")
    commands = whole.add_subparsers(metavar="COMMAND", required=True)
    for name in COMMANDS:
        command: Command = importlib.import_module(f"{__name__}.{name}")
        one = commands.add_parser(name, help=command.HELP, description=command.HELP)
        command.arguments(one)
        one.set_defaults(run=command.run)
    return whole


def tell(error: SsrulesError) -> None:
    """Write an error to standard error, every fault on a line of its own."""
    if isinstance(error, FactError):
        lines = [fault.with_hint() for fault in error.faults]
    elif isinstance(error, RuleFileError):
        lines = [str(fault) for fault in error.faults]
    else:
        lines = [str(error)]
    for line in lines:
        sys.stderr.write(f"ssrules: {printable(line)}\n")


def printable(text: str) -> str:
    """A text on one line, with what would steer the terminal written as an escape."""
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode("ascii")
        for each in text
    )


class _Version(argparse.Action):
    """Prints the version, which is looked up only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            found = version("ssrules")
        except PackageNotFoundError:
            found = "of a source tree that is not installed"
        sys.stdout.write(f"ssrules {found}\n")
        parser.exit()


def _never_fail_to_encode(stream: TextIO) -> None:
    """Have a stream that lacks a character write its escape instead, as JSON allows too."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")


def _forget(stream: TextIO) -> None:
    """Keep the interpreter from writing to a closed pipe once more as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
