"""Decision tables as data: what rules are written with, and the books that they stand in.

The terms are those of DMN: a rule set is a decision table with inputs, rules (its rows), outputs
and a hit policy. Nothing here decides anything.
"""

from ssrules.records.text import Text
from ssrules.tables.clauses import Certainty, Clause, Reading
from ssrules.tables.documents import Document
from ssrules.tables.inputs import (
    NO_YES,
    AsOf,
    AtLeast,
    Between,
    FactInput,
    Input,
    LongerAgoThan,
    OutcomeOf,
    Same,
    Value,
)
from ssrules.tables.parameters import Parameter
from ssrules.tables.rows import Requirement, Rule
from ssrules.tables.rule_sets import HitPolicy, RuleSet
from ssrules.tables.statutes import Statute

__all__ = [
    "NO_YES",
    "AsOf",
    "AtLeast",
    "Between",
    "Certainty",
    "Clause",
    "Document",
    "FactInput",
    "HitPolicy",
    "Input",
    "LongerAgoThan",
    "OutcomeOf",
    "Parameter",
    "Reading",
    "Requirement",
    "Rule",
    "RuleSet",
    "Same",
    "Statute",
    "Text",
    "Value",
]
