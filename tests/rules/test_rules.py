"""The rule files: every rule cites a clause and says its words; the tables are the contract's."""

from __future__ import annotations

import datetime
import pkgutil
import re
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from tests.contract import PARTS
from tests.evaluator.citations import CLAUSES, PARAMETERS, RULES
from tests.evaluator.citations import REQUIREMENTS as REQUIRED

import ssrules.rules
from ssrules import Case, RuleBook, decide
from ssrules.rules import TOLD_IN_ORDER, modules
from ssrules.strategies import cases
from ssrules.tables import Clause, Requirement, Rule, Text

BOOK = RuleBook.default()
REQUIREMENTS: list[Rule | Requirement] = [
    row for each in BOOK.rule_sets for row in each.requirements
]
ROWS = [*REQUIREMENTS, *(row for each in BOOK.rule_sets for row in each.rules)]


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
        "civil_code.": datetime.date(2020, 5, 28),
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
        "forecast",
        "older than 1998",
        "somebody else be entrusted",
        "silent on minors",
        "overdue card is not refused",
        "platform workers",
        "employees in service",
        "according to law",
        "apply yourself",
        "as an individual and the fund bears it",
        "insured person",
        "had been activated before",
        "first use at any designated institution",
        "whether rural or urban",
        "usually",
    ):
        assert words in said, words
    rests = {clause.id for note in readings for clause in note.rests_on}
    assert {"civil_code.1259", "civil_code.201", "civil_code.203", "sil.60"} <= rests
    assert {"notice.release", "notice.agent", "notice.window"} <= rests
    for note in readings:
        for text in (note.chosen, note.other):
            assert isinstance(text, Text)
            assert text.told("zh") != text


def test_every_title_is_told_in_both_languages() -> None:
    """Of clauses, rule sets and parameters; and every clause says how sure it is."""
    titled: tuple[Any, ...] = (*BOOK.clauses.values(), *BOOK.rule_sets, *BOOK.parameters)
    for each in titled:
        assert isinstance(each.title, Text)
        assert re.search("[\u4e00-\u9fff]", each.title.told("zh"))
    assert all(clause.certainty is not None for clause in BOOK.clauses.values())


def test_what_is_not_compared_says_so_where_it_is_read() -> None:
    """What is from memory is told in the title, too."""
    for clause in BOOK.clauses.values():
        if clause.certainty == "from_memory":
            assert "from memory" in clause.title


def test_each_row_cites_what_the_contract_says() -> None:
    """Rules, requirements and parameters, in the order in which the contract names the clauses."""
    rules = {rule.id: rule for each in BOOK.rule_sets for rule in each.rules if not each.part_of}
    assert {id_: tuple(c.id for c in rule.cites) for id_, rule in rules.items()} == RULES
    found = {
        (each.name, row.code): tuple(c.id for c in row.cites)
        for each in BOOK.rule_sets
        for row in each.requirements
    }
    assert found == REQUIRED
    for parameter in BOOK.parameters:
        theirs = PARAMETERS[parameter.name]
        assert tuple(c.id for c in parameter.cites) == theirs.cites
        assert (parameter.default, parameter.unit) == (theirs.default, theirs.unit)
        if theirs.lowest is not None:
            assert (parameter.lowest, parameter.highest) == (theirs.lowest, theirs.highest)
    assert {each.name for each in BOOK.parameters} == set(PARAMETERS)


@pytest.mark.parametrize("id_", sorted(CLAUSES))
def test_each_clause_is_quoted_as_the_contract_has_it(id_: str) -> None:
    """Words, days and certainty."""
    clause, theirs = BOOK.clause(id_), CLAUSES[id_]
    assert clause.words == theirs.words
    assert theirs.version in (None, clause.version)
    assert (clause.in_force_from, clause.in_force_to) == (
        theirs.in_force_from,
        theirs.in_force_to,
    )
    assert clause.certainty == theirs.certainty


def test_a_dated_row_is_named_after_its_first_day() -> None:
    """One that only ends bears no day."""
    for each in BOOK.rule_sets:
        for rule in each.rules:
            first = rule.in_force_from
            assert rule.id.partition("@")[2] == ("" if first is None else str(first))


@given(cases())
def test_a_decision_never_cites_a_clause_that_is_not_in_force_on_its_day(case: Case) -> None:
    """Whatever the day and the facts."""
    for _, part in decide(case).parts:
        for id_ in part.clauses:
            clause = BOOK.clause(id_)
            assert clause.in_force_from is None or clause.in_force_from <= case.as_of
            assert clause.in_force_to is None or case.as_of <= clause.in_force_to


ONE_DAY = datetime.timedelta(days=1)
CHANGES = {
    "2023-12-01": ("insurance.maternity", {"employment": "unemployed_on_benefit"}),
    "2024-10-28": ("insurance.maternity", {"employment": "flexible"}),
    "2025-01-01": (
        "insurance.endowment",
        {"employment": "unemployed_on_benefit", "within_a_year_of_retirement": True},
    ),
    "2040-01-01": (
        "insurance.endowment",
        {"employment": "unemployed_on_benefit", "within_a_year_of_retirement": True},
    ),
}


@pytest.mark.parametrize("day", CHANGES)
def test_the_law_changes_on_its_day_and_not_before(day: str) -> None:
    """The last day before is told as the next change, and the answer turns on the day itself."""
    path, person = CHANGES[day]
    first = datetime.date.fromisoformat(day)
    case = Case.from_dict({"as_of": first - ONE_DAY, "person": person})
    before, after = decide(case), decide(attrs.evolve(case, as_of=first))
    assert before.part(path).because != after.part(path).because
    assert before.next_change is not None
    assert before.next_change.on == first
    assert f"{path}.participation" in before.next_change.changes


def test_the_book_verifies_clean_on_every_day_on_which_anything_changes() -> None:
    """And on the days before, on the first and the last day asked for, and on some in between."""
    first, last = datetime.date(2021, 1, 1), datetime.date(2041, 1, 1)
    turns = {datetime.date.fromisoformat(day) for day in CHANGES}
    turns |= {
        day
        for clause in BOOK.clauses.values()
        for day in (clause.in_force_from, clause.in_force_to)
        if day is not None
    }
    days = {first, last, *(day + step * ONE_DAY for day in turns for step in (-1, 0, 1))}
    days |= {first + 97 * step * ONE_DAY for step in range(76)}
    for day in sorted(day for day in days if first <= day <= last):
        assert not BOOK.verify(on=day), day
    assert not BOOK.verify()


@pytest.mark.parametrize("age", [0, 15, 16, 59, 60, 150])
def test_endowment_insurance_of_those_who_do_not_work(age: int) -> None:
    """Under 16 none, to 59 the residents' insurance, from 60 on the pension."""
    case = Case.from_dict(
        {"as_of": "2026-11-22", "person": {"employment": "not_working", "age": age}}
    )
    part: Any = decide(case).part("insurance.endowment")
    rule = "minor" if age < 16 else "pensioner" if age >= 60 else "adult"
    assert part.because == (f"insurance.endowment.not_working.{rule}",)
    assert part.participation == ("voluntary" if rule == "adult" else "none")


def test_with_nothing_known_nothing_is_determined_but_what_holds_for_everybody() -> None:
    """The rights that everybody has, and the routes nobody knows."""
    decision = decide(Case(as_of=datetime.date(2026, 11, 22)))
    assert {part.status for _, part in decision.parts} == {"undetermined"}
    assert decision.needs
    assert all(part.because == () for _, part in decision.parts)


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
