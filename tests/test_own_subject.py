"""A rule book about something else altogether: only its own parts, and all that ours can do."""

from __future__ import annotations

import datetime
import itertools
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from ssrules import FactError, RuleBook, decide, decide_frame
from ssrules.deciding.reading import later
from ssrules.engines import Engine
from ssrules.errors import RuleError, UnknownNameError
from ssrules.facts import Case
from tests.second_engine import BOTH_ENGINES

EXAMPLE = Path(__file__).parent.parent / "examples" / "library_loans.py"
EXAMPLES = runpy.run_path(str(EXAMPLE))
BOOK: RuleBook = EXAMPLES["BOOK"]
LOAN: Any = EXAMPLES["Loan"]
DAY = datetime.date(2026, 3, 1)

UNKNOWN = None
VALUES: dict[str, tuple[Any, ...]] = {
    "reader.age": (UNKNOWN, 13, 14),
    "reader.owes_fines": (UNKNOWN, False, True),
    "copy.medium": (UNKNOWN, "book", "film"),
    "copy.reserved": (UNKNOWN, False, True),
    "documents.library_card": (UNKNOWN, False, True),
}


def cases() -> Iterator[dict[str, Any]]:
    """Every pattern of known and unknown facts that the renewal can meet."""
    for values in itertools.product(*VALUES.values()):
        yield dict(zip(VALUES, values, strict=True))


def completions(known: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every way in which the unknown facts of a renewal may turn out."""
    choices = [
        [value] if value is not None else VALUES[path][1:]
        for path, value in known.items()
        if path != "documents.library_card"
    ]
    names = [path for path in known if path != "documents.library_card"]
    for values in itertools.product(*choices):
        yield dict(zip(names, values, strict=True))


def refused(facts: dict[str, Any]) -> bool:
    """Whether the terms refuse a renewal, by hand."""
    too_young = facts["copy.medium"] == "film" and facts["reader.age"] < 14
    return bool(facts["copy.reserved"] or facts["reader.owes_fines"] or too_young)


def status(known: dict[str, Any]) -> str:
    """The status of a renewal, by trying every completion."""
    found = {refused(each) for each in completions(known)}
    if len(found) == 2:
        return "undetermined"
    if found == {True}:
        return "refused"
    return "allowed" if known["documents.library_card"] else "incomplete"


def test_the_example_is_short() -> None:
    """As a reader would count its rules, without the facts and the imports."""
    assert len(EXAMPLE.read_text("utf-8").splitlines()) < 150


@BOTH_ENGINES
def test_every_renewal_is_exact(engine: Engine) -> None:
    """With every pattern of unknown facts, on both engines, by trying every completion."""
    book = BOOK.with_engine(engine)
    for known in cases():
        case = LOAN.from_paths({"as_of": DAY, **known})
        part = decide(case, book).part("renewal")
        assert part.status == status(known), known
        assert set(part.needs) == set(needed(known)) if part.status == "undetermined" else True


def needed(known: dict[str, Any]) -> Iterator[str]:
    """The facts of which two values alone, all others staying, change the answer."""
    for path in known:
        if known[path] is None and path != "documents.library_card":
            others = {**known, path: "?"}
            for each in completions({**others, path: None}):
                turned = {refused({**each, path: value}) for value in VALUES[path][1:]}
                if len(turned) == 2:
                    yield path
                    break


def test_a_decision_has_only_its_own_parts() -> None:
    """No part of the card's is there, and asking for one says which there are."""
    decision = EXAMPLES["DECISION"]
    assert [path for path, _ in decision.parts] == ["renewal", "return"]
    assert set(decision.to_dict()) == {"as_of", "rulebook", "needs", "next_change", "further"}
    with pytest.raises(UnknownNameError, match="known: renewal, return"):
        decision.loss_report  # noqa: B018  # that it fails is the point
    assert type(decision).from_json(decision.to_json()) == decision


@pytest.mark.parametrize("day", [datetime.date(2026, 1, 31), datetime.date(2024, 2, 29)])
def test_a_loan_lasts_a_calendar_month(day: datetime.date) -> None:
    """Its last day is the same day of the next month, or the last day of a shorter one."""
    last = later(day, 1)
    for step in (-1, 0, 1):
        case = LOAN.from_paths({"as_of": last + datetime.timedelta(step), "copy.lent_on": day})
        decision = decide(case, BOOK)
        part: Any = decision.part("return")
        assert (part.deadline, part.days_left) == (last, -step)
        assert part.outputs["fine"] is (step > 0)
        change = decision.next_change
        if step > 0:
            assert change is None
        else:
            assert change is not None
            assert (change.on, change.changes) == (part.due_from, ("return.fine",))


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        ((2026, 1, 31), 1, (2026, 2, 28)),
        ((2024, 1, 31), 1, (2024, 2, 29)),
        ((2026, 3, 31), 6, (2026, 9, 30)),
        ((2026, 12, 15), 1, (2027, 1, 15)),
        ((2024, 2, 29), 12, (2025, 2, 28)),
        ((2026, 5, 5), 0, (2026, 5, 5)),
    ],
)
def test_months_end_as_the_civil_code_says(
    day: tuple[int, int, int], months: int, found: tuple[int, int, int]
) -> None:
    """On the same day of the month, or on its last day where it has no such day (Article 202)."""
    assert later(datetime.date(*day), months) == datetime.date(*found)


