"""Colours for answers: one each, and grey for what is not yet known."""

from __future__ import annotations

from collections.abc import Iterable

import altair as alt

OPEN = "undetermined"
GREY = "#a7b0ba"
COLOURS = ("#3b6fb6", "#d98324", "#4f9d69", "#b5495b", "#8a6bbd", "#c2a83e", "#4aa3b5")


def coloured(answers: Iterable[tuple[str, str]]) -> alt.Color:
    """The colours of answers, given as a code and its words, in the order in which they come."""
    found = dict.fromkeys(answers)
    known = [words for code, words in found if code != OPEN]
    unknown = [words for code, words in found if code == OPEN]
    colours = [COLOURS[at % len(COLOURS)] for at in range(len(known))] + [GREY] * len(unknown)
    return alt.Color(
        "answer:N",
        title=None,
        scale=alt.Scale(domain=[*known, *unknown], range=colours),
        legend=alt.Legend(orient="bottom", labelLimit=320, columns=4),
    )
