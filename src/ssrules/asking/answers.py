"""What a decision answers when it is asked about itself: data, and as text for a terminal.

Paths and codes are the same in every language. What is meant for readers alone (`sentence`,
`title`, `asked`, `how`, `reason`) is English.
"""

from __future__ import annotations

import datetime
import json
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from ssrules.errors import UnknownNameError
from ssrules.records import structure
from ssrules.records.kinds import FactEnum
from ssrules.records.unstructure import to_mapping
from ssrules.tables.clauses import Certainty
from ssrules.words.speech import words

WIDTH = 98
"""How many columns the texts take at most."""

FactData = bool | int | str | datetime.date | None
"""The value of a fact, None being unknown."""


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


def _one(cls: type) -> Any:
    return attrs.field(metadata={structure.GROUP: cls})


def _many(cls: type) -> Any:
    return attrs.field(default=(), metadata={structure.GROUP: cls, structure.MANY: True})


@attrs.frozen
class Tree:
    """What every answer can do: become plain data."""

    def to_dict(self) -> dict[str, Any]:
        """The answer as a mapping for JSON: the same tree, ISO dates, lists."""
        return to_mapping(self)

    def to_json(self) -> str:
        """The answer as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False)


@attrs.frozen(kw_only=True)
class FactValue(Tree):
    """A fact with its value, None being unknown."""

    path: str
    value: FactData

    def __str__(self) -> str:
        return f"{self.path} is {shown(self.value)}"


@attrs.frozen(kw_only=True)
class ParameterValue(Tree):
    """A parameter of the rule book with the value that was in force."""

    name: str
    value: int | bool
    unit: str

    def __str__(self) -> str:
        return f"{self.name} is {shown(self.value)} {self.unit}".rstrip()


@attrs.frozen(kw_only=True)
class Citation(Tree):
    """A clause that is cited: its id, title, words and their language, and how sure they are.

    `certainty` is None where nobody has said.
    """

    id: str
    title: str
    words: str
    language: str
    certainty: Certainty | None = None

    def __str__(self) -> str:
        if self.certainty in (None, Certainty.COMPARED):
            return f"{self.id}: {self.title}"
        return f"{self.id}: {self.title} ({words().label(f'certainty:{self.certainty}')})"


@attrs.frozen(kw_only=True)
class Reason(Tree):
    """A rule that applies, or a requirement that fails; `code` is as in `because`."""

    code: str
    sentence: str
    clauses: tuple[Citation, ...] = _many(Citation)

    def __str__(self) -> str:
        return f"{self.code}: {self.sentence}"


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
        yield f"{self.path}: {self.status}"
        yield _filled(f"{self.title}: {self.sentence}", 2)
        yield from _listed("rule", self.reasons)
        yield from _listed("clause", dict.fromkeys(_clauses_of([self])))
        yield from _listed("fact", (*self.facts, *self.documents))
        yield from _listed("parameter", self.parameters)
        yield from _listed("needs", self.needs)


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
        lines = [f"Why it is so as of {self.as_of}"]
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
        told = {
            CheckKind.REQUIREMENT: f"{self.asked} (else {self.code})",
            CheckKind.RULE: f"{self.code}: {self.asked}",
            CheckKind.DOCUMENT: self.asked,
        }
        first = _filled(told[self.kind], 11, first=f"  {self.state:<9}")
        return "\n".join([first, *(_filled(str(fact), 13) for fact in self.facts)])


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
        lines = [f"{self.path}: {self.status}", _filled(f"{self.title}: {self.sentence}", 2)]
        for title, checks in (("", self.checks), ("Documents", self.documents)):
            lines += ["", *([title] if title else [])] if checks else []
            lines += map(str, checks)
        return "\n".join(lines)


@attrs.frozen(kw_only=True)
class Question(Tree):
    """One unknown fact that is worth asking for.

    `narrows` is by how many bits its answer narrows the open parts on average, `settles` how many
    of them it settles on average. `parts` are the parts that need it. `values` are its possible
    answers, empty for a date, a number or a name.
    """

    path: str
    label: str
    values: tuple[str | bool, ...]
    narrows: float
    settles: float
    parts: tuple[str, ...]

    def __str__(self) -> str:
        answers = f" ({', '.join(map(shown, self.values))})" if self.values else ""
        return f"{self.path}: {self.label}{answers}"


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
        if not self.questions:
            return "Nothing to ask: every part is determined."
        lines = [f"{len(self.open)} parts are open. Best question first.", "  narrows  settles"]
        for each in self.questions:
            figures = f"{each.narrows:>9.2f}{each.settles:>9.2f}  "
            lines.append(_filled(str(each), len(figures), first=figures))
        return "\n".join([*lines, _filled(self.measure, 0)])


@attrs.frozen(kw_only=True)
class Change(Tree):
    """One fact to be changed: its value now (None is unknown), the value to take, and how."""

    path: str
    now: FactData
    to: FactData
    how: str

    def __str__(self) -> str:
        return f"{self.path}: from {shown(self.now)} to {shown(self.to)} ({self.how})"


@attrs.frozen(kw_only=True)
class ChangeSet(Tree):
    """Facts to be changed together; none where nothing has to be."""

    changes: tuple[Change, ...] = _many(Change)

    def __str__(self) -> str:
        return "\n".join(map(str, self.changes)) or "nothing has to change"


@attrs.frozen(kw_only=True)
class Obstacle(Tree):
    """A requirement or document that no change can bring about, or several, not together.

    `facts` are those that it hangs on; `reason` tells of each why changing it is no way out.
    """

    codes: tuple[str, ...]
    reason: str
    facts: tuple[FactValue, ...] = _many(FactValue)

    def __str__(self) -> str:
        return f"{' with '.join(self.codes)}: {self.reason}"


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
        lines = [f"{self.path}: {self.status}", _filled(f"{self.title}: {self.sentence}", 2)]
        changing = (each for each in self.sets if each.changes)
        for number, each in enumerate(changing, start=1):
            lines += ["", f"  way {number}"]
            lines += (_filled(str(change), 4) for change in each.changes)
        lines += (_filled(str(each), 2) for each in self.obstacles)
        return "\n".join(lines)


def shown(value: object) -> str:
    """A value as JSON has it, without quotes; `unknown` for None."""
    if value is None:
        return "unknown"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _filled(text: str, indent: int, first: str | None = None) -> str:
    """A text in lines that are no wider than `WIDTH`, indented, the first as is said.

    A Chinese character takes two columns, so a text that has any gets half as many.
    """
    space = " " * indent
    wide = any(unicodedata.east_asian_width(each) in "WF" for each in text)
    return textwrap.fill(
        text,
        (WIDTH + indent) // 2 if wide else WIDTH,
        initial_indent=space if first is None else first,
        subsequent_indent=space,
        break_on_hyphens=False,
    )


def _listed(word: str, items: Iterable[object]) -> Iterator[str]:
    """Each item on a line of its own, the word before the first."""
    for at, item in enumerate(items):
        first = f"    {word if at == 0 else '':<11}"
        yield _filled(str(item), len(first), first=first)


def _clauses_of(parts: Iterable[PartExplanation]) -> Iterator[Citation]:
    for part in parts:
        for reason in part.reasons:
            yield from reason.clauses


def _clause_lines(parts: Iterable[PartExplanation]) -> Iterator[str]:
    """The words of every clause, each once."""
    for clause in dict.fromkeys(_clauses_of(parts)):
        yield _filled(str(clause), 4, first="")
        yield from (_filled(line, 4) for line in clause.words.splitlines())
