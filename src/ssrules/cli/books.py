"""Rule books as a command line names them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ssrules.cli.parsing import Parser
from ssrules.errors import RuleError
from ssrules.errors.telling import name_of

if TYPE_CHECKING:
    from ssrules.rulebook import RuleBook

DEFAULT = "default"
"""The name of the built-in rule book."""


def arguments(parser: Parser) -> None:
    """Take the rule book to decide by: a file of changes, a locality, or both."""
    parser.add_argument(
        "--rulebook", metavar="FILE", default=DEFAULT, help=parser.words["option:rulebook"]
    )
    parser.add_argument("--locality", metavar="NAME", help=parser.words["option:locality"])


def chosen(args: argparse.Namespace) -> RuleBook:
    """The rule book that is asked for: the file's changes are made to the locality's book."""
    return book(args.rulebook, locality=args.locality)


def book(name: str, *, locality: str | None = None) -> RuleBook:
    """The built-in rule book for `default`, else the one that a TOML file makes of it.

    Raises `RuleError` for a file that cannot be read, and with every fault of one that can;
    `UnknownNameError` for a locality that is not known.
    """
    from ssrules.rulebook import RuleBook

    base = RuleBook.default()
    if locality is not None:
        base = RuleBook.for_locality(locality)
    if name == DEFAULT:
        return base
    try:
        there = Path(name).is_file()
    except (OSError, ValueError):  # a name that no file can have
        there = False
    if not there:
        raise RuleError.of(name_of(name), "no_file", default=DEFAULT)
    return RuleBook.from_toml(Path(name), base=base)


def source(name: str) -> str:
    """The Python expression that makes the same rule book."""
    return "RuleBook.default()" if name == DEFAULT else f"RuleBook.from_toml({name!r})"
