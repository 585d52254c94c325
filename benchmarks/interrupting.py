"""`python -m benchmarks.interrupting`: exceptions at any moment, and right answers ever after.

A timer's signal raises an exception wherever the library happens to be: while a book is made,
decides, explains, is verified. What it remembers has to stay right, and memory may not grow. The
exit status is 0 if every answer was the one that is given undisturbed.
"""

from __future__ import annotations

import argparse
import random
import resource
import signal
import sys
from collections import Counter
from types import FrameType
from typing import NoReturn

from ssrules import Case, RuleBook, decide
from ssrules.engines import Engine, default_engine
from ssrules.engines.python import PythonEngine

CASES = tuple(
    Case.from_dict({"as_of": "2026-11-22", "person": {"age": age}, "visit": {"cause": cause}})
    for age in (3, 41, 70)
    for cause in ("illness", "none")
)
CHECKED_EVERY = 50
LONGEST = 0.02
"""Seconds after which an exception comes at the latest."""


class Interrupted(BaseException):  # as KeyboardInterrupt, which it stands for
    """Comes from a signal, between any two instructions."""


def _interrupt(_: int, __: FrameType | None) -> NoReturn:
    raise Interrupted


def use(book: RuleBook, rng: random.Random) -> None:
    """One thing that a book does, a new book now and then."""
    case = CASES[rng.randrange(len(CASES))]
    kind = rng.randrange(4)
    if kind == 0:
        case, book = CASES[0], RuleBook.default().with_engine(book.engine or default_engine())
    decision = decide(case, book)
    if kind == 1:
        str(decision.explain())
    elif kind == 2:
        str(decision.questions())
    elif kind == 3:
        str(book.with_parameters(activation_window_days=rng.randrange(400)).verify())


def interrupted(engine: Engine, times: int, rng: random.Random) -> Counter[str]:
    """Interrupt the use of a book so many times, and tell what came out."""
    right = [decide(each).to_dict() for each in CASES]
    book = RuleBook.default().with_engine(engine)
    found: Counter[str] = Counter()
    while found["interrupted"] < times:
        try:
            signal.setitimer(signal.ITIMER_REAL, rng.uniform(0.00001, LONGEST))
            while True:
                use(book, rng)
        except Interrupted:
            found["interrupted"] += 1
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        if found["interrupted"] % CHECKED_EVERY == 0:
            same = [decide(each, book).to_dict() for each in CASES] == right
            found["right ever after" if same else "wrong"] += 1
    return found


def main() -> int:
    """Interrupt both engines, and tell what came out and how memory grew."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.interrupting", description=__doc__)
    parser.add_argument("--times", type=int, default=8000, help="how often each engine (8000)")
    parser.add_argument("--seed", type=int, default=1, help="of the moments (1)")
    asked = parser.parse_args()
    signal.signal(signal.SIGALRM, _interrupt)
    wrong = 0
    for engine in dict.fromkeys((PythonEngine(), default_engine())):
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        found = interrupted(engine, asked.times, random.Random(asked.seed))
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{engine.name}: {dict(found)}; {before} MB before, {after} MB after", flush=True)
        wrong += found["wrong"]
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
