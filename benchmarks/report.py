"""Tables of figures, and the document that they are written into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs

from benchmarks.ratio import Ratio
from benchmarks.timing import Timing

BEGIN = "<!-- figures: written by `python -m benchmarks` -->"
END = "<!-- end of figures -->"
DOCUMENT = Path(__file__).parent.parent / "docs" / "benchmarks.md"


@attrs.frozen
class Table:
    """A table with what is to be known about it; `timings` are the raw rounds behind it.

    `ratios` are those of it that are wanted small, and kept to be compared.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    timings: tuple[Timing, ...] = ()
    ratios: tuple[Ratio, ...] = ()

    def markdown(self) -> str:
        """The table as Markdown, with its notes below it."""
        lines = [f"### {self.title}", "", _line(self.header), _line(["---"] * len(self.header))]
        lines += map(_line, self.rows)
        for note in self.notes:
            lines += ["", note]
        return "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def compared(
    title: str, timings: dict[str, Timing], base: str, notes: tuple[str, ...] = ()
) -> Table:
    """A table of what contenders took, each as a multiple of the base's time."""
    rows = []
    for name, timing in timings.items():
        low, high = timing.spread(timings[base])
        rows.append(
            (
                name,
                f"{timing.median / 1e3:,.1f}",
                f"**{number(timing.over(timings[base]))}**",
                f"{number(low)} to {number(high)}",
            )
        )
    header = ("", "µs, median", f"ratio to {base}", "its quartiles")
    return Table(title, header, tuple(rows), notes, tuple(timings.values()))


def number(value: float) -> str:
    """A ratio with as many places as it deserves."""
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"


def write(tables: Iterable[Table], about: str, document: Path = DOCUMENT) -> None:
    """Put the tables between the two markers of the document, in place of what stood there.

    Raises `ValueError` where the document has no such markers.
    """
    text = document.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{document.name} lacks the line {BEGIN} or {END}")
    body = "\n\n".join([about, *(table.markdown() for table in tables)])
    document.write_text(f"{before}{BEGIN}\n\n{body}\n\n{END}{after}", encoding="utf-8")
