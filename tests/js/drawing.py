"""Random cases for any rule book: known, unknown and faulty facts, dates near what rules ask."""

from __future__ import annotations

import copy
import datetime
import random
from typing import Any

from ssrules import RuleBook
from ssrules.records.case import tree_of
from ssrules.records.fields import Fact

FAULTY: tuple[Any, ...] = (
    *(True, 0, -1, 3.5, 1e-07, 10**9, "", " a", "a ", "true", "Rural", "emploee", "2026-02-30"),
    *(
        "2026-1-1",
        "it's",
        'a "b" it\'s',
        "line\nbreak",
        "\u202e工商",
        "x" * 300,
        [],
        [1, "two", None],
    ),
    *({}, {"a": {"b": [None, False]}}, "9999-12-31", "0001-01-01"),
)
"""Values that are wrong for most facts."""
STRANGE = ("persn", "AGE", "received", "Documents", "no\tname", "x" * 90, "card")
"""Keys that are no facts, or stand where they are none."""


class Drawing:
    """Draws cases, the same ones for the same seed."""

    def __init__(self, book: RuleBook, seed: int) -> None:
        self.random = random.Random(seed)
        self.facts = tuple(book.table)
        lengths = {
            int(value)
            for each in book.parameters
            for _, value in book.timeline(each.name)
            if not isinstance(value, bool)
        }
        starts = [
            start
            for each in book.parameters
            for start, _ in book.timeline(each.name)
            if start is not None
        ]
        first = book.covers_from or datetime.date(2015, 1, 1)
        self.days = [first, *starts, datetime.date(2026, 11, 22), datetime.date(2024, 2, 29)]
        self.lengths = sorted({each + step for each in (0, 30, *lengths) for step in (-1, 0, 1)})

    def case(self) -> Any:
        """One case as JSON; one in six is faulty."""
        self.as_of = self._as_of()
        known = self.random.choice((0.15, 0.5, 0.8, 0.95, 1))
        values = {
            fact.path: self._value(fact)
            for fact in self.facts
            if fact.path != "as_of" and self.random.random() < known
        }
        tree = tree_of({"as_of": self.as_of.isoformat(), **values})
        return tree if self.random.random() < 5 / 6 else self._spoilt(tree)

    def _as_of(self) -> datetime.date:
        day = self.random.choice(self.days)
        if self.random.random() < 0.02:
            return self.random.choice((datetime.date.max, datetime.date.min))
        return day + datetime.timedelta(self.random.choice((-1, 0, 1, 40, 400, 1500)))

    def _value(self, fact: Fact) -> Any:
        if self.random.random() < 0.1:
            return None
        if fact.values:
            found = self.random.choice(fact.values)
            return str(found) if isinstance(found, str) else found
        if fact.kind is int:
            near = [each for each in self.lengths if fact.lowest <= each <= fact.highest]
            other = self.random.randint(fact.lowest, min(fact.highest, 200))
            return self.random.choice([*near, other])
        if fact.kind is str:
            return self.random.choice(("ICBC", "CCB", "工商银行"))
        return self._day(fact).isoformat()

    def _day(self, fact: Fact) -> datetime.date:
        if self.random.random() < 0.01:
            return self.random.choice((datetime.date.max, datetime.date.min))
        length = self.random.choice(self.lengths)
        ago = length if self.random.random() < 0.5 else round(length * 30.44)
        ago += self.random.choice((-2, -1, 0, 0, 1, 2, self.random.randint(-40, 40)))
        ordinal = self.as_of.toordinal() - ago
        last = self.as_of.toordinal() if fact.not_after else datetime.date.max.toordinal()
        return datetime.date.fromordinal(min(max(1, ordinal), last))

    def _spoilt(self, tree: dict[str, Any]) -> Any:
        for _ in range(self.random.randint(1, 3)):
            place = tree
            for _ in range(self.random.randint(0, 2)):
                inner = [each for each in place.values() if isinstance(each, dict) and each]
                place = self.random.choice(inner) if inner else place
            key = self.random.choice((*place, *STRANGE)) if place else "x"
            place[key] = copy.deepcopy(self.random.choice(FAULTY))
        return tree if self.random.random() < 0.98 else self.random.choice(FAULTY)
