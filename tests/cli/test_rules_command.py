"""`ssrules rules`: the rule sets as tables."""

from __future__ import annotations

import pytest

from ssrules import RuleBook
from ssrules.cli import main

NAMES = [rule_set.name for rule_set in RuleBook.default().rule_sets]


def test_the_list_names_every_rule_set(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a name all are listed."""
    assert main(["rules"]) == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert [line for line in lines if line in NAMES] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_can_be_shown_by_its_name(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The name from the list shows the rule set."""
    assert main(["rules", name]) == 0
    assert f"Name     {name}\n" in capsys.readouterr().out


def test_an_unknown_name_is_told_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    """A slip of the finger is answered with what was meant."""
    assert main(["rules", "insurence.medical"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "did you mean insurance.medical" in told.err
