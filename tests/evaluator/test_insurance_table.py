"""The table of insurance once more, read from the contract cell by cell, for a day of 2026."""

from __future__ import annotations

from typing import Any

import pytest

from tests.evaluator import decide
from tests.evaluator.facts import EMPLOYMENTS

# endowment; medical; work injury; unemployment; maternity. EI is employer and individual.
TABLE = """
employee               | mandatory employee EI  | mandatory employee EI  | mandatory employee E | mandatory employee EI | mandatory employee E
civil_servant          | mandatory employee EI  | mandatory employee EI  | local                | none                  | mandatory employee E
part_time              | voluntary employee I   | voluntary employee I   | mandatory employee E | none                  | local
flexible               | voluntary employee I   | voluntary employee I   | none                 | none                  | local
self_employed          | voluntary employee I   | voluntary employee I   | none                 | none                  | local
unemployed_on_benefit  | local                  | covered employee F     | none                 | none                  | covered employee F
unemployed_on_benefit+ | covered employee F     | covered employee F     | none                 | none                  | covered employee F
retired                | voluntary employee I   | voluntary employee I   | none                 | none                  | none
retired+               | none                   | covered employee -     | none                 | none                  | none
student                | none                   | voluntary resident IG  | none                 | none                  | none
not_working            | none                   | voluntary resident IG  | none                 | none                  | none
not_working+           | voluntary resident ICG | voluntary resident IG  | none                 | none                  | none
"""  # noqa: E501
LETTERS = {
    "E": "employer",
    "I": "individual",
    "C": "collective",
    "G": "government",
    "F": "unemployment_fund",
}
ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]
REMITTED = {"mandatory": "employer", "voluntary": "individual"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_row_of_the_table(row: list[str]) -> None:
    """Behind a plus: years are met, retirement is near, the person is an adult of 16."""
    name, *cells = row
    plus = name.endswith("+")
    person: dict[str, Any] = {
        "employment": name.rstrip("+"),
        "age": 16 if plus else 15,
        "medical_years_met": plus,
        "endowment_years_met": plus,
        "within_a_year_of_retirement": plus,
    }
    types = decide({"as_of": "2026-11-22", "person": person})["insurance"]["types"]
    for cell, found in zip(cells, types, strict=True):
        participation, scheme, payers = [*cell.split(), None, "-"][:3]
        assert found["status"] == "determined"
        assert (found["participation"], found["scheme"]) == (participation, scheme)
        assert found["payers"] == [LETTERS[each] for each in payers or "" if each in LETTERS]
        fund = "unemployment_fund" if payers == "F" else None
        assert found["remitted_by"] == REMITTED.get(str(participation), fund)
        together = found["type"] == "maternity" and participation in ("mandatory", "covered")
        assert found["collected_with"] == ("medical" if together else None)


def test_every_employment_has_its_row() -> None:
    """None is left out."""
    assert {name.rstrip("+") for name, *_ in ROWS} == set(EMPLOYMENTS)
