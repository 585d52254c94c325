"""The table of citations: complete, in force when cited, in the very words of the contract."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.evaluator import PARTS
from tests.evaluator.citations import (
    CLAUSES,
    PARAMETERS,
    REQUIREMENTS,
    RULES,
    TOLD,
    clauses_of,
)
from tests.evaluator.facts import COVERS_FROM
from tests.evaluator.insurance import TABLES
from tests.evaluator.terms import Parameters

SHARED = Path(__file__).parents[3] / "shared"
WITHOUT_VERSION = {"notice.release", "notice.agent", "notice.window", "qingyuan_guide.3"}
OF_EARLIER_TEXTS = ("sil.", "civil_code.201", "civil_code.1259", "ilo_c102")
"""Quoted in rules already, and said by the contract to be right: it does not repeat the words."""
NOT_REPEATED = (
    "work_injury_regulations.65",
    "unemployment_regulations.2",
    "state_council_2014_8.3",
)


def test_every_reason_has_its_citation_and_none_is_cited_in_vain() -> None:
    """The reasons of all parts are the rules and requirements of the table, each of its part."""
    reasons = {(name, reason) for name, part in PARTS.items() for reason in part.reasons}
    rules = {(name, reason) for name, reason in reasons if reason in RULES}
    assert reasons - rules == set(REQUIREMENTS)
    assert {reason for _, reason in rules} == set(RULES)
    assert len(rules) == len(RULES)


def test_every_clause_cited_is_told_and_none_twice() -> None:
    """Whatever is cited has words, and a citation names a clause once."""
    settings = [setting.cites for setting in PARAMETERS.values()]
    for cited in (*RULES.values(), *REQUIREMENTS.values(), *TOLD.values(), *settings):
        assert cited
        assert len(set(cited)) == len(cited)
        assert set(cited) <= set(CLAUSES)


def test_clauses_of_several_reasons_are_told_once() -> None:
    """In the order of the reasons, and of each one's citation."""
    name = "activation.social_security.hospital"
    assert clauses_of(name, ["not_registered", "reported_for_loss"]) == ["source.A2", "source.A4"]
    ids = ["rights.duty", "rights.individual", "rights.with_unit"]
    assert clauses_of("rights", ids) == ["sil.4", *(f"source.D{each}" for each in range(1, 6))]


def test_a_dated_row_cites_what_is_in_force_on_all_of_its_days() -> None:
    """No clause begins after a row, or the first day covered, or ends before the row does."""
    for type_, table in TABLES.items():
        for employment, rows in table.items():
            for row in rows:
                first = row.since or COVERS_FROM
                for cited in RULES[f"insurance.{type_}.{employment}{row.behind}"]:
                    clause = CLAUSES[cited]
                    assert clause.in_force_from is not None
                    assert clause.in_force_from <= first
                    assert (clause.in_force_to or date.max) >= (row.until or date.max)


def test_every_other_rule_cites_what_has_been_in_force_from_the_first_day() -> None:
    """From 2021-01-01 on every law cited without a date is in force."""
    undated = [cited for id_, cited in RULES.items() if "@" not in id_]
    for cited in (*undated, *REQUIREMENTS.values(), *TOLD.values()):
        for each in cited:
            assert (CLAUSES[each].in_force_from or COVERS_FROM) <= COVERS_FROM
            assert CLAUSES[each].in_force_to is None


def test_every_clause_says_how_sure_it_is_and_when_it_holds() -> None:
    """Certainty is one of four words; a text without a date is known to have none."""
    for id_, clause in CLAUSES.items():
        assert clause.certainty in ("compared", "confirmed", "summary", "from_memory")
        assert clause.words.strip() == clause.words != ""
        assert (clause.version is None) == (id_ in WITHOUT_VERSION)
        if clause.in_force_from and clause.in_force_to:
            assert clause.in_force_from < clause.in_force_to


def test_the_parameters_are_those_of_the_evaluator() -> None:
    """Each default is the one that a decision is made with, and within its bounds."""
    defaults = {name: setting.default for name, setting in PARAMETERS.items()}
    assert defaults == Parameters()._asdict()
    for setting in PARAMETERS.values():
        if setting.lowest is not None:
            assert setting.lowest <= setting.default <= (setting.highest or setting.default)


@pytest.mark.skipif(not SHARED.exists(), reason="the contract is not beside this checkout")
def test_the_words_are_those_of_the_contract() -> None:
    """Each quotation stands letter by letter in the source, the law or the localities."""
    texts = {
        name: " ".join((SHARED / name).read_text("utf-8").split())
        for name in ("source.txt", "law.md", "localities.md")
    }
    for id_, clause in CLAUSES.items():
        if id_.startswith("source."):
            assert " ".join(clause.words.split()) in texts["source.txt"], id_
        elif id_ == "sil.60" or not id_.startswith((*OF_EARLIER_TEXTS, *NOT_REPEATED)):
            quoted = clause.words.replace("\n", "\\n")
            assert quoted in texts["law.md"] + texts["localities.md"], id_
