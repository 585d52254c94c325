"""Rule books as users hold them, and deciding by them."""

from __future__ import annotations

import datetime
import functools
import os
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

import attrs

from ssrules.deciding.decider import Decider
from ssrules.decisions import Decision
from ssrules.errors import RuleError
from ssrules.facts import Case, Facts
from ssrules.late import door
from ssrules.parts import PARTS
from ssrules.rules import modules
from ssrules.tables.book import Book
from ssrules.tables.clauses import Certainty, as_certainty
from ssrules.words.speech import ENGLISH

if TYPE_CHECKING:
    from ssrules.asking.interview import Interview
    from ssrules.checking.findings import Differences, Report
    from ssrules.overlays import Overlay
    from ssrules.records.limits import Limits
    from ssrules.sheets.cases import CaseSheet
    from ssrules.tables.shown import BookSheet

NAME = "ssrules"
VERSION = "2026-11-24"
COVERS_FROM = datetime.date(2021, 1, 1)
"""The first day that the built-in book covers: from then on every law that it cites is in force."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RuleBook(Book):
    """Rule sets with parameters, ready to decide by, to change, to verify and to compare.

    `facts` is the class of facts of its cases, `Case` unless it is about something else. Two rule
    books are equal if their digests are.
    """

    facts: type[Facts] = Case
    decision: type[Decision] = Decision

    @classmethod
    def default(cls) -> RuleBook:
        """The built-in rule book; the same object each time."""
        return _default()

    @classmethod
    def from_toml(
        cls,
        source: str | os.PathLike[str],
        *,
        base: RuleBook | None = None,
        limits: Limits | None = None,
    ) -> RuleBook:
        """The rule book (the built-in one) with the changes of a TOML file, or of a TOML text.

        A string is the text itself if it has more than one line. Where the file names the locality
        that it lies over, the changes of that come first. Raises `RuleFileError`, a
        `RuleError`, with everything that is wrong, each with file and line. `limits` are the size
        and depth that are read at most, by default those of `ssrules.records.limits`.
        """
        return cls._read(source, cls.default() if base is None else base, limits, ())

    @classmethod
    def for_locality(
        cls, name: str | os.PathLike[str], *, base: RuleBook | None = None
    ) -> RuleBook:
        """The rule book of a locality, over the built-in one or another.

        `name` is one of `ssrules.localities.names()`, or the path of a file that ends in `.toml`.

        Raises `UnknownNameError` with the nearest names, and `RuleFileError` for a file of changes
        that does not fit the book, or is made for another edition of it.
        """
        beneath = cls.default() if base is None else base
        if not isinstance(name, str) or name.endswith(".toml"):
            return cls._read(name, beneath, None, ())
        return cls._of_locality(name, beneath, ())

    @classmethod
    def _of_locality(cls, name: str, base: RuleBook, above: tuple[str, ...]) -> RuleBook:
        """The book of a locality, on which those `above` lie."""
        with door:
            from ssrules import localities

        if name in above:
            raise RuleError.of(name, "base_of_itself", known=(*above, name))
        called = f"{name}{localities.ENDING}"
        return cls._read(localities.text(name), base, None, (*above, name), called)

    @classmethod
    def _read(
        cls,
        source: str | os.PathLike[str],
        base: RuleBook,
        limits: Limits | None,
        above: tuple[str, ...],
        called: str = "<toml>",
    ) -> RuleBook:
        with door:
            from ssrules.overlays.file import read_with_base

        def base_of(name: str, beneath: RuleBook) -> RuleBook:
            if any(each.name == name for each in beneath.layers):
                return beneath
            return cls._of_locality(name, beneath, above)

        overlay, book = read_with_base(source, base, limits, base_of, called)
        changed: RuleBook = book.with_overlay(overlay)
        return changed

    def with_overlay(self, overlay: Overlay) -> RuleBook:
        """The same book with the changes of an overlay; its name and version tell both.

        Raises `RuleError`, `ParameterError` or `UnknownNameError` for one that cannot be made.
        """
        with door:
            from ssrules.overlays import apply

        return apply(self, overlay)

    def __reduce__(self) -> str | tuple[Any, ...]:
        """Pickle the built-in book by its name alone: it is the same everywhere."""
        return (RuleBook.default, ()) if self is _default() else super().__reduce__()

    def sheet(self, *, language: str = ENGLISH) -> BookSheet:
        """Its rule sets, and which of them feeds which: printed, and as a picture in a notebook.

        Raises `UnknownNameError` for a language that is not known.
        """
        with door:
            from ssrules.tables.shown import BookSheet
            from ssrules.words.speech import words

        return BookSheet(self, words(language, self.words))

    def case_sheet(self, case: Facts, *, language: str = ENGLISH) -> CaseSheet:
        """What is known of a case and what is not, in the words of the book.

        Raises `UnknownNameError` for a language that is not known.
        """
        with door:
            from ssrules.sheets.cases import CaseSheet
            from ssrules.words.speech import words

        return CaseSheet(case, words(language, self.words))

    def __str__(self) -> str:
        return str(self.sheet())

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """How a notebook shows it, in English; `sheet(language="zh")` in Chinese."""
        return self.sheet()._repr_mimebundle_()

    def prepare(self) -> RuleBook:
        """Do now what the first decisions would do on their way, and give the book itself.

        Everything is imported that a decision and the questions about it may need (data frames
        and extras apart), the tables are made, and one case is decided and asked about. For a
        server that forks its workers: called before that, they share what was made, and each
        answers its first request as fast as any other.
        """
        with door:
            from ssrules.preparing import prepare

        prepare(self)
        return self

    def compiled(self) -> dict[str, Any]:
        """The book as plain data for JSON, from which programs in other languages decide as we do.

        Raises `RuleError` for what cannot be written down so. `docs/compiled.md` tells the format.
        """
        with door:
            from ssrules.compiled import compiled

        return compiled(self)

    def verify(
        self,
        *,
        on: datetime.date | None = None,
        certainty: Certainty | str | None = None,
        language: str = ENGLISH,
    ) -> Report:
        """Everything that is wrong with the book: gaps, conflicts, idle rules, lapsed citations.

        Citations are looked at as of the day `on`; without it, a clause that is ever out of force
        is told. With a `certainty`, so is every rule that rests on words that are less sure.
        """
        with door:
            from ssrules.checking.verify import verify

        return verify(self, on, as_certainty(certainty), language)

    def diff(self, new: Book, *, language: str = ENGLISH) -> Differences:
        """Every kind of case that another book answers otherwise, each with a concrete case."""
        with door:
            from ssrules.checking.diff import diff

        return diff(self, new, language)


def decide(case: Facts, rulebook: RuleBook | None = None) -> Decision:
    """The decision on a case by a rule book, the default one if none is given.

    Raises `FactError` at the path of a date whose deadline falls past the calendar.
    """
    found: Decision = Decider.of(rulebook or RuleBook.default()).decide(case)
    return found


def decide_json(data: bytes | str, rulebook: RuleBook | None = None) -> bytes:
    """The decision on a case that a JSON text tells, as JSON text in UTF-8.

    What `decide(Case.from_json(data), rulebook).to_json()` says, letter by letter. Raises
    `FactError` as these do, also where `data` is no JSON.
    """
    book = rulebook or RuleBook.default()
    return decide(book.facts.from_json(data), book).to_json().encode()


def interview(
    case: Facts,
    rulebook: RuleBook | None = None,
    *,
    about: Collection[str] = (),
    documents: bool = False,
    language: str = "en",
) -> Interview:
    """An interview about a case: one question after another, as few as settle the parts wanted.

    `about` names those parts, or sections; without it, all are meant. With `documents` it goes on
    to the documents that they ask for. Raises `UnknownNameError` for a name that is no part, and
    `FactError` as `decide` does.
    """
    with door:
        from ssrules.asking.interview import Interview

    book = rulebook or RuleBook.default()
    return Interview(case, book, about=about, documents=documents, language=language)


@functools.cache
def _default() -> RuleBook:
    found = tuple(modules())
    return RuleBook(
        name=NAME,
        version=VERSION,
        rule_sets=tuple(each for module in found for each in getattr(module, "RULE_SETS", ())),
        parameters=tuple(each for module in found for each in getattr(module, "PARAMETERS", ())),
        covers_from=COVERS_FROM,
        parts=PARTS,
        extra_clauses=tuple(each for module in found for each in getattr(module, "CLAUSES", ())),
    )
