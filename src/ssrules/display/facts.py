"""What is known of a case, in words."""

from __future__ import annotations

from collections.abc import Collection
from operator import attrgetter

from rich.console import Group, RenderableType
from rich.text import Text

from ssrules.display.lines import Lines, Wrapped, section
from ssrules.facts import FACTS, Case
from ssrules.words.labels import label, value_label


def facts(case: Case, *, besides: Collection[str] = ()) -> RenderableType:
    """The facts that are known, but for those that have their default or stand in `besides`."""
    known = ((fact, attrgetter(fact.path)(case)) for fact in FACTS)
    return section(
        "What is known",
        Lines(
            (label(fact.path), value_label(fact.path, value))
            for fact, value in known
            if value is not None and value != fact.default and fact.path not in besides
        ),
    )


def story(text: str) -> RenderableType:
    """What happened, told before the facts."""
    return Group(Text(""), Wrapped(Text(text, style="italic")), Text(""))
