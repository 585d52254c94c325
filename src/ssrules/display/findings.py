"""What verifying a rule book, or comparing two, has found."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from ssrules.checking.findings import Differences, Report
from ssrules.display.lines import Indented, Wrapped


def findings(found: Report | Differences) -> RenderableType:
    """How much was found, and each thing with a case that shows it, in the language of `found`."""
    bad = "bold red" if isinstance(found, Report) else "bold"
    shown: list[RenderableType] = [
        Wrapped(Text(found.summary, style="bold" if len(found) else "green"))
    ]
    for each in found:
        head, message, instance = each.lines
        below = Group(Wrapped(Text(message)), Wrapped(Text(instance, style="dim")))
        shown += [Text(""), Wrapped(Text(head, style=bad)), Indented(below)]
    return Group(*shown)
