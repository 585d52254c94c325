"""English words for asking: what a fact means, its question, and how it may be changed."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # what each fact means
    "meaning:as_of": "the day the decision is made for",
    "meaning:person.residence": "the person's registered residence, rural or urban",
    "meaning:person.employment": (
        "how the person works: an employee or a civil servant (also one managed as such) has a work"
        " unit; a part-time worker is not insured through the unit; a flexible worker may work"
        " through a platform; the self-employed have no employees; the retired have reached"
        " retirement age under the employees' schemes, pension drawn or not; a pensioner of the"
        " residents' scheme is not working"
    ),
    "meaning:person.unit_requires_self_application": (
        "the work unit's special regulations: the employee must apply in person"
    ),
    "meaning:person.age": "the person's age in full years on the day of the decision",
    "meaning:person.medical_years_met": (
        "a retired person has paid medical premiums for the years that the state requires"
    ),
    "meaning:person.endowment_years_met": (
        "a retired person has paid endowment premiums for the years that a monthly pension needs"
    ),
    "meaning:person.within_a_year_of_retirement": (
        "less than a year is left to the person's statutory retirement age"
    ),
    "meaning:card.received_on": "the day the holder received the card",
    "meaning:card.bank": (
        "identifier of the cooperating bank that holds the card's financial account"
    ),
    "meaning:card.social_security": "the state of the card's social security application",
    "meaning:card.financial": "the state of the card's financial (bank) application",
    "meaning:card.used_at_designated_institution": (
        "the card was already used at some designated institution"
    ),
    "meaning:institution.kind": (
        "where the holder is; a hospital is any medical institution that registers outpatients or"
        " inpatients; a social security office, a community centre, the workplace and online"
        " service are for localities only"
    ),
    "meaning:institution.designated": "the institution is designated for medical insurance",
    "meaning:institution.bank": "identifier of the bank that the outlet belongs to",
    "meaning:visit.by": "who comes: the holder, a guardian or an agent",
    "meaning:visit.registration": "what the holder registered for",
    "meaning:visit.cause": "why care is needed",
    "meaning:documents.social_security_card": "the new social security card is at hand",
    "meaning:documents.identity_original": (
        "the holder's original resident identity card is at hand"
    ),
    "meaning:documents.identity_copy": (
        "a copy of the identity card is at hand; it never stands in for the original"
    ),
    "meaning:documents.other_valid_certificate": (
        "another valid certificate of the holder is at hand: a passport, the household register"
        " under 16 or the like"
    ),
    "meaning:documents.medical_insurance_card": (
        "the old medical insurance card is at hand, the original"
    ),
    "meaning:documents.representative_identity_original": (
        "the original identity card of the guardian or agent is at hand"
    ),
    "meaning:documents.power_of_attorney": (
        "the holder's written authority for the agent is at hand"
    ),
    "meaning:documents.proof_of_guardianship": (
        "a household register, birth certificate or the like that shows the guardianship is at hand"
    ),
    "meaning:documents.contact_number": "a telephone number to be reached at is given",
    "meaning:documents.signed_application_form": "the application form is filled in and signed",
    "meaning:documents.photo.presented": "a photo is at hand",
    "meaning:documents.photo.two_inch": "the photo is a two-inch photo",
    "meaning:documents.photo.colour": "the photo is in colour",
    "meaning:documents.photo.white_background": "the photo's background is white",
    "meaning:documents.photo.bareheaded": "the person on the photo wears no hat",
    "meaning:documents.photo.recent": "the photo is recent",
    # the question that asks for it
    "ask:as_of": "For which day is the decision to be made?",
    "ask:person.residence": "Is the person registered as a rural or as an urban resident?",
    "ask:person.employment": "Which of these describes how the person works?",
    "ask:person.unit_requires_self_application": (
        "Does the work unit want its employees to apply for the card themselves?"
    ),
    "ask:person.age": "How old is the person, in full years?",
    "ask:person.medical_years_met": (
        "Has the retired person paid medical premiums for the years that the state requires?"
    ),
    "ask:person.endowment_years_met": (
        "Has the retired person paid endowment premiums for the years that a monthly pension needs?"
    ),
    "ask:person.within_a_year_of_retirement": (
        "Is less than a year left to the person's statutory retirement age?"
    ),
    "ask:card.received_on": "On which day did the holder receive the card?",
    "ask:card.bank": "Which cooperating bank holds the card's financial account?",
    "ask:card.social_security": (
        "Has the card's social security application been activated, or reported for loss?"
    ),
    "ask:card.financial": (
        "Has the card's financial (bank) application been activated, or reported for loss?"
    ),
    "ask:card.used_at_designated_institution": (
        "Has the card already been used at a designated hospital or pharmacy?"
    ),
    "ask:institution.kind": "What kind of place is this?",
    "ask:institution.designated": "Is this institution designated for medical insurance?",
    "ask:institution.bank": "Which bank does this outlet belong to?",
    "ask:visit.by": "Who has come: the holder, a guardian or an agent?",
    "ask:visit.registration": (
        "Has the holder registered for outpatient service, for hospitalization or for neither?"
    ),
    "ask:visit.cause": "Is care needed for illness, injury or childbirth, or for none of these?",
    "ask:documents.social_security_card": "Do you have the social security card with you?",
    "ask:documents.identity_original": "Do you have the holder's original identity card with you?",
    "ask:documents.identity_copy": "Do you have a copy of the identity card with you?",
    "ask:documents.other_valid_certificate": (
        "Do you have another valid certificate of the holder with you, such as a passport?"
    ),
    "ask:documents.medical_insurance_card": "Do you have the old medical insurance card with you?",
    "ask:documents.representative_identity_original": (
        "Do you have the original identity card of the guardian or agent with you?"
    ),
    "ask:documents.power_of_attorney": (
        "Do you have the holder's written authority for the agent with you?"
    ),
    "ask:documents.proof_of_guardianship": (
        "Do you have proof of the guardianship with you, such as the household register?"
    ),
    "ask:documents.contact_number": "Have you given a contact number?",
    "ask:documents.signed_application_form": "Have you filled in and signed the application form?",
    "ask:documents.photo.presented": "Do you have a photo with you?",
    "ask:documents.photo.two_inch": "Is it a two-inch photo?",
    "ask:documents.photo.colour": "Is the photo in colour?",
    "ask:documents.photo.white_background": "Does the photo have a white background?",
    "ask:documents.photo.bareheaded": "Is the person on the photo without a hat?",
    "ask:documents.photo.recent": "Is the photo recent?",
    # the question that asks for what several facts tell together
    "ask:window_elapsed": "Is the time for activating the financial application over?",
    "ask:the_cards_bank": "Is this an outlet of the card's bank?",
    # how the holder may change it, or why nobody can
    "fixed:as_of": "the day of the decision is given",
    "fixed:person.residence": "a household is not registered elsewhere at will",
    "fixed:person.employment": "nobody takes up or gives up work for this",
    "fixed:person.unit_requires_self_application": "the work unit says so, not the person",
    "fixed:person.age": "nobody chooses an age",
    "fixed:person.medical_years_met": "the years are counted from what was paid",
    "fixed:person.endowment_years_met": "the years are counted from what was paid",
    "fixed:person.within_a_year_of_retirement": "the retirement age is set by law",
    "fixed:card.received_on": "the card was received when it was",
    "fixed:card.bank": "the card's bank is what it is",
    "how:card.social_security": "apply for release at the designated office",
    "how:card.financial": "activate the financial application at the card's bank",
    "fixed:card.used_at_designated_institution": "what was done is not undone",
    "how:institution.kind": "go to another place",
    "how:institution.designated": "go to another place",
    "how:institution.bank": "go to an outlet of the card's bank",
    "how:visit.by": "come in person, or send a guardian or an agent",
    "how:visit.registration": "register, or take the registration back",
    "fixed:visit.cause": "nobody chooses an illness, an injury or a birth",
    "how:documents.social_security_card": "bring the social security card",
    "how:documents.identity_original": "bring the original identity card",
    "how:documents.identity_copy": "bring a copy of the identity card",
    "how:documents.other_valid_certificate": "bring another valid certificate",
    "how:documents.medical_insurance_card": "bring the old medical insurance card",
    "how:documents.representative_identity_original": (
        "bring the original identity card of the guardian or agent"
    ),
    "how:documents.power_of_attorney": "bring the holder's written authority",
    "how:documents.proof_of_guardianship": "bring proof of the guardianship",
    "how:documents.contact_number": "give a contact number",
    "how:documents.signed_application_form": "fill in the application form and sign it",
    "how:documents.photo.presented": "bring a photo",
    "how:documents.photo.two_inch": "bring a two-inch photo",
    "how:documents.photo.colour": "bring a photo in colour",
    "how:documents.photo.white_background": "bring a photo with a white background",
    "how:documents.photo.bareheaded": "bring a photo on which the person wears no hat",
    "how:documents.photo.recent": "bring a recent photo",
}
