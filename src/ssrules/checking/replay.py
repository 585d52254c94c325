"""Replaying a log of decisions: which of them would come out differently today, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from ssrules.asking.topics import with_answers
from ssrules.checking.told import InWords, Sentences, told_in
from ssrules.deciding.decider import Decider
from ssrules.decisions import Decision
from ssrules.errors import FactError, Fault
from ssrules.errors.near import nearest_names
from ssrules.errors.telling import name_of
from ssrules.records import checks, structure
from ssrules.records.as_json import AsJson
from ssrules.records.case import Facts
from ssrules.records.kinds import FactEnum
from ssrules.records.limits import MOST_FAULTS
from ssrules.rulebook import RuleBook
from ssrules.sheets.pieces import Entry, Found, Line, Piece
from ssrules.words.speech import ENGLISH

__all__ = [
    "Replaced",
    "Replayed",
    "Why",
    "replay",
]

KEYS = ("case", "decision")
"""What a line of a log has; other keys (a time, a number) are the log's own."""
IDENTITY = "rulebook"
SAID = "said"
"""What was answered in an interview in place of identifiers."""
CASE_DIGEST = "case_digest"
"""What stands in place of a case whose facts were left out."""


class Why(FactEnum):
    """Why a line of a log is reported.

    other_rule_book: the answer is another one, and so is the digest of the rule book. other_answer:
    the digest is the same and the answer another one all the same. unreadable: the line holds no
    case and decision. unknown_rule_book: it was decided by none of the rule books. facts_left_out:
    the line keeps the digest of its case only, and cannot be decided again.
    """

    OTHER_RULE_BOOK = "other_rule_book"
    OTHER_ANSWER = "other_answer"
    UNREADABLE = "unreadable"
    UNKNOWN_RULE_BOOK = "unknown_rule_book"
    FACTS_LEFT_OUT = "facts_left_out"


@attrs.frozen(kw_only=True)
class Replaced(AsJson, InWords):
    """A place in a decision, and what stood and now stands there."""

    path: str
    before: object
    after: object
    _told: Sentences | None = attrs.field(default=None, alias="told", eq=False, repr=False)

    def pieces(self) -> Iterable[Piece]:
        """What stood there, and what stands there."""
        yield Line(self.in_words.replaced(self.path, self.before, self.after))

    def in_language(self, language: str) -> Replaced:
        """The same in a language. Raises `UnknownNameError` for one that is not known."""
        return attrs.evolve(self, told=self.in_words.in_language(language))

    def to_dict(self) -> dict[str, Any]:
        """The place as a mapping for JSON."""
        return {"path": self.path, "before": self.before, "after": self.after}


@attrs.frozen(kw_only=True)
class Replayed(AsJson, InWords):
    """A line of a log that comes out differently, or cannot be read.

    `line` counts from 1. `changes` are the places at which the decisions differ; `faults` say what
    is wrong with a line that is unreadable, or why the case can no longer be decided.
    """

    line: int
    why: Why
    changes: tuple[Replaced, ...] = ()
    faults: tuple[Fault, ...] = ()
    _told: Sentences | None = attrs.field(default=None, alias="told", eq=False, repr=False)

    @property
    def title(self) -> str:
        """The line, and why it is reported."""
        return self.in_words.line(self.line, self.why.value, ())

    @property
    def items(self) -> tuple[str, ...]:
        """What is told of it: every change and every fault."""
        faults = (each.with_hint(self.told_in) for each in self.faults)
        return (*map(str, self.changes), *faults)

    def entry(self) -> Entry:
        """The line, why it is reported, and what is told of it."""
        line = self.in_words.line(self.line, self.why.value, self.items)
        return Entry(self.title, items=self.items, line=line)

    def pieces(self) -> Iterable[Piece]:
        """The line, why it is reported, and what is told of it."""
        yield Found((self.entry(),))

    def in_language(self, language: str) -> Replayed:
        """The same in a language. Raises `UnknownNameError` for one that is not known."""
        changes = tuple(each.in_language(language) for each in self.changes)
        return attrs.evolve(self, changes=changes, told=self.in_words.in_language(language))

    def to_dict(self) -> dict[str, Any]:
        """The line as a mapping for JSON."""
        return {
            "line": self.line,
            "why": self.why.value,
            "changes": [each.to_dict() for each in self.changes],
            "faults": [
                {key: told for key, told in each.to_dict().items() if key != "value"}
                for each in self.faults
            ],
        }


def replay(
    lines: Iterable[str | bytes],
    rulebook: RuleBook | Iterable[RuleBook] | None = None,
    *,
    language: str = ENGLISH,
) -> Iterator[Replayed]:
    """Decide every case of a JSON-lines log again, and give the lines that come out differently.

    A line is an object with a `case` and its `decision`; one without text is passed over. A line
    that another rule book decided in the same way is not reported. Of several rule books each line
    is decided by the one whose digest it carries. One line at a time is held. Raises
    `UnknownNameError` for a language that is not known.
    """
    deciders = deciders_of(rulebook)
    tell = told_in(language, *(each.book for each in deciders.values()))
    for number, line in enumerate(lines, start=1):
        blank: object = line.strip() if hasattr(line, "strip") else line
        if blank in ("", b""):
            continue
        found = _line(number, line, deciders, tell)
        if found is not None:
            yield found


