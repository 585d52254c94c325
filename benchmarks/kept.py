"""The ratios of an earlier run, kept in a file, and which of today's are worse than those."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from benchmarks.ratio import Ratio

FILE = Path(__file__).with_name("kept.json")


def keep(ratios: Iterable[Ratio], command: str, about: str, file: Path = FILE) -> None:
    """Keep these instead of those of the same names; the others stay."""
    kept = _read(file)
    kept |= {each.name: [round(each.value, 3), round(each.noise, 3)] for each in ratios}
    told = {"command": command, "machine": about, "ratios and their noise": kept}
    file.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")


def worse(ratios: Iterable[Ratio], file: Path = FILE) -> list[str]:
    """Of each ratio that is larger than the one kept by more than the noise of either, a line."""
    kept = _read(file)
    found = []
    for each in ratios:
        value, noise = kept.get(each.name, (each.value, 0))
        if each.value - value > max(each.noise, noise):
            noises = f"noise {each.noise:.3f}, then {noise:.3f}"
            found.append(f"{each.name}: {each.value:.3f}, kept is {value:.3f} ({noises})")
    return found


def _read(file: Path) -> dict[str, list[float]]:
    if not file.exists():
        return {}
    kept: dict[str, list[float]] = json.loads(file.read_text("utf-8"))["ratios and their noise"]
    return kept
