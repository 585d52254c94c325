"""Decisions, cases, rule sets and clauses as renderables of rich, for a terminal or a notebook.

Everything here is made for a reader who knows the subject and not the codes. It needs the extra
`cli`.
"""

from __future__ import annotations

from ssrules.display.decisions import decision, part
from ssrules.display.facts import facts, story
from ssrules.display.findings import findings
from ssrules.display.rules import clause, rule_set, rule_sets

__all__ = ["clause", "decision", "facts", "findings", "part", "rule_set", "rule_sets", "story"]
