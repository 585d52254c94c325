"""Numbers on axes: known answers from 0 up, unknown ones below, and nothing is lost in them."""

from __future__ import annotations

import itertools

import pytest
from tests.contract import SIZES

from ssrules.deciding.axes import Axis, axes_over, bits
from ssrules.tables.inputs import AtLeast, FactInput, LongerAgoThan, Same

SAME_BANK = Same("same_bank", facts=("card.bank", "institution.bank"))
WINDOWS = tuple(
    LongerAgoThan(f"longer_than_{name}", fact="card.received_on", parameter=name)
    for name in ("a", "b", "c")
)
OLD = AtLeast("old", fact="person.age", parameter="d")
AXES = (
    *(Axis((FactInput(name),)) for name in SIZES if "." in name),
    Axis((SAME_BANK,)),
    Axis((OLD,)),
    *(Axis(WINDOWS[:count]) for count in (1, 2, 3)),
)


def name_of(axis: Axis) -> str:
    """What a test calls an axis."""
    return "+".join(input_.name for input_ in axis.inputs)


@pytest.mark.parametrize("axis", AXES, ids=name_of)
def test_an_unknown_answer_keeps_what_is_possible_and_what_is_missing(axis: Axis) -> None:
    """Every set of possible numbers, and every set of facts that may be unknown, comes back."""
    everything = (1 << axis.size) - 1
    seen = set()
    for possible in range(1, everything + 1):
        for missing in range(1, 1 << len(axis.facts)):
            code = axis.unknown(possible, missing)
            assert code < 0
            assert axis.possible(code) == possible
            assert axis.missing(code) == tuple(
                fact for at, fact in enumerate(axis.facts) if missing >> at & 1
            )
            seen.add(code)
    assert len(seen) == everything * ((1 << len(axis.facts)) - 1)
    assert axis.possible(axis.unknown()) == everything
    for number in range(axis.size):
        assert axis.possible(number) == 1 << number
        assert axis.missing(number) == ()


@pytest.mark.parametrize("axis", AXES, ids=name_of)
def test_the_numbers_of_an_axis_are_the_combinations_of_its_answers(axis: Axis) -> None:
    """Each number stands for another combination of the values of the inputs."""
    combinations = {
        tuple(axis.value(number, input_) for input_ in axis.inputs) for number in range(axis.size)
    }
    assert combinations == set(itertools.product(*(input_.values for input_ in axis.inputs)))


def test_a_number_keeps_its_meaning_on_a_smaller_axis() -> None:
    """Going over to an axis with fewer tests of the same fact keeps their answers."""
    for count in (1, 2, 3):
        for some in itertools.combinations(WINDOWS, count):
            whole, part = Axis(WINDOWS), Axis(some)
            assert whole.spans(part)
            assert part.spans(whole) is (count == 3)
            for number in range(whole.size):
                for input_ in some:
                    there = part.value(whole.onto(part, number), input_)
                    assert there == whole.value(number, input_)


def test_tests_of_one_fact_share_an_axis_and_nothing_else_does() -> None:
    """In the order of the inputs, each once; a fact itself stands alone."""
    age = FactInput("person.employment")
    found = axes_over((WINDOWS[0], age, OLD, WINDOWS[1], SAME_BANK, age, WINDOWS[0]))
    assert [axis.inputs for axis in found] == [WINDOWS[:2], (age,), (OLD,), (SAME_BANK,)]


def test_bits_are_told_lowest_first() -> None:
    """The positions of the bits of every number below 1024."""
    for mask in range(1024):
        assert sum(1 << bit for bit in bits(mask)) == mask
        assert list(bits(mask)) == sorted(set(bits(mask)))
