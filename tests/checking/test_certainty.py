"""How sure the words of clauses are: told with the clause, and looked for on demand."""

from __future__ import annotations

import datetime

import attrs
import pytest

from ssrules import Case, RuleBook, decide
from ssrules.engines.python import PythonEngine
from ssrules.errors import RuleError
from ssrules.facts import Employment
from ssrules.tables import Certainty, Clause, Rule, RuleSet

DAY = datetime.date(2026, 11, 24)


def clause(id_: str, certainty: Certainty | str | None) -> Clause:
    """A clause that is as sure as that."""
    return Clause(
        id=id_, title=id_, words=id_, language="en", version=DAY,
        certainty=certainty,
    )  # fmt: skip


CLAUSES = {each: clause(f"mine.{each}", each) for each in (*Certainty, None)}
EMPLOYMENTS = tuple(map(str, Employment))
WHO = (*((each,) for each in EMPLOYMENTS[:5]), EMPLOYMENTS[5:])
MINE = RuleSet(
    name="mine",
    title="mine",
    inputs=("person.employment",),
    outputs={"way": None},
    rules=tuple(
        Rule(id=cited.id, cites=cited, when={"person.employment": who}, then={"way": cited.id})
        for cited, who in zip(CLAUSES.values(), WHO, strict=True)
    ),
)
BOOK = RuleBook.default().with_engine(PythonEngine()).with_rule_sets(MINE)


@pytest.mark.parametrize("wanted", Certainty)
def test_what_rests_on_less_than_is_asked_for_is_told(wanted: Certainty) -> None:
    """Each rule whose clause is less sure, or of which nobody has said; and no other."""
    found = [each for each in BOOK.verify(certainty=wanted) if each.rule_set == "mine"]
    order = [*Certainty]
    less = [f"mine.{each}" for each in order[order.index(wanted) + 1 :]] + ["mine.None"]
    assert {each.kind.value for each in found} == {"certainty"}
    assert [each.rules for each in found] == [(id_,) for id_ in less]
    for each in found:
        assert decide(each.case, BOOK).part("mine").because == each.rules


def test_by_default_nobody_asks() -> None:
    """A book of clauses that are from memory verifies clean."""
    assert not BOOK.verify()


def test_an_explanation_tells_how_sure_a_clause_is_unless_it_was_compared() -> None:
    """In its data and in its words."""
    for employment, sure, words in (
        (EMPLOYMENTS[0], "compared", ""),
        (EMPLOYMENTS[4], "from_memory", "from memory"),
    ):
        case = Case.from_dict({"as_of": "2026-11-24", "person": {"employment": employment}})
        part = decide(case, BOOK).explain().part("mine")
        (reason,) = part.reasons
        (cited,) = reason.clauses
        assert cited.certainty == sure
        assert words in str(part)
        assert ("(" in str(cited)) is bool(words)


def test_there_are_five_ways_to_be_sure() -> None:
    """A misspelt one is an error that names the nearest."""
    assert clause("a", "summary").certainty is Certainty.SUMMARY
    with pytest.raises(RuleError, match="did you mean confirmed"):
        clause("a", "confirmd")
    with pytest.raises(RuleError, match="did you mean compared"):
        RuleBook.default().verify(certainty="compare")


def test_how_sure_a_clause_is_is_content() -> None:
    """Books that differ in it alone have other digests."""
    unsaid = attrs.evolve(CLAUSES[Certainty.COMPARED], certainty=None)
    first, *others = MINE.rules
    changed = attrs.evolve(MINE, rules=(attrs.evolve(first, cites=unsaid), *others))
    assert RuleBook.default().with_rule_sets(changed).digest != BOOK.digest
