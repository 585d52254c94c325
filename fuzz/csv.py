"""A CSV file of cases: every row is decided or has its faults, or the file is refused."""

from __future__ import annotations

import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["ssrules"]):
    from ssrules.frames.files import batch

from fuzz.feeding import feed

FOLDER = Path(tempfile.mkdtemp(prefix="ssrules-fuzz-"))


def read(data: bytes) -> None:
    """Decide the rows and write them."""
    source, target = FOLDER / "in.csv", FOLDER / "out.csv"
    source.write_bytes(data)
    batch(str(source), str(target), as_of="2026-11-22")


if __name__ == "__main__":
    feed(read)
