"""The map of a rule set shows the answer to every kind of case that it tells apart."""

from __future__ import annotations

import datetime
import itertools
from typing import Any

import attrs
import pytest
from examples.library_loans import BOOK as LIBRARY

import ssrules
from ssrules import pictures
from ssrules.pictures.cell_maps import CellMap, cell_map
from ssrules.words.speech import LANGUAGES, words

BOOK = ssrules.RuleBook.default()
EVERY = [
    (book, each.name, LANGUAGES[at % 2])
    for book in (BOOK, LIBRARY)
    for at, each in enumerate(book.rule_sets)
]
"""Every rule set, in English and in Chinese by turns."""
CARD: dict[str, dict[str, Any]] = {
    "social security application of the card": {
        "not active or active": "active",
        "reported for loss": "loss_reported",
        "not known": None,
    },
    "financial application of the card": {
        "not active": "inactive",
        "active or reported for loss": "loss_reported",
        "not known": None,
    },
    "time for activating the financial application": {
        "not over": datetime.date(2026, 11, 1),
        "over": datetime.date(2026, 1, 1),
        "not known": None,
    },
}
FACTS = dict(zip(CARD, ("card.social_security", "card.financial", "card.received_on"), strict=True))
PERSON: dict[str, tuple[str, dict[str, Any]]] = {
    "employment": (
        "person.employment",
        {
            "employee or civil servant": "civil_servant",
            "part-time worker, flexible worker or self-employed without employees": "flexible",
            "unemployed, drawing benefit, student, retired or not working": "student",
            "not known": None,
        },
    ),
    "work unit wants its employees to apply themselves": (
        "person.unit_requires_self_application",
        {"no": False, "yes": True, "not known": None},
    ),
    "registered residence": (
        "person.residence",
        {"rural": "rural", "urban": "urban", "not known": None},
    ),
}


def mapped(book: ssrules.RuleBook, name: str, language: str = "en") -> CellMap:
    """The map of a rule set."""
    return cell_map(book, name, words(language, book.words))


def at_marks(found: CellMap) -> dict[tuple[str, ...], str]:
    """The answer of each mark, by the labels of its place."""
    return {
        tuple(scale.label(at) for scale, at in zip(found.scales, mark.place, strict=True)): (
            mark.answer
        )
        for mark in found.marks
    }


def test_each_mark_of_the_loss_report_is_what_is_decided_there() -> None:
    """All kinds of three inputs, each unknown too."""
    found = mapped(BOOK, "loss_report")
    titles = [each.title for each in found.scales]
    marks = at_marks(found)
    assert len(marks) == 3**3
    for chosen in itertools.product(*(CARD[title] for title in titles)):
        facts = {
            FACTS[title]: CARD[title][label] for title, label in zip(titles, chosen, strict=True)
        }
        case = ssrules.Case(as_of=datetime.date(2026, 11, 22)).with_facts(facts)
        status = ssrules.decide(case).loss_report.status
        assert marks[chosen] == words().label(f"status:{status}")


def test_each_mark_of_the_application_is_the_route_that_is_decided_there() -> None:
    """The answer is told by what differs, and not by a status that is always the same."""
    found = mapped(BOOK, "application")
    titles = [each.title for each in found.scales]
    assert set(titles) == set(PERSON)
    marks = at_marks(found)
    for chosen in itertools.product(*(PERSON[title][1] for title in titles)):
        pairs = (
            (PERSON[title][0], PERSON[title][1][label])
            for title, label in zip(titles, chosen, strict=True)
        )
        case = ssrules.Case(as_of=datetime.date(2026, 11, 22)).with_facts(dict(pairs))
        part = ssrules.decide(case).application
        code = f"application={part.route}" if part.route else "status:undetermined"
        assert marks[chosen] == words().label(code)


def test_a_map_of_another_subject() -> None:
    """Renewal, as its terms say: nobody waits, all is paid, and a film is not lent to a child."""

    def renewed(reserved: str, fines: str, medium: str, old: str) -> str:
        refused = "yes" in (reserved, fines) or (medium, old) == ("film", "no")
        if refused:
            return "not possible"
        suits = medium == "book" or old == "yes"
        return "possible now" if (reserved, fines) == ("no", "no") and suits else "not yet known"

    marks = at_marks(mapped(LIBRARY, "renewal"))
    assert marks == {place: renewed(*place) for place in marks}
    assert len(marks) == 3**4


@pytest.mark.parametrize(
    ("book", "name", "language"), EVERY, ids=[f"{name}-{language}" for _, name, language in EVERY]
)
def test_every_rule_set_has_a_map(book: ssrules.RuleBook, name: str, language: str) -> None:
    """Each place once; answers and places have words of their own; no input tells nothing apart."""
    found = mapped(book, name, language)
    assert len({each.place for each in found.marks}) == len(found.marks)
    assert len({*found.answers.values()}) == len(found.answers)
    assert all(len({*scale.all}) == len(scale.all) > 1 for scale in found.scales)
    assert found.without_idle() == found
    drawn: dict[str, Any] = pictures.cells(name, book, language=language).to_dict()
    assert len(drawn["data"]["values"]) == len(found.marks)
    told = drawn["description"]
    assert found.title in told
    for answer in found.answers.values():
        assert answer in told
    assert all(scale.title in told for scale in found.scales)


def test_an_input_that_changes_no_answer_is_not_on_the_map() -> None:
    """Who comes to the bank changes what has to be brought, and not whether it can be done."""
    titles = [each.title for each in mapped(BOOK, "activation.social_security.bank_outlet").scales]
    assert "who comes" not in titles
    assert "kind of institution" in titles


def test_rules_that_give_no_answer_are_shown_as_such() -> None:
    """A gap is a mark of its own, and no error."""
    table = BOOK.rule_set("application")
    rules = tuple(attrs.evolve(each, id=f"gap.{each.id}") for each in table.rules[1:])
    book = BOOK.with_rule_sets(attrs.evolve(table, name="gap", rules=rules))
    assert "faulty" in mapped(book, "gap").answers


def test_a_rule_set_is_named_or_given() -> None:
    """Both draw the same, and an unknown name is an error that tells the nearest."""
    given = pictures.cells(BOOK.rule_set("rights")).to_dict()
    assert given == pictures.cells("rights", BOOK).to_dict()
    with pytest.raises(ssrules.SsrulesError, match="rights"):
        pictures.cells("right")


def test_what_is_told_aloud_counts_the_marks() -> None:
    """The loss report by hand: of 27 kinds 9 are reported, 1 is due, and 5 are not, whatever else.

    Not reported and within the window, or with the financial application in use, nothing is due.
    """
    told = pictures.cells("loss_report").to_dict()["description"]
    assert told.startswith("Loss report of the social security application: the answers to 27 ")
    assert told.endswith("have each: not due: 5; due: 1; made: 9; not yet known: 12")


@pytest.mark.parametrize(("language", "word"), [("en", "not due"), ("zh", "无须挂失")])
def test_a_map_is_drawn_without_a_network(language: str, word: str) -> None:
    """As SVG, with a letter for each kind of case, and words for each letter."""
    convert = pytest.importorskip("vl_convert", reason="not installed: the group docs")
    svg = convert.vegalite_to_svg(pictures.cells("loss_report", language=language).to_json())
    assert word in svg
    assert svg.count(">A</text>") == 5
