"""What one contender takes, in a process of its own: its peak memory and processor time."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import attrs


@attrs.frozen
class Cost:
    """The peak memory of a process in MiB, and the processor time of its work alone."""

    peak: int
    nanoseconds: int


def cost(path: Path, name: str) -> Cost:
    """What a process takes that opens a population, decides it once and ends."""
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.populations.memory", str(path), name],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return Cost(*map(int, run.stdout.split()))


def high_water() -> int:
    """The peak memory of this process in MiB; `ru_maxrss` would begin with that of its parent."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split("VmHWM:")[1].split()[0]) // 1024


if __name__ == "__main__":
    from benchmarks.populations.contenders import CONTENDERS

    work = CONTENDERS[sys.argv[2]](Path(sys.argv[1]))
    start = time.process_time_ns()
    found = work()
    print(high_water(), time.process_time_ns() - start)
