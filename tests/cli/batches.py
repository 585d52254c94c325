"""Rows as JSON Lines, and what a batch writes for a file."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.frames.rows import Row

from ssrules.frames import files


def written(path: Path, **asked: Any) -> list[dict[str, Any]]:
    """The rows that a batch writes for a file, as JSON Lines."""
    out = path.parent / "written.jsonl"
    files.batch(str(path), str(out), **asked)
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def as_lines(rows: list[Row], tree: Callable[[Row], object]) -> str:
    """Rows as JSON Lines, each written by `tree`."""

    def plain(value: object) -> object:
        return value.isoformat() if isinstance(value, datetime.date) else str(value)

    return "".join(json.dumps(tree(row), default=plain, ensure_ascii=False) + "\n" for row in rows)
