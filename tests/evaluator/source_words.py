"""The document that the rules come from, clause by clause."""

from __future__ import annotations

SOURCE = {
    "source.A1": (
        "The insured person needs to bring his social security card and the original identity"
        " certificate to the corresponding bank outlet to activate the social security card, and"
        " the medical insurance account will return to normal after activation."
    ),
    "source.A2": (
        "Use the social security card to directly enable the social security function in the"
        " designated medical insurance hospital. When the insured person uses the social security"
        " card for the first time in a designated medical institution, he can directly activate"
        " the social security function by simply registering for outpatient service or"
        " hospitalization."
    ),
    "source.A3": (
        "When the insured uses the social security card for the first time in the designated"
        " medical insurance pharmacy, he inserts the original medical insurance card and then"
        " inserts the social security card as required to activate the social security card."
    ),
    "source.A4": (
        "Under normal circumstances, within 300 days from the date of receipt of the card, I will"
        " bring my valid certificate to the cooperative bank outlet corresponding to the financial"
        " account to activate the financial application, otherwise the social security application"
        " for the card will be reported for loss."
    ),
    "source.B1": (
        "rural residents and urban flexible employees (no work units or individual industrial and"
        " commercial households, etc.). ) Usually, the village committee, community or neighborhood"
        " committee is responsible for collecting the application materials of the insured, and"
        " handing them over to the corresponding commercial banks for batch card processing. The"
        " insured does not need to go to the bank in person. Information: Copy of ID card, recent"
        " 2-inch color photos with white background and no hat, contact number, and application"
        " for signature."
    ),
    "source.B2": (
        "Individuals go directly to the bank to apply for social security cards. Understand the"
        " corresponding undertaking bank first, and then prepare relevant information. Materials:"
        " Original and photocopy of ID card, recent 2-inch color photos with white background,"
        " fill in the application form and sign for confirmation."
    ),
    "source.B3": (
        "People with work units apply for social security cards. People with fixed jobs, whether"
        " rural residents or urban residents, do not need to go to the bank in person because the"
        " social security is withheld and remitted by the unit, but the unit handles it on their"
        " behalf, unless the unit has special regulations."
    ),
    "source.C1": (
        "Medical insurance is a kind of social security. Medical insurance is not equal to social"
        " security, but a part of social security, which is the abbreviation of medical insurance."
    ),
    "source.C2": (
        "Social security includes endowment insurance, medical insurance, industrial injury"
        " insurance, unemployment insurance and maternity insurance."
    ),
    "source.C3": (
        "Social insurance includes endowment insurance, medical insurance, unemployment insurance,"
        " disability insurance, maternity insurance and sickness insurance."
    ),
    "source.C4": (
        "Medical insurance is insurance to compensate medical expenses caused by diseases. Social"
        " insurance in which employees are provided with necessary medical services or material"
        " assistance by society or enterprises due to illness, injury or childbirth. For example,"
        " free medical care and labor insurance medical care in China. In the future, the medical"
        " expenses of employees in China will be shared by the state, units and individuals to"
        " reduce the burden on enterprises and avoid waste."
    ),
    "source.D1": (
        "employers and individuals in People's Republic of China (PRC) pay social insurance"
        " premiums according to law"
    ),
    "source.D2": (
        "and have the right to inquire about payment records and personal rights and interests"
        " records"
    ),
    "source.D3": (
        "and require social insurance agencies to provide social insurance consultation and other"
        " related services"
    ),
    "source.D4": ("Individuals enjoy social insurance benefits according to law"),
    "source.D5": ("and have the right to supervise the payment of their own units"),
}
