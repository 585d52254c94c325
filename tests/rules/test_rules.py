"""The rule files: every rule cites a clause and says its words; the tables are the contract's."""

from __future__ import annotations

import datetime
import itertools
import pkgutil
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.contract import EMPLOYMENTS, PARTS, TYPES

import ssrules.rules
from ssrules import Case, RuleBook, decide
from ssrules.rules import TOLD_IN_ORDER, modules
from ssrules.tables import Clause, Requirement, Rule

BOOK = RuleBook.default()
REQUIREMENTS: list[Rule | Requirement] = [
    row for each in BOOK.rule_sets for row in each.requirements
]
ROWS = [*REQUIREMENTS, *(row for each in BOOK.rule_sets for row in each.rules)]

# The five types of the contract's table, row by row: participation, scheme, payers, and what is
# cited; "…" where the row splits.
BOTH = ("mandatory", "employee", "employer individual")
EMPLOYER = ("mandatory", "employee", "employer")
OWN = ("voluntary", "employee", "individual")
RESIDENT = ("voluntary", "resident", "individual government")
NONE = ("none", None, "")
LOCAL = ("local", None, "")
TABLE = """
employment             endowment     medical       work_injury   unemployment  maternity
employee               BOTH/10       BOTH/23       EMPLOYER/33   BOTH/44       EMPLOYER/53+
civil_servant          BOTH/10       BOTH/23       EMPLOYER/W65  NONE/U2       LOCAL/53
flexible               OWN/10        OWN/23        NONE/33       NONE/44       NONE/53
self_employed          OWN/10        OWN/23        NONE/33       NONE/44       NONE/53
unemployed_on_benefit  LOCAL/10      FUND/48       NONE/33       NONE/44       NONE/53
retired                NONE/16       …             NONE/33       NONE/44       NONE/53
student                NONE/S        RESIDENT/25   NONE/33       NONE/44       NONE/53
not_working            …             RESIDENT/24,25 NONE/33      NONE/44       NONE/53
"""
ANSWERS: dict[str, tuple[str, str | None, str]] = {
    "BOTH": BOTH,
    "EMPLOYER": EMPLOYER,
    "OWN": OWN,
    "RESIDENT": RESIDENT,
    "NONE": NONE,
    "LOCAL": LOCAL,
    "FUND": ("covered", "employee", "unemployment_fund"),
}
SHORT = {
    "W65": "work_injury_regulations.65",
    "U2": "unemployment_regulations.2",
    "S": "state_council_2014_8.3",
}
CELLS = [
    (row.split()[0], type_, cell)
    for row in TABLE.strip().splitlines()[1:]
    for type_, cell in zip(TYPES, row.split()[1:], strict=True)
]


def insured(type_: str, **person: Any) -> Any:
    """The part of one type of insurance for a person."""
    case = Case.from_dict({"as_of": "2026-11-22", "person": person})
    return decide(case).part(f"insurance.{type_}")


@pytest.mark.parametrize(("employment", "type_", "cell"), CELLS)
def test_the_insurance_table_is_the_contracts(employment: str, type_: str, cell: str) -> None:
    """Every cell that does not split, whatever else is unknown, with what it cites."""
    if cell == "…":
        return
    answer, _, cited = cell.rstrip("+").partition("/")
    part = insured(type_, employment=employment)
    assert part.status == "determined"
    assert (part.participation, part.scheme, " ".join(part.payers)) == ANSWERS[answer]
    assert part.because == (f"insurance.{type_}.{employment}",)
    clauses = [SHORT.get(each, f"sil.{each}") for each in cited.split(",")]
    merger = ["general_office_2019_10.2"] if cell.endswith("+") else []
    assert list(part.clauses) == clauses + merger
    mandatory = part.participation == "mandatory"
    assert part.collected_with == ("medical" if type_ == "maternity" and mandatory else None)


