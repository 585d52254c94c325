"""An interview: one question after another, until the parts that are asked about are settled."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs

from ssrules.asking.about import parts_about
from ssrules.asking.answers import Question
from ssrules.asking.document_questions import document_questions, unconfirmed
from ssrules.asking.questions import best_first
from ssrules.asking.standing import Standing
from ssrules.asking.topics import Topic, topics_of
from ssrules.deciding.decider import Decider
from ssrules.errors import NothingAskedError
from ssrules.records.case import Facts
from ssrules.sheets.pieces import Entries, Entry, Line, Listing, Piece
from ssrules.sheets.told import Told
from ssrules.tables.book import Book
from ssrules.words.speech import ENGLISH, words
from ssrules.words.wrapping import cells, padded

if TYPE_CHECKING:
    from ssrules.decisions import Decision

__all__ = [
    "Interview",
]


@attrs.frozen(eq=False)
class _Stand:
    """Where an interview stands after some answers."""

    decision: Decision
    said: Mapping[str, Any] = MappingProxyType({})
    skipped: frozenset[str] = frozenset()


class Interview(Told):
    """One question after another about a case, as few as settle what is asked about.

    `question` is the one to ask now, None where nothing is left to ask; `answer(value)` answers
    it, `skip()` says that nobody knows, after which it is never asked again, and `back()` takes the
    last answer or skip back. Each changes the interview and gives the interview itself. `decision`
    is what follows from what is known so far.

    `about` names parts (`activation.social_security.pharmacy`) or sections (`activation`): only
    facts that can still change these are asked for. Without it, all parts are meant. With
    `documents`, it goes on to the documents, until each of these parts has all of them at hand or
    is known to miss one.

    Two identifiers that are only compared are asked for by one question, answered by true or false
    (`the_cards_bank`: is this an outlet of the card's bank?). Which they are nobody then has said,
    so identifiers are made up for them: they begin with `ssrules.records.made_up.MADE_UP`, and
    `without_made_up(case)` leaves them out.

    Not to be shared by threads. Raises `FactError` for a case that cannot be decided, and
    `UnknownNameError` for a name in `about` that is no part.
    """

    def __init__(
        self,
        case: Facts,
        book: Book,
        *,
        about: Collection[str] = (),
        documents: bool = False,
        language: str = ENGLISH,
    ) -> None:
        self._decider = Decider.of(book)
        self._about = (about,) if isinstance(about, str) else tuple(about)
        self._documents = documents
        self._language = language
        self._stands = [_Stand(self._decider.decide(case))]
        self._topics: Mapping[str, Topic] = topics_of(self._decider)
        parts_about(self.decision, self._about)
        self._question = self._next()

    @property
    def question(self) -> Question | None:
        """The question to ask now; None where nothing is left to ask."""
        return self._question

    @property
    def decision(self) -> Decision:
        """What follows from all that is known so far."""
        return self._stands[-1].decision

    @property
    def case(self) -> Any:
        """What is known so far, identifiers that were made up among it."""
        return self.decision.case

    @property
    def said(self) -> Mapping[str, Any]:
        """What was answered, by the paths of the questions and in their order; None for a skip."""
        return self._stands[-1].said

    @property
    def language(self) -> str:
        """The language of the questions."""
        return self._language

    def answer(self, value: object) -> Interview:
        """Answer the question, by one of its values, or by a number, a date or a text.

        Raises `FactError` for a value that the fact cannot have, and the question stays; and
        `NothingAskedError` where there is no question.
        """
        question = self._asked()
        topic = self._topics[question.facts[0]]
        case = self.case.with_facts(topic.told(self.case, value))
        decision: Decision = self._decider.decide(case)
        last = self._stands[-1]
        told = attrgetter(question.path)(case) if not topic.together else value
        said = MappingProxyType({**last.said, question.path: told})
        return self._gone_to(_Stand(decision, said, last.skipped))

    def skip(self) -> Interview:
        """Say that nobody knows: what was asked for stays unknown, and is not asked for again.

        Raises `NothingAskedError` where there is no question.
        """
        question = self._asked()
        last = self._stands[-1]
        said = MappingProxyType({**last.said, question.path: None})
        skipped = last.skipped.union(question.facts)
        return self._gone_to(_Stand(last.decision, said, skipped))

    def back(self) -> Interview:
        """Take the last answer or skip back, and ask that question again.

        Raises `NothingAskedError` where nothing was answered yet.
        """
        if len(self._stands) == 1:
            raise NothingAskedError("nothing_answered")
        self._stands.pop()
        self._question = self._next()
        return self

    def pieces(self) -> Iterable[Piece]:
        """The question to ask now, and what was answered so far."""
        say = words(self._language, self.decision.decider.book.words)
        question = self._question
        if question is None:
            yield Line(say.label("interview:settled"))
        else:
            yield Line(question.text)
            yield Listing(tuple(each.words for each in question.choices))
        if self.said:
            said = {say.label(path): say.value(path, each) for path, each in self.said.items()}
            width = max(map(cells, said)) + 2
            lines = tuple((padded(word, width), (value,)) for word, value in said.items())
            yield Line("")
            yield Entries((Entry(say.label("interview:said"), lines=lines),))

    @property
    def told_in(self) -> str:
        """The language of the questions."""
        return self._language

    def __repr__(self) -> str:
        asked = "settled" if self._question is None else f"asks for {self._question.path}"
        return f"<Interview, {len(self._stands) - 1} answered, {asked}>"

    def _asked(self) -> Question:
        if self._question is None:
            raise NothingAskedError("nothing_asked")
        return self._question

    def _gone_to(self, stand: _Stand) -> Interview:
        self._stands.append(stand)
        self._question = self._next()
        return self

    def _next(self) -> Question | None:
        """The best question that can still change something that is asked about."""
        stand = self._stands[-1]
        standing = Standing.of(stand.decision, self._language)
        parts = parts_about(stand.decision, self._about)
        open_ = [path for path, part in parts.items() if part.status == "undetermined"]
        found = best_first(standing, open_, self._topics, stand.skipped)
        if not found and self._documents:
            listing = unconfirmed(parts)
            found = best_first(
                standing, listing, self._topics, stand.skipped, documents=True
            ) or document_questions(standing, listing, stand.skipped)
        return found[0] if found else None
