"""Where the time goes: the functions that take most of it, and the modules of the import."""

from __future__ import annotations

import cProfile
import pstats
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import ssrules
from benchmarks import cases
from benchmarks.processes import environment
from benchmarks.report import Table
from benchmarks.scale import Scale
from benchmarks.timing import over
from ssrules import Case, RuleBook, decide
from ssrules.engines.python import PythonEngine

NAMES = "from ssrules import Case, RuleBook, decide"
MOST = 10
"""Rows of a table; what is left is summed up in a last one."""
PACKAGE = Path(ssrules.__file__).parent
Calls = Counter[str]


def tables(scale: Scale) -> Iterator[Table]:
    """A decision, a service's request, the first decision, the import."""
    pool = cases.take(cases.complete(seed=10), scale.pool)
    given = [case.to_dict() for case in pool]
    unknown = Case(as_of=cases.TODAY)
    fresh = RuleBook.default().with_engine(PythonEngine())
    known = over(decide, pool)
    request = over(lambda tree: decide(Case.from_dict(tree)).to_dict(), given)
    known()
    request()
    yield _profiled("a decision, all facts known", known)
    yield _profiled("from mapping to decided mapping", request)
    yield _profiled(
        "a book's first decision, all unknown, own evaluator",
        over(lambda case: decide(case, fresh), [unknown]),
    )
    with environment() as variables:
        _importtime(variables)
        yield _imported(scale.starts, variables)


def _profiled(what: str, work: Callable[[], int]) -> Table:
    profile = cProfile.Profile()
    profile.enable()
    pieces = work()
    profile.disable()
    times, calls = Calls(), Calls()
    for (file, _, function), (_, count, own, *_) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]  # the stubs leave it out
        name = _name(file, function)
        times[name] += own
        calls[name] += count
    rows = [
        (name, f"{calls[name] / pieces:,.1f}", share)
        for name, share in _shares(times)
        if name in calls
    ]
    rest = _shares(times)[-1]
    return Table(
        f"Where the time goes: {what}",
        ("function", "calls", "share of the time, callees apart"),
        (*rows, ("everything else", "", rest[1])),
    )


def _shares(times: Counter[str]) -> list[tuple[str, str]]:
    total = sum(times.values())
    most = times.most_common(MOST)
    rest = total - sum(time for _, time in most)
    return [(name, f"{time / total:.0%}") for name, time in (*most, ("everything else", rest))]


def _name(file: str, function: str) -> str:
    """A function as people call it, without the place of any file."""
    path = Path(file)
    if path.is_relative_to(PACKAGE):
        return f"`{path.relative_to(PACKAGE)}` {function}"
    if file.startswith("<"):
        return f"{file.strip('<>')} {function}"
    return function.strip("<>") if file == "~" else f"`{path.name}` {function}"


def _imported(rounds: int, variables: dict[str, str]) -> Table:
    times: Counter[str] = Counter()
    modules: Counter[str] = Counter()
    for _ in range(rounds):
        lines = _importtime(variables)
        after = next(at for at, line in enumerate(lines) if line.endswith("| site")) + 1
        for line in lines[after:]:
            own, _, name = line.removeprefix("import time:").split("|")
            top, _, rest = name.strip().partition(".")
            if rest and top == PACKAGE.name:
                top = f"{top}.{rest.partition('.')[0]}"
            times[top] += int(own)
            modules[top] += 1
    rows = tuple(
        (name, f"{modules[name] // rounds}" if name in modules else "", share)
        for name, share in _shares(times)
    )
    return Table(
        f"Where the time goes: `{NAMES}`", ("package", "modules", "share of the time"), rows
    )


def _importtime(variables: dict[str, str]) -> list[str]:
    """What Python tells of each import, in lines."""
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", NAMES],
        env=variables,
        check=True,
        capture_output=True,
        text=True,
    )
    return told.stderr.splitlines()
