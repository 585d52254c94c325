"""What verifying a rule book, or comparing two, has found: data first, sentences on demand."""

from __future__ import annotations

import datetime
import itertools
import pprint
import re
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from ssrules.checking.told import InWords, Sentences
from ssrules.records.as_json import AsJson
from ssrules.records.kinds import FactEnum
from ssrules.records.record import Several
from ssrules.records.unstructure import plain
from ssrules.sheets.pieces import Entry, Found, Line, Piece
from ssrules.words.sentences import COLON
from ssrules.words.wrapping import filled

__all__ = [
    "Difference",
    "Differences",
    "Finding",
    "FindingKind",
    "Report",
]

DEFAULT_BOOK = "RuleBook.default()"
"""How a test that is written out makes its rule book, unless it is told otherwise."""


TEST = """\
def test_{name}() -> None:
    \"\"\"{rule_set}.

{message}
    \"\"\"
    rulebook = {rulebook}
    case = Case.from_dict(
{facts}
    )
{decided}    found = [
        each.case
        for each in rulebook.verify({on})
        if (each.kind, each.rule_set, each.rules)
        == {found!r}
    ]
    assert case not in found
"""
DECIDED = "    decide(case, rulebook)  # raises RuleError while there is no one answer\n"


Anew = Callable[[str], Any] | None
"""What finds the same in a language."""


class FindingKind(FactEnum):
    """What is wrong with a rule set.

    gap: no rule applies, or a rule set that is asked gives no answer. conflict: rules that apply
    together break the hit policy. unreachable: a rule that never applies, or a requirement that
    never fails. redundant: a rule or requirement without which every answer is the same.
    idle_input: an input that changes no answer. citation_missing: a clause without words, title or
    id. citation_ambiguous: two texts under one id. citation_out_of_force: a clause that is not in
    force on the day asked about, or that lapses while the rule does not. certainty: the words of a
    clause are less sure than was asked for. worked_case: a case is decided otherwise than it was
    worked out from the text. contradiction: of two layers of changes one takes back what the other
    says.
    """

    GAP = "gap"
    CONFLICT = "conflict"
    UNREACHABLE = "unreachable"
    REDUNDANT = "redundant"
    IDLE_INPUT = "idle_input"
    CITATION_MISSING = "citation_missing"
    CITATION_AMBIGUOUS = "citation_ambiguous"
    CITATION_OUT_OF_FORCE = "citation_out_of_force"
    CERTAINTY = "certainty"
    WORKED_CASE = "worked_case"
    CONTRADICTION = "contradiction"


@attrs.frozen(kw_only=True)
class Finding(AsJson, InWords):
    """One thing that is wrong, with a case that shows it.

    `rules` holds the ids of the rules and the codes of the requirements that it is about, the one
    at fault first; for an idle input its name; for the citation of a parameter the parameter's.
    `follows_from` is the rule set whose findings it may follow from, so that it may be gone when
    those are mended; "" for one that follows from none. `on` is the day on which citations had to
    be in force, if one was asked about.
    """

    kind: FindingKind
    rule_set: str
    rules: tuple[str, ...]
    message: str
    case: Any
    follows_from: str = ""
    on: datetime.date | None = None
    _title: str = attrs.field(default="", alias="title", eq=False, repr=False)
    _told: Sentences | None = attrs.field(default=None, alias="told", eq=False, repr=False)

    @property
    def lines(self) -> tuple[str, str, str]:
        """What it is about, what is wrong, and a case that shows it, in words."""
        tell = self.in_words
        head = tell.head(self.rule_set, self._title, self.kind.value)
        return head, self.message, tell.instance(self.case)

    def entry(self) -> Entry:
        """What is wrong, by name, and a case that shows it."""
        name, message, instance = self.lines
        return Entry(name, message, beneath=instance)

    def pieces(self) -> Iterable[Piece]:
        """What is wrong."""
        yield Found((self.entry(),), colon=COLON[self.told_in])

    def to_dict(self) -> dict[str, Any]:
        """The finding as a mapping for JSON."""
        return {
            "kind": self.kind.value,
            "rule_set": self.rule_set,
            "rules": list(self.rules),
            "message": self.message,
            "follows_from": self.follows_from,
            "case": self.case.to_dict(),
        }

    def as_test(self, rulebook: str = DEFAULT_BOOK) -> str:
        """The text of a pytest test that fails as long as the fault is there.

        `rulebook` is the expression that makes the rule book.
        """
        return _with_imports(self._test(rulebook))

    def _test(self, rulebook: str) -> str:
        name = re.sub(r"\W+", "_", "_".join((self.rule_set, self.kind.value, *self.rules[:1])))
        told = filled(self.message.replace("\\", "/").replace('"', "'"), 92, 0)
        facts = pprint.pformat(self.case.to_dict(), sort_dicts=False, width=80)
        return TEST.format(
            name=name,
            rule_set=self.rule_set,
            message=textwrap.indent(told, " " * 4),
            rulebook=rulebook,
            on="" if self.on is None else f"on={self.on!r}",
            facts=textwrap.indent(facts, " " * 8),
            decided=DECIDED if self.kind in (FindingKind.GAP, FindingKind.CONFLICT) else "",
            found=(self.kind.value, self.rule_set, self.rules),
        )


