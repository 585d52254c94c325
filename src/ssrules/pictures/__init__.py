"""Pictures of decisions, as Altair charts; they need the extra `pictures`.

A chart shows itself in a notebook, and `chart.save("card.svg")` draws it to a file. Words are
English or Chinese; the data of a chart are codes and days.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ssrules.errors import MissingExtraError
from ssrules.late import door
from ssrules.records.case import Facts
from ssrules.rulebook import RuleBook
from ssrules.tables.rule_sets import RuleSet
from ssrules.words.speech import words as speech

if TYPE_CHECKING:
    import altair as alt

__all__ = ["cells", "moves", "statuses", "timeline"]

DAYS = 400
"""How far a timeline looks ahead."""


def cells(
    rule_set: RuleSet | str, rulebook: RuleBook | None = None, *, language: str = "en"
) -> alt.LayerChart | alt.FacetChart:
    """The map of a rule set: a mark for each kind of case that it tells apart, and its answer.

    `rule_set` is one of the rule book's, or its name; any input but the day may also be unknown.
    Values that no row tells apart are one, and inputs that tell nothing apart are left out. The two
    inputs with the most values are the axes, further ones columns and rows of panels. Raises
    `UnknownNameError` for a rule set that the book has not, and `ValueError` for one with more than
    4000 kinds of case.
    """
    _need_altair("cells")
    with door:
        from ssrules.pictures import maps
        from ssrules.pictures.cell_maps import cell_map

    book = rulebook or RuleBook.default()
    name = rule_set if isinstance(rule_set, str) else rule_set.name
    words = speech(language, book.words)
    return maps.drawn(cell_map(book, book.rule_set(name).name, words), words)


def timeline(
    case: Facts, rulebook: RuleBook | None = None, *, days: int = DAYS, language: str = "en"
) -> alt.LayerChart:
    """When the answers on a case change by themselves, if nothing else does.

    A bar for each status, route or participation that changes within so many days after `as_of`,
    and a line for each day that the case names.
    """
    _need_altair("timeline")
    with door:
        from ssrules.pictures import timelines

    book = rulebook or RuleBook.default()
    last = case.as_of + datetime.timedelta(days=days)
    return timelines.drawn(case, book, last, speech(language, book.words))


def statuses(frame: Any, rulebook: RuleBook | None = None, *, language: str = "en") -> alt.Chart:
    """How many rows of a decided frame have each status, a bar for each part.

    `frame` is what `decide_frame` gave by the rule book.
    """
    _need_altair("statuses")
    with door:
        from ssrules.pictures import populations

    book = rulebook or RuleBook.default()
    return populations.statuses(frame, book, speech(language, book.words))


def moves(before: Any, after: Any, column: str, *, language: str = "en") -> alt.LayerChart:
    """How many rows move from which status to which, between two decided frames.

    Both hold the same rows in the same order, decided by two rule books; `column` is a decision
    column. Raises `ValueError` where the frames do not have as many rows.
    """
    _need_altair("moves")
    with door:
        from ssrules.pictures import populations

    return populations.moves(before, after, column, speech(language))


def _need_altair(asked: str) -> None:
    with door:
        import importlib.util

    if importlib.util.find_spec("altair") is None:
        raise MissingExtraError("pictures", f"ssrules.pictures.{asked}")
