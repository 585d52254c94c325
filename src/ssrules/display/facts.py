"""What is known of a case, in words."""

from __future__ import annotations

from collections.abc import Collection
from operator import attrgetter

from rich.console import Group, RenderableType
from rich.text import Text

from ssrules.display.lines import Lines, Wrapped, section
from ssrules.records.case import Facts
from ssrules.words.speech import Words, words


def facts(
    case: Facts, *, besides: Collection[str] = (), say: Words | None = None
) -> RenderableType:
    """The facts that are known, but for those that have their default or stand in `besides`.

    `say` are the words, English if none are given.
    """
    say = say or words()
    known = ((fact, attrgetter(fact.path)(case)) for fact in case.table)
    return section(
        say.label("title:known"),
        Lines(
            (say.label(fact.path), say.value(fact.path, value))
            for fact, value in known
            if value is not None and value != fact.default and fact.path not in besides
        ),
    )


def story(text: str) -> RenderableType:
    """What happened, told before the facts."""
    return Group(Text(""), Wrapped(Text(text, style="italic")), Text(""))
