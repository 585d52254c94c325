"""What the ways of activation share: documents, requirements, an effect, readings."""

from __future__ import annotations

from ssrules.rules.source import A4
from ssrules.tables import Clause, Document, Reading, Requirement, Rule, Same, Text

HOLDER = Reading(
    chosen=Text(
        "the holder of the card is taken to be the insured person",
        zh="持卡人视为参保人本人",
    ),
    other=Text("the two may be different persons", zh="二者可以不是同一人"),
)
OVERDUE_IS_CURED = Reading(
    chosen=Text(
        "an overdue card is not refused before it is reported for loss: activation is its cure",
        zh="逾期但尚未挂失的卡不予拒绝：启用正是补救办法",
    ),
    other=Text(
        "from the day on which the loss report is due nothing can be activated",
        zh="自应予挂失之日起，不能再启用",
    ),
)
FIRST_USE = Reading(
    chosen=Text("first use at any designated institution", zh="在任何定点机构首次使用"),
    other=Text("first use at this institution", zh="在本机构首次使用"),
)

SOCIAL_SECURITY_CARD = Document.of("documents.social_security_card")
IDENTITY_ORIGINAL = Document.of("documents.identity_original")
VALID_CERTIFICATE = Document(
    code="valid_certificate",
    any_of=("documents.identity_original", "documents.other_valid_certificate"),
)

SAME_BANK = Same("the_cards_bank", facts=("card.bank", "institution.bank"))


def at_the_cards_bank(clause: Clause) -> tuple[Requirement, ...]:
    """Where the card is taken: "… to the corresponding bank outlet …"."""
    return (
        Requirement(
            code="not_a_bank_outlet", cites=clause, holds_if={"institution.kind": "bank_outlet"}
        ),
        Requirement(code="not_the_cards_bank", cites=clause, holds_if={"the_cards_bank": True}),
    )


def card_allows(clause: Clause) -> tuple[Requirement, ...]:
    """What the card itself must fulfil for its social security application to be activated."""
    return (
        Requirement(
            code="already_active",
            cites=clause,
            holds_if={"card.social_security": ("inactive", "loss_reported")},
        ),
        Requirement(
            code="reported_for_loss",
            cites=(clause, A4),
            holds_if={"card.social_security": ("inactive", "active")},
            readings=(OVERDUE_IS_CURED,),
        ),
    )


def still_due(option: str) -> Rule:
    """What stays as it is: only financial activation stops the loss report."""
    return Rule(
        id=f"{option}.still_due",
        cites=A4,
        when={"loss_report": "due"},
        then={"effects": ("loss_report_still_due",)},
        readings=(OVERDUE_IS_CURED,),
    )
