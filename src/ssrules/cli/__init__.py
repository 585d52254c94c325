"""The command `ssrules`: one module a command, found by its name.

A command's module has `arguments(parser)`, which adds what it takes, and `run(args)`, which gives
the exit status: 0 where all is well, 1 for findings or differences, 2 for bad input or a file that
cannot be read or written. Its help is told in the words `help:NAME`. What it prints on a terminal
it prints through `ssrules.cli.console`.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import Protocol

from ssrules.cli import streams
from ssrules.cli.parsing import BAD_INPUT, Parser, language_of
from ssrules.cli.signals import Ended
from ssrules.errors import FactError, MissingExtraError, RuleFileError, SsrulesError
from ssrules.words import cli

COMMANDS = (
    "decide",
    "ask",
    "batch",
    "affected",
    "facts",
    "localities",
    "rules",
    "demo",
    "verify",
    "diff",
    "replay",
    "schema",
    "export",
    "page",
)

SIGNALLED = 128
"""A shell reports so much more than its number for a program that was ended by a signal."""
INTERRUPTED = SIGNALLED + 2
BROKEN_PIPE = SIGNALLED + 13

EXTRAS = {"rich": "cli", "narwhals": "frames", "pyarrow": "frames"}
"""The extra that brings each optional dependency."""


class Command(Protocol):
    """The module of a command."""

    def arguments(self, parser: Parser) -> None:
        """Add what the command takes."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it and give the exit status."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line, by default the one that the program was called with."""
    streams.prepare()
    arguments = sys.argv[1:] if argv is None else argv
    language = language_of(arguments, os.environ)
    try:
        args = parser(language).parse_args(arguments)
        args.language = language
        run: Callable[[argparse.Namespace], int] = args.run
        status = run(args)
        sys.stdout.flush()
    except SsrulesError as error:
        tell(error, language)
        status = BAD_INPUT
    except ModuleNotFoundError as error:
        extra = EXTRAS.get((error.name or "").partition(".")[0])
        if extra is None:
            raise
        tell(MissingExtraError(extra, cli.told("name:command", language)), language)
        status = BAD_INPUT
    except KeyboardInterrupt:
        status = INTERRUPTED
    except Ended as ended:
        status = SIGNALLED + ended.signal
    except BrokenPipeError:
        status = BROKEN_PIPE
    except OSError as error:
        reason = error.strerror or str(error)
        named = f"'{error.filename}'" if error.filename else cli.told("name:output", language)
        streams.complain(
            f"ssrules: {printable(named)} {cli.told('file:unwritable', language, reason=reason)}\n"
        )
        status = BAD_INPUT
    return _ended(status)


def parser(language: str = cli.LANGUAGES[0]) -> Parser:
    """The parser of the whole command line."""
    words = cli.words(language)
    whole = Parser(prog="ssrules", description=words["help"], language=language)
    whole.add_argument("--version", action=_Version, nargs=0, help=words["option:version"])
    title = words["usage:commands"]
    commands = whole.add_subparsers(metavar=words["usage:command"], title=title, required=True)
    for name in COMMANDS:
        command: Command = importlib.import_module(f"{__name__}.{name}")
        told = words[f"help:{name}"]
        one = commands.add_parser(name, help=told, description=told, language=language)
        command.arguments(one)
        one.set_defaults(run=command.run)
    return whole


def tell(error: SsrulesError, language: str = cli.LANGUAGES[0]) -> None:
    """Write an error to standard error, every fault of an input on a line of its own."""
    if isinstance(error, FactError):
        lines = [fault.with_hint(language) for fault in error.faults]
    elif isinstance(error, RuleFileError):
        lines = [each.told(language) for each in error.faults]
    else:
        lines = [error.told(language)]
    for line in lines:
        streams.complain(f"ssrules: {printable(line)}\n")


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


def _ended(status: int) -> int:
    """The exit status, when all that can still be written is written."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        streams.forget(sys.stdout)
    return status