def test_the_insurance_table_has_every_row_and_only_two_cells_split() -> None:
    """Eight employments by five types."""
    places = [(employment, type_) for employment, type_, _ in CELLS]
    assert sorted(places) == sorted(itertools.product(EMPLOYMENTS, TYPES))
    assert sum(cell == "…" for *_, cell in CELLS) == 2


@pytest.mark.parametrize(
    ("met", "rule", "answer"),
    [(True, "years_met", ("covered", "employee", "")), (False, "years_short", OWN)],
)
def test_medical_insurance_of_the_retired(
    met: bool, rule: str, answer: tuple[str, str | None, str]
) -> None:
    """Who has the years pays no more; who has not may go on paying (Article 27)."""
    part = insured("medical", employment="retired", medical_years_met=met)
    assert (part.participation, part.scheme, " ".join(part.payers)) == answer
    assert part.because == (f"insurance.medical.retired.{rule}",)
    assert part.clauses == ("sil.27",)


@pytest.mark.parametrize("age", [0, 15, 16, 17, 150])
@pytest.mark.parametrize("residence", ["rural", "urban"])
def test_endowment_insurance_of_those_who_do_not_work(age: int, residence: str) -> None:
    """From 16 on the residents' scheme, with a share of the collective in the country."""
    part = insured("endowment", employment="not_working", age=age, residence=residence)
    if age < 16:
        answer: tuple[str, str | None, str] = NONE
        rule, clauses = "minor", {"state_council_2014_8.3"}
    elif residence == "rural":
        answer = ("voluntary", "resident", "individual collective government")
        rule, clauses = "adult.rural", {"sil.20", "sil.22"}
    else:
        answer = RESIDENT
        rule, clauses = "adult.urban", {"sil.22"}
    assert (part.participation, part.scheme, " ".join(part.payers)) == answer
    assert part.because == (f"insurance.endowment.not_working.{rule}",)
    assert set(part.clauses) == clauses


def test_every_row_cites_a_clause_with_its_words_and_the_date_of_its_text() -> None:
    """No rule, requirement or parameter stands on nothing."""
    for each in (*ROWS, *BOOK.parameters):
        assert each.cites
        for clause in each.cites:
            assert isinstance(clause, Clause)
            assert clause.words.strip()
            assert clause.title.strip()
            assert clause.language in ("en", "zh")
            assert type(clause.version) is datetime.date
            assert BOOK.clause(clause.id) == clause


def test_ids_of_rules_are_unique_and_so_are_those_of_clauses() -> None:
    """An id names one rule in the whole book; a clause's id names one text."""
    ids = [rule.id for each in BOOK.rule_sets for rule in each.rules]
    assert len(ids) == len(set(ids))
    texts: dict[str, Clause] = {}
    for row in ROWS:
        for clause in (*row.cites, *(one for note in row.readings for one in note.rests_on)):
            assert texts.setdefault(clause.id, clause) == clause
    for rule_set in BOOK.rule_sets:
        codes = [each.code for each in rule_set.requirements]
        assert len(codes) == len(set(codes))


def test_the_versions_of_the_texts_are_the_contracts() -> None:
    """Each statute is quoted in the text of one day."""
    versions = {
        "sil.": datetime.date(2018, 12, 29),
        "work_injury_regulations.": datetime.date(2010, 12, 20),
        "unemployment_regulations.": datetime.date(1999, 1, 22),
        "state_council_2014_8.": datetime.date(2014, 2, 21),
        "general_office_2019_10.": datetime.date(2019, 3, 6),
    }
    seen = set()
    for id_, clause in BOOK.clauses.items():
        assert re.fullmatch(r"[a-z0-9_]+(\.[A-Za-z0-9_]+)*", id_)
        for prefix, version in versions.items():
            if id_.startswith(prefix):
                assert clause.version == version
                seen.add(prefix)
    assert seen == set(versions)


