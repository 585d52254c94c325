"""The peak memory of one contender, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def peak(path: Path, name: str) -> int:
    """The peak memory in MiB of a process that opens a population, decides it once and ends."""
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.populations.memory", str(path), name],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return int(run.stdout)


def high_water() -> int:
    """The peak memory of this process in MiB; `ru_maxrss` would begin with that of its parent."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split("VmHWM:")[1].split()[0]) // 1024


if __name__ == "__main__":
    from benchmarks.populations.contenders import CONTENDERS

    found = CONTENDERS[sys.argv[2]](Path(sys.argv[1]))()
    print(high_water())