def _with_imports(tests: str) -> str:
    dates = "import datetime\n\n" if "datetime." in tests else ""
    names = "Case, RuleBook, decide" if DECIDED in tests else "Case, RuleBook"
    return f"{dates}from ssrules import {names}\n\n\n{tests}"


@attrs.frozen(kw_only=True)
class Report(Several[Finding], AsJson, InWords):
    """Everything that is wrong with a rule book: sized, iterable, and empty if nothing is.

    Causes come first, gaps and conflicts before others, and behind each what may follow from it.
    `cells` is the number of kinds of case that were looked at, over all rule sets, of which there
    are `rule_set_count`.
    """

    findings: tuple[Finding, ...]
    rule_set_count: int
    cells: int
    _told: Sentences | None = attrs.field(default=None, alias="told", eq=False, repr=False)
    _anew: Anew = attrs.field(default=None, alias="anew", eq=False, repr=False)

    def _several(self) -> tuple[Finding, ...]:
        return self.findings

    @property
    def summary(self) -> str:
        """How much was found, and in how much, on one line."""
        following = len(self) - len(self.causes)
        tell = self.in_words
        return tell.found(len(self.causes), following, self.cells, self.rule_set_count)

    @property
    def causes(self) -> tuple[Finding, ...]:
        """The findings that follow from no other."""
        return tuple(each for each in self.findings if not each.follows_from)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Each cause, and below the last one of a rule set what may follow from them, in words."""
        told: list[Entry] = []
        above: Counter[str] = Counter()
        for at, each in enumerate(self.findings):
            if each.follows_from:
                continue
            above[each.rule_set] += 1
            following = tuple(
                itertools.takewhile(lambda one: one.follows_from, self.findings[at + 1 :])
            )
            entry = each.entry()
            if following:
                follows = self.in_words.following(len(following), above[each.rule_set])
                below = tuple(one.entry() for one in following)
                entry = attrs.evolve(entry, follows=follows, following=below)
            told.append(entry)
        return tuple(told)

    def pieces(self) -> Iterable[Piece]:
        """How much was found, and each finding."""
        yield _listed(self, self.summary, self.entries)

    def in_language(self, language: str) -> Report:
        """The same report, told in a language: the rule book is looked at once more.

        Raises `UnknownNameError` for a language that is not known, and `TypeError` for a report
        that no rule book was looked at for.
        """
        found: Report = _again(self, self._anew, language)
        return found

    def as_tests(self, rulebook: str = DEFAULT_BOOK) -> str:
        """The text of a file of pytest tests, one for each finding; "" where there is none."""
        tests: dict[str, str] = {}
        for each in self.findings:
            test = each._test(rulebook)
            name = test.partition("(")[0]
            number = sum(known.partition("(")[0].startswith(name) for known in tests)
            unique = test.replace(name, f"{name}_{number + 1}", 1) if number else test
            tests[unique] = unique
        return _with_imports("\n\n".join(tests)) if tests else ""

    def to_dict(self) -> dict[str, Any]:
        """The report as a mapping for JSON."""
        return {
            "rule_set_count": self.rule_set_count,
            "cells": self.cells,
            "findings": [each.to_dict() for each in self.findings],
        }


@attrs.frozen(kw_only=True)
class Difference(AsJson, InWords):
    """One way in which answers change, for all the cases that change in this way.

    `case` is one of them; `before` and `after` are its answers: `status` (`refused`, `open`,
    `determined`, `undetermined`, `faulty`), `outputs`, `because` and `clauses`, or None where the
    book has no such rule set. `where` are rows that together cover exactly the cases concerned:
    for each input, or fact, what it may be, any value where it is not named. `cells` is how many
    kinds of case that are.
    """

    rule_set: str
    case: Any
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    where: tuple[Mapping[str, tuple[str | bool, ...]], ...]
    message: str
    cells: int
    _title: str = attrs.field(default="", alias="title", eq=False, repr=False)
    _told: Sentences | None = attrs.field(default=None, alias="told", eq=False, repr=False)

    @property
    def lines(self) -> tuple[str, str, str]:
        """The rule set, what changes, and a case that shows it, in words."""
        tell = self.in_words
        return tell.head(self.rule_set, self._title), self.message, tell.instance(self.case)

    def entry(self) -> Entry:
        """What changes, by name, and a case that shows it."""
        name, message, instance = self.lines
        return Entry(name, message, beneath=instance)

    def pieces(self) -> Iterable[Piece]:
        """What changes."""
        yield Found((self.entry(),), colon=COLON[self.told_in])

    @property
    def inputs(self) -> tuple[str, ...]:
        """The inputs, or facts, that say whether a case changes in this way."""
        return tuple(dict.fromkeys(name for row in self.where for name in row))

    def to_dict(self) -> dict[str, Any]:
        """The difference as a mapping for JSON."""
        return {
            "rule_set": self.rule_set,
            "message": self.message,
            "where": [plain(row) for row in self.where],
            "cells": self.cells,
            "case": self.case.to_dict(),
            "before": plain(self.before),
            "after": plain(self.after),
        }


@attrs.frozen(kw_only=True)
class Differences(Several[Difference], AsJson, InWords):
    """Everything that two rule books answer differently: sized, iterable, empty if nothing is.

    `before` and `after` are the digests of the two books, `cells` the number of kinds of case in
    which they were compared.
    """

    differences: tuple[Difference, ...]
    before: str
    after: str
    cells: int
    _told: Sentences | None = attrs.field(default=None, alias="told", eq=False, repr=False)
    _anew: Anew = attrs.field(default=None, alias="anew", eq=False, repr=False)

    def _several(self) -> tuple[Difference, ...]:
        return self.differences

    @property
    def summary(self) -> str:
        """How much differs, and in how much, on one line."""
        same = not self.differences and self.before == self.after
        return self.in_words.compared(len(self), self.cells, same_book=same)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Each difference, in words."""
        return tuple(each.entry() for each in self.differences)

    def pieces(self) -> Iterable[Piece]:
        """How much differs, and each difference."""
        yield _listed(self, self.summary, self.entries)

    def in_language(self, language: str) -> Differences:
        """The same differences, told in a language: the rule books are compared once more.

        Raises `UnknownNameError` for a language that is not known, and `TypeError` for differences
        that no rule books were compared for.
        """
        found: Differences = _again(self, self._anew, language)
        return found

    def to_dict(self) -> dict[str, Any]:
        """The differences as a mapping for JSON."""
        return {
            "before": self.before,
            "after": self.after,
            "cells": self.cells,
            "differences": [each.to_dict() for each in self.differences],
        }


def _listed(found: InWords, summary: str, entries: tuple[Entry, ...]) -> Piece:
    """How much was found, and each thing with a case that shows it."""
    return Found(entries, summary, COLON[found.told_in]) if entries else Line(summary)


def _again(found: Any, anew: Anew, language: str) -> Any:
    """What was found, in a language."""
    if language == found.told_in:
        return found
    if anew is None:
        raise TypeError(f"this {type(found).__name__} was put together by hand: make it anew")
    return anew(language)
