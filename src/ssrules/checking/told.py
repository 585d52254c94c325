"""How what is found in rule books reads: what each language must have a sentence for."""

from __future__ import annotations

import abc
import datetime
import importlib
from collections.abc import Mapping, Sequence
from typing import Any

from ssrules.late import door
from ssrules.records.frozen import FrozenDict
from ssrules.sheets.told import Told
from ssrules.tables.book import Book
from ssrules.words.outputs import NO_SUBJECTS
from ssrules.words.speech import Words, words

Value = str | bool
Where = Mapping[str, tuple[Value, ...]]
"""For each input, or fact, what it may be. Any value where it is not named."""
Answer = Mapping[str, Any]
"""An answer as plain data: status, outputs, because, clauses."""
Day = datetime.date | str
OwnWords = Mapping[str, Mapping[str, str]]
"""The words of rule books, by language and code."""
NO_WORDS: OwnWords = FrozenDict()
JOINED = " and "
"""Between the facts that a dimension is named by."""
NO_OUTPUTS = frozenset({"refused", "faulty"})
"""The statuses of answers that have no outputs."""


class Sentences(abc.ABC):
    """The sentences of one language, made with the words for codes.

    `subjects` says of outputs whose values have words as another subject's that subject; `own` are
    the words of rule books, by language.
    """

    def __init__(self, say: Words, subjects: Mapping[str, str], own: OwnWords = NO_WORDS) -> None:
        self.say = say
        self.subjects = subjects
        self.own = own

    def in_language(self, language: str) -> Sentences:
        """The sentences of a language about the same rule books.

        Raises `UnknownNameError` for a language that is not known.
        """
        return sentences(words(language, self.own), self.subjects, self.own)

    # what stands around what was found

    @abc.abstractmethod
    def head(self, rule_set: str, title: str, kind: str = "") -> str:
        """The rule set, and the kind of a finding, that stand above a message."""

    @abc.abstractmethod
    def instance(self, case: Any) -> str:
        """A case that shows it."""

    @abc.abstractmethod
    def found(self, causes: int, following: int, cells: int, rule_sets: int) -> str:
        """How much was found, and how much that may follow from it; and in how much."""

    @abc.abstractmethod
    def following(self, findings: int, causes: int) -> str:
        """That so many findings may follow from those that stand above."""

    @abc.abstractmethod
    def compared(self, differences: int, cells: int, *, same_book: bool) -> str:
        """How much differs, and in how much."""

    # what is wrong with rules

    @abc.abstractmethod
    def breaks(self, code: str, rules: Sequence[str], where: Sequence[Where]) -> str:
        """That rules break the hit policy: `no_rule`, `several_rules` or `rules_disagree`."""

    @abc.abstractmethod
    def unanswered(self, rule_set: str, output: str, where: Sequence[Where]) -> str:
        """That a rule set that is asked gives no answer."""

    @abc.abstractmethod
    def unreachable(self, code: str, *, requirement: bool) -> str:
        """That a rule never applies, or a requirement never fails."""

    @abc.abstractmethod
    def redundant(self, code: str, others: Sequence[str], *, requirement: bool) -> str:
        """That every answer is the same without a row."""

    @abc.abstractmethod
    def idle(self, input_: str, *, asked: bool) -> str:
        """That an input changes no answer, or is not even asked."""

    # what is wrong with worked cases

    @abc.abstractmethod
    def undecided(self, because: str) -> str:
        """That a worked case cannot be decided."""

    @abc.abstractmethod
    def no_path(self, path: str, last: str, found: object, near: str) -> str:
        """That a path leads nowhere: it ends at `last`, where `found` is, or something `near`."""

    @abc.abstractmethod
    def contradicts(self, one: str, two: str) -> str:
        """That a layer takes back what another one says."""

    @abc.abstractmethod
    def not_as_worked(self, path: str, found: object, expected: object) -> str:
        """That something is decided otherwise than was worked out."""

    # what is wrong with citations

    @abc.abstractmethod
    def lacks(self, clause: str, names: Sequence[str]) -> str:
        """That a clause has no id, title or words."""

    @abc.abstractmethod
    def two_texts(self, clause: str) -> str:
        """That an id has two texts."""

    @abc.abstractmethod
    def no_day(self, clause: str, first: Day, last: Day) -> str:
        """That a clause ends before it begins."""

    @abc.abstractmethod
    def quoted_late(self, clause: str, version: Day, last: Day) -> str:
        """That the text that is quoted is later than the clause was in force."""

    @abc.abstractmethod
    def not_yet(self, clause: str, first: Day, on: Day) -> str:
        """That a clause is in force only later."""

    @abc.abstractmethod
    def no_longer(self, clause: str, last: Day, on: Day) -> str:
        """That a clause was in force only earlier."""

    @abc.abstractmethod
    def lapses(self, clause: str, last: Day) -> str:
        """That a clause lapses before what rests on it."""

    @abc.abstractmethod
    def unsure(self, clause: str, certainty: str | None, wanted: str) -> str:
        """That the words of a clause are less sure than is asked for, or that nobody said."""

    # which cases

    @abc.abstractmethod
    def where(self, rows: Sequence[Where]) -> str:
        """The cases of any of the rows."""

    @abc.abstractmethod
    def days_before(self, lowest: int, highest: int | None) -> str:
        """So many days before the day of the decision, or more where there is no highest."""

    @abc.abstractmethod
    def between(self, lowest: int, highest: int | None) -> str:
        """A number in a span, or more where there is no highest."""

    @abc.abstractmethod
    def tests(self, answers: Mapping[str, Sequence[Value]]) -> str:
        """The answers to tests, one, or one before and one after."""

    @abc.abstractmethod
    def any_of(self, shown: str) -> Value:
        """Which dates are meant: `some` or `known` ones."""

    # what differs

    @abc.abstractmethod
    def change(
        self, rule_set: str, before: Answer | None, after: Answer | None, where: Sequence[Where]
    ) -> str:
        """What becomes of one answer in another; None where there is none."""

    @abc.abstractmethod
    def settled(self, before: str, after: str) -> str:
        """That an incomplete case has another status."""

    @abc.abstractmethod
    def deadline(self, before: Day | None, after: Day | None, fact: str, shown: str) -> str:
        """That a deadline is another one."""

    # what a log comes to today

    @abc.abstractmethod
    def line(self, number: int, why: str, told: Sequence[str]) -> str:
        """A line of a log, why it is reported, and what is told of it."""

    @abc.abstractmethod
    def replayed(self, lines: int, kinds: Mapping[str, int]) -> str:
        """How many lines there were, and how many are reported for which reason."""

    @abc.abstractmethod
    def replaced(self, path: str, before: object, after: object) -> str:
        """What stood in a decision, and what now stands there."""


