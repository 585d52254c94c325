"""Draws the pictures of one decision: what `ssrules decide` prints, as an SVG, in both languages.

`python docs/picture.py` writes them anew. Text stays text, so that it can be read aloud and
searched; no font is loaded.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.style import Style

import ssrules
from ssrules import display

STATIC = Path(__file__).parent / "_static"
NAMES = {"en": "decision.svg", "zh": "decision-zh.svg"}
COLUMNS = 84
CELL, LINE, MARGIN = 8, 19, 20
"""The width of a character, the height of a line, and the space around, in pixels."""

GROUND, INK, DIM = "#1c2128", "#e6edf3", "#9aa5b1"
COLOURS = {"green": "#5fd38d", "yellow": "#f0c75e", "red": "#ff8f87"}

SHOWN = (
    "activation.social_security.bank_outlet",
    "activation.financial.bank_outlet",
    "loss_report",
)
CASE = {
    "as_of": "2026-11-22",
    "card": {
        "received_on": "2026-03-01",
        "bank": "ICBC",
        "social_security": "inactive",
        "financial": "inactive",
    },
    "institution": {"kind": "bank_outlet", "bank": "ICBC"},
    "documents": {"social_security_card": True, "identity_copy": True},
}
TOLD = {
    "en": "A decision as it is printed: what is possible here, what to bring, until when, and which"
    " rule and clause say so",
    "zh": "打印出来的一次判定：在这里能办什么、带什么材料、何时以前办，以及依据的规则和条款",
}


def drawn(language: str) -> str:
    """The picture: every line but the first, which names the rule book's digest."""
    decision = ssrules.decide(ssrules.Case.from_dict(CASE))
    console = Console(width=COLUMNS, file=io.StringIO(), force_terminal=True, legacy_windows=False)
    lines = [
        *console.render_lines(display.decision(decision, only=SHOWN, language=language), pad=False)
    ][2:]
    while lines and not _text(lines[-1]).strip():
        lines.pop()
    width, height = COLUMNS * CELL + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN
    rows = "\n".join(
        f'<text y="{MARGIN + LINE * (at + 0.75):g}">{"".join(_spans(line))}</text>'
        for at, line in enumerate(lines)
        if _text(line).strip()
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}" role="img" aria-label="{TOLD[language]}">\n'
        f"<title>{TOLD[language]}</title>\n"
        f'<rect width="{width}" height="{height}" rx="8" fill="{GROUND}"/>\n'
        f"<g font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\""
        f' font-size="13.3" fill="{INK}" xml:space="preserve">\n{rows}\n</g>\n</svg>\n'
    )


def _text(line: Iterable[Segment]) -> str:
    return "".join(segment.text for segment in line)


def _spans(line: Iterable[Segment]) -> Iterator[str]:
    """Each piece of a line at its column, whatever the width of the font."""
    column = 0
    for segment in line:
        text = segment.text.rstrip("\n")
        begun = len(text) - len(text.lstrip())
        shown = text.strip()
        if shown:
            at = MARGIN + CELL * (column + begun)
            length = CELL * cell_len(shown)
            yield (
                f'<tspan x="{at}" textLength="{length}"{_look(segment.style)}>'
                f"{escape(shown)}</tspan>"
            )
        column += cell_len(text)


def _look(style: Style | None) -> str:
    if style is None:
        return ""
    look = ' font-weight="bold"' if style.bold else ""
    if style.color is not None and style.color.name in COLOURS:
        return f'{look} fill="{COLOURS[style.color.name]}"'
    return f'{look} fill="{DIM}"' if style.dim else look


if __name__ == "__main__":
    for language, name in NAMES.items():
        (STATIC / name).write_text(drawn(language), "utf-8")
