"""Rule books as a command line names them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ssrules.errors import RuleError
from ssrules.telling import name_of

if TYPE_CHECKING:
    from ssrules.rulebook import RuleBook

DEFAULT = "default"
"""The name of the built-in rule book."""


def book(name: str) -> RuleBook:
    """The built-in rule book for `default`, else the one that a TOML file makes of it.

    Raises `RuleError` for a file that cannot be read, and with every fault of one that can.
    """
    from ssrules.rulebook import RuleBook

    if name == DEFAULT:
        return RuleBook.default()
    path = Path(name)
    if not path.is_file():
        raise RuleError.of(name_of(name), "no_file", default=DEFAULT)
    return RuleBook.from_toml(path)


def source(name: str) -> str:
    """The Python expression that makes the same rule book."""
    return "RuleBook.default()" if name == DEFAULT else f"RuleBook.from_toml({name!r})"
