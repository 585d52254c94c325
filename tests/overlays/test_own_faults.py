"""Faults in what a file adds of its own: each with its line, its cure, and no other behind it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssrules import RuleBook
from ssrules.errors import RuleFileError
from tests.overlays.texts import HEAD

TEXT = Path(__file__).with_name("town.toml").read_text("utf-8")


def faults(text: str) -> str:
    """Every fault in a text."""
    with pytest.raises(RuleFileError) as caught:
        RuleBook.from_toml(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("right", "wrong", "line_of", "told"),
    [
        ('kind = "date"', 'kind = "dat"', None, "did you mean date"),
        ('not_after = "as_of"', 'not_after = "as_off"', None, "did you mean as_of"),
        ('path = "card.made_on"', 'path = "card.bank"', "[[facts]]", "declared twice"),
        ('default = "own"', 'default = "owned"', '[[facts]]\npath = "visit', "is no value of it"),
        ('test = "longer_ago_than"', 'test = "longer_ago"', None, "did you mean longer_ago_than"),
        ('parameter = "sealing_months"', 'parameter = "sealing_month"', None, "did you mean seal"),
        ('unit = "months"\nwords', 'unit = "weeks"\nwords', 'unit = "weeks"', "known: days"),
        ('"documents.photo.one_inch"]', '"documents.photo.one_inc"]', None, "did you mean"),
        (
            'inputs = ["made_long_ago"',
            'inputs = ["made_longago"',
            None,
            "did you mean made_long_ago",
        ),
        ('hit_policy = "ANY"', 'hit_policy = "ALL"', None, "known: UNIQUE"),
        ('compare = ["sealed"]', 'compare = ["seald"]', "[[rule_sets]]", "did you mean sealed"),
        ('{ sealed = true, steps = ["app', '{ seald = true, steps = ["app', None, "did you mean s"),
        ('"small_photo"], steps', '"smal_photo"], steps', None, "did you mean small_photo"),
        ("holds_if = { sealing = false }", 'holds_if = { sealing = "no" }', None, "known: true"),
        ('sentence = "上门服务"', 'sentence = "上门服务费"', None, "quote it as it stands"),
        ('"card.made_on" = 2026-05-23', '"card.mad_on" = 2026-05-23', None, "did you mean"),
        ('"sealing.deadline" =', '"seeling.deadline" =', None, "did you mean sealing"),
        ('made_for = "ssrules 2', 'made_for = "ssrules 1', None, "look through it again"),
        ('en = "Our town"', 'fr = "Our town"', None, "a table of texts with 'en' and 'zh'"),
    ],
)
def test_a_fault_is_told_with_its_line_and_the_nearest_right_name(
    right: str, wrong: str, line_of: str | None, told: str
) -> None:
    """Whatever it is that the file adds."""
    text = TEXT.replace(right, wrong, 1)
    assert text != TEXT
    before = text.index(wrong) if line_of is None else text.index(line_of)
    found = faults(text).split("\n")
    line = text[:before].count("\n") + 1
    assert any(each.startswith(f"<toml>:{line}: ") and told in each for each in found), found


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ('[[facts]]\npath = "card.x"\nmeaning = "x"', "needs one of 'kind'"),
        ('[[facts]]\npath = "card.x"\nkind = "date"', "needs 'meaning'"),
        ('[[facts]]\npath = "card.kind"\nadd_values = ["x"]', "card.kind"),
        ('[[facts]]\npath = "institution.kind"\nadd_values = ["hospital"]', "may be hospital"),
        ('[[inputs]]\nname = "x"\nfact = "person.age"', "an input needs 'test'"),
        ('[[inputs]]\nname = "x"\ntest = "same"\nfacts = ["card.bank"]', "two names"),
        (
            '[[inputs]]\nname = "window_elapsed"\ntest = "longer_ago_than"\n'
            'fact = "card.received_on"\nparameter = "activation_window_days"',
            "already the name of another input",
        ),
        ("", "changes nothing"),
    ],
)
def test_what_is_missing_or_taken_is_a_fault(added: str, told: str) -> None:
    """Of a fact, an input, or the file as a whole."""
    text = HEAD[: HEAD.index("[[clauses]]")] + added + "\n"
    assert told in faults(text)


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ('compare = ["sealed"]', 'compare = ["seald"]', "seald"),
        ('hit_policy = "ANY"', 'hit_policy = "ALL"', "hit_policy"),
        ("add_values = {", 'add_values = { hospital = "x",', "hospital"),
        ('kind = "date"', 'kind = "dat"', "did you mean date"),
        ("lowest = 1", "lowest = 9", "below 9"),
    ],
)
def test_what_rests_on_a_fault_is_no_fault_of_its_own(right: str, wrong: str, told: str) -> None:
    """Neither the rows that ask it, nor the cases that expect it."""
    (fault,) = faults(TEXT.replace(right, wrong, 1)).split("\n")
    assert told in fault
