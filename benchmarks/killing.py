"""`python -m benchmarks.killing`: kills `ssrules batch` again and again, at any moment of its run.

Each time the output has to be the old one or the new one, whole, and nothing may be told as a
traceback; the run after the last kill has to tidy up. The exit status is 0 if all that held.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.processes import environment

ROWS = 20_000
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
OLD = b"old\n"
FINE = {f"{each} output" for each in ("old", "new")}
FINE |= {"new output, ended before", "old output, while Python itself began"}
REACHED = (b", in main\n", b"ssrules/cli")
"""What a traceback names if the program had begun: before, Python tells Ctrl-C in its own way."""


def main() -> int:
    """Kill as often as is asked for, and tell what was found each time."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.killing", description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="how many in all (200)")
    parser.add_argument("--seed", type=int, default=1, help="of the moments (1)")
    asked = parser.parse_args()
    rng = random.Random(asked.seed)
    with environment() as variables, tempfile.TemporaryDirectory() as folder:
        given, written = Path(folder) / "in.csv", Path(folder) / "out.csv"
        given.write_bytes(b"as_of,person_age\n" + b"2026-11-22,41\n" * ROWS)
        line = [sys.executable, "-m", "ssrules", "batch", str(given), str(written)]

        def started() -> subprocess.Popen[bytes]:
            return subprocess.Popen(line, env=variables, stderr=subprocess.PIPE)

        def seconds() -> float:
            before = time.perf_counter()
            with started() as process:
                process.wait()
            return time.perf_counter() - before

        seconds()
        whole = seconds()
        new = written.read_bytes()
        found: Counter[str] = Counter()
        for number in range(asked.kills):
            written.write_bytes(OLD)
            with started() as process:
                time.sleep(rng.uniform(0, 1.05 * whole))
                process.send_signal(SIGNALS[number % len(SIGNALS)])
                told = process.communicate()[1]
            what = _found(written, new, told, process.returncode)
            found[what] += 1
            if what not in FINE:
                print(told.decode("utf-8", "replace"), flush=True)
        seconds()
        left = sorted(each.name for each in Path(folder).iterdir())
    print(f"{asked.kills} kills within {whole:.1f} s: {dict(found)}; left at the end: {left}")
    return 0 if found.keys() <= FINE and left == ["in.csv", "out.csv"] else 1


def _found(written: Path, new: bytes, told: bytes, status: int) -> str:
    """What stands there, and what was said."""
    content = written.read_bytes()
    if content not in (OLD, new):
        return "half an output"
    how = ", ended before" if status == 0 else ""
    if b"Traceback" in told:
        begun = any(each in told for each in REACHED)
        how = ", and a traceback" if begun else ", while Python itself began"
    return f"{'old' if content == OLD else 'new'} output{how}"


if __name__ == "__main__":
    sys.exit(main())
