"""A rule book about something else altogether: how a (made-up) library renews loans and fines."""

from __future__ import annotations

import datetime
from typing import ClassVar

import attrs

from ssrules import RuleBook, decide
from ssrules.facts import FactEnum, Facts, Group, fact, group, to
from ssrules.tables import (
    AtLeast,
    Clause,
    Document,
    LongerAgoThan,
    Parameter,
    Requirement,
    Rule,
    RuleSet,
)


class Medium(FactEnum):
    """What was lent."""

    BOOK = "book"
    FILM = "film"


@attrs.frozen(kw_only=True, repr=False)
class Reader(Group):
    """Who has borrowed it."""

    path: ClassVar[str] = "reader."
    age: int | None = fact(int, "full years", highest=150)
    owes_fines: bool | None = fact(bool, "fines are unpaid", moves=to(False), how="pay the fines")


@attrs.frozen(kw_only=True, repr=False)
class Copy(Group):
    """What was lent, and when."""

    path: ClassVar[str] = "copy."
    medium: Medium | None = fact(Medium, "what it is")
    lent_on: datetime.date | None = fact(datetime.date, "the day of the loan", not_after="as_of")
    reserved: bool | None = fact(bool, "somebody else waits for it")


@attrs.frozen(kw_only=True, repr=False)
class Papers(Group):
    """What is shown at the desk."""

    path: ClassVar[str] = "documents."
    library_card: bool | None = fact(bool, "the library card", moves=to(True), how="bring it")


@attrs.frozen(kw_only=True, repr=False)
class Loan(Facts):
    """Everything that is known of one loan."""

    as_of: datetime.date = fact(datetime.date, "the day of the decision", required=True)
    reader: Reader = group(Reader)
    copy: Copy = group(Copy)
    documents: Papers = group(Papers)


TERMS = Clause(
    id="terms.7",
    title="Terms of loan, 7",
    words="A loan lasts a month. Whoever shows the card may renew it once nobody waits and all is"
    " paid; under 14 films are not lent.",
    language="en",
    version=datetime.date(2026, 1, 1),
)
MONTHS = Parameter(name="loan", title="length of a loan", unit="months", default=1, cites=TERMS)
AGE = Parameter(name="film_age", title="age for films", unit="years", default=14, cites=TERMS)
OVERDUE = LongerAgoThan("overdue", fact="copy.lent_on", parameter="loan", unit="months")
OLD_ENOUGH = AtLeast("old_enough", fact="reader.age", parameter="film_age")
CARD = Document.of("documents.library_card")

RENEWAL = RuleSet(
    name="renewal",
    title="May the loan be renewed?",
    inputs=("copy.reserved", "reader.owes_fines", "copy.medium", OLD_ENOUGH),
    requirements=(
        Requirement(code="reserved", cites=TERMS, holds_if={"copy.reserved": False}),
        Requirement(code="fines_unpaid", cites=TERMS, holds_if={"reader.owes_fines": False}),
        Requirement(
            code="too_young",
            cites=TERMS,
            holds_if={"old_enough": True},
            when={"copy.medium": "film"},
        ),
    ),
    outputs={"documents": None},
    rules=(Rule(id="renewal.once", cites=TERMS, then={"documents": (CARD,)}),),
)
RETURN = RuleSet(
    name="return",
    title="Is the loan overdue?",
    inputs=(OVERDUE,),
    deadline="overdue",
    outputs={"fine": (False, True)},
    rules=(
        Rule(id="return.in_time", cites=TERMS, when={"overdue": False}, then={"fine": False}),
        Rule(id="return.late", cites=TERMS, when={"overdue": True}, then={"fine": True}),
    ),
)
BOOK = RuleBook(
    name="library",
    version="2026-01-01",
    rule_sets=(RENEWAL, RETURN),
    parameters=(MONTHS, AGE),
    facts=Loan,
)

CASE = BOOK.case({"as_of": "2026-02-10", "copy": {"lent_on": "2026-01-31", "medium": "book"}})
DECISION = decide(CASE, BOOK)
EXPLANATION = DECISION.explain()
FINDINGS = BOOK.verify()  # none
