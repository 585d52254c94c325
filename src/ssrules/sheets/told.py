"""What is told by pieces: its text, and what a notebook shows of it, are made of the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ssrules.records.html import Bundle, page
from ssrules.sheets.pieces import Piece
from ssrules.words.speech import ENGLISH, Words


class Told:
    """The base of what is told by pieces."""

    __slots__ = ()

    def pieces(self) -> Iterable[Piece]:
        """What it is told by, one piece below the other."""
        raise NotImplementedError

    @property
    def told_in(self) -> str:
        """The language that it is told in."""
        return ENGLISH

    def html(self) -> str:
        """What it says as HTML: one element with a style of its own, nothing that is loaded."""
        return page(self.told_in, *(each.html() for each in self.pieces()))

    def __str__(self) -> str:
        return "\n".join(line for each in self.pieces() for line in each.text())

    def _repr_mimebundle_(self, **_: object) -> Bundle:
        """How a notebook shows it."""
        return {"text/plain": str(self), "text/html": self.html()}


class ToldBy(Told):
    """The base of what is told by words that it holds, in their language."""

    __slots__ = ()
    if TYPE_CHECKING:
        say: Words

    @property
    def told_in(self) -> str:
        """The language of its words."""
        return self.say.language
