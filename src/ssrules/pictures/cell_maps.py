"""The map of a rule set: a mark for each kind of case that it tells apart, unknown facts included.

What an input may be is told apart only where some row does: values that no row tells apart are one
place on the map, and inputs that tell nothing apart are not on it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from ssrules.checking.witness import Dimension, Side, Space
from ssrules.deciding.axes import Axis
from ssrules.deciding.cells import Point, Table
from ssrules.deciding.machine import Machine
from ssrules.deciding.part_kinds import standing_of
from ssrules.errors import RuleError
from ssrules.tables.book import Book
from ssrules.tables.inputs import AsOf, FactInput, Value
from ssrules.words.outputs import output_name, output_value
from ssrules.words.sentences import COLON
from ssrules.words.speech import Words
from ssrules.words.wrapping import cells, wrapped

UNKNOWN = -1
"""The place of what is not known."""
OPEN, REFUSED, FAULTY = "undetermined", "refused", "faulty"
MOST = 4000
"""How many marks a map has at most."""
LONGEST = 90
"""How many columns an answer takes at most."""

Place = tuple[int, ...]
"""One position for each input of a map, `UNKNOWN` where it is not known."""


@attrs.frozen
class Scale:
    """An input of a map: what it is called, and what its places are."""

    title: str
    labels: tuple[str, ...]
    unknown: str
    """What is said of it where it is not known, "" where it always is."""

    @property
    def all(self) -> tuple[str, ...]:
        """Its places in order, the unknown one last."""
        return (*self.labels, self.unknown) if self.unknown else self.labels

    def label(self, position: int) -> str:
        """What a place is called."""
        return self.unknown if position == UNKNOWN else self.labels[position]


@attrs.frozen
class Mark:
    """What is answered at a place: a code, and in words."""

    place: Place
    code: str
    answer: str
    because: tuple[str, ...]


@attrs.frozen
class CellMap:
    """Every mark of a rule set, on the scales of its inputs."""

    title: str
    scales: tuple[Scale, ...]
    marks: tuple[Mark, ...]

    @property
    def answers(self) -> dict[str, str]:
        """Each answer by its code, in the order in which they come, what is not known last."""
        found = {each.code: each.answer for each in self.marks}
        return {code: found[code] for code in sorted(found, key=lambda code: code == OPEN)}

    def without_idle(self) -> CellMap:
        """The same without the inputs that change no answer: rows may ask them for documents."""
        for at in range(len(self.scales)):
            kept: dict[Place, Mark] = {}
            for each in self.marks:
                rest = (*each.place[:at], *each.place[at + 1 :])
                if kept.setdefault(rest, attrs.evolve(each, place=rest)).code != each.code:
                    break
            else:
                scales = (*self.scales[:at], *self.scales[at + 1 :])
                return CellMap(self.title, scales, tuple(kept.values())).without_idle()
        return self


def cell_map(book: Book, name: str, say: Words) -> CellMap:
    """The map of one of a book's rule sets.

    Raises `ValueError` for one with more than `MOST` marks.
    """
    table = Machine.of(book).tables[name]
    space = Space(Side.of(book, table))
    shown = [at for at, each in enumerate(space.dimensions) if len(each.positions) > 1]
    scales = tuple(_scale(space.dimensions[at], table, say) for at in shown)
    places = [*dict.fromkeys(_places(space, shown, scales))]
    if len(places) > MOST:
        raise ValueError(f"{name} has {len(places)} kinds of case, and a map at most {MOST}")
    found = [(place, *_answer(table, _point(space, table, shown, place))) for place in places]
    words = _Answers(book, table, say, [answer for _, _, answer in found])
    marks = tuple(Mark(place, *words.told(code, answer)) for place, code, answer in found)
    told = CellMap(say.title(f"rule_set:{name}", table.rule_set.title), scales, marks)
    return told.without_idle()


def _places(space: Space, shown: Sequence[int], scales: Sequence[Scale]) -> Iterator[Place]:
    """Every combination that some case has, with any inputs unknown that may be."""
    for cell in space.cells():
        choices = (
            (cell[at], UNKNOWN) if scale.unknown else (cell[at],)
            for at, scale in zip(shown, scales, strict=True)
        )
        yield from itertools.product(*choices)


def _point(space: Space, table: Table, shown: Sequence[int], place: Place) -> Point:
    """Where a place stands on the axes of the table."""
    numbers: dict[Axis, int] = {}
    at_place = dict(zip(shown, place, strict=True))
    for at, dimension in enumerate(space.dimensions):
        positions = [*dimension.positions]
        position = positions[max(at_place.get(at, 0), 0)]
        for reading, number in zip(dimension.readings, position, strict=True):
            if at_place.get(at) == UNKNOWN:
                possible = sum(1 << each for each in {one[0] for one in positions})
                one_axis = len(dimension.readings) == 1
                missing = (1 << len(reading.axis.facts)) - 1
                number = reading.axis.unknown(possible if one_axis else None, missing)
            numbers[reading.axis] = number
    return tuple(numbers[axis] for axis in table.all_axes)


def _answer(table: Table, point: Point) -> tuple[str, Any]:
    try:
        found = table.answer(point)
    except RuleError:
        return FAULTY, None
    if found.outcome is None:
        return OPEN, found
    return (REFUSED if found.outcome.refused else "open"), found


class _Answers:
    """The words for answers: what distinguishes those that are given, each by its own words."""

    def __init__(self, book: Book, table: Table, say: Words, answers: Sequence[Any]) -> None:
        self.rule_set = table.rule_set
        kind = Machine.of(book).kinds.get(self.rule_set.name)
        self.standing = standing_of if kind is None else kind.standing
        self.say = say
        self.subjects = {name: each for kind in book.parts for name, each in kind.subjects.items()}
        outputs = [
            each.outcome.outputs
            for each in answers
            if each is not None and each.outcome is not None and not each.outcome.refused
        ]
        self.telling = tuple(
            name
            for name in self.rule_set.compared
            if any(each.get(name) != outputs[0].get(name) for each in outputs)
        )
        self.codes: dict[str, object] = {}

    def told(self, code: str, found: Any) -> tuple[str, str, tuple[str, ...]]:
        """The code of an answer, its words, and its reasons."""
        if code != "open":
            words = self.say.first(f"answered:{code}", f"status:{code}")
            return code, words, () if found is None else found.because
        if not self.telling:
            status = self.standing(self.rule_set, found).complete
            return status, self.say.label(f"status:{status}"), found.because
        outputs = found.outcome.outputs
        values = {name: _plain(outputs.get(name)) for name in self.telling}
        named = len(values) > 1
        told = "; ".join(self._output(name, value, named) for name, value in values.items())
        return self._unique(_cut(told), values, found.because)

    def _output(self, name: str, value: Any, named: bool) -> str:
        told = output_value(self.rule_set.name, name, value, self.say, self.subjects)
        if not named:
            return told
        return f"{output_name(self.rule_set.name, name, self.say)}{COLON[self.say.language]}{told}"

    def _unique(
        self, told: str, values: object, because: tuple[str, ...]
    ) -> tuple[str, str, tuple[str, ...]]:
        """Words that no other answer has: a long one that was cut may need a number."""
        number = 1
        words = told
        while self.codes.setdefault(words, values) != values:
            number += 1
            words = f"{told} ({number})"
        return words, words, because


def _plain(value: Any) -> Any:
    """A value with documents by their codes."""
    return tuple(map(_plain, value)) if isinstance(value, tuple) else getattr(value, "code", value)


def _cut(told: str) -> str:
    if cells(told) <= LONGEST:
        return told
    return f"{next(wrapped(told, LONGEST - 1))}…"


def _scale(dimension: Dimension, table: Table, say: Words) -> Scale:
    """What the places of a dimension are called."""
    kinds = {axis: table.kinds[at] for at, axis in enumerate(table.all_axes)}
    axes = [each.axis for each in dimension.readings]
    inputs = [input_ for axis in axes for input_ in axis.inputs]
    single = len(inputs) == 1
    labels = tuple(
        "; ".join(
            told
            for axis, number in zip(axes, position, strict=True)
            for told in _told(axis, number, kinds[axis], say, named=not single)
        )
        for position in dimension.positions
    )
    names = [each.name for each in inputs] if single else [*dimension.facts]
    unknown = "" if isinstance(inputs[0], AsOf) else say.label("unknown")
    return Scale(say.listed(map(say.label, names)), labels, unknown)


def _told(
    axis: Axis, number: int, kinds: Sequence[int], say: Words, *, named: bool
) -> Iterator[str]:
    """What each input on an axis is at a number, and at all that no row tells from it."""
    for input_ in axis.inputs:
        alike = [each for each in range(axis.size) if kinds[each] == number]
        values: list[Value] = [axis.value(number, input_)]
        if isinstance(input_, FactInput):
            values = [axis.value(each, input_) for each in alike]
        elif isinstance(input_, AsOf):
            values = [*_periods(input_, alike)]
        told = say.listed((say.value(input_.name, each) for each in values), "or")
        yield f"{say.label(input_.name)}{COLON[say.language]}{told}" if named else told


def _periods(input_: AsOf, numbers: Sequence[int]) -> Iterator[str]:
    """Periods, those that follow each other as one."""
    starts = input_.starts
    runs = itertools.groupby(enumerate(numbers), lambda each: each[1] - each[0])
    for _, run in runs:
        found = [number for _, number in run]
        first, last = found[0], found[-1]
        if first == 0:
            yield f"< {starts[last]}"
        elif last == len(starts):
            yield f">= {starts[first - 1]}"
        else:
            yield f"[{starts[first - 1]}..{starts[last]})"