def deciders_of(rulebook: RuleBook | Iterable[RuleBook] | None) -> Mapping[str, Decider]:
    """What decides a line, by the digest of the line; one alone decides them all, as ""."""
    if rulebook is None or isinstance(rulebook, RuleBook):
        return {"": Decider.of(rulebook or RuleBook.default())}
    return {book.digest: Decider.of(book) for book in rulebook}


def _line(
    number: int, line: str | bytes, deciders: Mapping[str, Decider], tell: Sentences
) -> Replayed | None:
    try:
        entry, repeated = _entry(line)
        if CASE_DIGEST in entry and KEYS[0] not in entry:
            return Replayed(line=number, why=Why.FACTS_LEFT_OUT, told=tell)
        decider = deciders.get("") or deciders.get(_digest(entry))
        if decider is None:
            return Replayed(line=number, why=Why.UNKNOWN_RULE_BOOK, told=tell)
        case, recorded = _parsed(entry, repeated, decider.book.facts)
        if SAID in entry:
            case = with_answers(case, decider, entry[SAID])
    except FactError as error:
        return Replayed(line=number, why=Why.UNREADABLE, faults=error.faults, told=tell)
    faults: tuple[Fault, ...] = ()
    try:
        decision = decider.decide(case).to_dict()
    except FactError as error:
        decision = {}
        faults = error.faults
    before = {key: value for key, value in recorded.items() if key != IDENTITY}
    after = {key: value for key, value in decision.items() if key != IDENTITY}
    if before == after:
        return None
    try:
        digest = Decision.from_dict(recorded).rulebook.digest
    except FactError as error:
        return Replayed(line=number, why=Why.UNREADABLE, faults=error.faults, told=tell)
    same = digest == decider.book.digest
    return Replayed(
        line=number,
        why=Why.OTHER_ANSWER if same else Why.OTHER_RULE_BOOK,
        changes=() if faults else tuple(_changes("", before, after, tell)),
        faults=faults,
        told=tell,
    )


def _entry(line: str | bytes) -> tuple[Mapping[str, Any], bool]:
    """What a line holds, and whether some key in it is given twice. Raises `FactError`."""
    entry, repeated = structure.parse_json(line)
    if not isinstance(entry, Mapping):
        raise FactError([Fault.of("line", entry, "not_an_entry")])
    if repeated and isinstance(entry, checks.RepeatedKeys):
        twice = sorted(entry.repeated)[:MOST_FAULTS]
        raise FactError(Fault.of(name_of(name), entry[name], "given_twice") for name in twice)
    missing = [
        Fault.of(name, None, "not_in_the_line", near=nearest_names(name, entry))
        for name in KEYS
        if name not in entry and not (name == KEYS[0] and CASE_DIGEST in entry)
    ]
    if missing:
        raise FactError(missing)
    recorded = entry["decision"]
    if not isinstance(recorded, Mapping):
        raise FactError([Fault.of("decision", recorded, "not_an_entry")])
    return entry, repeated


def _digest(entry: Mapping[str, Any]) -> str:
    """The digest of the rule book that decided a line, "none" where it carries none."""
    identity = entry["decision"].get(IDENTITY)
    digest = identity.get("digest") if isinstance(identity, Mapping) else None
    return digest if isinstance(digest, str) else "none"


def _parsed(
    entry: Mapping[str, Any], repeated: bool, cls: type[Facts]
) -> tuple[Facts, Mapping[str, Any]]:
    """The case and the recorded decision of a line. Raises `FactError`."""
    if repeated:
        faults = tuple(checks.faults_of(cls, entry["case"]))
        raise FactError(faults or (Fault.of("decision", None, "repeated_inside"),))
    return cls.from_dict(entry["case"]), entry["decision"]


def _changes(path: str, before: object, after: object, tell: Sentences) -> Iterator[Replaced]:
    """Every place at which two decisions differ, the deepest that has a name."""
    if before == after:
        return
    one, two = _named(before), _named(after)
    if one is None or two is None:
        yield Replaced(path=path, before=before, after=after, told=tell)
        return
    for name in dict.fromkeys((*one, *two)):
        deeper = f"{path}.{name}" if path else str(name)
        yield from _changes(deeper, one.get(name), two.get(name), tell)


def _named(value: object) -> Mapping[str, object] | None:
    """The parts of a value by name: of a list of parts too, whose items say what they are."""
    if isinstance(value, Mapping):
        return value
    if isinstance(value, list) and value and all(isinstance(each, Mapping) for each in value):
        names = [_name(each) for each in value]
        if None not in names and len(set(names)) == len(names):
            return {str(name): each for name, each in zip(names, value, strict=True)}
    return None


def _name(part: Mapping[str, Any]) -> str | None:
    if "channel" in part:
        return f"{part.get('function')}.{part['channel']}"
    name = part.get("type", part.get("rule_set"))
    return None if name is None else str(name)
