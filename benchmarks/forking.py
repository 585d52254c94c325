"""`python -m benchmarks.forking`: forks a process again and again in the midst of its first use.

New processes use the library for the first time in several threads, and meanwhile fork. Each child
uses it too, from beginning to end, and is killed if that takes it too long. The exit status is 0
if every child ended, with the right answers.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter

from benchmarks.processes import environment

PROGRAM = """
import json, os, signal, sys, threading, time, warnings
warnings.simplefilter("ignore", DeprecationWarning)  # forking beside threads is what is tried here
import ssrules

FORKS, PAUSE, LIMIT = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])

def decided():
    case = ssrules.Case.from_dict({"as_of": "2026-11-22", "person": {"employment": "employee"}})
    decision = ssrules.decide(case)
    return decision.rights.status == "determined" and decision

def asked():
    decision = decided()
    return bool(
        str(decision.explain())
        and str(decision.why_not("activation.financial.bank_outlet"))
        and str(decision.questions())
        and str(decision.least_change("activation.financial.bank_outlet"))
    )

def refused():
    try:
        ssrules.Case.from_dict({"as_off": 1, "person": {"employment": "employe"}})
    except ssrules.FactError as error:
        return "employee" in str(error)

def read_back():
    decision = decided()
    return ssrules.Decision.from_json(decision.to_json()) == decision

def changed():
    try:
        ssrules.RuleBook.from_toml("\\n[parameter]\\nactivation_window_days = 3\\n")
    except ssrules.SsrulesError as error:
        return "parameter" in str(error)

def named():
    return all(getattr(ssrules, name) for name in ssrules.__all__)

USES = (decided, asked, refused, read_back, changed, named)

def in_child():
    signal.alarm(LIMIT)
    os._exit(0 if all(use() for use in USES) else 1)

def in_turn(first):
    for use in USES[first:] + USES[:first]:
        use()

threads = [threading.Thread(target=in_turn, args=(n,)) for n in range(len(USES))]
for thread in threads:
    thread.start()
children = []
for _ in range(FORKS):
    time.sleep(PAUSE)
    child = os.fork()
    if child == 0:
        in_child()
    children.append(child)
statuses = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
for thread in threads:
    thread.join()
print(json.dumps(statuses))
"""


def main() -> int:
    """Fork as often as is asked for, and tell how many children ended well."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.forking", description=__doc__)
    parser.add_argument("--forks", type=int, default=300, help="how many in all (300)")
    parser.add_argument("--each", type=int, default=10, help="how many in one process (10)")
    parser.add_argument("--limit", type=int, default=120, help="seconds that a child may take")
    asked = parser.parse_args()
    ended: Counter[int] = Counter()
    with environment() as variables:
        for number in range(-(-asked.forks // asked.each)):
            pause = 0.001 * 2 ** (number % 7)  # 1 ms to 64 ms between two forks
            done = subprocess.run(
                [sys.executable, "-c", PROGRAM, str(asked.each), str(pause), str(asked.limit)],
                check=True,
                stdout=subprocess.PIPE,
                env=variables,
            )
            ended.update(json.loads(done.stdout))
    forks = ended.total()
    print(f"{ended[0]} of {forks} forks ended with the right answers: {dict(ended)}")
    return 0 if ended[0] == forks else 1


if __name__ == "__main__":
    sys.exit(main())
