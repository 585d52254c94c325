"""The page put together from its parts: everything in one file, which asks nothing of a network."""

from __future__ import annotations

import base64
import hashlib
import html as escaping
import json
from collections.abc import Iterable
from importlib import resources
from importlib.resources.abc import Traversable

from ssrules.page.modules import joined
from ssrules.page.places import Place, places, written
from ssrules.words import page_en, page_zh

WORDS = {"en": page_en.WORDS, "zh": page_zh.WORDS}
HERE = resources.files("ssrules")


def html(given: Iterable[Place] | None = None) -> str:
    """The page as HTML, with the books of these places; of all that are known, if none are given.

    Its content security policy allows the one script and the one style in it, by their hashes, and
    no connection.
    """
    chosen = (
        places({each: WORDS[each]["place:default"] for each in WORDS}) if given is None else given
    )
    style = _text(HERE.joinpath("page", "style.css"))
    script = joined({**_modules("js"), **_modules("page", "app")})
    data = {"words": WORDS, "places": written(chosen)}
    found = _text(HERE.joinpath("page", "index.html"))
    for mark, text in {
        "policy": _policy(script, style),
        "title": escaping.escape(WORDS["en"]["title"]),
        "noscript": escaping.escape(" ".join(WORDS[each]["noscript"] for each in WORDS)),
        "style": style,
        "data": _safe(json.dumps(data, ensure_ascii=False, separators=(",", ":"))),
        "script": script,
    }.items():
        found = found.replace(f"{{{{ {mark} }}}}", text)
    return found


def _policy(script: str, style: str) -> str:
    kinds = {
        "default-src": "'none'",
        "script-src": f"'sha256-{_hash(script)}'",
        "style-src": f"'sha256-{_hash(style)}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{kind} {allowed}" for kind, allowed in kinds.items())


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _safe(text: str) -> str:
    """JSON that can stand in a script element."""
    return text.replace("<", "\\u003c")


def _modules(*folder: str) -> dict[str, str]:
    files = HERE.joinpath(*folder).iterdir()
    found = sorted(
        (each for each in files if each.name.endswith(".js")), key=lambda each: each.name
    )
    return {each.name.removesuffix(".js"): _text(each) for each in found}


def _text(file: Traversable) -> str:
    return file.read_text(encoding="utf-8")
