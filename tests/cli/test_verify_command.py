"""`ssrules verify --certainty`: the rules that rest on words less sure than asked for."""

from __future__ import annotations

import json

import pytest

from ssrules.cli import main
from ssrules.cli.verify import CERTAINTIES
from ssrules.rulebook import RuleBook
from ssrules.tables.clauses import Certainty


def test_every_certainty_can_be_asked_for() -> None:
    """The command takes those that clauses have, the surest first."""
    assert tuple(each.value for each in Certainty) == CERTAINTIES


@pytest.mark.parametrize("certainty", CERTAINTIES)
def test_it_finds_what_the_book_finds(certainty: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The report is the book's own, and its status says whether anything was found."""
    report = RuleBook.default().verify(certainty=certainty)
    status = main(["verify", "--certainty", certainty, "--json"])
    assert json.loads(capsys.readouterr().out) == json.loads(report.to_json())
    assert status == (1 if report else 0)


def test_nothing_is_less_sure_than_memory(capsys: pytest.CaptureFixture[str]) -> None:
    """What is asked for least adds nothing to a book without faults."""
    assert main(["verify", "--certainty", "from_memory"]) == 0
    assert capsys.readouterr().err == ""
