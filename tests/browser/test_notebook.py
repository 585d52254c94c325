"""What notebooks show is read on a phone and on a desktop, in light and in dark, by all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import ssrules
from tests.browser.looks import faults, overflow

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGE = """<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
<title>Shown</title><style>body{{font-family:sans-serif;color-scheme:light dark;
background:Canvas;color:CanvasText}}</style><main><h1>Shown</h1>{shown}</main></html>"""


def test_everything_that_is_shown_fits_and_is_accessible(
    page: Page, axe: str, tmp_path: Path
) -> None:
    """With all that is shown on demand open."""
    case = ssrules.Case.from_dict({"as_of": "2026-11-22", "card": {"received_on": "2026-03-01"}})
    decision, book = ssrules.decide(case), ssrules.RuleBook.default()
    shown = "<hr>".join(
        each._repr_mimebundle_()["text/html"]
        for each in (
            *(decision, decision.sheet(language="zh"), case),
            *(book, book.rule_set("loss_report"), decision.questions()),
        )
    )
    file = tmp_path / "shown.html"
    file.write_text(PAGE.format(shown=shown.replace("<details>", "<details open>")), "utf-8")
    page.goto(file.as_uri())
    assert not overflow(page)
    assert not faults(page, axe)
