"""Faults in a TOML file of changes: all at once, each with its line and the nearest right name."""

from __future__ import annotations

import pytest

from ssrules import RuleBook
from ssrules.errors import RuleError, RuleFileError
from tests.overlays.texts import CHANGE, HEAD


def faults_of(text: str) -> list[tuple[int, str]]:
    """Line and message of every fault in a text."""
    with pytest.raises(RuleFileError) as caught:
        RuleBook.from_toml(text)
    assert isinstance(caught.value, RuleError)
    assert caught.value.where == caught.value.faults[0].where
    told = [(fault.where.rpartition(":"), fault.message) for fault in caught.value.faults]
    assert all(place[0] == "<toml>" for place, _ in told)
    assert str(caught.value).count("\n") == len(told) - 1
    return [(int(place[2]), message) for place, message in told]


REQUIREMENT = """
[[changes]]
change = "add_requirement"
rule_set = "activation.social_security.hospital"
code = "c"
cites = "notice.1"
"""


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('holds_if = { "card.finacial" = "active" }', 15, "did you mean card.financial"),
        ('holds_if = { "card.financial" = "activ" }', 15, "did you mean active"),
        ('holds_if = { "card.financial" = [\n"active",\n"inactiv"] }', 17, "did you mean inactive"),
        ('holds_if = { "institution.designated" = "true" }', 15, "did you mean true"),
        ('holds_if = { "institution.designated" = 1 }', 15, "known: false, true"),
        ('holds_if = { "person.age" = 16 }', 15, "is no input"),
        ('holds_if = { "as_of" = ">= 2026-01-01" }', 15, "in_force_from"),
        ('holds_if = { "card.financial" = [] }', 15, "no value"),
        ("holds_if = { }", 10, "exactly one input"),
        ('holdsif = { "card.financial" = "active" }', 15, "did you mean holds_if"),
        (
            'holds_if = { "card.financial" = "active" }\nbefore = "alredy_active"',
            16,
            "did you mean already_active",
        ),
        (
            'holds_if = { "card.financial" = "active" }\nin_force_from = "2026-01-01"',
            16,
            "without quotes",
        ),
        (
            'holds_if = { "card.financial" = "active" }\nin_force_from = 2026-01-01T00:00:00',
            16,
            "not a date",
        ),
        (
            'holds_if = { "card.financial" = "active" }\n'
            "in_force_from = 2026-01-02\nin_force_to = 2026-01-01",
            10,
            "before it begins",
        ),
    ],
)
def test_a_fault_in_a_requirement_is_told_with_its_line(text: str, line: int, told: str) -> None:
    """And with the nearest right name."""
    found = faults_of(f"{HEAD}{REQUIREMENT.strip()}\n{text}")
    assert any(at == line and told in message for at, message in found), found


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('name = "x"\nversion = ', 2, "is not TOML"),
        ('name = "x"\nname = "y"', 2, "is not TOML"),
        ('name = "x"\nversion = "1"\nchanges = 5', 3, "not an array of tables"),
        ('name = 5\nversion = "1"\nchanges = []', 1, "which is not a text"),
        ('name = "x"\nverzion = "1"\nchanges = []', 2, "did you mean version"),
        (f"{HEAD}changes = []", 10, "no key of a clause"),
        (CHANGE + 'chang = "remove_rule"', 10, "a change needs 'change'"),
        (CHANGE + 'change = "remove_rul"', 11, "did you mean remove_rule"),
        (
            CHANGE + 'change = "remove_rule"\nrule = "application.rurl"\ncites = "notice.1"',
            12,
            "did you mean application.rural",
        ),
        (
            CHANGE + 'change = "remove_rule"\nrule = "application.rural"\ncites = ["notice.l"]',
            13,
            "did you mean notice.1",
        ),
        (
            CHANGE + 'change = "remove_rule"\nrule = "application.rural"\ncites = []',
            13,
            "which is not a text or a list",
        ),
        (CHANGE + 'change = "remove_rule"\nrule = "application.rural"', 10, "needs 'cites'"),
        (
            CHANGE + 'change = "add_documents"\nrule = "activation.social_security.hospital"\n'
            'cites = "notice.1"\ndocuments = [\n"foto"]',
            15,
            "did you mean photo",
        ),
        (
            CHANGE + 'change = "add_documents"\nrule = "activation.social_security.hospital"\n'
            'cites = "notice.1"\ndocuments = "photo"',
            14,
            "2 documents are called so",
        ),
        (
            CHANGE + 'change = "change_parameter"\nparameter = "activation_window_days"\n'
            'cites = "notice.1"\nvalue = -1',
            14,
            "below 0",
        ),
        (
            CHANGE + 'change = "change_parameter"\nparameter = "activation_window_day"\n'
            'cites = "notice.1"\nvalue = 1',
            12,
            "did you mean activation_window_days",
        ),
        (
            CHANGE + 'change = "replace_rule"\nrule = "application.rural"\ncites = "notice.1"\n'
            '[changes.then]\nroute = "comittee"',
            15,
            "did you mean committee",
        ),
        (
            CHANGE + 'change = "replace_rule"\nrule = "application.rural"\ncites = "notice.1"\n'
            '[changes.then]\nrute = "committee"',
            15,
            "did you mean route",
        ),
        (
            CHANGE + 'change = "replace_rule"\nrule = "application.materials.bank"\n'
            'cites = "notice.1"\nthen = { in_person = true, open_routes = [], steps = [] }',
            14,
            "gives 'documents' too",
        ),
        (HEAD + "[[changes]]\nx = 1", 10, "a change needs 'change'"),
    ],
)
def test_every_kind_of_fault_is_told_with_its_line(text: str, line: int, told: str) -> None:
    """Whatever it is."""
    found = faults_of(text)
    assert any(at == line and told in message for at, message in found), found


def test_all_faults_are_told_at_once_in_the_order_of_their_lines() -> None:
    """One that is only the consequence of another is not told."""
    text = (
        HEAD.replace("version = 2026-01-01", 'version = "2026-01-01"')
        + """
[[changes]]
change = "remove_rule"
rule = "application.rurl"
cites = "notice.1"
[[changes]]
change = "change_parameter"
parameter = "activation_window_days"
value = "300"
cites = "notice.1"
"""
    )
    found = faults_of(text)
    assert [line for line, _ in found] == [8, 13, 18]


def test_a_clause_that_nothing_cites_is_a_fault() -> None:
    """It would be dropped silently otherwise."""
    text = CHANGE + 'change = "remove_rule"\nrule = "application.rural"\ncites = "source.B1"'
    assert faults_of(text) == [(4, "clause 'notice.1' is cited nowhere")]


def test_an_id_of_the_book_cannot_be_given_to_another_clause() -> None:
    """Citations mean one clause."""
    found = faults_of(
        CHANGE.replace("notice.1", "source.A4")
        + 'change = "remove_rule"\nrule = "application.rural"\ncites = "source.A4"'
    )
    assert found[0][0] == 4
    assert "another clause" in found[0][1]
