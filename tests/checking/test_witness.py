"""Concrete cases: every kind of case, none that cannot be, and each with facts that show it."""

from __future__ import annotations

import datetime
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssrules import Case, RuleBook
from ssrules.checking.marks import AS_OF
from ssrules.checking.regions import boxes
from ssrules.checking.told import sentences
from ssrules.checking.witness import Side, Space
from ssrules.deciding.cells import Table
from ssrules.deciding.machine import Machine
from ssrules.deciding.reading import reader
from ssrules.engines.python import PythonEngine
from ssrules.rules.law import SOCIAL_INSURANCE_LAW
from ssrules.tables import HitPolicy, Parameter, Rule, RuleSet, Text
from ssrules.tables.inputs import AsOf, AtLeast, Input, LongerAgoThan, Same

CITED = SOCIAL_INSURANCE_LAW.clause(1, Text("purpose", zh="宗旨"), "…")
NAMES = tuple(each.name for each in RuleBook.default().rule_sets)

DAYS = st.integers(min_value=0, max_value=1000)
DATES = st.dates(min_value=datetime.date(2025, 1, 1), max_value=datetime.date(2028, 12, 31))


def a_number(name: str, default: int) -> Parameter:
    """A parameter of the tests."""
    return Parameter(name=name, title=name, unit="", default=default, cites=CITED)


def asking(*inputs: Input) -> RuleSet:
    """A rule set with a rule for each value of each input, so that it tells all values apart."""
    rules = [
        Rule(id=f"r{at}.{number}", cites=CITED, when={input_.name: (value,)})
        for at, input_ in enumerate(inputs)
        for number, value in enumerate(input_.values)
    ]
    return RuleSet(
        name="mine", title="mine", inputs=inputs, rules=tuple(rules), hit_policy=HitPolicy.COLLECT
    )


def space_of(book: RuleBook, rule_set: RuleSet) -> Space:
    """The space of a rule set that asks no other."""
    return Space(Side.of(book, Table(rule_set, PythonEngine(), {})))


def book_with(*parameters: Parameter) -> RuleBook:
    """The built-in book with more parameters."""
    return RuleBook.default().with_rule_sets(parameters=parameters)


@pytest.mark.parametrize("name", NAMES)
def test_every_case_lies_in_the_cell_that_it_shows(name: str) -> None:
    """What is read of a cell's case is the cell."""
    book = RuleBook.default()
    table = Machine.of(book).tables[name]
    space = Space(Side.of(book, table))
    for cell in space.cells():
        case = space.case(cell)
        read = (reader(axis, book)(case, case.as_of) for axis in table.all_axes)
        kinds = zip(table.kinds, read, strict=True)
        assert space.numbers(cell) == tuple(kind[number] for kind, number in kinds)


def test_only_facts_that_are_asked_are_set() -> None:
    """A rule set about the work alone has cases with a day and an employment."""
    book = RuleBook.default()
    space = Space(Side.of(book, Machine.of(book).tables["rights"]))
    for cell in space.cells():
        assert set(space.case(cell).to_dict()) == {"as_of", "person"}
        assert set(space.case(cell).to_dict()["person"]) == {"employment"}
        assert space.case(cell).as_of == AS_OF


def test_sixty_and_under_sixteen_is_no_cell() -> None:
    """Two tests of one age have three answers together, not four."""
    book = book_with(a_number("young", 16), a_number("old", 60))
    tests = [AtLeast(name, fact="person.age", parameter=name) for name in ("young", "old")]
    space = space_of(book, asking(*tests))
    ages = sorted(space.case(cell).person.age or 0 for cell in space.cells())
    assert len(ages) == 3
    assert [(age >= 16, age >= 60) for age in ages] == [(False, False), (True, False), (True, True)]


def test_a_bank_is_the_same_or_another() -> None:
    """Identifiers are equal where an input says so, whichever way round it asks."""
    one = Same("one", facts=("card.bank", "institution.bank"))
    other = Same("other", facts=("institution.bank", "card.bank"))
    space = space_of(RuleBook.default(), asking(one, other))
    cases = [space.case(cell) for cell in space.cells()]
    assert sorted(case.card.bank == case.institution.bank for case in cases) == [False, True]


def test_the_days_between_two_windows_are_a_position_of_their_own() -> None:
    """Compared with 180 days, 300 days make three spans, told in days."""
    sides = []
    for days in (300, 180):
        book = RuleBook.default().with_parameters(activation_window_days=days)
        sides.append(
            Side.of(book, Machine.of(book).tables["activation.financial.bank_outlet.in_time"])
        )
    space = Space(*sides)
    words = {
        sentences().where([space.where(tuple(frozenset({at}) for at in cell))])
        for cell in space.cells()
    }
    asked = "where card.received_on is"
    assert words == {
        f"{asked} 0 to 180 days before as_of",
        f"{asked} 181 to 300 days before as_of",
        f"{asked} 301 days or more before as_of",
    }


TESTS: tuple[Input, ...] = (
    LongerAgoThan("short_window", fact="card.received_on", parameter="short"),
    LongerAgoThan("long_window", fact="card.received_on", parameter="long", in_force_on="as_of"),
    AtLeast("of_age", fact="person.age", parameter="age"),
    AsOf((datetime.date(2026, 7, 1), datetime.date(2027, 7, 1))),
)


@settings(max_examples=6)
@given(st.data())
def test_no_case_is_missing_however_parameters_change(data: st.DataObject) -> None:
    """Whatever a case reads on several tests, with values that change on days, is a cell."""

    def timeline(values: st.SearchStrategy[int]) -> dict[datetime.date, int]:
        return data.draw(st.dictionaries(DATES, values, min_size=1, max_size=2))

    parameters = (a_number("short", 30), a_number("long", 300), a_number("age", 16))
    book = book_with(*parameters).with_parameters(
        short=timeline(DAYS), long=timeline(DAYS), age=timeline(st.integers(0, 150))
    )
    table = Table(asking(*TESTS), PythonEngine(), {})
    space = Space(Side.of(book, table))
    cells = {space.numbers(cell) for cell in space.cells()}
    reads = [reader(axis, book) for axis in table.all_axes]
    for _ in range(20):
        as_of = data.draw(DATES)
        ago = data.draw(DAYS)
        facts = {"received_on": as_of - datetime.timedelta(ago)}
        age = data.draw(st.integers(0, 150))
        case = Case.from_dict({"as_of": as_of, "card": facts, "person": {"age": age}})
        assert tuple(read(case, as_of) for read in reads) in cells
    for cell in space.cells():
        case = space.case(cell)
        assert tuple(read(case, case.as_of) for read in reads) == space.numbers(cell)


@given(st.sets(st.tuples(st.integers(0, 2), st.integers(0, 1), st.integers(0, 2))))
def test_boxes_cover_exactly_the_cells(cells: set[tuple[int, ...]]) -> None:
    """No cell is lost and none is added."""
    covered = {cell for box in boxes(sorted(cells)) for cell in itertools.product(*box)}
    assert covered == cells


def test_a_full_space_is_one_box() -> None:
    """What holds everywhere is told in one row that names nothing."""
    cells = list(itertools.product(range(3), range(2), range(4)))
    assert len(boxes(cells)) == 1
    assert sentences().where([{}]) == "in every case"
