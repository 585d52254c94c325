"""`ssrules localities` and `--locality`: what there is, what differs, and deciding by it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ssrules import localities
from ssrules.cli import main


def test_every_place_is_listed_with_its_texts(capsys: pytest.CaptureFixture[str]) -> None:
    """As data: name, title, version, and for each text its address and how sure it is."""
    assert main(["localities", "--json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["name"] for each in told] == list(localities.names())
    for each in told:
        assert each["title"]
        assert all(text["url"] and text["certainty"] for text in each["texts"])
    zhongshan = next(each for each in told if each["name"] == "zhongshan")
    assert zhongshan["over"] == ["guangdong"]


@pytest.mark.parametrize(("language", "told"), [("en", "not carried"), ("zh", "未纳入")])
def test_one_place_is_told_in_full(
    language: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its words, what differs for whom, and what is not carried."""
    assert main(["localities", "qingyuan", "--language", language]) == 0
    out = capsys.readouterr().out
    assert "逾期封存卡" in out
    assert told in out
    assert "activation.financial.bank_outlet" in out


def test_an_unknown_place_lists_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    """And exits as for bad input."""
    assert main(["localities", "beijin"]) == 2
    assert "did you mean beijing" in capsys.readouterr().err


def test_a_case_is_decided_by_the_rules_of_a_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A day before the place's rules is told, and so is a fact that the place does not have."""
    case = tmp_path / "case.json"
    facts = {"as_of": "2026-11-24", "institution": {"kind": "online"}}
    case.write_text(json.dumps(facts), "utf-8")
    assert main(["decide", str(case), "--locality", "beijing", "--json"]) == 0
    assert "activation" in json.loads(capsys.readouterr().out)
    case.write_text(json.dumps({**facts, "as_of": "2025-12-31"}), "utf-8")
    assert main(["decide", str(case), "--locality", "beijing"]) == 2
    assert "2026-01-04" in capsys.readouterr().err
    case.write_text(json.dumps({**facts, "card": {"made_on": "2026-01-01"}}), "utf-8")
    assert main(["decide", str(case), "--locality", "beijing"]) == 2
    assert "card.made_on" in capsys.readouterr().err
    assert main(["decide", str(case), "--locality", "guangdong", "--json"]) == 0
