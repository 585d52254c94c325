"""From a case to its decision."""

from __future__ import annotations

from typing import Any

from ssrules.deciding.blocks import Entry
from ssrules.deciding.calendar import Calendar
from ssrules.deciding.machine import Machine
from ssrules.deciding.reading import key_reader
from ssrules.deciding.windows import Window
from ssrules.errors import FactError, Fault
from ssrules.late import door
from ssrules.records.case import Facts
from ssrules.tables.book import Book


class Decider:
    """Decides cases by one book: the machine of its rules, and its own values of parameters."""

    def __init__(self, book: Book) -> None:
        with door:
            from ssrules.records.making import maker

        self.book = book
        self.machine = Machine.of(book)
        self._facts = book.facts
        self._make = maker(book.decision)
        self._identity = book.identity
        self._covers_from = book.covers_from
        self._blocks = tuple(
            (block, block.entries, key_reader(block.axes, book)) for block in self.machine.blocks
        )
        self._blank: dict[str, Any] = dict.fromkeys(each.name for each in self.machine.told)
        self._further = tuple(each.name for each in self.machine.further)
        self._windows = tuple(
            (each.name, Window(each.window, book))
            for each in self.machine.windows()
            if each.window is not None
        )
        self._calendar = Calendar(self.machine, book)

    @classmethod
    def of(cls, book: Book) -> Decider:
        """The decider of a book, made when it is first asked for."""
        found: Decider | None = book.own.made.get("decider")
        if found is None:
            found = book.own.made.setdefault("decider", cls(book))
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        return Decider.of, (self.book,)

    def decide(self, case: Any) -> Any:
        """The decision on a case. Raises `FactError` where no calendar day is a deadline."""
        if type(case) is not self._facts:
            case = self._taken(case)
        as_of = case.as_of
        if self._covers_from is not None and as_of < self._covers_from:
            raise FactError([Fault.of("as_of", as_of, "not_covered", first=self._covers_from)])
        due = {name: window.due(case, as_of) for name, window in self._windows}
        given = self._blank.copy()  # the sections in their order
        needs = 0
        entries: list[Entry] = []
        for block, known, read in self._blocks:
            key = read(case, as_of)
            entry = known.get(key) or self.machine.learn(block, key)
            entries.append(entry)
            needs |= entry.needs
            given.update(entry.fixed)
            for name, finish in entry.unfinished:
                given[name] = finish(case, due.get(name))
        further = tuple([given.pop(name) for name in self._further]) if self._further else ()
        return self._make(
            as_of=as_of,
            rulebook=self._identity,
            sections=given,
            needs=self.machine.needs(needs),
            next_change=self._calendar.next_change(case, entries),
            further=further,
            case=case,
            decider=self,
        )

    def _taken(self, case: Any) -> Any:
        """A case of another class as one of the book's own class of facts."""
        if isinstance(case, Facts):
            return self.book.case(case)
        raise FactError([Fault.of("case", case, "not_a_case", cls=self._facts.__name__)])
