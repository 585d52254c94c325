"""English words for what a rule book tells of itself, and for the names of its answers."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # parameters and their units
    "parameter:activation_window_days": (
        "days in which the financial application is to be activated"
    ),
    "parameter:receipt_day_counts": "the day of receipt is day 1 of the window, not day 0",
    "parameter:endowment_minimum_age": "age from which a resident may join endowment insurance",
    "parameter:residents_pension_age": "age from which a resident draws a pension",
    "unit:days": "days",
    "unit:days=1": "day",
    "unit:months": "months",
    "unit:months=1": "month",
    "unit:years": "years",
    "unit:years=1": "year",
    "unit:endowment_minimum_age": "years of age",
    "unit:endowment_minimum_age=1": "year of age",
    "unit:residents_pension_age": "years of age",
    "unit:residents_pension_age=1": "year of age",
    # what a part tells
    "output:status": "status",
    "output:function": "application of the card",
    "output:channel": "place of activation",
    "output:deadline": "last day",
    "output:days_left": "days left",
    "output:due_from": "due from",
    "output:release_steps": "steps to its release",
    "output:required_documents": "documents required",
    "output:missing_documents": "documents missing",
    "output:unconfirmed_documents": "documents to be checked",
    "output:documents": "documents",
    "output:steps": "steps",
    "output:effects": "effects",
    "output:in_time": "in time",
    "output:route": "way of applying",
    "output:in_person": "in person",
    "output:open_routes": "ways that are open",
    "output:participation": "participation",
    "output:scheme": "scheme",
    "output:payers": "paid by",
    "output:collected_with": "collected with",
    "output:remitted_by": "paid in by",
    "output:listed_in": "named by",
    "output:forms": "forms",
    "output:provided_by": "provided by",
    "output:funded_by": "funded by",
    "output:succeeds": "takes the place of",
    "output:individual": "the person",
    "output:unit": "the work unit",
    "output:because": "reasons",
    "output:clauses": "clauses",
    "output:needs": "facts to be asked",
    "output:next_change": "next change",
    # classifications, types of insurance, and the nine branches as the convention calls them
    "classification:cn_statutory": "the five types of the Social Insurance Law, Article 2",
    "classification:source_six": "the six types of the source document",
    "classification:ilo_c102": "the nine branches of ILO Convention 102",
    "type:endowment": "endowment (pension) insurance",
    "type:medical": "medical insurance",
    "type:work_injury": "work injury insurance",
    "type:unemployment": "unemployment insurance",
    "type:maternity": "maternity insurance",
    "type:disability": "disability insurance",
    "type:sickness": "sickness insurance",
    "type:family": "family benefit",
    "type:survivors": "survivors' benefit",
    "branch:medical": "medical care",
    "branch:sickness": "sickness benefit",
    "branch:unemployment": "unemployment benefit",
    "branch:endowment": "old-age benefit",
    "branch:work_injury": "employment injury benefit",
    "branch:family": "family benefit",
    "branch:maternity": "maternity benefit",
    "branch:disability": "invalidity benefit",
    "branch:survivors": "survivors' benefit",
    # rule sets
    "rule_set:loss_report": "Loss report of the social security application",
    "rule_set:loss_report.release_steps": (
        "What the holder does to use the social security application again"
    ),
    "rule_set:activation.social_security.bank_outlet": (
        "Activate the social security application at a bank outlet"
    ),
    "rule_set:activation.social_security.bank_outlet.effects": (
        "What activation at a bank outlet brings"
    ),
    "rule_set:activation.social_security.hospital": (
        "Activate the social security application in a hospital"
    ),
    "rule_set:activation.social_security.hospital.effects": "What activation in a hospital brings",
    "rule_set:activation.social_security.pharmacy": (
        "Activate the social security application in a pharmacy"
    ),
    "rule_set:activation.social_security.pharmacy.effects": "What activation in a pharmacy brings",
    "rule_set:activation.financial.bank_outlet": (
        "Activate the financial application at a bank outlet"
    ),
    "rule_set:activation.financial.bank_outlet.effects": (
        "What activation of the financial application brings"
    ),
    "rule_set:activation.financial.bank_outlet.in_time": (
        "Whether the financial application is activated in time"
    ),
    "rule_set:application": "How to apply for the card",
    "rule_set:application.materials": "What each way of applying asks of the person",
    "rule_set:insurance.endowment": "Endowment insurance",
    "rule_set:insurance.medical": "Medical insurance",
    "rule_set:insurance.work_injury": "Work injury insurance",
    "rule_set:insurance.unemployment": "Unemployment insurance",
    "rule_set:insurance.maternity": "Maternity insurance",
    "rule_set:medical_benefit": "Medical benefit of employees",
    "rule_set:rights": "Rights and duties",
    "hit_policy:UNIQUE": "exactly one row applies",
    "hit_policy:ANY": "one row or more apply, and agree",
    "hit_policy:COLLECT": "any number of rows apply, and lists are joined",
    # what is wrong with a rule book, and what becomes of an answer
    "finding:gap": "gap",
    "finding:conflict": "conflict",
    "finding:unreachable": "unreachable",
    "finding:redundant": "redundant",
    "finding:idle_input": "idle input",
    "finding:citation_missing": "citation without words",
    "finding:citation_ambiguous": "ambiguous citation",
    "finding:citation_out_of_force": "citation out of force",
    "finding:certainty": "unsure citation",
    "finding:worked_case": "worked case",
    "answered:open": "open",
    "answered:faulty": "faulty",
    "replay:other_rule_book": "another rule book",
    "replay:other_answer": "another answer",
    "replay:facts_left_out": "facts left out",
    "replay:unknown_rule_book": "unknown rule book",
    "replay:unreadable": "unreadable",
    # how sure a quotation is, and the languages
    "certainty:compared": "compared letter by letter with a collection of statutes",
    "certainty:confirmed": "found alike in several public copies, the original page not seen",
    "certainty:single_copy": "found in one public copy only",
    "certainty:summary": "a summary, not the words themselves",
    "certainty:from_memory": "from memory, not checked",
    "found:own_page": "on a page of the body that issued it",
    "found:press": "as a newspaper or portal tells it",
    "found:repost": "a copy, the page of the body not seen",
    "language:en": "English",
    "language:zh": "Chinese",
}
