"""Changes read from TOML: the same as those made in Python, and every fault with its line."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from ssrules import Case, RuleBook, decide
from ssrules.errors import RuleFileError
from ssrules.overlays import Overlay
from ssrules.overlays.changes import (
    AddDocuments,
    AddRequirement,
    AddRule,
    AddToOutput,
    Change,
    ChangeParameter,
    RemoveRequirement,
    RemoveRule,
    RemoveRuleSet,
    ReplaceRule,
)
from ssrules.overlays.file import read_overlay
from ssrules.tables import Clause, Document, Reading, Requirement, Rule
from tests.overlays.texts import CHANGE, HEAD

BOOK = RuleBook.default()
NOTICE = Clause(
    id="notice.1",
    title="A notice",
    words="Made up.",
    language="en",
    version=datetime.date(2026, 1, 1),
    in_force_from=datetime.date(2026, 2, 1),
)
HOSPITAL = "activation.social_security.hospital"
RURAL = "application.rural"

PAIRS: dict[str, tuple[str, Change]] = {
    "replace_rule": (
        """change = "replace_rule"
        rule = "application.rural"
        id = "application.anybody"
        cites = ["notice.1", "source.B1"]
        when = { "person.residence" = "rural", "person.employment" = ["student", "retired"] }
        then = { route = "bank" }
        in_force_from = 2027-01-01
        readings = [{ chosen = "so", other = "otherwise", rests_on = "notice.1" }]
        """,
        ReplaceRule(
            rule=RURAL,
            by=Rule(
                id="application.anybody",
                cites=(NOTICE, BOOK.clause("source.B1")),
                when={"person.residence": "rural", "person.employment": ("student", "retired")},
                then={"route": "bank"},
                readings=(Reading(chosen="so", other="otherwise", rests_on=(NOTICE,)),),
            ),
            in_force_from=datetime.date(2027, 1, 1),
        ),
    ),
    "remove_rule": (
        'change = "remove_rule"\nrule = "application.rural"\ncites = "notice.1"',
        RemoveRule(rule=RURAL, cites=NOTICE),
    ),
    "add_rule": (
        """change = "add_rule"
        rule_set = "insurance.maternity"
        id = "insurance.maternity.nobody"
        before = "insurance.maternity.employee"
        cites = "notice.1"
        then = { participation = "none", payers = [] }
        [changes.when]
        "institution.kind" = "other"
        """,
        AddRule(
            rule_set="insurance.maternity",
            rule=Rule(
                id="insurance.maternity.nobody",
                cites=NOTICE,
                when={"institution.kind": "other"},
                then={
                    "participation": "none",
                    "scheme": None,
                    "payers": (),
                    "collected_with": None,
                    "remitted_by": None,
                },
            ),
            before="insurance.maternity.employee",
            inputs=("institution.kind",),
        ),
    ),
    "add_requirement": (
        """change = "add_requirement"
        rule_set = "activation.social_security.hospital"
        code = "too_late"
        before = "already_active"
        holds_if = { window_elapsed = false }
        when = { "person.residence" = "rural" }
        cites = ["notice.1"]
        in_force_to = 2027-12-31
        """,
        AddRequirement(
            rule_set=HOSPITAL,
            requirement=Requirement(
                code="too_late",
                cites=NOTICE,
                holds_if={"window_elapsed": False},
                when={"person.residence": "rural"},
            ),
            before="already_active",
            inputs=("person.residence", BOOK.rule_set("loss_report").inputs[2]),
            in_force_to=datetime.date(2027, 12, 31),
        ),
    ),
    "remove_requirement": (
        """change = "remove_requirement"
        rule_set = "activation.social_security.hospital"
        requirement = "not_designated"
        cites = "notice.1"
        """,
        RemoveRequirement(rule_set=HOSPITAL, requirement="not_designated", cites=NOTICE),
    ),
    "add_documents": (
        """change = "add_documents"
        rule = "activation.social_security.hospital"
        documents = ["valid_certificate", "contact_number", "proof"]
        cites = "notice.1"
        [[documents]]
        code = "proof"
        all_of = "documents.photo.recent"
        any_of = ["documents.identity_copy", "documents.identity_original"]
        """,
        AddDocuments(
            rule=HOSPITAL,
            documents=(
                Document(
                    code="valid_certificate",
                    any_of=("documents.identity_original", "documents.other_valid_certificate"),
                ),
                Document.of("documents.contact_number"),
                Document(
                    code="proof",
                    all_of=("documents.photo.recent",),
                    any_of=("documents.identity_copy", "documents.identity_original"),
                ),
            ),
            cites=NOTICE,
        ),
    ),
    "add_to_output": (
        """change = "add_to_output"
        rule = "activation.social_security.hospital"
        output = "steps"
        values = ["wait", "wait_again"]
        cites = "notice.1"
        """,
        AddToOutput(rule=HOSPITAL, output="steps", values=("wait", "wait_again"), cites=NOTICE),
    ),
    "remove_rule_set": (
        """change = "remove_rule_set"
        rule_set = "activation.social_security.hospital.effects"
        cites = "notice.1"
        """,
        RemoveRuleSet(rule_set=f"{HOSPITAL}.effects", cites=NOTICE),
    ),
    "change_parameter": (
        """change = "change_parameter"
        parameter = "receipt_day_counts"
        value = true
        cites = "notice.1"
        in_force_from = 2027-01-01
        in_force_to = 2027-12-31
        """,
        ChangeParameter(
            parameter="receipt_day_counts",
            value=True,
            cites=NOTICE,
            in_force_from=datetime.date(2027, 1, 1),
            in_force_to=datetime.date(2027, 12, 31),
        ),
    ),
}


@pytest.mark.parametrize("kind", PAIRS)
def test_a_change_from_a_file_is_the_change_from_python(kind: str) -> None:
    """Both make the same book, digest and all."""
    text, change = PAIRS[kind]
    read = RuleBook.from_toml(f"{HEAD}[[changes]]\n{text}")
    made = BOOK.with_overlay(Overlay(name="locality", version="1", changes=(change,)))
    assert read.digest == made.digest != BOOK.digest
    assert (read.name, read.version) == (made.name, made.version)


def test_a_file_is_read_by_its_path_or_given_as_text(tmp_path: Path) -> None:
    """A base other than the built-in book may be named."""
    text = f"{HEAD}[[changes]]\n{PAIRS['remove_rule'][0]}"
    file = tmp_path / "locality.toml"
    file.write_text(text, encoding="utf-8")
    assert RuleBook.from_toml(file) == RuleBook.from_toml(str(file)) == RuleBook.from_toml(text)
    base = BOOK.with_parameters(activation_window_days=1)
    assert (
        RuleBook.from_toml(file, base=base).value("activation_window_days", datetime.date.max) == 1
    )


def test_a_file_that_cannot_be_read_is_a_rule_error(tmp_path: Path) -> None:
    """That names the file."""
    missing = tmp_path / "missing.toml"
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b'name = "\xe9"\n')
    for file, told in ((missing, "cannot be read"), (latin, "UTF-8")):
        with pytest.raises(RuleFileError, match=told) as caught:
            RuleBook.from_toml(file)
        assert caught.value.where == str(file)


@pytest.mark.parametrize("value", ["__import__('os')", "ssrules.rules:modules", "${HOME}"])
def test_a_file_is_data_and_its_texts_stay_texts(value: str) -> None:
    """Nothing in it is run, imported or expanded."""
    text = CHANGE.replace("Made up.", value) + PAIRS["remove_rule"][0]
    assert RuleBook.from_toml(text).clause("notice.1").words == value


def test_a_change_of_a_file_decides() -> None:
    """A requirement of the file is told where it fails."""
    text = f"{HEAD}[[changes]]\n{PAIRS['add_requirement'][0]}"
    card: dict[str, Any] = {"received_on": "2020-01-01"}
    case = Case.from_dict({"as_of": "2026-11-22", "card": card, "person": {"residence": "rural"}})
    part = decide(case, RuleBook.from_toml(text)).part(HOSPITAL)
    assert part.because == ("too_late",)
    assert part.clauses == ("notice.1",)


def test_an_overlay_can_be_read_without_being_applied() -> None:
    """Its name, title, note and changes are data."""
    head = HEAD.replace("[[clauses]]", 'title = "t"\nnote = "n"\n[[clauses]]')
    overlay = read_overlay(f"{head}[[changes]]\n{PAIRS['remove_rule'][0]}", BOOK)
    assert (overlay.name, overlay.title, overlay.note) == ("locality", "t", "n")
    assert overlay.changes == (PAIRS["remove_rule"][1],)
    assert overlay.clauses == (NOTICE,)
