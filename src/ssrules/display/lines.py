"""What every display is made of: titles, and lines of a word and the text beside it.

Lines end where their text ends: no spaces are filled in, so that a pipe gets clean text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text

from ssrules.deciding.part_kinds import Line
from ssrules.words.wrapping import cells, spans

INDENT = 2
WORD = 7
"""The least width of the words at the left."""
GAP = 2
MOST = 0.5
"""How much of the width the words at the left may take."""

STYLES = {"good": "bold green", "open": "bold yellow", "bad": "bold red"}
"""The colour of each tone; the status itself is always told in words too."""


COLONS = {"en": ": ", "zh": "："}


class Lines:
    """Lines in two columns; a long text goes on below its own beginning.

    A word that would take more than `MOST` of the width stands on lines of its own.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        self.lines = [*lines]

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """Wrap each text to the width that is left of the line."""
        most = int(options.max_width * MOST)
        widths = (cells(word) for word, _ in self.lines)
        left = max(WORD, *(each for each in widths if each <= most), 0) + GAP
        for word, text in self.lines:
            told = word
            if cells(word) > left - GAP:
                yield from wrapped(Text(word, style="dim"), options.max_width)
                told = ""
            for line in wrapped(Text(text), options.max_width - left):
                space = " " * (left - cells(told))
                yield Text.assemble((told, "dim"), space, line, end="\n", overflow="ignore")
                told = ""


class Indented:
    """Something, moved to the right."""

    def __init__(self, content: RenderableType) -> None:
        self.content = content

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Render the content in the width that is left, and put spaces before each line."""
        inner = options.update(width=options.max_width - INDENT)
        for line in console.render_lines(self.content, inner, pad=False):
            if any(segment.text.strip() for segment in line):
                yield Segment(" " * INDENT)
            yield from line
            yield Segment.line()


class Wrapped:
    """A text over as many lines as it takes, no spaces at the end of any."""

    def __init__(self, text: Text) -> None:
        self.text = text

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """Wrap the text to the width of the console."""
        yield from wrapped(self.text, options.max_width)


def wrapped(text: Text, width: int) -> Iterator[Text]:
    """The lines of a text in a width, counted in the cells of a terminal."""
    for start, end in spans(text.plain, width):
        line = text[start:end]
        line.end = "\n"
        yield line


def section(title: str, *content: RenderableType) -> RenderableType:
    """A titled piece of a display, with an empty line after it."""
    return Group(Text(title.upper(), style="bold"), Indented(Group(*content)), Text(""))


def block(
    title: str, answer: str, tone: str, lines: Iterable[Line], language: str
) -> RenderableType:
    """One answer: what is asked, unless the title is "", what is answered, and lines below it."""
    asked = f"{title}{COLONS[language]}" if title else ""
    head = Text.assemble((asked, "bold"), (answer, STYLES[tone]))
    return Group(Wrapped(head), Indented(Lines(lines)))


def apart(blocks: Iterable[RenderableType]) -> Iterator[RenderableType]:
    """Blocks with an empty line between each two."""
    for at, each in enumerate(blocks):
        if at:
            yield Text("")
        yield each