class InWords(Told):
    """What can be told in a language: the sentences are those of `_told`, or English ones."""

    __slots__ = ()
    _told: Sentences | None

    @property
    def in_words(self) -> Sentences:
        """The sentences of its language."""
        return self._told or sentences()

    @property
    def told_in(self) -> str:
        """The language that it is told in."""
        return self.in_words.say.language


def told_in(language: str, *books: Book) -> Sentences:
    """The sentences of a language about books, the words of the last before those of the others.

    Raises `UnknownNameError` for a language that is not known.
    """
    own: dict[str, dict[str, str]] = {}
    subjects: dict[str, str] = {}
    for book in books:
        for each, told in book.words.items():
            own.setdefault(each, {}).update(told)
        for kind in book.parts:
            subjects |= kind.subjects
    return sentences(words(language, own), subjects, own)


def sentences(
    say: Words | None = None,
    subjects: Mapping[str, str] = NO_SUBJECTS,
    own: OwnWords = NO_WORDS,
) -> Sentences:
    """The sentences of the language of some words, English where none are given."""
    say = say or words()
    with door:
        found = importlib.import_module(f"ssrules.checking.told_{say.language}")
    made: Sentences = found.SENTENCES(say, subjects, own)
    return made


def common_to(rows: Sequence[Where]) -> tuple[Where, list[Where]]:
    """What all rows have in common, and what is left of each, nothing where one has nothing."""
    common = {
        name: values
        for name, values in rows[0].items()
        if all(row.get(name) == values for row in rows)
    }
    rests: list[Where] = [
        {name: values for name, values in row.items() if name not in common} for row in rows
    ]
    return common, rests if all(rests) and len(rests) > 1 else []


def changed_outputs(before: Answer, after: Answer) -> dict[str, tuple[Any, Any]]:
    """The outputs that two answers give otherwise, each with its values before and after."""
    if NO_OUTPUTS & {before["status"], after["status"]}:
        return {}
    one, two = before["outputs"], after["outputs"]
    pairs = {name: (one.get(name), two.get(name)) for name in (*one, *two)}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def changed_reasons(before: Answer, after: Answer) -> tuple[list[str], list[str]]:
    """The reasons that are lost, and those that are gained."""
    one, two = before["because"], after["because"]
    return [id_ for id_ in one if id_ not in two], [id_ for id_ in two if id_ not in one]
