"""Whether cost and memory stay flat: over many decisions, many threads, and many rule books.

The memory figures want processes of their own: `python -m benchmarks.growth partly 1000000`
prints one as JSON.
"""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import cases
from benchmarks.equality import statuses
from benchmarks.report import Table, compared, number
from benchmarks.scale import Scale
from benchmarks.timing import in_turns
from ssrules import Case, RuleBook, decide
from ssrules.engines import default_engine

CHUNK = 5_000
"""Cases that are made, not timed, and then decided, timed."""
THREADS = (1, 2, 4, 8)


def tables(scale: Scale) -> Iterator[Table]:
    """Decisions, threads, rule books."""
    yield _decisions_table("all facts known", "known", scale)
    yield _decisions_table("every second person, card, … partly known", "partly", scale)
    yield _threads_table(scale)
    yield _books_table(scale)


def known(count: int) -> list[dict[str, float]]:
    """Cost and memory of decisions of random cases with all facts known."""
    return _decisions(cases.mixed(seed=7, partly=0), count)


def partly(count: int) -> list[dict[str, float]]:
    """Cost and memory of decisions of random cases, the half of whose groups are partly known."""
    return _decisions(cases.mixed(seed=7), count)


def _decisions(source: Iterator[Case], count: int) -> list[dict[str, float]]:
    """Cost and memory at each power of ten of decisions, up to `count`."""
    next(source)
    before = _resident()
    marks = [mark for mark in (10**n for n in range(4, 9)) if mark < count] + [count]
    found, costs, done = [], [], 0
    for mark in marks:
        while done < mark:
            chunk = cases.take(source, min(CHUNK, mark - done))
            start = time.process_time_ns()
            for case in chunk:
                decide(case)
            costs.append((time.process_time_ns() - start) / len(chunk))
            done += len(chunk)
        found.append(
            {
                "decisions": mark,
                "ns": median(costs[-max(1, len(costs) * 9 // 10) :]),
                "grown_mib": _resident() - before,
                "peak_mib": _peak(),
            }
        )
    return found


def books(count: int) -> list[dict[str, float]]:
    """Cost and memory of rule books that differ in a parameter, each deciding a few cases.

    Some are thrown away, as many again too, and then as many are kept.
    """
    source = cases.take(cases.mixed(seed=8, variety=2_000), 20)
    default = RuleBook.default()
    for case in source:
        decide(case, default)
    found, kept = [], []
    for keep in (False, False, True):
        gc.collect()
        before, costs = _resident(), []
        for days in range(count):
            start = time.process_time_ns()
            book = default.with_parameters(activation_window_days=days)
            for case in source:
                decide(case, book)
            costs.append(time.process_time_ns() - start)
            if keep:
                kept.append(book)
        tenth = max(1, count // 10)
        found.append(
            {
                "kept": float(keep),
                "first_ns": median(costs[:tenth]),
                "last_ns": median(costs[-tenth:]),
                "grown_mib": _resident() - before,
            }
        )
    return found


def _decisions_table(cases_are: str, measure: str, scale: Scale) -> Table:
    found = _apart(measure, scale.growth)
    rows = tuple(
        (
            f"{mark['decisions']:,}",
            f"{mark['ns'] / 1e3:.1f}",
            number(mark["ns"] / found[0]["ns"]),
            f"{mark['grown_mib']:.1f}",
            f"{mark['peak_mib']:.0f}",
        )
        for mark in found
    )
    return Table(
        f"Many decisions of random cases: {cases_are}",
        (
            "decisions",
            "µs of processor each",
            "ratio to the first row",
            "MiB grown by",
            "MiB at the peak",
        ),
        rows,
        (
            "The cost is the median of the last nine tenths of all decisions so far, in batches of"
            f" {CHUNK:,} new cases; the growth is of resident memory since the first case, the peak"
            " is the whole process with the interpreter and the material for random cases.",
        ),
    )


def _threads_table(scale: Scale) -> Table:
    pool = cases.take(cases.mixed(seed=9, variety=2_000), scale.pool * 2)
    alone = [statuses(decide(case)) for case in pool]
    for threads in THREADS:
        if _in_threads(pool, [_fresh()] * threads) != alone:
            raise AssertionError(f"{threads} threads decide otherwise than one")
    own = [_fresh() for _ in range(max(THREADS))]
    contenders = {}
    for threads in THREADS:
        contenders[_name(threads)] = _threaded(pool, own[:1] * threads)
        if threads > 1:
            contenders[f"{_name(threads)}, a book each"] = _threaded(pool, own[:threads])
    timings = in_turns(contenders, rounds=scale.rounds)
    return compared(
        "Threads: the same work, shared out",
        timings,
        _name(1),
        (
            f"{len(pool):,} decisions in all, whatever the number of threads; with a global"
            " interpreter lock a flat total is the best there is. The answers are equal,"
            " also where all threads begin at once on a book that remembers nothing yet.",
        ),
    )


def _books_table(scale: Scale) -> Table:
    found = _apart("books", scale.books)
    told = ("thrown away", "thrown away again", "kept")
    rows = tuple(
        (
            name,
            f"{each['first_ns'] / 1e3:.0f}",
            f"{each['last_ns'] / 1e3:.0f}",
            number(each["last_ns"] / each["first_ns"]),
            f"{each['grown_mib']:.1f}",
        )
        for name, each in zip(told, found, strict=True)
    )
    return Table(
        f"{scale.books:,} rule books with other parameters",
        ("", "µs of processor, first tenth", "last tenth", "ratio", "MiB grown by"),
        rows,
        ("Each book is made, and decides 20 cases.",),
    )


def _name(threads: int) -> str:
    return f"{threads} thread{'s' if threads > 1 else ''}"


def _fresh() -> RuleBook:
    """The built-in book, without anything learned."""
    return RuleBook.default().with_engine(default_engine())


def _threaded(pool: list[Case], books: Sequence[RuleBook]) -> Callable[[], int]:
    return lambda: len(_in_threads(pool, books))


def _in_threads(pool: list[Case], books: Sequence[RuleBook]) -> list[tuple[str, ...]]:
    """The statuses of all cases, decided in as many threads as books are given."""
    share = -(-len(pool) // len(books))
    shares = [pool[at : at + share] for at in range(0, len(pool), share)]

    def decided(some: list[Case], book: RuleBook) -> list[tuple[str, ...]]:
        return [statuses(decide(case, book)) for case in some]

    with ThreadPoolExecutor(len(books)) as executor:
        found = executor.map(decided, shares, books)
        return [each for some in found for each in some]


def _resident() -> float:
    """MiB of memory that the process holds now; its peak where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return _peak()
    return pages * resource.getpagesize() / 2**20


def _peak() -> float:
    unit = 1 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20


def _apart(what: str, count: int) -> Any:
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.growth", what, str(count)],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parent.parent,
    )
    return json.loads(told.stdout)


if __name__ == "__main__":
    measure = {"known": known, "partly": partly, "books": books}[sys.argv[1]]
    sys.stdout.write(json.dumps(measure(int(sys.argv[2]))))
