"""The independent evaluator: decisions by brute force over all completions.

It is written from the words of the contract and shares no code with the library. A file tells one
section of the decision as the contract's tables do; unknown facts are settled by their definition,
by trying every value. Only valid cases are accepted.
"""

from tests.evaluator.completions import completions
from tests.evaluator.decide import decide, decide_on, evaluate
from tests.evaluator.facts import known_facts
from tests.evaluator.judging import judge
from tests.evaluator.parts import PARTS
from tests.evaluator.terms import Outcome, Parameters, Part, Verdict

__all__ = [
    "PARTS",
    "Outcome",
    "Parameters",
    "Part",
    "Verdict",
    "completions",
    "decide",
    "decide_on",
    "evaluate",
    "judge",
    "known_facts",
]
