"""How answers about a decision read in English: facts and values as rules write them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, ClassVar

from ssrules.asking.told import Sentences

STATES = {"holds": "holds", "fails": "fails", "unknown": "unknown"}


class English(Sentences):
    """English sentences."""

    labels: ClassVar = {
        each: f"{each:<11}" for each in ("rule", "clause", "fact", "parameter", "needs")
    }
    states: ClassVar = {"requirement": STATES, "rule": STATES, "document": STATES}
    documents = "Documents"
    columns = ("asked for", "state")
    question_column = "question"
    figures = ("narrows", "settles")
    measure = (
        "narrows: the bits by which the answer narrows all open parts on average, every answer to"
        " an unknown fact being equally likely; settles: how many open parts it settles on average."
        " Where two facts answer one question together, each has its share."
    )
    nothing_to_ask = "Nothing to ask: every part is determined."
    nothing_to_change = "nothing has to change"

    def why(self, day: datetime.date) -> str:
        return f"Why it is so as of {day}"

    def head(self, path: str, status: str, title: str, sentence: str) -> tuple[str, str]:
        return f"{path}: {status}", f"{title}: {sentence}"

    def fact(self, path: str, value: Any) -> str:
        return f"{path} is {shown(value)}"

    def parameter(self, name: str, title: str, value: int | bool, unit: str) -> str:  # noqa: ARG002
        return f"{name} is {shown(value)} {unit}".rstrip()

    def clause(self, id_: str, title: str, notes: Iterable[str]) -> str:
        told = "; ".join(notes)
        return f"{id_}: {title} ({told})" if told else f"{id_}: {title}"

    def foreign(self, language: str) -> str:
        return f"in {self.say.label(f'language:{language}')}"

    def reason(self, code: str, sentence: str) -> str:
        return f"{code}: {sentence}"

    def check(self, kind: str, code: str, asked: str) -> str:
        if kind == "requirement":
            return f"{asked} (else {code})"
        return f"{code}: {asked}" if kind == "rule" else asked

    def need(self, path: str) -> str:
        return path

    def question(self, path: str, label: str, values: tuple[Any, ...]) -> str:
        answers = self.answers(path, values)
        return f"{path}: {label} ({answers})" if answers else f"{path}: {label}"

    def answers(self, path: str, values: tuple[Any, ...]) -> str:  # noqa: ARG002
        return ", ".join(map(shown, values))

    def open_parts(self, count: int) -> str:
        told = "1 part is open" if count == 1 else f"{count} parts are open"
        return f"{told}. Best question first."

    def way(self, number: int) -> str:
        return f"way {number}"

    def change(self, path: str, now: Any, to: Any, how: str) -> str:
        return f"{path}: from {shown(now)} to {shown(to)} ({how})"

    def changes(self, found: int, size: int) -> str:
        if not found:
            return "no change that the holder can make will do. What stays in the way:"
        if not size:
            return "it is allowed already, nothing has to change."
        changes = "one change makes" if size == 1 else f"{size} changes make"
        ways = "" if found == 1 else f", in any of {found} ways"
        return f"{changes} it allowed{ways}."

    def obstacle(self, codes: tuple[str, ...], reason: str) -> str:
        return f"{' with '.join(codes)}: {reason}"

    def stuck(self, wanted: Iterable[str], facts: Iterable[tuple[str, Any, str]]) -> str:
        but = "; ".join(f"{self.fact(path, value)}: {why}" for path, value, why in facts)
        return f"it asks for {self.say.listed(wanted, 'at once')}. But {but}."

    def no_help(self, path: str, values: tuple[Any, ...]) -> str:
        told = self.say.listed((self.say.value(path, each) for each in values), "or")
        return f"to make it {told} does not help"


def shown(value: object) -> str:
    """A value as JSON has it, without quotes; `unknown` for None."""
    if value is None:
        return "unknown"
    return str(value).lower() if isinstance(value, bool) else str(value)


SENTENCES = English
