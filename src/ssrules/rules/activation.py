"""Where and how the card's two applications are activated (source A1 to A4)."""

from __future__ import annotations

from ssrules.rules.loss_report import A4, LOSS_REPORT, WINDOW_ELAPSED
from ssrules.rules.source import source_clause
from ssrules.tables import Clause, Document, HitPolicy, Reading, Requirement, Rule, RuleSet
from ssrules.tables.inputs import Same

A1 = source_clause(
    "A1",
    "Where is the social security card activated, 1: at the bank outlet",
    (
        "The insured person needs to bring his social security card and the original identity"
        " certificate to the corresponding bank outlet to activate the social security card, and"
        " the medical insurance account will return to normal after activation."
    ),
)
A2 = source_clause(
    "A2",
    "Where is the social security card activated, 2: in the designated hospital",
    (
        "Use the social security card to directly enable the social security function in the"
        " designated medical insurance hospital. When the insured person uses the social security"
        " card for the first time in a designated medical institution, he can directly activate"
        " the social security function by simply registering for outpatient service or"
        " hospitalization."
    ),
)
A3 = source_clause(
    "A3",
    "Where is the social security card activated, 3: in the designated pharmacy",
    (
        "When the insured uses the social security card for the first time in the designated"
        " medical insurance pharmacy, he inserts the original medical insurance card and then"
        " inserts the social security card as required to activate the social security card."
    ),
)

HOLDER = Reading(
    chosen="the holder of the card is taken to be the insured person",
    other="somebody else may act for the insured person, which is left to a locality",
)
NO_IDENTITY_DOCUMENT = Reading(
    chosen="the hospital clause asks for no identity document, so none is required",
    other="registering implies that the holder is identified",
)
MEDICAL_INSTITUTION = Reading(
    chosen='"designated medical institution" in the second sentence is the hospital of the first',
    other="any designated institution, pharmacies included",
)
FIRST_USE = Reading(
    chosen="first use at any designated institution",
    other="first use at this institution",
)
CARD_TOO = Reading(
    chosen="the clause names only the certificate; the Chinese text adds the card",
    other="the certificate alone is enough",
)

SOCIAL_SECURITY_CARD = Document.of("documents.social_security_card")
MEDICAL_INSURANCE_CARD = Document.of("documents.medical_insurance_card")
IDENTITY_ORIGINAL = Document.of("documents.identity_original")
VALID_CERTIFICATE = Document(
    code="valid_certificate",
    any_of=("documents.identity_original", "documents.other_valid_certificate"),
)

SAME_BANK = Same("the_cards_bank", facts=("card.bank", "institution.bank"))
LOSS_REPORT_STATUS = LOSS_REPORT.outcome("status")


def _card_allows(clause: Clause) -> tuple[Requirement, ...]:
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
        ),
        Requirement(
            code="due_for_loss_report",
            cites=A4,
            holds_if={"loss_report": ("not_due", "reported")},
        ),
    )


# "… bring his social security card and the original identity certificate to the corresponding
#  bank outlet …, and the medical insurance account will return to normal after activation."
AT_THE_BANK = RuleSet(
    name="activation.social_security.bank_outlet",
    title="Activate the social security application at a bank outlet",
    hit_policy=HitPolicy.UNIQUE,
    inputs=(
        "institution.kind",
        SAME_BANK,
        "card.social_security",
        LOSS_REPORT_STATUS,
    ),
    requirements=(
        Requirement(
            code="not_a_bank_outlet", cites=A1, holds_if={"institution.kind": "bank_outlet"}
        ),
        Requirement(code="not_the_cards_bank", cites=A1, holds_if={"the_cards_bank": True}),
        *_card_allows(A1),
    ),
    outputs={"documents": None, "steps": None},
    rules=(
        Rule(
            id="activation.social_security.bank_outlet",
            cites=A1,
            then={"documents": (SOCIAL_SECURITY_CARD, IDENTITY_ORIGINAL), "steps": ()},
            readings=(HOLDER,),
        ),
    ),
)
AT_THE_BANK_EFFECTS = RuleSet(
    name="activation.social_security.bank_outlet.effects",
    title="What activation at a bank outlet brings",
    part_of="activation.social_security.bank_outlet",
    hit_policy=HitPolicy.COLLECT,
    inputs=(),
    outputs={"effects": None},
    rules=(
        Rule(
            id="activation.social_security.bank_outlet.restored",
            cites=A1,
            then={"effects": ("medical_insurance_account_restored",)},
        ),
    ),
)

