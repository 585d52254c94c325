"""The parser of the command line, in the language of whoever types it."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from ssrules.words import cli

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

OPTION = "--language"
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables of an environment that say a language; the first that is set counts."""
BAD_INPUT = 2

OF_AN_ARGUMENT = re.compile(r"argument (?P<argument>.+?): (?P<what>.+)", re.DOTALL)
SAID_BY_ARGPARSE = {
    f"usage:{key}": re.compile(pattern, re.DOTALL)
    for key, pattern in {
        "unrecognized": r"unrecognized arguments: (?P<arguments>.+)",
        "required": r"the following arguments are required: (?P<arguments>.+)",
        "ambiguous": r"ambiguous option: (?P<option>.+) could match (?P<known>.+)",
        "choice": r"invalid choice: (?P<value>.+?)(, maybe .+)? \(choose from (?P<known>.+)\)",
        "no_value": r"expected one argument",
        "value": r"ignored explicit argument (?P<value>.+)",
        "not_with": r"not allowed with argument (?P<option>.+)",
    }.items()
}
"""What argparse finds wrong, by the keys of our words for it; Python has words in English alone."""


class Parser(argparse.ArgumentParser):
    """A parser that has the words of a language at hand, in `words`."""

    def __init__(self, *args: Any, language: str = cli.LANGUAGES[0], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = language
        self.words = cli.words(language)
        self._positionals.title = self.words["usage:positionals"]
        self._optionals.title = self.words["usage:options"]
        for action in self._actions:
            if action.dest == "help":
                action.help = self.words["option:help"]
        self.add_argument(
            OPTION,
            choices=cli.LANGUAGES,
            default=argparse.SUPPRESS,  # so that it may stand before a command, too
            help=self.words["option:language"],
        )

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Write the help. Raises `OSError` where it cannot be written."""
        (file or sys.stdout).write(self.format_help())

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """End, when what was said is written. Raises `OSError` where it cannot be."""
        sys.stdout.flush()
        super().exit(status, message)

    def format_usage(self) -> str:
        """The usage, in the language of the parser."""
        return self._translated(super().format_usage())

    def format_help(self) -> str:
        """The help, in the language of the parser."""
        return self._translated(super().format_help())

    def _translated(self, text: str) -> str:
        return text.replace("usage: ", self.words["usage:prefix"], 1)

    def error(self, message: str) -> NoReturn:
        """End with 2 and a sentence behind the usage, as argparse does."""
        self.exit(BAD_INPUT, f"{self.format_usage()}{self.prog}: {self._told(message)}\n")

    def _told(self, message: str) -> str:
        """What argparse says in our words; as it came where we have none."""
        found = OF_AN_ARGUMENT.fullmatch(message)
        if found is not None:
            what = self._told(found["what"])
            return self.words["usage:argument"].format(argument=found["argument"], what=what)
        for key, pattern in SAID_BY_ARGPARSE.items():
            found = pattern.fullmatch(message)
            if found is not None:
                return self.words[key].format(**found.groupdict())
        return message


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language that a command line asks for, else that of the environment, else English."""
    asked = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    for at, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == OPTION:
            asked = next(iter(arguments[at + 1 : at + 2]), "")
        elif argument.startswith(f"{OPTION}="):
            asked = argument.removeprefix(f"{OPTION}=")
    found = asked[:2].lower()
    return found if found in cli.LANGUAGES else cli.LANGUAGES[0]
