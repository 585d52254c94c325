"""`ssrules ask`: an interview about a case in a terminal, or over a pipe.

Questions are written to standard error and answers read from standard input, a line each; what
comes of it stands on standard output. In a terminal the arrow keys fill in an answer's number.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ssrules.cli import books, outputs, signals, streams
from ssrules.cli.decide import read
from ssrules.cli.keys import keys
from ssrules.cli.parsing import Parser
from ssrules.errors.telling import escaped
from ssrules.file_error import STREAM
from ssrules.words import cli
from ssrules.words.wrapping import spans

if TYPE_CHECKING:
    from ssrules.asking.answers import Question
    from ssrules.asking.interview import Interview
    from ssrules.cli.keys import Keys
    from ssrules.rulebook import RuleBook

BACK = ("b", "back", "返回")
SKIP = ("?", "don't know", "不知道")
QUIT = ("q", "quit", "退出")
LITERALLY = "="
"""What stands before an answer that looks like one of these commands."""
AS_OF = "as_of"
WIDTH = 76
"""How many cells of a terminal a text takes at most."""
LONGEST_NUMBER = 20
"""So many digits are read as a number; no fact has as many."""
LONGEST = 10_000
"""So many bytes of a line are read; no answer is as long."""


def arguments(parser: Parser) -> None:
    """Take the file of the case, what the interview is about, and the rule book."""
    words = parser.words
    parser.add_argument("file", metavar="FILE", nargs="?", help=words["ask:file"])
    parser.add_argument(
        "--about", metavar="PATH", action="append", default=[], help=words["ask:about"]
    )
    parser.add_argument("--documents", action="store_true", help=words["ask:documents"])
    parser.add_argument("--json", action="store_true", help=words["ask:json"])
    books.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Ask, and print the decision, or where it was left early what was said."""
    from ssrules.rulebook import interview

    book = books.chosen(args)
    case = _begun(args, book)
    if case is None:
        return 0
    talk = interview(case, book, about=args.about, documents=args.documents, language=args.language)
    try:
        with signals.raised() as check:
            ended = Conversation(talk, book, keys(check)).held()
    except BaseException:
        streams.complain("\n")
        _keep(args.file, talk.case.to_json())
        raise
    if args.file is not None or not (ended or args.json):
        _keep(args.file, talk.case.to_json())
    if args.json:
        told = {"case": talk.case.to_dict(), "decision": talk.decision.to_dict()}
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    elif ended:
        _show(talk, book, args)
    return 0


class Conversation:
    """An interview put to a person line by line, or by the keys of a terminal."""

    def __init__(self, talk: Interview, book: RuleBook, keys: Keys | None = None) -> None:
        from ssrules.words.speech import words

        self.talk = talk
        self.keys = keys
        self.say = words(talk.language, book.words)
        self.told = cli.words(talk.language)

    def held(self) -> bool:
        """Ask until nothing is left to ask; False where the person left before."""
        asked: Question | None = None
        while (question := self.talk.question) is not None:
            if question != asked:
                self._put(question)
            asked = question
            line = self._line(question)
            if line is None or line in QUIT:
                return False
            asked = self._taken(question, line)
        return True

    def _put(self, question: Question) -> None:
        """Write a question, what hangs on it, and its answers by number."""
        parts = [self.say.label(f"part:{path}", path) for path in question.parts]
        matters = self.told["ask:matters"].format(parts=self.say.listed(parts))
        _tell("", *_wrapped(question.text, ""), *_wrapped(matters, "  "))
        if question.choices and self.keys is not None:
            return  # its answers are written with the line below them
        lines = [f"  {at} {choice.words}" for at, choice in enumerate(question.choices, 1)]
        if not question.choices:
            lines.append(f"  {self.told[f'ask:kind_{question.kind}']}")
        _tell(*lines, f"  {self.told['ask:commands']}")

    def _line(self, question: Question) -> str | None:
        """What the person says, a number where an arrow key chose it; None at the end."""
        if self.keys is None or not question.choices:
            return _line(self.told["ask:prompt"])
        from ssrules.cli.menu import Menu

        values = [choice.value for choice in question.choices]
        menu = Menu(
            [f"{at} {choice.words}" for at, choice in enumerate(question.choices, 1)],
            self.told["ask:commands_keys"],
            prompt=self.told["ask:prompt"],
            meant=lambda typed: _place(values, answered(question, typed.strip())),
        )
        return menu.line(self.keys)

    def _taken(self, question: Question, line: str) -> Question | None:
        """Take a line as an answer; the question again where it is none."""
        from ssrules.errors import FactError, NothingAskedError

        try:
            if line in SKIP:
                self.talk.skip()
            elif line in BACK:
                self.talk.back()
            else:
                self.talk.answer(answered(question, line.removeprefix(LITERALLY)))
        except FactError as error:
            _tell(*(f"  {fault.with_hint(self.talk.language)}" for fault in error.faults))
            return question
        except NothingAskedError as error:
            _tell(f"  {error.told(self.talk.language)}")
            return question
        return None