def test_it_can_be_asked_about_itself() -> None:
    """Why, why not, what to ask, what would change it, as for any decision."""
    case = LOAN.from_paths(
        {"as_of": DAY, "copy.reserved": False, "reader.owes_fines": True, "copy.medium": "book"}
    )
    decision = decide(case, BOOK)
    assert [each.state for each in decision.why_not("renewal").checks] == [
        "holds",
        "fails",
        "holds",
    ]
    (way,) = decision.least_change("renewal").sets
    assert {each.path: each.to for each in way.changes} == {
        "reader.owes_fines": False,
        "documents.library_card": True,
    }
    (reason,) = decision.explain().part("renewal").reasons
    assert (reason.code, reason.clauses[0].id) == ("fines_unpaid", "terms.7")
    blank = decide(LOAN.from_paths({"as_of": DAY}), BOOK)
    assert {each.path for each in blank.questions().questions} == set(blank.needs)


def test_its_faults_name_the_nearest_right_fact() -> None:
    """As for ours: path, value, and cure, all at once."""
    with pytest.raises(FactError) as caught:
        LOAN.from_dict({"as_of": DAY, "reader": {"age": 200}, "copy": {"mediun": "book"}})
    told = str(caught.value)
    assert "reader.age: 200 is not between 0 and 150" in told
    assert "copy.mediun: is no fact (did you mean medium?)" in told
    with pytest.raises(FactError, match="is after as_of"):
        LOAN.from_paths({"as_of": DAY, "copy.lent_on": datetime.date(2026, 3, 2)})


def test_a_case_of_another_subject_is_told() -> None:
    """A case of a card knows facts that a loan does not have."""
    card = Case.from_dict({"as_of": DAY, "card": {"bank": "ICBC"}})
    with pytest.raises(FactError, match=r"card\.bank: is no fact"):
        decide(card, BOOK)


def test_it_verifies_and_is_compared() -> None:
    """Nothing is wrong with it; another length of loan changes the deadline."""
    assert not len(EXAMPLES["FINDINGS"])
    changed = BOOK.diff(BOOK.with_parameters(loan=2))
    assert {each.rule_set for each in changed} == {"return"}
    gap = attrs.evolve(BOOK.rule_set("return"), rules=BOOK.rule_set("return").rules[:1])
    short = attrs.evolve(BOOK, rule_sets=(BOOK.rule_set("renewal"), gap))
    assert [each.kind for each in short.verify() if each.kind == "gap"] == ["gap"]


def test_every_row_of_a_frame_is_what_decide_says() -> None:
    """A Polars frame of every pattern, with reasons."""
    polars = pytest.importorskip("polars")
    rows = list(cases())
    frame = polars.DataFrame(
        {path.replace(".", "_"): [row[path] for row in rows] for path in VALUES}
    ).with_columns(copy_lent_on=polars.lit(datetime.date(2026, 1, 31)))
    decided = decide_frame(frame, BOOK, as_of=DAY, because=True)
    for row, found in zip(rows, decided.iter_rows(named=True), strict=True):
        case = LOAN.from_paths({"as_of": DAY, "copy.lent_on": datetime.date(2026, 1, 31), **row})
        decision = decide(case, BOOK)
        assert found["renewal_status"] == decision.part("renewal").status
        assert found["renewal_because"] == ";".join(decision.part("renewal").because)
        assert found["return_deadline"] == datetime.date(2026, 2, 28)
        assert found["return_fine"] == "true"
        assert found["fact_error"] is None


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"inputs": ("copy.reserved", "reader.ovves_fines")}, "did you mean reader.owes_fines"),
        ({"inputs": ("copy.reserved", "person.age")}, "is no fact"),
    ],
)
def test_a_rule_set_that_asks_a_fact_its_book_does_not_have_is_told(
    changed: dict[str, Any], told: str
) -> None:
    """When the book is made, with the nearest right fact."""
    rule_set = attrs.evolve(BOOK.rule_set("renewal"), requirements=(), **changed)
    with pytest.raises(RuleError, match=told):
        attrs.evolve(BOOK, rule_sets=(rule_set,))
