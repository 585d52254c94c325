"""What a new process pays: for the import, and for the first decision."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from operator import attrgetter
from statistics import median

import attrs

from benchmarks.processes import environment
from benchmarks.report import Table, number
from benchmarks.scale import Scale

BARE = "bare interpreter"
DECIDE = "import datetime, ssrules\ncase = ssrules.Case(as_of=datetime.date(2026, 11, 22))\n"
OWN = (
    "from ssrules.engines.python import PythonEngine\n"
    "book = ssrules.RuleBook.default().with_engine(PythonEngine())\n"
)
FROM_DICT = "case = ssrules.Case.from_dict({'as_of': '2026-11-22'})\n"
PROGRAMS = {
    BARE: "",
    "import attrs": "import attrs",
    "import ssrules": "import ssrules",
    "from ssrules import Case, RuleBook, decide": "from ssrules import Case, RuleBook, decide",
    "and the first decision, own evaluator": f"{DECIDE}{OWN}ssrules.decide(case, book)",
    "and the first decision, default engine": f"{DECIDE}ssrules.decide(case)",
    "and from a mapping to a mapping, own evaluator": (
        f"{DECIDE}{OWN}{FROM_DICT}ssrules.decide(case, book).to_dict()"
    ),
}


@attrs.frozen
class Start:
    """What one process took, in milliseconds: by the clock, and of the processor."""

    clock: float
    processor: float


def tables(scale: Scale) -> Iterator[Table]:
    """Processes started in turns."""
    with environment() as variables:
        yield _table(scale, variables)


def _table(scale: Scale, variables: dict[str, str]) -> Table:
    names = list(PROGRAMS)
    modules = {name: _modules(program, variables) for name, program in PROGRAMS.items()}
    found: dict[str, list[Start]] = {name: [] for name in names}
    for at in range(scale.starts):
        first = at % len(names)
        for name in names[first:] + names[:first]:
            found[name].append(_start(PROGRAMS[name], variables))
    bare = found[BARE]
    rows = tuple(
        (
            name,
            f"{median(each.clock for each in starts):.1f}",
            f"{_over(starts, bare, attrgetter('clock')):.1f}",
            f"{_over(starts, bare, attrgetter('processor')):.1f}",
            number(median(a.clock / b.clock for a, b in zip(starts, bare, strict=True))),
            str(modules[name] - modules[BARE]),
        )
        for name, starts in found.items()
    )
    return Table(
        "A new process",
        (
            "",
            "ms, median",
            "ms over bare",
            "ms of processor over bare",
            "ratio to bare",
            "modules over bare",
        ),
        rows,
        (
            "The first decision is of a case whose facts are all unknown; what Python compiles is"
            " compiled already.",
        ),
    )


def _over(starts: list[Start], bare: list[Start], get: Callable[[Start], float]) -> float:
    return median(get(one) - get(other) for one, other in zip(starts, bare, strict=True))


def _start(program: str, variables: dict[str, str]) -> Start:
    begin = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", program], env=variables)
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"exit status {process.returncode}: {program}")
    return Start(clock * 1e3, (usage.ru_utime + usage.ru_stime) * 1e3)


def _modules(program: str, variables: dict[str, str]) -> int:
    told = subprocess.run(
        [sys.executable, "-c", f"{program}\nimport sys\nprint(len(sys.modules))"],
        env=variables,
        check=True,
        capture_output=True,
        text=True,
    )
    return int(told.stdout)
