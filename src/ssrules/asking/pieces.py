"""What answers about a decision are made of: facts, parameters, clauses, told in a language."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

import attrs

from ssrules.asking.told import Sentences, sentences
from ssrules.records.as_json import AsJson
from ssrules.records.unstructure import to_mapping
from ssrules.sheets.pieces import Line, Piece, Quote
from ssrules.sheets.told import Told
from ssrules.tables.clauses import Certainty, Found, notes_on
from ssrules.words.speech import ENGLISH, Words

FactData = bool | int | str | datetime.date | None
"""The value of a fact, None being unknown."""


@attrs.frozen(kw_only=True)
class Tree(AsJson, Told):
    """What every answer can do: become plain data, and be told in a language."""

    _say: Words | None = attrs.field(default=None, alias="say", eq=False, repr=False)
    """The words it is told in, English ones where none are given."""

    @property
    def in_words(self) -> Sentences:
        """The sentences of its language."""
        return sentences(self._say)

    @property
    def told_in(self) -> str:
        """The language that it is told in."""
        return self._say.language if self._say else ENGLISH

    def to_dict(self) -> dict[str, Any]:
        """The answer as a mapping for JSON: the same tree, ISO dates, lists."""
        return to_mapping(self)


@attrs.frozen(kw_only=True)
class FactValue(Tree):
    """A fact with its value, None being unknown."""

    path: str
    value: FactData

    def pieces(self) -> Iterable[Piece]:
        """The fact and its value."""
        yield Line(self.in_words.fact(self.path, self.value))


@attrs.frozen(kw_only=True)
class ParameterValue(Tree):
    """A parameter of the rule book with the value that was in force."""

    name: str
    value: int | bool
    unit: str
    _title: str = attrs.field(default="", alias="title", eq=False, repr=False)

    def pieces(self) -> Iterable[Piece]:
        """The parameter and its value."""
        yield Line(self.in_words.parameter(self.name, self._title, self.value, self.unit))


@attrs.frozen(kw_only=True)
class Citation(Tree):
    """A clause that is cited: its id, title, words and their language, and how sure they are.

    `certainty` and `found`, on whose page it was found, are None where nobody has said.
    """

    id: str
    title: str
    words: str
    language: str
    certainty: Certainty | None = None
    found: Found | None = None

    def pieces(self) -> Iterable[Piece]:
        """The clause by its title."""
        yield Line(self.in_words.clause(self.id, self.title, self._notes()))

    @property
    def quote(self) -> Quote:
        """The title, with a mark where the words are in another language, and the words."""
        told = self.in_words
        foreign = self.language != told.say.language
        notes = [*([told.foreign(self.language)] if foreign else []), *self._notes()]
        return Quote(told.clause(self.id, self.title, notes), self.words, self.language)

    def _notes(self) -> list[str]:
        return [self.in_words.say.label(each) for each in notes_on(self.certainty, self.found)]
