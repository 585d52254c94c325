"""Rule sets and books as they are told: decision tables with citations, and what feeds what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from ssrules.records.text import told
from ssrules.sheets.flow import Flow, FlowWords, Node
from ssrules.sheets.pieces import Grid, GridRow, Piece, Quote, Quotes
from ssrules.sheets.told import ToldBy
from ssrules.words.outputs import output_name, output_value
from ssrules.words.sentences import COLON, condition
from ssrules.words.speech import Words

COMMA = {"en": ", ", "zh": "、"}


@attrs.frozen
class RuleSetSheet(ToldBy):
    """A rule set in words: a row for each requirement and rule, and the clauses on demand."""

    found: Any
    say: Words

    def pieces(self) -> Iterable[Piece]:
        """The table, and the words of its clauses."""
        say = self.say
        title = say.title(f"rule_set:{self.found.name}", self.found.title)
        columns = tuple(say.label(f"table:{each}") for each in ("row", "if", "then"))
        caption = f"{title} ({self.found.name}, {self.found.hit_policy})"
        clause, colon = say.label("table:clause"), COLON[say.language]
        yield Grid(caption, columns, clause, tuple(self._rows()), colon)
        quotes = tuple(
            Quote(f"{told(each.title, say.language)} [{each.id}]", each.words, each.language)
            for each in self.found.clauses
        )
        yield Quotes(say.label("table:clauses"), quotes, on_demand=True)

    def _rows(self) -> Iterator[GridRow]:
        found, say = self.found, self.say
        for each in found.requirements:
            yield GridRow(each.code, (_asked(each.holds_if, say), ()), _cited(each.cites))
        for each in found.rules:
            told = (_asked(each.when, say), _given(found.name, each.then, say))
            yield GridRow(each.id, told, _cited(each.cites))


@attrs.frozen
class BookSheet(ToldBy):
    """A rule book in words: its rule sets, and which of them feeds which."""

    found: Any
    say: Words

    def pieces(self) -> Iterable[Piece]:
        """A picture, and a table that says the same."""
        say = self.say
        words = FlowWords(
            all=say.label("table:rule_sets"),
            thing=say.label("table:rule_set"),
            feeds=say.label("table:feeds"),
            legend=tuple(say.label(f"table:{each}") for each in ("dashed", "dot", "arrow")),
            colon=COLON[say.language],
            comma=COMMA[say.language],
        )
        caption = say.label("sheet:book").format(
            book=self.found.name, version=self.found.version, digest=self.found.digest[:12]
        )
        yield Flow(caption, tuple(self._nodes()), words)

    def _nodes(self) -> Iterator[Node]:
        for each in self.found.rule_sets:
            asked = (getattr(one, "rule_set", None) for one in each.inputs)
            yield Node(
                name=each.name,
                title=self.say.title(f"rule_set:{each.name}", each.title),
                adds_to=each.part_of or "",
                fed_by=tuple(dict.fromkeys(filter(None, asked))),
            )


def _asked(when: Mapping[str, Iterable[Any]], say: Words) -> tuple[str, ...]:
    return tuple(condition(name, values, say) for name, values in when.items())


def _given(rule_set: str, then: Mapping[str, Any], say: Words) -> tuple[str, ...]:
    return tuple(
        f"{output_name(rule_set, name, say)}{COLON[say.language]}"
        f"{output_value(rule_set, name, _plain(value), say)}"
        for name, value in then.items()
    )


def _plain(value: Any) -> Any:
    """A value with documents by their codes."""
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return getattr(value, "code", value)


def _cited(cites: Iterable[Any]) -> tuple[str, ...]:
    return tuple(each.id for each in cites)
