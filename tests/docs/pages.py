"""The documents of the project, and the blocks of code in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
GENERATED = tuple(
    folder / "reference" / name
    for folder in (DOCS, DOCS / "zh")
    for name in ("rules", "localities")
)
"""Where pages stand that are written while the site is built."""

DOCUMENTS = tuple(
    sorted(
        path
        for path in (*ROOT.glob("*.md"), *DOCS.rglob("*.md"))
        if not any(path.is_relative_to(folder) for folder in GENERATED)
    )
)

FENCE = re.compile(r"^(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=fence) *$", re.M | re.S)


class Block(NamedTuple):
    """A block of code: its language, the file that it stands for if any, its text, its line."""

    language: str
    file: str
    body: str
    line: int


def blocks(path: Path) -> Iterator[Block]:
    """The blocks of a document, in order."""
    text = path.read_text("utf-8")
    for found in FENCE.finditer(text):
        language, _, file = found["info"].strip().partition(" ")
        yield Block(language, file.strip(), found["body"], text.count("\n", 0, found.start()) + 1)


def named(path: Path) -> str:
    """A document's path below the project."""
    return path.relative_to(ROOT).as_posix()
