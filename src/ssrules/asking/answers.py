"""What a decision answers when it is asked about itself: data, and as text for a terminal.

Paths and codes are the same in every language. What is meant for readers alone (`sentence`,
`title`, `asked`, `label`, `how`, `reason`, `measure`), and the text as a whole, is in the language
that was asked for.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from ssrules.asking.pieces import (
    Citation,
    FactData,
    FactValue,
    ParameterValue,
    Tree,
    in_lines,
    listed,
)
from ssrules.asking.told import Sentences
from ssrules.errors import UnknownNameError
from ssrules.records import structure
from ssrules.records.kinds import FactEnum
from ssrules.words.wrapping import cells, padded

FIGURE = 9
"""How many columns a figure takes."""
MOST_DIGITS = 6
"""How many digits of a figure are shown at most."""


class CheckState(FactEnum):
    """Whether something that is asked for holds, whatever the unknown facts turn out to be."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "unknown"


class CheckKind(FactEnum):
    """What is checked: a requirement, a rule, or that a document is at hand."""

    REQUIREMENT = "requirement"
    RULE = "rule"
    DOCUMENT = "document"


def _many(cls: type) -> Any:
    return attrs.field(default=(), metadata={structure.GROUP: cls, structure.MANY: True})


@attrs.frozen(kw_only=True)
class Reason(Tree):
    """A rule that applies, or a requirement that fails; `code` is as in `because`."""

    code: str
    sentence: str
    clauses: tuple[Citation, ...] = _many(Citation)

    def __str__(self) -> str:
        return self.in_words.reason(self.code, self.sentence)


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

    def __str__(self) -> str:
        return "\n".join([*self.lines(), *_clause_lines([self])])

    def lines(self) -> Iterator[str]:
        """The explanation in lines, without the words of the clauses."""
        told = self.in_words
        yield from _head(told, self)
        yield from listed(told.labels["rule"], self.reasons)
        yield from listed(told.labels["clause"], dict.fromkeys(_clauses_of([self])))
        yield from listed(told.labels["fact"], (*self.facts, *self.documents))
        yield from listed(told.labels["parameter"], self.parameters)
        yield from listed(told.labels["needs"], map(told.need, self.needs))


@attrs.frozen(kw_only=True)
class Explanation(Tree):
    """Why each part of a decision is as it is."""

    as_of: datetime.date
    parts: tuple[PartExplanation, ...] = _many(PartExplanation)

    def part(self, path: str) -> PartExplanation:
        """The explanation of the part at a path. Raises `UnknownNameError`."""
        for part in self.parts:
            if part.path == path:
                return part
        raise UnknownNameError("part of a decision", path, (part.path for part in self.parts))

    def __str__(self) -> str:
        lines = [self.in_words.why(self.as_of)]
        for part in self.parts:
            lines += ["", *part.lines()]
        return "\n".join([*lines, "", *_clause_lines(self.parts)])


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

    def __str__(self) -> str:
        told = self.in_words
        states = told.states[self.kind]
        width = max(map(cells, states.values())) + 4
        first = padded(f"  {states[self.state]}", width)
        lines = [in_lines(told.check(self.kind, self.code, self.asked), width, first=first)]
        return "\n".join([*lines, *(in_lines(str(fact), width + 2) for fact in self.facts)])


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

    def __str__(self) -> str:
        told = self.in_words
        lines = [*_head(told, self)]
        for title, checks in (("", self.checks), (told.documents, self.documents)):
            lines += ["", *([title] if title else [])] if checks else []
            lines += map(str, checks)
        return "\n".join(lines)


@attrs.frozen(kw_only=True)
class Choice(Tree):
    """One possible answer to a question: its value, and its words."""

    value: str | bool
    words: str

    def __str__(self) -> str:
        return self.words


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

    def __str__(self) -> str:
        return self.in_words.question(self.path, self.label, self.values)


@attrs.frozen(kw_only=True)
class Questions(Tree):
    """The unknown facts worth asking for, best first; `open` are the parts that they settle.

    Only the first is best for certain: after each answer, decide again and ask anew. `measure`
    says what the figures mean.
    """

    open: tuple[str, ...]
    measure: str
    questions: tuple[Question, ...] = _many(Question)

    @property
    def first(self) -> Question | None:
        """The question to ask next; None where every part is determined."""
        return self.questions[0] if self.questions else None

    def __str__(self) -> str:
        told = self.in_words
        if not self.questions:
            return told.nothing_to_ask
        header = "".join(" " * (FIGURE - cells(each)) + each for each in told.figures)
        lines = [told.open_parts(len(self.open)), header]
        narrows = _written_apart([each.narrows for each in self.questions])
        settles = _written_apart([each.settles for each in self.questions])
        for each, one, other in zip(self.questions, narrows, settles, strict=True):
            figures = f"{one:>{FIGURE}}{other:>{FIGURE}}  "
            lines.append(in_lines(str(each), len(figures), first=figures))
        return "\n".join([*lines, in_lines(self.measure, 0)])


@attrs.frozen(kw_only=True)
class FactChange(Tree):
    """One fact to be changed: its value now (None is unknown), the value to take, and how."""

    path: str
    now: FactData
    to: FactData
    how: str

    def __str__(self) -> str:
        return self.in_words.change(self.path, self.now, self.to, self.how)


@attrs.frozen(kw_only=True)
class ChangeSet(Tree):
    """Facts to be changed together; none where nothing has to be."""

    changes: tuple[FactChange, ...] = _many(FactChange)

    def __str__(self) -> str:
        return "\n".join(map(str, self.changes)) or self.in_words.nothing_to_change


@attrs.frozen(kw_only=True)
class Obstacle(Tree):
    """A requirement or document that no change can bring about, or several, not together.

    `facts` are those that it hangs on; `reason` tells of each why changing it is no way out.
    """

    codes: tuple[str, ...]
    reason: str
    facts: tuple[FactValue, ...] = _many(FactValue)

    def __str__(self) -> str:
        return self.in_words.obstacle(self.codes, self.reason)


@attrs.frozen(kw_only=True)
class LeastChange(Tree):
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

    def __str__(self) -> str:
        told = self.in_words
        lines = [*_head(told, self)]
        changing = (each for each in self.sets if each.changes)
        for number, each in enumerate(changing, start=1):
            lines += ["", f"  {told.way(number)}"]
            lines += (in_lines(str(change), 4) for change in each.changes)
        lines += (in_lines(str(each), 2) for each in self.obstacles)
        return "\n".join(lines)


def _head(told: Sentences, part: PartExplanation | WhyNot | LeastChange) -> Iterator[str]:
    """What a part is called, and what is said of it."""
    name, sentence = told.head(part.path, part.status, part.title, part.sentence)
    yield in_lines(name, 2, first="")
    yield in_lines(sentence, 2)


def _written_apart(figures: Sequence[float]) -> list[str]:
    """Figures with as few digits, two or more, as show that those that differ do."""
    for digits in range(2, MOST_DIGITS):
        written = [f"{each:.{digits}f}" for each in figures]
        if len(set(written)) == len(set(figures)):
            return written
    return [f"{each:.{MOST_DIGITS}f}" for each in figures]


def _clauses_of(parts: Iterable[PartExplanation]) -> Iterator[Citation]:
    for part in parts:
        for reason in part.reasons:
            yield from reason.clauses


def _clause_lines(parts: Iterable[PartExplanation]) -> Iterator[str]:
    """The words of every clause, each once."""
    for clause in dict.fromkeys(_clauses_of(parts)):
        yield from clause.quoted()
