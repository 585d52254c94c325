"""`python -m benchmarks`: measures everything and writes the tables in docs/benchmarks.md."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import os
import platform
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version

import pyperf

from benchmarks import kept
from benchmarks.report import Table, write
from benchmarks.scale import FULL, LONG, QUICK, Scale

SECTIONS = (
    "goals",
    "decisions",
    "engines",
    "service",
    "lines",
    "start",
    "first",
    "growth",
    "where",
    "verify_and_diff",
    "frames",
    "page",
)
"""Modules of this package that measure: each has `tables(scale)`, which gives `Table`s."""
PACKAGES = (
    "attrs",
    "cattrs",
    "durable-rules",
    "zen-engine",
    "clipspy",
    "rule-engine",
    "polars",
    "numpy",
    "pyarrow",
    "duckdb",
    "pyspark",
    "openfisca-core",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmarks that are asked for; only a full run rewrites the document."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("sections", nargs="*", help=f"of {', '.join(SECTIONS)}; all if none")
    parser.add_argument("--quick", action="store_true", help="a glance: few rounds, no document")
    parser.add_argument(
        "--ten-million",
        action="store_true",
        help="decisions and rows up to 10,000,000: half an hour",
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="fail if a ratio of goals is worse than the one kept, by more than its noise",
    )
    parser.add_argument("--keep", action="store_true", help="keep the ratios of goals for --check")
    parser.add_argument("--json", metavar="FILE", help="write all rounds, for pyperf")
    asked = parser.parse_args(arguments)
    scale = QUICK if asked.quick else LONG if asked.ten_million else FULL
    found = []
    for table in _measured(asked.sections or SECTIONS, scale):
        sys.stdout.write(f"{table.markdown()}\n\n")
        sys.stdout.flush()
        found.append(table)
    if not asked.sections and not asked.quick:
        write(found, _about())
    if asked.json:
        _suite(found).dump(asked.json, replace=True)
    ratios = [ratio for table in found for ratio in table.ratios]
    worse = kept.worse(ratios) if asked.check else []
    sys.stderr.writelines(f"worse than it was: {each}\n" for each in worse)
    if asked.keep:
        given = sys.argv[1:] if arguments is None else arguments
        kept.keep(ratios, f"python -m benchmarks {' '.join(given)}", _about())
    return 1 if worse else 0


def _measured(sections: Sequence[str], scale: Scale) -> Iterator[Table]:
    for name in sections:
        where = f"benchmarks.{name}"
        if importlib.util.find_spec(where) is None:
            sys.stderr.write(f"no benchmark {name}\n")
            continue
        sys.stderr.write(f"measuring {name} …\n")
        module = importlib.import_module(where)
        if hasattr(module, "ratios"):  # one of the ways of goals
            yield importlib.import_module("benchmarks.goals").told((module,), scale)
        else:
            yield from module.tables(scale)


def _about() -> str:
    packages = ", ".join(f"{name} {_version(name)}" for name in PACKAGES)
    return (
        f"{platform.python_implementation()} {platform.python_version()} on {platform.system()}"
        f" {platform.machine()}, {os.cpu_count()} processors; {packages}."
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _suite(tables: Sequence[Table]) -> pyperf.BenchmarkSuite:
    return pyperf.BenchmarkSuite(
        [
            pyperf.Benchmark(
                [
                    pyperf.Run(
                        [nanoseconds / 1e9 for nanoseconds in timing.rounds],
                        metadata={"name": f"{table.title}: {timing.name}", "unit": "second"},
                        collect_metadata=False,
                    )
                ]
            )
            for table in tables
            for timing in table.timings
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
