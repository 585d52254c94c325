"""Every engine gives the rows that a naive reading of the table gives, in any circumstances."""

from __future__ import annotations

import itertools
import random
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.second_engine import NO_DURABLE, needs_durable

from ssrules.engines import Cell, Engine, Row, default_engine
from ssrules.engines.python import PythonEngine


def durable() -> Engine:
    """Give the engine on durable-rules, where there is one."""
    from ssrules.engines.durable import DurableEngine

    return DurableEngine()


@pytest.fixture(scope="module", params=["python", pytest.param("durable", marks=needs_durable)])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each engine in turn."""
    return PythonEngine() if request.param == "python" else durable()


def naive(rows: Sequence[Row], cell: Cell) -> tuple[int, ...]:
    """Read the table the slow and plain way."""
    return tuple(
        number
        for number, row in enumerate(rows)
        if all(cell[position] in values for position, values in row)
    )


def some_table(rng: random.Random, rows: int, inputs: int, values: int) -> list[Row]:
    """Draw a table whose rows look at up to three of the inputs."""
    return [
        tuple(
            (position, frozenset(rng.sample(range(values), rng.randint(1, values - 1))))
            for position in rng.sample(range(inputs), rng.randint(0, min(3, inputs)))
        )
        for _ in range(rows)
    ]


def some_cells(rng: random.Random, count: int, inputs: int, values: int) -> list[Cell]:
    """Draw cells, some with one value that the table may not mention."""
    return [tuple(rng.randrange(values + 1) for _ in range(inputs)) for _ in range(count)]


@st.composite
def tables_and_cells(draw: st.DrawFn) -> tuple[list[Row], list[Cell]]:
    """Draw up to 80 rows over up to 8 inputs of up to 9 values, and cells for them."""
    inputs = draw(st.integers(1, 8))
    values = draw(st.integers(1, 9))
    test = st.tuples(
        st.integers(0, inputs - 1), st.frozensets(st.integers(0, values - 1), max_size=values)
    )
    # tests of one input twice in a row are wanted too
    row = st.lists(test, max_size=inputs + 1).map(tuple)
    size = draw(st.sampled_from([0, 1, 5, 20, 63, 80]))
    rows = draw(st.lists(row, min_size=size // 2, max_size=size))
    cell = st.tuples(*[st.integers(0, values)] * inputs)
    return rows, draw(st.lists(cell, min_size=1, max_size=6))


@settings(deadline=None)  # the first call of a table makes its rulesets
@given(tables_and_cells())
def test_any_table_gives_the_rows_of_the_naive_reading(
    engine: Engine, drawn: tuple[list[Row], list[Cell]]
) -> None:
    """A random table and random cells give the same rows in every engine, ascending."""
    rows, cells = drawn
    fire = engine.compile(rows)
    for cell in cells:
        assert fire(cell) == naive(rows, cell)


def test_every_cell_of_a_table_gives_the_rows_of_the_naive_reading(engine: Engine) -> None:
    """One table agrees on all of its cells, whatever was asked before."""
    rows = some_table(random.Random(1), rows=30, inputs=5, values=4)
    fire = engine.compile(rows)
    for cell in itertools.product(range(5), repeat=5):
        assert fire(cell) == naive(rows, cell)


def test_a_table_without_rows_fires_nothing(engine: Engine) -> None:
    """No rows, no answer."""
    assert engine.compile([])((0, 1)) == ()


def test_a_row_without_tests_always_fires(engine: Engine) -> None:
    """The empty row fires for every cell, the cell without inputs among them."""
    assert engine.compile([()])(()) == (0,)
    assert engine.compile([(), ()])((3,)) == (0, 1)


def test_a_row_with_an_empty_set_never_fires(engine: Engine) -> None:
    """No value is in the empty set, a value no row mentions included."""
    fire = engine.compile([((0, frozenset()),), ((0, frozenset()), (1, frozenset({0})))])
    assert [fire((value, 0)) for value in range(3)] == [(), (), ()]


def test_two_tests_of_one_input_must_both_hold(engine: Engine) -> None:
    """A row may look at an input more than once."""
    twice: Row = ((0, frozenset({1, 2})), (0, frozenset({2, 3})))
    never: Row = ((0, frozenset({1})), (0, frozenset({2})))
    fire = engine.compile([twice, never])
    assert [fire((value,)) for value in range(5)] == [(), (), (0,), (), ()]


def test_values_whose_numbers_begin_alike_are_told_apart(engine: Engine) -> None:
    """1, 10 and 100 are three values."""
    values = (1, 10, 100, 11, 0)
    fire = engine.compile([((0, frozenset({value})),) for value in values])
    assert [fire((value,)) for value in values] == [(0,), (1,), (2,), (3,), (4,)]


def test_a_row_no_cell_can_tell_from_another_fires_with_it(engine: Engine) -> None:
    """Equal rows all fire, each under its own number."""
    row: Row = ((0, frozenset({1, 2})), (1, frozenset({0})))
    assert engine.compile([row, (), row])((2, 0)) == (0, 1, 2)


def test_a_cell_that_lacks_an_input_is_an_error(engine: Engine) -> None:
    """A cell too short is refused, even where an earlier test already fails."""
    fire = engine.compile([((0, frozenset({1})), (2, frozenset({1})))])
    with pytest.raises(IndexError):
        fire((0, 1))
    assert fire((1, 0, 1)) == (0,)


@pytest.mark.parametrize("count", [63, 64, 65, 128, 129, 255, 256, 257])
def test_any_number_of_rows_may_share_their_first_test(engine: Engine, count: int) -> None:
    """Rows behind one test, or behind many that all hold, do not crowd each other out."""
    same: list[Row] = [((0, frozenset({1})),)] * count
    assert engine.compile(same)((1,)) == tuple(range(count))
    assert engine.compile(same)((0,)) == ()
    different: list[Row] = [((0, frozenset(range(count + 1)) - {n}),) for n in range(count)]
    assert engine.compile(different)((count,)) == tuple(range(count))
    assert engine.compile(different)((1,)) == (0, *range(2, count))
    either: list[Row] = [((0, frozenset({1, 2})), (1, frozenset({n}))) for n in range(count)]
    fire = engine.compile(either)
    assert [fire((2, n)) for n in (0, count - 1)] == [(0,), (count - 1,)]


@pytest.mark.parametrize("count", [511, 512, 513])
def test_an_input_may_have_any_number_of_values(engine: Engine, count: int) -> None:
    """An input of hundreds of values works, with a row a value and with a row for half of them."""
    rows: list[Row] = [((0, frozenset({n})),) for n in range(count)]
    rows.append(((0, frozenset(range(0, count, 2))),))
    fire = engine.compile(rows)
    assert fire((0,)) == (0, count)
    assert fire((1,)) == (1,)
    assert fire((count,)) == ()


def test_a_table_of_two_hundred_rows(engine: Engine) -> None:
    """A wide table agrees with the naive reading."""
    rng = random.Random(2)
    rows = some_table(rng, rows=200, inputs=8, values=9)
    fire = engine.compile(rows)
    for cell in some_cells(rng, 200, inputs=8, values=9):
        assert fire(cell) == naive(rows, cell)


def test_a_table_of_260_inputs_tells_each_input_from_every_other(engine: Engine) -> None:
    """Changing one input of 260 changes the rows that look at it and no other row."""
    rows: list[Row] = [
        tuple((position, frozenset({1})) for position in range(start, start + 5))
        for start in range(0, 260, 5)
    ]
    fire = engine.compile(rows)
    everything = tuple(range(len(rows)))
    assert fire((1,) * 260) == everything
    for changed in range(260):
        cell = tuple(int(position != changed) for position in range(260))
        assert fire(cell) == tuple(n for n in everything if n != changed // 5)


@pytest.mark.parametrize("width", [249, 250, 251, 260, 520])
def test_one_row_may_look_at_any_number_of_inputs(engine: Engine, width: int) -> None:
    """A row with hundreds of tests fires when all of them hold and not when one fails."""
    rows: list[Row] = [
        tuple((position, frozenset({1, 2})) for position in range(width)),
        tuple((0, frozenset({1, n})) for n in range(width)),
        (),
    ]
    fire = engine.compile(rows)
    assert fire((1,) * width) == (0, 1, 2)
    for changed in (0, 100, width - 1):
        cell = tuple(0 if position == changed else 1 for position in range(width))
        assert fire(cell) == naive(rows, cell)


@pytest.fixture
def _quick_switches() -> Iterator[None]:
    """Make threads take turns far more often than they would."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("_quick_switches")
