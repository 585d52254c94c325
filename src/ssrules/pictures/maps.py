"""A rule set's map drawn: two inputs as its axes, further ones as columns and rows of panels."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import altair as alt
import attrs

from ssrules.deciding.part_kinds import ALLOWED
from ssrules.pictures.cell_maps import OPEN, REFUSED, UNKNOWN, CellMap, Mark, Scale
from ssrules.pictures.colours import COLOURS, GREY
from ssrules.words.sentences import COLON
from ssrules.words.speech import Words
from ssrules.words.wrapping import cells, wrapped

DARK, LIGHT = "#1c2128", "#ffffff"
ON_DARK = ("#3b6fb6", "#b5495b", "#8a6bbd")
"""The colours on which letters are light."""
FIXED = {OPEN: GREY, REFUSED: "#b5495b", ALLOWED: "#4f9d69"}
WIDE, LINE = 92, 13
"""How wide a mark is, and how high a line of a label."""
LETTER = 7
"""How long a letter is at most on average."""
ACROSS, DOWN = 15, 34
"""How many columns of text a label below and at the left of a panel has."""
FEW = 4
"""How many panels stand one below the other, rather than side by side."""
ONLY = "abcdefghijklmnopqrstuvwxyz".upper()
SPLIT = "split(datum.label, '\\n')"


@attrs.frozen
class Layout:
    """Which scales are at the left, below, and told above panels, and how many panels a row has."""

    left: int | None
    below: int | None
    above: tuple[int, ...]
    columns: int

    @classmethod
    def of(cls, scales: Sequence[Scale]) -> Layout:
        """The longest scale at the left, where its words have room; a few panels in one column."""

        def length(at: int) -> tuple[int, int]:
            return len(scales[at].all), max(map(cells, scales[at].all))

        longest = sorted(range(len(scales)), key=length, reverse=True)
        left, below = (*longest, None, None)[:2]
        above = tuple(longest[2:])
        few = math.prod(len(scales[at].all) for at in above) <= FEW
        return cls(left, below, above, 1 if few else len(scales[above[0]].all))


def drawn(found: CellMap, say: Words) -> alt.LayerChart | alt.FacetChart:
    """A coloured mark with a letter for each kind of case, and what each letter means."""
    layout = Layout.of(found.scales)
    letters = dict(zip(found.answers, _letters(found.answers), strict=True))
    colours = dict(zip(found.answers, _colours(found.answers), strict=True))
    keys = {code: f"{letters[code]}   {told}" for code, told in found.answers.items()}
    values = [
        {
            **_place(found, layout, mark, say),
            "answer": keys[mark.code],
            "letter": letters[mark.code],
            "ink": LIGHT if colours[mark.code] in ON_DARK else DARK,
            "because": ", ".join(mark.because),
        }
        for mark in found.marks
    ]
    base = alt.Chart().encode(
        x=_across(found.scales, layout.below),
        y=_down(found.scales, layout.left),
        tooltip=["case:N", "answer:N", "because:N"],
    )
    legend = alt.Legend(orient="bottom", columns=1, labelLimit=560, symbolType="square")
    scale = alt.Scale(domain=[*keys.values()], range=[*colours.values()])
    squares = base.mark_rect(stroke=LIGHT, strokeWidth=1).encode(
        color=alt.Color("answer:N", title=None, scale=scale, legend=legend)
    )
    told = base.mark_text(fontSize=11, fontWeight="bold").encode(
        text="letter:N", color=alt.Color("ink:N", scale=None)
    )
    layers = alt.layer(squares, told, data=alt.Data(values=values)).properties(
        width=alt.Step(WIDE if layout.below is not None else 2 * WIDE),
        height=alt.Step(_height(found.scales, layout.left)),
    )
    about = {"title": found.title, "description": description(found, say)}
    if not layout.above:
        return layers.properties(**about)
    header = alt.Header(labelExpr=SPLIT, labelLimit=600, labelAnchor="start", title=None)
    panels = alt.Facet("panel:N", sort=_panels(found, layout, say), header=header)
    return layers.facet(panels, columns=layout.columns, spacing=14).properties(**about)


def description(found: CellMap, say: Words) -> str:
    """The map in words: what it is of, and how many kinds of case have each answer."""
    counts = Counter(each.code for each in found.marks)
    told = (
        f"{answer}{COLON[say.language]}{counts[code]}" for code, answer in found.answers.items()
    )
    return say.label("picture:map").format(
        title=found.title,
        inputs=say.listed(each.title for each in found.scales) or say.label("nothing"),
        count=len(found.marks),
        answers=say.listed(told, "also"),
    )


def _place(found: CellMap, layout: Layout, mark: Mark, say: Words) -> dict[str, str]:
    """Where a mark stands, and what kind of case it is."""

    def label(at: int | None, width: int) -> str:
        return "" if at is None else _wrapped(found.scales[at].label(mark.place[at]), width)

    case = (_named(found.scales[at], mark.place[at], say) for at in range(len(found.scales)))
    return {
        "x": label(layout.below, ACROSS),
        "y": label(layout.left, DOWN),
        "panel": _panel(found, layout, mark, say),
        "case": say.listed(case, "also"),
    }


def _named(scale: Scale, position: int, say: Words) -> str:
    """An input and what it is."""
    return f"{scale.title}{COLON[say.language]}{scale.label(position)}"


def _panel(found: CellMap, layout: Layout, mark: Mark, say: Words) -> str:
    """What is the same in a panel, each input on a line of its own or more."""
    across = 1 if layout.below is None else len(found.scales[layout.below].all)
    told = (_named(found.scales[at], mark.place[at], say) for at in layout.above)
    return "\n".join(_wrapped(each, across * ACROSS) for each in told)


def _panels(found: CellMap, layout: Layout, say: Words) -> list[str]:
    """The panels in order, the first input that is told above them changing from each to each."""

    def places(mark: Mark) -> list[int]:
        return [
            len(found.scales[at].labels) if mark.place[at] == UNKNOWN else mark.place[at]
            for at in reversed(layout.above)
        ]

    marks = sorted(found.marks, key=places)
    return [*dict.fromkeys(_panel(found, layout, each, say) for each in marks)]


def _across(scales: Sequence[Scale], at: int | None) -> alt.X:
    if at is None:
        return alt.X("x:N", title=None, axis=None)
    sort = [_wrapped(each, ACROSS) for each in scales[at].all]
    axis = alt.Axis(labelAngle=0, labelExpr=SPLIT, labelLimit=WIDE, titleLimit=600)
    return alt.X("x:N", title=scales[at].title, sort=sort, axis=axis)


def _down(scales: Sequence[Scale], at: int | None) -> alt.Y:
    if at is None:
        return alt.Y("y:N", title=None, axis=None)
    sort = [_wrapped(each, DOWN) for each in scales[at].all]
    axis = alt.Axis(labelExpr=SPLIT, labelLimit=320, titleLimit=600)
    room = _height(scales, at) * len(scales[at].all) // LETTER
    title = [*wrapped(scales[at].title, max(room, ACROSS))]
    return alt.Y("y:N", title=title, sort=sort, axis=axis)


def _height(scales: Sequence[Scale], at: int | None) -> int:
    """How high a mark is, so that the longest label at the left has room."""
    labels = () if at is None else scales[at].all
    return LINE * max((_wrapped(each, DOWN).count("\n") + 1 for each in labels), default=1) + 14


def _wrapped(told: str, width: int) -> str:
    return "\n".join(wrapped(told, width))


def _letters(answers: Iterable[str]) -> Iterator[str]:
    """A letter for each answer, and a question mark for what is not known."""
    number = 0
    for code in answers:
        if code == OPEN:
            yield "?"
            continue
        yield ONLY[number] if number < len(ONLY) else f"{ONLY[number % 26]}{number // 26}"
        number += 1


def _colours(answers: Iterable[str]) -> Iterator[str]:
    """A colour for each answer, always the same one for a yes, a no, and what is not known."""
    codes = [*answers]
    free = [
        each for each in COLOURS if each not in (FIXED[code] for code in codes if code in FIXED)
    ]
    number = 0
    for code in codes:
        yield FIXED.get(code) or free[number % len(free)]
        number += code not in FIXED