def test_every_clause_of_the_source_is_in_the_book() -> None:
    """A1 to A4, B1 to B3, C1 to C4, D1 to D5: none is left out."""
    counts = {"A": 4, "B": 3, "C": 4, "D": 5}
    ids = {f"source.{letter}{at}" for letter, n in counts.items() for at in range(1, n + 1)}
    assert {id_ for id_ in BOOK.clauses if id_.startswith("source.")} == ids


SOURCE = Path(__file__).parents[3] / "shared" / "source.txt"


@pytest.mark.skipif(not SOURCE.exists(), reason="the source document is not beside this checkout")
def test_the_words_of_the_source_are_quoted_as_they_stand() -> None:
    """Sentence by sentence, each clause of the source is found in the document."""
    text = _only_letters(SOURCE.read_text("utf-8"))
    for id_, clause in BOOK.clauses.items():
        if id_.startswith("source."):
            assert _only_letters(clause.words) in text, id_


def _only_letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())


def test_the_readings_say_what_else_could_be_read() -> None:
    """A reading has two sides that differ, and the contract's readings are recorded."""
    readings = {note for row in (*ROWS, *BOOK.parameters) for note in row.readings}
    assert all(note.chosen and note.other and note.chosen != note.other for note in readings)
    said = " ".join(note.chosen for note in readings)
    for words in (
        "last day of the window is still inside",
        "day of receipt is not counted",
        "under normal circumstances",
        "release at the designated office",
        "only financial activation",
        "Chinese text adds the card",
        "asks for no identity document",
        "illness, injury or childbirth",
        "shared today",
        "free medical care for civil servants",
        "insured person",
        "had been activated before",
        "first use at any designated institution",
        "whether rural or urban",
        "usually",
    ):
        assert words in said, words
    rests = {clause.id for note in readings for clause in note.rests_on}
    assert {"civil_code.1259", "civil_code.201"} <= rests


def test_the_files_are_told_in_the_order_of_a_decision() -> None:
    """Every part has its rule set, and the files come in the order of the parts."""
    parts = [each.name for each in BOOK.rule_sets if not each.part_of]
    assert parts == list(PARTS)
    names = [each.__name__.removeprefix("ssrules.rules.") for each in modules()]
    assert names[: len(TOLD_IN_ORDER)] == list(TOLD_IN_ORDER)


def test_every_file_in_rules_is_found() -> None:
    """A file of rules is part of the book by being there."""
    directory = Path(ssrules.rules.__file__).parent
    files = {path.stem for path in directory.rglob("*.py") if path.stem != "__init__"}
    found = {each.__name__.rpartition(".")[2] for each in modules()}
    assert files <= found


def test_a_new_file_of_rules_is_found_without_more_ado(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dropping a file beside the others is enough; it is told after those that are named."""
    (tmp_path / "lost_and_found.py").write_text("RULE_SETS = ()\n", "utf-8")
    monkeypatch.setattr(ssrules.rules, "__path__", [*ssrules.rules.__path__, str(tmp_path)])
    names = [each.__name__ for each in modules()]
    sys.modules.pop("ssrules.rules.lost_and_found")
    assert "ssrules.rules.lost_and_found" in names[len(TOLD_IN_ORDER) :]


def test_the_rule_files_hold_content_only() -> None:
    """No file of rules defines how anything is decided: no loops, no classes, no conditions."""
    directory = Path(ssrules.rules.__file__).parent
    for each in pkgutil.walk_packages([str(directory)]):
        path = directory / f"{each.name.replace('.', '/')}.py"
        if path.exists():
            text = path.read_text("utf-8")
            assert not re.search(r"^\s*(if|for|while|class|try|with)\b.*:$", text, re.MULTILINE)


def test_the_default_book_is_one_object_and_its_digest_a_sha256() -> None:
    """Asking twice gives the same book."""
    assert RuleBook.default() is BOOK
    assert re.fullmatch(r"[0-9a-f]{64}", BOOK.digest)
