"""How answers about a decision read: what each language must have a sentence for."""

from __future__ import annotations

import abc
import datetime
import importlib
from collections.abc import Iterable
from typing import Any, ClassVar

from ssrules.late import door
from ssrules.words.speech import Words, words

Pairs = Iterable[tuple[str, str]]


class Sentences(abc.ABC):
    """The sentences of one language, made with the words for codes."""

    labels: ClassVar[dict[str, str]]
    """What stands at the left of a line: rule, clause, fact, parameter, needs."""
    states: ClassVar[dict[str, dict[str, str]]]
    """By the kind of a check, what each of its states is called."""
    documents: ClassVar[str]
    """The title above documents."""
    columns: ClassVar[tuple[str, str]]
    """The names of the columns of checks: what is asked for, and its state."""
    question_column: ClassVar[str]
    """The name of the column of questions."""
    figures: ClassVar[tuple[str, str]]
    """The names of the two figures of a question."""
    measure: ClassVar[str]
    """What the two figures mean."""
    nothing_to_ask: ClassVar[str]
    nothing_to_change: ClassVar[str]

    def __init__(self, say: Words) -> None:
        self.say = say

    @abc.abstractmethod
    def why(self, day: datetime.date) -> str:
        """What stands above an explanation."""

    @abc.abstractmethod
    def head(self, path: str, status: str, title: str, sentence: str) -> tuple[str, str]:
        """The line that names a part, and what is said of it."""

    @abc.abstractmethod
    def fact(self, path: str, value: Any) -> str:
        """A fact and its value."""

    @abc.abstractmethod
    def parameter(self, name: str, title: str, value: int | bool, unit: str) -> str:
        """A parameter and its value."""

    @abc.abstractmethod
    def clause(self, id_: str, title: str, notes: Iterable[str]) -> str:
        """A clause by its title, with what is to be known of its words."""

    @abc.abstractmethod
    def foreign(self, language: str) -> str:
        """That words are quoted in another language."""

    @abc.abstractmethod
    def reason(self, code: str, sentence: str) -> str:
        """A rule that applies, or a requirement that fails."""

    @abc.abstractmethod
    def check(self, kind: str, code: str, asked: str) -> str:
        """What is asked for."""

    @abc.abstractmethod
    def need(self, path: str) -> str:
        """A fact that is still to be asked."""

    @abc.abstractmethod
    def question(self, path: str, label: str, values: tuple[Any, ...]) -> str:
        """A fact that is worth asking for, and its possible answers."""

    @abc.abstractmethod
    def answers(self, path: str, values: tuple[Any, ...]) -> str:
        """The possible answers to a question, "" where they are not listed."""

    @abc.abstractmethod
    def open_parts(self, count: int) -> str:
        """How many parts are open."""

    @abc.abstractmethod
    def way(self, number: int) -> str:
        """The title of one of several sets of changes."""

    @abc.abstractmethod
    def change(self, path: str, now: Any, to: Any, how: str) -> str:
        """A fact that is to be changed."""

    @abc.abstractmethod
    def changes(self, found: int, size: int) -> str:
        """In how many ways how many changes open an option; none does if none was found."""

    @abc.abstractmethod
    def obstacle(self, codes: tuple[str, ...], reason: str) -> str:
        """What no change brings about."""

    @abc.abstractmethod
    def stuck(self, wanted: Iterable[str], facts: Iterable[tuple[str, Any, str]]) -> str:
        """What is asked for, and why changing each of the facts is no way out."""

    @abc.abstractmethod
    def no_help(self, path: str, values: tuple[Any, ...]) -> str:
        """That a fact could have other values, to no avail."""


def sentences(say: Words | None) -> Sentences:
    """The sentences of the language of some words, English where none are given."""
    say = say or words()
    with door:
        found = importlib.import_module(f"ssrules.asking.told_{say.language}")
    made: Sentences = found.SENTENCES(say)
    return made
