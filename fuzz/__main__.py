"""`python -m fuzz [TARGET ...] [--seconds N]`: feed each target with input that finds new ways.

Each target runs in a process of its own, for a minute if nothing else is said. What it keeps goes
to `build/fuzz/TARGET`, an input that breaks it too; the seeds stand in `fuzz/corpus/TARGET`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

TARGETS = ("case", "decision", "overlay", "replay", "csv", "frames", "books")
SEEDS = {"overlay": ("src/ssrules/localities",)}
"""Folders of a target's seeds beside its own."""
HERE = Path(__file__).parent
LONGEST = 8192
"""So many bytes an input has at most."""
MEMORY = 3072
"""So many megabytes a target may take."""


def run(target: str, seconds: int) -> int:
    """Fuzz one target for a time; 0 where nothing was found."""
    kept = HERE.parent / "build" / "fuzz" / target
    kept.mkdir(parents=True, exist_ok=True)
    limits = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST}",
        f"-rss_limit_mb={MEMORY}",
        "-timeout=10",
        f"-artifact_prefix={kept}/",
        f"-dict={HERE / 'words.dict'}",
        "-print_final_stats=1",
    ]
    command = [sys.executable, "-m", f"fuzz.{target}", *limits, str(kept)]
    seeds = [HERE / "corpus" / target, *(HERE.parent / each for each in SEEDS.get(target, ()))]
    return subprocess.call([*command, *(str(each) for each in seeds if each.is_dir())])


def main() -> int:
    """Fuzz all targets, or those that are named."""
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    args = parser.parse_args()
    failed = [each for each in args.targets or TARGETS if run(each, args.seconds)]
    sys.stdout.write(f"broken: {', '.join(failed)}\n" if failed else "nothing was found\n")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
