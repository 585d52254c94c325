"""`ssrules demo`: worked cases, decided."""

from __future__ import annotations

import pytest

from ssrules import Case, decide
from ssrules.cli import main
from ssrules.cli.demo_cases import DEMO_CASES, DemoCase


def test_the_demo_shows_every_worked_case(capsys: pytest.CaptureFixture[str]) -> None:
    """Each has its name, its story and its decision."""
    assert main(["demo"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    words = " ".join(told.out.split())
    for name, worked in DEMO_CASES.items():
        assert f": {name} " in told.out
        assert worked.story in words
    assert told.out.count("\nDecided for 2026-09-14") == len(DEMO_CASES)


@pytest.mark.parametrize("name", DEMO_CASES)
def test_one_worked_case_is_shown_at_length(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """By its name, with every part."""
    assert main(["demo", name]) == 0
    told = capsys.readouterr().out
    assert told.count("\nDecided for") == 1
    assert "RIGHTS AND DUTIES" in told


def test_an_unknown_case_is_told_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is shown of the others."""
    assert main(["demo", "pensionr"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "did you mean pensioner?" in told.err


@pytest.mark.parametrize("worked", DEMO_CASES.values(), ids=DEMO_CASES)
def test_a_worked_case_is_about_parts_of_a_decision(worked: DemoCase) -> None:
    """What a story is about can be looked up in its decision."""
    decision = decide(Case.from_dict(worked.case))
    assert all(decision.part(path) for path in worked.about)


def test_the_worked_cases_show_what_the_rules_can_say() -> None:
    """Between them, every kind of answer to an activation occurs, and an open one."""
    decisions = [decide(Case.from_dict(worked.case)) for worked in DEMO_CASES.values()]
    statuses = {option.status.value for each in decisions for option in each.activation}
    assert statuses == {"allowed", "incomplete", "refused", "undetermined"}
    assert {"due", "not_due"} <= {each.loss_report.status.value for each in decisions}
