"""Which facts a holder can change at will, into what and how; and why the others cannot be.

The two tables are data; between them they name every fact.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ssrules.facts import FACTS, ApplicationState, InstitutionKind, Registration
from ssrules.records.frozen import FrozenDict

Moves = Mapping[object, tuple[Any, ...]]
"""For each value that a fact may have now the values it can be given."""


def _frozen(moves: Moves) -> Moves:
    return FrozenDict(moves)


@attrs.frozen
class Means:
    """How a fact is changed.

    `moves` holds for each value that the fact may have now the values it can be given; None stands
    for any value it may have, a known one or not. A fact that is unknown can be given only what it
    can be given whatever it is.
    """

    how: str
    moves: Moves = attrs.field(converter=_frozen)

    def reaches(self, now: object, to: object) -> bool:
        """Whether the value can be made out of the one there is now."""
        return to in self.moves.get(None, ()) or (now is not None and to in self.moves.get(now, ()))


def _any(*values: object) -> Moves:
    return {None: values}


BRING = "bring it"
PHOTO = "bring another photo"

CHANGEABLE: Mapping[str, Means] = FrozenDict(
    {
        # A social security application that is active stays so; what an unknown one is, is not
        # for the holder to say. After its release the application is to be activated anew.
        "card.social_security": Means(
            "apply for release at the designated office",
            {ApplicationState.LOSS_REPORTED: (ApplicationState.INACTIVE,)},
        ),
        "card.financial": Means(
            "activate the financial application at the card's bank", _any(ApplicationState.ACTIVE)
        ),
        "institution.kind": Means("go to another place", _any(*InstitutionKind)),
        "institution.designated": Means("go to another place", _any(True, False)),
        # its values are names: see `least_change.targets`
        "institution.bank": Means("go to an outlet of the card's bank", {}),
        "visit.registration": Means("register, or take the registration back", _any(*Registration)),
        **{
            fact.path: Means(PHOTO if ".photo." in fact.path else BRING, _any(True))
            for fact in FACTS
            if fact.path.startswith("documents.")
        },
    }
)

UNCHANGEABLE: Mapping[str, str] = FrozenDict(
    {
        "as_of": "the day of the decision is given",
        "person.residence": "a household is not registered elsewhere at will",
        "person.employment": "nobody takes up or gives up work for this",
        "person.unit_requires_self_application": "the work unit says so, not the person",
        "person.age": "nobody chooses an age",
        "person.medical_years_met": "the years are counted from what was paid",
        "card.received_on": "the card was received when it was",
        "card.bank": "the card's bank is what it is",
        "card.used_at_designated_institution": "what was done is not undone",
        "visit.cause": "nobody chooses an illness, an injury or a birth",
    }
)
