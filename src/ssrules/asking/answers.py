"""What a decision answers when it is asked about itself: data, and as text for a terminal.

Paths and codes are the same in every language. What is meant for readers alone (`sentence`,
`title`, `asked`, `label`, `how`, `reason`, `measure`), and the text as a whole, is in the language
that was asked for.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from ssrules.asking.check_kinds import TONES, CheckKind, CheckState
from ssrules.asking.pieces import Citation, FactData, FactValue, ParameterValue, Tree
from ssrules.asking.told import Sentences
from ssrules.errors import UnknownNameError
from ssrules.records import checks
from ssrules.records.record import Several
from ssrules.sheets.pieces import (
    Asked,
    Checked,
    Checks,
    Entries,
    Entry,
    Figured,
    Figures,
    Items,
    Line,
    Listing,
    Piece,
    Quotes,
    written_apart,
)
from ssrules.words.wrapping import cells

__all__ = [
    "ChangeSet",
    "Check",
    "CheckKind",
    "CheckState",
    "Choice",
    "Citation",
    "Explanation",
    "FactChange",
    "FactValue",
    "LeastChange",
    "Obstacle",
    "ParameterValue",
    "PartExplanation",
    "Question",
    "Questions",
    "Reason",
    "WhyNot",
]

FIGURE = 9
"""How many columns a figure takes."""


def _many(cls: type) -> Any:
    return attrs.field(default=(), metadata={checks.GROUP: cls, checks.MANY: True})


def _tone() -> Any:
    return attrs.field(default="", alias="tone", eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Reason(Tree):
    """A rule that applies, or a requirement that fails; `code` is as in `because`."""

    code: str
    sentence: str
    clauses: tuple[Citation, ...] = _many(Citation)

    def pieces(self) -> Iterable[Piece]:
        """The reason and its code."""
        yield Line(self.in_words.reason(self.code, self.sentence))


@attrs.frozen(kw_only=True)
class PartExplanation(Tree):
    """Why one part of a decision is as it is.

    `facts` are the known facts that made it so: with these alone, every other fact unknown, the
    answer would be the same. `documents` are the facts that tell which documents are at hand,
    unknown ones too. `needs` are the unknown facts that an undetermined part hangs on.
    """

    path: str
    status: str
    title: str
    sentence: str
    reasons: tuple[Reason, ...] = _many(Reason)
    facts: tuple[FactValue, ...] = _many(FactValue)
    parameters: tuple[ParameterValue, ...] = _many(ParameterValue)
    documents: tuple[FactValue, ...] = _many(FactValue)
    needs: tuple[str, ...] = ()
    _tone: str = _tone()

    def pieces(self) -> Iterable[Piece]:
        """The explanation, and the words of its clauses."""
        yield Entries((self.entry(),))
        yield _quotes(self.in_words, [self])

    def entry(self) -> Entry:
        """The explanation, without the words of the clauses."""
        told = self.in_words
        name, sentence = told.head(self.path, self.status, self.title, self.sentence)
        lines: tuple[Items, ...] = (
            (told.labels["rule"], _each(self.reasons)),
            (told.labels["clause"], _each(dict.fromkeys(_clauses_of([self])))),
            (told.labels["fact"], _each((*self.facts, *self.documents))),
            (told.labels["parameter"], _each(self.parameters)),
            (told.labels["needs"], tuple(map(told.need, self.needs))),
        )
        return Entry(name, sentence, lines=lines, tone=self._tone)


@attrs.frozen(kw_only=True)
class Explanation(Several[PartExplanation], Tree):
    """Why each part of a decision is as it is; it holds `parts`, and iterates over them."""

    as_of: datetime.date
    parts: tuple[PartExplanation, ...] = _many(PartExplanation)

    def _several(self) -> tuple[PartExplanation, ...]:
        return self.parts

    def part(self, path: str) -> PartExplanation:
        """The explanation of the part at a path. Raises `UnknownNameError`."""
        found = {each.path: each for each in self.parts}
        if path not in found:
            raise UnknownNameError("part of a decision", path, found)
        return found[path]

    def pieces(self) -> Iterable[Piece]:
        """Each part, and then the words of every clause, each once."""
        told = self.in_words
        yield Entries(tuple(part.entry() for part in self.parts), told.why(self.as_of))
        yield Line("")
        yield _quotes(told, self.parts)


@attrs.frozen(kw_only=True)
class Check(Tree):
    """One thing that a part asks for, whether it holds, and the facts that tell.

    A requirement fails, or holds, if it does so in every completion of the unknown facts; a rule
    holds where it applies. `facts` are those that tell, the unknown ones among them.
    """

    kind: CheckKind
    code: str
    state: CheckState
    asked: str
    facts: tuple[FactValue, ...] = _many(FactValue)
    clauses: tuple[Citation, ...] = _many(Citation)

    def pieces(self) -> Iterable[Piece]:
        """The check alone."""
        yield Checks((("", (self.checked(),)),), self.in_words.columns)

    def checked(self) -> Checked:
        """The check in words."""
        told = self.in_words
        states = told.states[self.kind]
        return Checked(
            told.check(self.kind, self.code, self.asked),
            states[self.state],
            TONES[self.state],
            _each(self.facts),
            max(map(cells, states.values())) + 4,
        )


@attrs.frozen(kw_only=True)
class WhyNot(Tree):
    """What stands in the way of one part, requirement by requirement or rule by rule.

    `checks` are the requirements, or for a rule set that has none its rules; `documents` are the
    documents it asks for, none while it is refused.
    """

    path: str
    status: str
    title: str
    sentence: str
    checks: tuple[Check, ...] = _many(Check)
    documents: tuple[Check, ...] = _many(Check)
    _tone: str = _tone()

    def pieces(self) -> Iterable[Piece]:
        """What is checked, and on demand the words of the clauses that ask for it."""
        told = self.in_words
        yield Entries((_head(told, self),))
        groups = (("", self.checks), (told.documents, self.documents))
        checked = tuple(
            (title, tuple(each.checked() for each in checks)) for title, checks in groups if checks
        )
        if checked:
            yield Line("")
            yield Checks(checked, told.columns)
        clauses = (one for each in (*self.checks, *self.documents) for one in each.clauses)
        quotes = tuple(each.quote for each in dict.fromkeys(clauses))
        yield Quotes(told.say.label("table:clauses"), quotes, on_demand=True)


@attrs.frozen(kw_only=True)
class Choice(Tree):
    """One possible answer to a question: its value, and its words."""

    value: str | bool
    words: str

    def pieces(self) -> Iterable[Piece]:
        """The words of the answer."""
        yield Line(self.words)


@attrs.frozen(kw_only=True)
class Question(Tree):
    """One thing that is worth asking for: an unknown fact, or whether two identifiers are the same.

    `path` is the fact's, or in an interview the name of the input that compares two identifiers;
    `facts` are the facts that its answer tells. `text` is the question as a person is asked it,
    `label` what is asked for in a few words. `kind` is `bool`, `word`, `int`, `str` or `date`;
    `values` are its possible answers, `choices` the same with their words, both empty for an
    `int`, a `str` or a `date`; `lowest` and `highest` bound an `int`, both inclusive. `narrows` is
    by how many bits its answer narrows the open parts on average, `settles` how many of them it
    settles on average; both are 0 for a document. `parts` are the parts that hang on it.
    """

    path: str
    facts: tuple[str, ...]
    label: str
    text: str
    values: tuple[str | bool, ...]
    choices: tuple[Choice, ...] = _many(Choice)
    kind: str
    lowest: int | None = None
    highest: int | None = None
    narrows: float
    settles: float
    parts: tuple[str, ...]

    def pieces(self) -> Iterable[Piece]:
        """What is asked for, and the possible answers."""
        told = self.in_words
        line = told.question(self.path, self.label, self.values)
        yield Asked(line, self.label, self.path, told.answers(self.path, self.values))


@attrs.frozen(kw_only=True)
class Questions(Several[Question], Tree):
    """The unknown facts worth asking for, best first; `open` are the parts that they settle.

    Only the first is best for certain: after each answer, decide again and ask anew. `measure`
    says what the figures mean.
    """

    open: tuple[str, ...]
    measure: str
    questions: tuple[Question, ...] = _many(Question)

    def _several(self) -> tuple[Question, ...]:
        return self.questions

    @property
    def first(self) -> Question | None:
        """The question to ask next; None where every part is determined."""
        return self.questions[0] if self.questions else None

    def pieces(self) -> Iterable[Piece]:
        """The questions with their figures, and what these mean."""
        told = self.in_words
        if not self.questions:
            yield Line(told.nothing_to_ask)
            return
        narrows = written_apart([each.narrows for each in self.questions])
        settles = written_apart([each.settles for each in self.questions])
        yield Figures(
            told.open_parts(len(self.open)),
            told.question_column,
            told.figures,
            tuple(
                Figured(
                    tuple(figures),
                    told.question(each.path, each.label, each.values),
                    each.label,
                    each.path,
                    told.answers(each.path, each.values),
                )
                for each, *figures in zip(self.questions, narrows, settles, strict=True)
            ),
            self.measure,
            FIGURE,
        )


@attrs.frozen(kw_only=True)
class FactChange(Tree):
    """One fact to be changed: its value now (None is unknown), the value to take, and how."""

    path: str
    now: FactData
    to: FactData
    how: str

    def pieces(self) -> Iterable[Piece]:
        """The change in words."""
        yield Line(self.in_words.change(self.path, self.now, self.to, self.how))


@attrs.frozen(kw_only=True)
class ChangeSet(Several[FactChange], Tree):
    """Facts to be changed together; none where nothing has to be."""

    changes: tuple[FactChange, ...] = _many(FactChange)

    def _several(self) -> tuple[FactChange, ...]:
        return self.changes

    def pieces(self) -> Iterable[Piece]:
        """Each change, or that there is none."""
        for each in self.changes:
            yield from each.pieces()
        if not self.changes:
            yield Line(self.in_words.nothing_to_change)


@attrs.frozen(kw_only=True)
class Obstacle(Tree):
    """A requirement or document that no change can bring about, or several, not together.

    `facts` are those that it hangs on; `reason` tells of each why changing it is no way out.
    """

    codes: tuple[str, ...]
    reason: str
    facts: tuple[FactValue, ...] = _many(FactValue)

    def pieces(self) -> Iterable[Piece]:
        """What stays in the way, and why."""
        yield Line(self.in_words.obstacle(self.codes, self.reason))


@attrs.frozen(kw_only=True)
class LeastChange(Several[ChangeSet], Tree):
    """The smallest sets of facts whose change makes an option allowed.

    `sets` are all sets of the smallest size, each another way. An option that is already allowed
    has one set, with no change in it. Where nothing helps there is no set, and `obstacles` tell
    what stays in the way.
    """

    path: str
    status: str
    title: str
    sentence: str
    sets: tuple[ChangeSet, ...] = _many(ChangeSet)
    obstacles: tuple[Obstacle, ...] = _many(Obstacle)
    _tone: str = _tone()

    def _several(self) -> tuple[ChangeSet, ...]:
        return self.sets

    def pieces(self) -> Iterable[Piece]:
        """The ways there are, or what stays in the way."""
        told = self.in_words
        yield Entries((_head(told, self),))
        changing = (each for each in self.sets if each.changes)
        for number, each in enumerate(changing, start=1):
            yield Listing(_each(each.changes), told.way(number))
        if self.obstacles:
            yield Listing(_each(self.obstacles))


def _head(told: Sentences, part: WhyNot | LeastChange) -> Entry:
    """What a part is called, and what is said of it."""
    return Entry(*told.head(part.path, part.status, part.title, part.sentence), tone=part._tone)


def _each(told: Iterable[object]) -> tuple[str, ...]:
    return tuple(map(str, told))


def _clauses_of(parts: Iterable[PartExplanation]) -> Iterator[Citation]:
    for part in parts:
        for reason in part.reasons:
            yield from reason.clauses


def _quotes(told: Sentences, parts: Iterable[PartExplanation]) -> Quotes:
    """The words of every clause, each once."""
    quotes = tuple(each.quote for each in dict.fromkeys(_clauses_of(parts)))
    return Quotes(told.say.label("table:clauses"), quotes)
