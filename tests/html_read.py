"""Reads what a notebook shows, and finds what must not be in it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

VOID = ("br", "wbr")
NEVER = ("script", "img", "link", "iframe", "object")


class Checked(HTMLParser):
    """HTML whose elements are closed in order, without anything that is run or loaded."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.joined = False
        self.texts: list[str] = []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        assert tag not in NEVER
        self.joined = tag == "wbr"
        assert not {name for name, _ in attrs} & {"src", "href", "style", "onclick"}
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the last one."""
        self.joined = False
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep what is written, but for the style; a place where a line may end parts nothing."""
        if "style" in self.open:
            return
        if self.joined and self.texts:
            self.texts[-1] += data
        else:
            self.texts.append(data)
        self.joined = False


def shown(found: Any) -> tuple[str, str]:
    """What a notebook shows: the text, and the text of the HTML."""
    bundle = found._repr_mimebundle_(include=None, exclude=None)
    return bundle["text/plain"], "\n".join(Checked(bundle["text/html"]).texts)
