"""Threads and forks: who else decides at the same time makes no difference."""

from __future__ import annotations

import multiprocessing
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssrules import Case, RuleBook, decide
from ssrules.engines import Engine, default_engine
from ssrules.engines.python import PythonEngine
from ssrules.strategies import cases

THREADS = 8
CASES = 24
NO_FORK = "fork" not in multiprocessing.get_all_start_methods()


@pytest.fixture
def eager_switching() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def fresh(engine: Engine) -> RuleBook:
    """A book that has learned nothing yet."""
    return RuleBook.default().with_engine(engine)


def texts(some: list[Case], rules: RuleBook) -> list[str]:
    """What a book decides on each case."""
    return [decide(case, rules).to_json() for case in some]


@pytest.mark.usefixtures("eager_switching")
@pytest.mark.parametrize("make", [default_engine, PythonEngine])
def test_eight_threads_decide_as_one(make: Callable[[], Engine]) -> None:
    """From the first case on, when all of them learn at once, each thread gets every answer."""

    @settings(max_examples=3)
    @given(st.lists(cases(), min_size=CASES, max_size=CASES))
    def holds(some: list[Case]) -> None:
        expected = texts(some, fresh(make()))
        shared = fresh(make())
        start = threading.Barrier(THREADS)

        def ask(thread: int) -> list[str]:
            start.wait()
            turned = some[thread:] + some[:thread]
            found = texts(turned, shared)
            return found[len(some) - thread :] + found[: len(some) - thread]

        with ThreadPoolExecutor(THREADS) as pool:
            assert list(pool.map(ask, range(THREADS))) == [expected] * THREADS

    holds()


def test_deciding_starts_no_thread() -> None:
    """The library leaves no thread behind, whichever engine decides."""
    before = threading.enumerate()
    for engine in (default_engine(), PythonEngine()):
        decide(Case.from_dict({"as_of": "2026-11-22"}), fresh(engine))
    assert threading.enumerate() == before


@pytest.mark.skipif(NO_FORK, reason="this system cannot fork")
def test_a_forked_process_decides_as_its_parent() -> None:
    """What was learned before a fork serves after it, and what was not is learned there."""

    @settings(max_examples=2)
    @given(st.lists(cases(), min_size=CASES, max_size=CASES))
    def holds(some: list[Case]) -> None:
        rules = fresh(default_engine())
        known = texts(some[: CASES // 2], rules)
        context = multiprocessing.get_context("fork")
        here, there = context.Pipe()
        child = context.Process(target=lambda: there.send(texts(some, rules)))
        with warnings.catch_warnings():
            # from Python 3.12 on: the test runner may have threads, the child never joins them
            warnings.simplefilter("ignore", DeprecationWarning)
            child.start()
        assert here.poll(60)
        found = here.recv()
        child.join()
        assert found == texts(some, rules)
        assert found[: CASES // 2] == known

    holds()
