"""Other ways to run at the same time than threads: each decides as a single process does."""

from __future__ import annotations

import json
import multiprocessing
import subprocess
import sys
from pathlib import Path

import pytest

import ssrules

SOURCE = Path(ssrules.__file__).parent.parent

POOL = """
import concurrent.futures, json, multiprocessing, sys, warnings
sys.path.insert(0, sys.argv[1])
warnings.simplefilter("ignore", DeprecationWarning)  # pools that fork start a thread before it
import ssrules

CASES = [{"as_of": "2026-11-22", "person": {"age": age}} for age in range(0, 100, 7)]

def decided(mapping):
    return ssrules.decide(ssrules.Case.from_dict(mapping)).to_dict()

def with_book(pair):
    case, book = pair
    decision = ssrules.decide(case, book)
    return decision.to_dict(), str(decision.explain())

if __name__ == "__main__":
    book = ssrules.RuleBook.default().with_parameters(activation_window_days=10).prepare()
    cases = [*map(ssrules.Case.from_dict, CASES)]
    if sys.argv[2] == "interpreters":
        pool = concurrent.futures.InterpreterPoolExecutor(2)
    else:
        context = multiprocessing.get_context(sys.argv[2])
        pool = concurrent.futures.ProcessPoolExecutor(2, mp_context=context)
    with pool:
        first = [*pool.map(decided, CASES)] == [*map(decided, CASES)]
        pairs = [(case, book) for case in cases]
        second = [*pool.map(with_book, pairs)] == [*map(with_book, pairs)]
        decisions = [*pool.map(ssrules.decide, cases)] == [*map(ssrules.decide, cases)]
    print(json.dumps([first, second, decisions]))
"""


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_a_pool_of_processes_decides_as_its_parent(method: str, tmp_path: Path) -> None:
    """Cases, rule books and decisions go from process to process, however those are started."""
    assert _run(POOL, tmp_path, method) == [True, True, True]


@pytest.mark.skipif(sys.version_info < (3, 14), reason="pools of interpreters came with 3.14")
def test_a_pool_of_interpreters_decides_as_its_parent(tmp_path: Path) -> None:
    """So do interpreters of one process, each with a lock of its own."""
    assert _run(POOL, tmp_path, "interpreters") == [True, True, True]


LOOP = """
import asyncio, json, sys
sys.path.insert(0, sys.argv[1])
import ssrules

ssrules.RuleBook.default().prepare()
CASES = [ssrules.Case.from_dict({"as_of": "2026-11-22", "person": {"age": n}}) for n in range(20)]

async def main():
    async def here(case):
        await asyncio.sleep(0)
        return ssrules.decide(case)
    one = await asyncio.gather(*map(here, CASES))
    two = await asyncio.gather(*(asyncio.to_thread(ssrules.decide, case) for case in CASES))
    return one == two == [*map(ssrules.decide, CASES)]

print(json.dumps(asyncio.run(main())))
"""


def test_a_loop_decides_in_coroutines_and_beside_itself(tmp_path: Path) -> None:
    """In a coroutine, and in the threads of the loop, the answers are the same."""
    assert _run(LOOP, tmp_path) is True


def _run(program: str, folder: Path, *arguments: str) -> object:
    """What a program says as JSON: a file, since a spawned process reads it again."""
    file = folder / "program.py"
    file.write_text(program, "utf-8")
    done = subprocess.run(  # this interpreter and the programs above
        [sys.executable, str(file), str(SOURCE), *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.stderr == ""
    return json.loads(done.stdout)
