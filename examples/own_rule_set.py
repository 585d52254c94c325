"""A rule set of one's own: a (made-up) pharmacy delivers to some holders of an active card."""

from __future__ import annotations

import datetime

from ssrules import Case, RuleBook, decide
from ssrules.tables import AtLeast, Clause, Parameter, Requirement, Rule, RuleSet

TERMS = Clause(
    id="pharmacy_terms.3",
    title="Terms of delivery, 3",
    words="We deliver to active cardholders of 70 and over, and to those who come out of hospital.",
    language="en",
    version=datetime.date(2026, 1, 1),
)
AGE = Parameter(
    name="delivery_age", title="age from which we deliver", unit="years", default=70, cites=TERMS
)
OLD_ENOUGH = AtLeast("old_enough", fact="person.age", parameter="delivery_age")
DELIVERY = RuleSet(
    name="delivery",
    title="Delivery to the home",
    hit_policy="ANY",
    inputs=(OLD_ENOUGH, "visit.registration", "card.social_security"),
    requirements=(
        Requirement(code="card_inactive", cites=TERMS, holds_if={"card.social_security": "active"}),
    ),
    outputs={"delivered": (False, True)},
    rules=(
        Rule(id="delivery.age", cites=TERMS, when={"old_enough": True}, then={"delivered": True}),
        Rule(
            id="delivery.hospital",
            cites=TERMS,
            when={"visit.registration": "hospitalization"},
            then={"delivered": True},
        ),
        Rule(
            id="delivery.none",
            cites=TERMS,
            when={"old_enough": False, "visit.registration": ("outpatient", "none")},
            then={"delivered": False},
        ),
    ),
)
BOOK = RuleBook.default().with_rule_sets(DELIVERY, parameters=(AGE,))

CASE = Case.from_dict({"as_of": "2026-11-22", "card": {"social_security": "active"}})
DECISION = decide(CASE, BOOK)
(DELIVERED,) = DECISION.further  # undetermined: it needs person.age and visit.registration
EXPLANATION = DECISION.explain()
FINDINGS = BOOK.verify()  # none: no gap, no contradiction, no rule that can never apply