def _place(values: list[str | bool], value: object) -> int | None:
    return values.index(value) if value in values else None


def answered(question: Question, line: str) -> Any:
    """The value that a line stands for; the line itself where it stands for none."""
    numbers = {str(at): choice.value for at, choice in enumerate(question.choices, 1)}
    words = {choice.words.casefold(): choice.value for choice in question.choices}
    codes = {str(each).lower(): each for each in question.values}
    first = {words[0]: value for words, value in words.items() if question.kind == "bool"}
    known = {**first, **words, **codes, **numbers}
    if question.kind == "int" and line.isascii() and line.isdigit() and len(line) <= LONGEST_NUMBER:
        return int(line)
    return known.get(line.casefold(), line)


def _begun(args: argparse.Namespace, book: RuleBook) -> Any:
    """The case to begin with: that of the file, or one of the day that is asked for."""
    if args.file is not None and (args.file == "-" or Path(args.file).exists()):
        return book.facts.from_json(read(args.file))
    from ssrules.errors import FactError
    from ssrules.words.speech import words

    say = words(args.language, book.words)
    told = cli.words(args.language)
    _tell(say.label(f"ask:{AS_OF}"), f"  {told['ask:kind_date']}", f"  {told['ask:quit']}")
    while (line := _line(told["ask:prompt"])) is not None and line not in QUIT:
        try:
            return book.facts.from_dict({AS_OF: line})
        except FactError as error:
            _tell(*(f"  {fault.with_hint(args.language)}" for fault in error.faults))
    return None


def _show(talk: Interview, book: RuleBook, args: argparse.Namespace) -> None:
    from ssrules.asking.about import parts_about
    from ssrules.cli.console import out

    console = out()

    from ssrules import display

    only = tuple(parts_about(talk.decision, args.about)) if args.about else ()
    shown = display.decision(talk.decision, book, only=only, language=args.language)
    console.print(shown)


def _wrapped(text: str, indent: str) -> list[str]:
    """A text in lines that a terminal of the usual width can show."""
    return [f"{indent}{text[start:end]}" for start, end in spans(text, WIDTH)]


def _line(prompt: str) -> str | None:
    """The next line of standard input without what surrounds it; None at the end."""
    streams.complain(prompt)
    given = streams.standard_input().readline(LONGEST)
    if not given:
        streams.complain("\n")
        return None
    return given.decode("utf-8", "replace").strip()


def _tell(*lines: str) -> None:
    """Write lines for the person, with what would steer the terminal as escapes."""
    told = ("\n".join(map(escaped, line.split("\n"))) for line in lines)
    streams.complain("\n".join(told) + "\n")


def _keep(name: str | None, text: str) -> None:
    """Write the case to its file, all of it or nothing, or to standard output where it has none.

    Raises `FileError`.
    """
    if name != STREAM:
        outputs.write(name or STREAM, f"{text}\n")
