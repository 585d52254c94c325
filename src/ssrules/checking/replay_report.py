"""The replay of a whole log: how many lines there were, and those that come out differently."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from ssrules.checking.replay import Replayed, Why, deciders_of, replay
from ssrules.checking.told import InWords, Sentences, told_in
from ssrules.rulebook import RuleBook
from ssrules.sheets.pieces import Found, Line, Piece
from ssrules.words.sentences import COLON
from ssrules.words.speech import ENGLISH

__all__ = ["ReplayReport", "replay_report"]


@attrs.frozen(kw_only=True)
class ReplayReport(InWords):
    """What the replay of a log has found: sized, iterable, empty if every line is as it was.

    `lines` is the number of lines with text that there were.
    """

    replayed: tuple[Replayed, ...]
    lines: int
    _told: Sentences | None = attrs.field(default=None, alias="told", eq=False, repr=False)

    def __len__(self) -> int:
        return len(self.replayed)

    def __iter__(self) -> Iterator[Replayed]:
        return iter(self.replayed)

    @property
    def kinds(self) -> dict[str, int]:
        """How many lines are reported for each reason that any is reported for."""
        found = Counter(each.why.value for each in self.replayed)
        return {why.value: found[why.value] for why in Why if found[why.value]}

    @property
    def summary(self) -> str:
        """How many lines there were, and how many are reported, on one line."""
        return self.in_words.replayed(self.lines, self.kinds)

    def pieces(self) -> Iterable[Piece]:
        """How many lines there were, and each that is reported."""
        entries = tuple(each.entry() for each in self.replayed)
        summary = self.summary
        yield Found(entries, summary, COLON[self.told_in]) if entries else Line(summary)

    def in_language(self, language: str) -> ReplayReport:
        """The same in a language. Raises `UnknownNameError` for one that is not known."""
        replayed = tuple(each.in_language(language) for each in self.replayed)
        told = self.in_words.in_language(language)
        return attrs.evolve(self, replayed=replayed, told=told)

    def to_dict(self) -> dict[str, Any]:
        """The report as a mapping for JSON."""
        return {"lines": self.lines, "replayed": [each.to_dict() for each in self.replayed]}

    def to_json(self) -> str:
        """The report as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False)


def replay_report(
    lines: Iterable[str | bytes],
    rulebook: RuleBook | Iterable[RuleBook] | None = None,
    *,
    language: str = ENGLISH,
) -> ReplayReport:
    """Replay a whole log, as `replay` does line by line, and tell what was found in all.

    The lines that come out differently are held. Raises `UnknownNameError` for a language that is
    not known.
    """
    books = rulebook if rulebook is None or isinstance(rulebook, RuleBook) else tuple(rulebook)
    count = 0

    def counted() -> Iterator[str | bytes]:
        nonlocal count
        for line in lines:
            count += not hasattr(line, "strip") or bool(line.strip())
            yield line

    replayed = tuple(replay(counted(), books, language=language))
    told = told_in(language, *(each.book for each in deciders_of(books).values()))
    return ReplayReport(replayed=replayed, lines=count, told=told)