# "When the insured person uses the social security card for the first time in a designated medical
#  institution, he can directly activate the social security function by simply registering for
#  outpatient service or hospitalization."
IN_THE_HOSPITAL = RuleSet(
    name="activation.social_security.hospital",
    title="Activate the social security application in a hospital",
    hit_policy=HitPolicy.UNIQUE,
    inputs=(
        "institution.kind",
        "institution.designated",
        "card.used_at_designated_institution",
        "visit.registration",
        "card.social_security",
        LOSS_REPORT_STATUS,
    ),
    requirements=(
        Requirement(code="not_a_hospital", cites=A2, holds_if={"institution.kind": "hospital"}),
        Requirement(code="not_designated", cites=A2, holds_if={"institution.designated": True}),
        Requirement(
            code="not_first_use",
            cites=A2,
            holds_if={"card.used_at_designated_institution": False},
            readings=(FIRST_USE, MEDICAL_INSTITUTION),
        ),
        Requirement(
            code="not_registered",
            cites=A2,
            holds_if={"visit.registration": ("outpatient", "hospitalization")},
        ),
        *_card_allows(A2),
    ),
    outputs={"documents": None, "steps": None},
    rules=(
        Rule(
            id="activation.social_security.hospital",
            cites=A2,
            then={
                "documents": (SOCIAL_SECURITY_CARD,),
                "steps": ("register_outpatient_or_hospitalization",),
            },
            readings=(NO_IDENTITY_DOCUMENT, HOLDER),
        ),
    ),
)

# "… uses the social security card for the first time in the designated medical insurance pharmacy,
#  he inserts the original medical insurance card and then inserts the social security card …"
IN_THE_PHARMACY = RuleSet(
    name="activation.social_security.pharmacy",
    title="Activate the social security application in a pharmacy",
    hit_policy=HitPolicy.UNIQUE,
    inputs=(
        "institution.kind",
        "institution.designated",
        "card.used_at_designated_institution",
        "card.social_security",
        LOSS_REPORT_STATUS,
    ),
    requirements=(
        Requirement(code="not_a_pharmacy", cites=A3, holds_if={"institution.kind": "pharmacy"}),
        Requirement(code="not_designated", cites=A3, holds_if={"institution.designated": True}),
        Requirement(
            code="not_first_use",
            cites=A3,
            holds_if={"card.used_at_designated_institution": False},
            readings=(FIRST_USE,),
        ),
        *_card_allows(A3),
    ),
    outputs={"documents": None, "steps": None},
    rules=(
        Rule(
            id="activation.social_security.pharmacy",
            cites=A3,
            then={
                "documents": (MEDICAL_INSURANCE_CARD, SOCIAL_SECURITY_CARD),
                "steps": ("insert_medical_insurance_card", "insert_social_security_card"),
            },
            readings=(HOLDER,),
        ),
    ),
)

# "… I will bring my valid certificate to the cooperative bank outlet corresponding to the financial
#  account to activate the financial application, otherwise the social security application for the
#  card will be reported for loss."
FINANCIAL = RuleSet(
    name="activation.financial.bank_outlet",
    title="Activate the financial application at a bank outlet",
    hit_policy=HitPolicy.UNIQUE,
    inputs=("institution.kind", SAME_BANK, "card.financial"),
    requirements=(
        Requirement(
            code="not_a_bank_outlet", cites=A4, holds_if={"institution.kind": "bank_outlet"}
        ),
        Requirement(code="not_the_cards_bank", cites=A4, holds_if={"the_cards_bank": True}),
        Requirement(
            code="already_active",
            cites=A4,
            holds_if={"card.financial": ("inactive", "loss_reported")},
        ),
        Requirement(
            code="reported_for_loss",
            cites=A4,
            holds_if={"card.financial": ("inactive", "active")},
        ),
    ),
    outputs={"documents": None, "steps": None},
    rules=(
        Rule(
            id="activation.financial.bank_outlet",
            cites=A4,
            then={"documents": (SOCIAL_SECURITY_CARD, VALID_CERTIFICATE), "steps": ()},
            readings=(CARD_TOO, HOLDER),
        ),
    ),
)
FINANCIAL_EFFECTS = RuleSet(
    name="activation.financial.bank_outlet.effects",
    title="What activation of the financial application brings",
    part_of="activation.financial.bank_outlet",
    hit_policy=HitPolicy.COLLECT,
    inputs=(LOSS_REPORT_STATUS,),
    outputs={"effects": None},
    rules=(
        Rule(
            id="activation.financial.bank_outlet.averted",
            cites=A4,
            when={"loss_report": ("not_due", "due")},
            then={"effects": ("loss_report_averted",)},
        ),
        Rule(
            id="activation.financial.bank_outlet.release",
            cites=A4,
            when={"loss_report": "reported"},
            then={"effects": ("release_required",)},
        ),
    ),
)
FINANCIAL_IN_TIME = RuleSet(
    name="activation.financial.bank_outlet.in_time",
    title="Whether the financial application is activated in time",
    part_of="activation.financial.bank_outlet",
    hit_policy=HitPolicy.UNIQUE,
    inputs=(WINDOW_ELAPSED,),
    outputs={"in_time": (False, True)},
    rules=(
        Rule(
            id="activation.financial.bank_outlet.in_time",
            cites=A4,
            when={"window_elapsed": False},
            then={"in_time": True},
        ),
        Rule(
            id="activation.financial.bank_outlet.late",
            cites=A4,
            when={"window_elapsed": True},
            then={"in_time": False},
        ),
    ),
)

RULE_SETS = (
    AT_THE_BANK,
    AT_THE_BANK_EFFECTS,
    IN_THE_HOSPITAL,
    IN_THE_PHARMACY,
    FINANCIAL,
    FINANCIAL_EFFECTS,
    FINANCIAL_IN_TIME,
)
