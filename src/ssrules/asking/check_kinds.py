"""What is checked of a part of a decision, and the states that a check may have."""

from __future__ import annotations

from ssrules.records.kinds import FactEnum


class CheckState(FactEnum):
    """Whether something that is asked for holds, whatever the unknown facts turn out to be."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "unknown"


class CheckKind(FactEnum):
    """What is checked: a requirement, a rule, or that a document is at hand."""

    REQUIREMENT = "requirement"
    RULE = "rule"
    DOCUMENT = "document"


TONES = {"holds": "good", "fails": "bad", "unknown": "open"}
"""The tone of each state of a check."""
