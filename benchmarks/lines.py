"""Lines: what a process that is kept open does with each, and what a log costs."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from benchmarks import cases
from benchmarks.processes import environment
from benchmarks.report import Table, compared
from benchmarks.scale import Scale
from benchmarks.timing import in_turns, over
from ssrules import DecisionLog, RuleBook, decide
from ssrules.cli.lines import answer
from ssrules.deciding.decider import Decider

PLAIN = "json alone, reading and writing the same"
WAITING = 64
"""So many questions a process may be ahead of its answers: fewer bytes than a pipe holds."""


def tables(scale: Scale) -> Iterator[Table]:
    """Bytes to bytes in one process, and through the pipes of another that is kept open."""
    pool = cases.take(cases.partial(seed=6), scale.pool)
    book = RuleBook.default().prepare()
    decided = Decider.of(book).decide
    given = [f"{case.to_json()}\n".encode() for case in pool]
    answers = [json.loads(answer(line, book.facts, decided)) for line in given]
    with tempfile.TemporaryDirectory() as folder, environment() as variables:
        log = DecisionLog(Path(folder, "log.jsonl"))
        command = [sys.executable, "-m", "ssrules", "decide", "-", "--lines"]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=variables
        ) as process:
            if process.stdin is None or process.stdout is None:
                raise AssertionError("both were asked for")
            pipes = process.stdin, process.stdout
            timings = in_turns(
                {
                    PLAIN: over(_read_and_written, list(zip(given, answers, strict=True))),
                    "a line to its answer, bytes to bytes": over(
                        lambda line: answer(line, book.facts, decided), given
                    ),
                    "through pipes, one after the other": _through(*pipes, given, 1),
                    f"through pipes, {WAITING} ahead": _through(*pipes, given, WAITING),
                    "a decision appended to a log": over(log.append, [*map(decide, pool)]),
                },
                rounds=scale.rounds,
            )
            process.stdin.close()
    note = "A case is a line of JSON in which each fact is unknown in one case of four."
    yield compared("Lines in and lines out", timings, PLAIN, (note,))


def _read_and_written(pair: tuple[bytes, object]) -> None:
    """What json alone takes for a case that comes and a decision that goes."""
    json.loads(pair[0])
    json.dumps(pair[1], ensure_ascii=False)


def _through(
    questions: IO[bytes], answers: IO[bytes], lines: list[bytes], ahead: int
) -> Callable[[], int]:
    """Ask all lines, so many of them before the first answer is read."""

    def batch() -> int:
        for at in range(0, len(lines), ahead):
            some = lines[at : at + ahead]
            questions.write(b"".join(some))
            questions.flush()
            for _ in some:
                answers.readline()
        return len(lines)

    return batch
