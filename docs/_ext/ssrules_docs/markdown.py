"""Markdown: tables, codes, links, and what has to be escaped in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|$~])")


def plain(text: str) -> str:
    """Text that no mark-up is read from, on one line."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def code(text: object) -> str:
    """A code as it is written in programs."""
    return f"`{text}`"


def strong(text: str) -> str:
    """A text in bold, also between Chinese characters, where two asterisks are none."""
    return f"<strong>{text}</strong>"


def link(text: str, target: str) -> str:
    """A link to a named place on any page of the site."""
    return f"[{text}](#{anchor(target)})"


def place(text: str, target: str) -> str:
    """A text that links lead to by a name."""
    return f"[{text}]{{#{anchor(target)}}}"


def anchor(name: str) -> str:
    """A name as it stands in addresses: a dot would begin a class there."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; a cell is Markdown on one line."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"


def lines(cells: Iterable[str]) -> str:
    """Several lines in a cell."""
    return "<br>".join(cells)


def quoted(text: str, language: str) -> str:
    """A quotation in its own language, as it stands."""
    paragraphs = "\n>\n".join(f"> {plain(each)}" for each in text.split("\n") if each.strip())
    return f":::{{div}} words-{language}\n{paragraphs}\n:::\n"
