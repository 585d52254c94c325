"""HTML for notebooks: small pieces, with a style of their own that touches nothing else.

Text and lines have the colours of what is around them, so that they can be read in light and in
dark; where styles are stripped, tables, words and symbols still say everything.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

STYLE = """\
.ssrules{line-height:1.45}
.ssrules table{border-collapse:collapse;margin:.4em 0;font-size:inherit}
.ssrules caption{text-align:start;padding:.3em 0;font-weight:600}
.ssrules th,.ssrules td{text-align:start!important;vertical-align:top;padding:.3em .7em;\
border:0;border-bottom:1px solid color-mix(in srgb,currentColor 25%,transparent);\
background:none!important;white-space:normal;overflow-wrap:break-word}
.ssrules th{font-weight:500}
.ssrules .short td,.ssrules code{overflow-wrap:anywhere}
.ssrules code{font-size:.9em}
.ssrules tbody th{min-width:7.5em}
@media(max-width:30em){.ssrules th,.ssrules td{padding:.3em .4em}}
.ssrules svg{max-width:100%;height:auto;display:block}
.ssrules tr.group th{font-weight:600;padding-top:.9em}
.ssrules tr.alone th{font-weight:600}
.ssrules tr.alone th,.ssrules tr.alone td{padding-top:.9em}
.ssrules summary{cursor:pointer}
.ssrules dl{display:grid;grid-template-columns:minmax(0,max-content) minmax(0,1fr);\
gap:.15em .8em;margin:.4em 0}
.ssrules dt,.ssrules dd{margin:0;font-weight:400}
.ssrules blockquote{margin:.3em 0 .5em;padding-left:.8em;border-left:2px solid currentColor}
.ssrules p{margin:.4em 0}
.ssrules ul{margin:.2em 0 .6em;padding-inline-start:1.4em}
.ssrules th.number,.ssrules td.number{text-align:end!important;font-variant-numeric:tabular-nums;\
white-space:nowrap}
.ssrules .whole{white-space:nowrap}
.ssrules table.short tbody th[scope=row]{min-width:0;width:1%;white-space:nowrap}
.ssrules .quiet{font-size:.9em}
.ssrules .tone{display:inline-block;min-width:1.35em;text-align:center;border-radius:.3em;\
color:#fff;font-weight:700;margin-inline-end:.4em}
.ssrules .good{background:#1a7f37}
.ssrules .open{background:#8a6100}
.ssrules .bad{background:#b42318}
"""
Bundle = dict[str, str]
"""What a notebook chooses from: the same as text and as HTML, by their types."""
BREAK = re.compile(r"(?<=[a-z])[._](?=[a-z])")
"""Where a path or a code may be broken."""
TONES = {"good": "✓", "open": "?", "bad": "✗"}
"""The symbol of each tone, so that none is told by its colour alone."""


def text(told: object) -> str:
    """A text as it stands in HTML."""
    return html.escape(str(told))


def broken(told: object) -> str:
    """A text in HTML whose paths and codes may go on in the next line behind a dot or a dash."""
    return BREAK.sub(r"\g<0><wbr>", text(told))


def code(told: str) -> str:
    """A path or a code."""
    return f"<code>{broken(told)}</code>" if told else ""


def page(language: str, *pieces: str) -> str:
    """Pieces in one element, with the style that is theirs alone; `language` may be ""."""
    lang = f' lang="{language}"' if language else ""
    return f'<div class="ssrules"{lang}><style>{STYLE}</style>{"".join(pieces)}</div>'


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table, the first cell of each row being its head. Cells are HTML."""
    return table_of(caption, (row(*cells) for cells in rows), head)


def table_of(
    caption: str, rows: Iterable[str], head: Sequence[str] = (), *, numbers: int = 0
) -> str:
    """A table of rows that are HTML; `head` names its columns, the last of which hold numbers.

    One without a head has short words at the left.
    """
    titled = f"<caption>{broken(caption)}</caption>" if caption else ""
    named = "".join(
        f'<th scope="col"{_number(at, len(head), numbers)}>{text(each)}</th>'
        for at, each in enumerate(head)
    )
    above = f"<thead><tr>{named}</tr></thead>" if named else ""
    kind = "" if named else ' class="short"'
    return f"<table{kind}>{titled}{above}<tbody>{''.join(rows)}</tbody></table>"


def row(head: str, *cells: str, alone: bool = False, numbers: int = 0) -> str:
    """A row of a table, `alone` where it belongs to no group above it. Cells are HTML."""
    told = "".join(
        f"<td{_number(at, len(cells), numbers)}>{each}</td>" for at, each in enumerate(cells)
    )
    kind = ' class="alone"' if alone else ""
    return f'<tr{kind}><th scope="row">{head}</th>{told}</tr>'


def group(title: str, columns: int) -> str:
    """A row that is the title, in HTML, of those below it."""
    return f'<tr class="group"><th scope="colgroup" colspan="{columns}">{title}</th></tr>'


def across(told: str, columns: int) -> str:
    """A row that is one cell, in HTML."""
    return f'<tr><td colspan="{columns}">{told}</td></tr>'


def toned(tone: str, told: str) -> str:
    """An answer, with the symbol of its tone."""
    return marked(tone, text(told))


def marked(tone: str, told: str) -> str:
    """HTML with the symbol of a tone before it."""
    return f'<span class="tone {tone}" aria-hidden="true">{TONES[tone]}</span>{told}'


def beneath(head: str, told: Iterable[str]) -> str:
    """HTML, and texts quietly below it."""
    listed = items(told)
    return f'{head}<div class="quiet">{listed}</div>' if listed else head


def whole(told: str) -> str:
    """HTML that stays on one line."""
    return f'<span class="whole">{told}</span>'


def items(told: Iterable[str]) -> str:
    """Texts one below the other."""
    return "<br>".join(map(broken, told))


def listing(title: str, told: Iterable[str]) -> str:
    """A list below a title, which may be ""."""
    above = f"<p>{text(title)}</p>" if title else ""
    points = "".join(f"<li>{broken(each)}</li>" for each in told)
    return f"{above}<ul>{points}</ul>" if points else above


def details(summary: str, *pieces: str) -> str:
    """Pieces that are shown on demand below a summary, which is HTML."""
    return f"<details><summary>{summary}</summary>{''.join(pieces)}</details>"


def lines(pairs: Iterable[tuple[str, str]]) -> str:
    """Words and the texts beside them; a word "" is that of the line above."""
    told = "".join(f"<dt>{text(word)}</dt><dd>{text(beside)}</dd>" for word, beside in pairs)
    return f"<dl>{told}</dl>" if told else ""


def quoted(language: str, title: str, words: str) -> str:
    """A title and the words below it, in their own language."""
    paragraphs = "<br>".join(map(text, words.split("\n")))
    return f'<div>{text(title)}<blockquote lang="{language}">{paragraphs}</blockquote></div>'


def _number(at: int, columns: int, numbers: int) -> str:
    return ' class="number"' if at >= columns - numbers else ""