def test_threads_may_share_a_table(engine: Engine) -> None:
    """Eight threads that ask one table at once each get the right answers."""
    rng = random.Random(3)
    rows = some_table(rng, rows=12, inputs=7, values=5)
    cells = some_cells(rng, 500, inputs=7, values=5)
    expected = [naive(rows, cell) for cell in cells]
    fire = engine.compile(rows)
    answers: dict[int, list[tuple[int, ...]]] = {}
    start = threading.Barrier(8)

    def ask(thread: int) -> None:
        start.wait()
        answers[thread] = [fire(cell) for cell in cells]

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == dict.fromkeys(range(8), expected)


def test_engines_are_values(engine: Engine) -> None:
    """Two engines of a kind are equal, and an engine cannot be changed."""
    assert engine == type(engine)()
    assert hash(engine) == hash(type(engine)())
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        engine.name = "other"  # type: ignore[misc]  # that it fails is the point


def test_the_default_engine_is_durable_rules_where_there_is_one() -> None:
    """Python below 3.13 has durable-rules, later versions our own evaluator."""
    assert default_engine().name == ("python" if NO_DURABLE else "durable-rules")
    assert default_engine() == (PythonEngine() if NO_DURABLE else durable())


def test_without_durable_rules_the_default_is_our_own_evaluator(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An import that fails as imports do gives the stand-in."""
    monkeypatch.delitem(sys.modules, "ssrules.engines.durable", raising=False)
    monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
    assert default_engine() == PythonEngine()


def test_a_durable_rules_that_fails_otherwise_is_not_hidden(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Only an ImportError gives the stand-in."""
    (tmp_path / "durable_rules_engine.py").write_text("raise OSError('no disk')")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "ssrules.engines.durable", raising=False)
    monkeypatch.delitem(sys.modules, "durable_rules_engine", raising=False)
    with pytest.raises(OSError, match="no disk"):
        default_engine()
