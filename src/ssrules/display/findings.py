"""What verifying a rule book, or comparing two, has found."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from ssrules.checking.findings import Differences, Report
from ssrules.display.lines import Indented, Wrapped
from ssrules.sheets.pieces import Entry


def findings(found: Report | Differences) -> RenderableType:
    """How much was found, and each thing with a case that shows it, in the language of `found`."""
    bad = "bold red" if isinstance(found, Report) else "bold"
    shown: list[RenderableType] = [
        Wrapped(Text(found.summary, style="bold" if len(found) else "green"))
    ]
    for each in found.entries:
        shown += [Text(""), *_shown(each, bad)]
    return Group(*shown)


def _shown(entry: Entry, style: str) -> Iterator[RenderableType]:
    """What was found, a case that shows it, and below them what may follow from it."""
    yield Wrapped(Text(entry.name, style=style))
    told = Group(Wrapped(Text(entry.told)), Wrapped(Text(entry.beneath, style="dim")))
    yield Indented(told)
    if entry.following:
        below = (each for one in entry.following for each in _shown(one, "bold"))
        yield Indented(Group(Wrapped(Text(entry.follows)), Indented(Group(*below))))
