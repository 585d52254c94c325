"""What notebooks show is read on a phone and on a desktop, in light and in dark, by all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ssrules
from ssrules.checking.replay_report import replay_report
from tests.browser.looks import faults, overflow

if TYPE_CHECKING:
    from playwright.sync_api import Page

OPTION = "activation.social_security.bank_outlet"
PAGE = """<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
<title>Shown</title><style>body{{font-family:sans-serif;color-scheme:light dark;
background:Canvas;color:CanvasText}}</style><main><h1>Shown</h1>{shown}</main></html>"""


def told(decision: ssrules.Decision, book: ssrules.RuleBook) -> Iterator[Any]:
    """What a decision answers about itself, and what is found in rule books and in a log."""
    year = book.with_parameters(activation_window_days=200)
    line = json.dumps({"case": decision.case.to_dict(), "decision": decision.to_dict()})
    yield book.case_sheet(decision.case, language="zh")
    yield decision.explain(language="zh").part("loss_report")
    yield from (decision.why_not(OPTION), decision.least_change(OPTION, language="zh"))
    yield from (decision.questions(), decision.questions(language="zh"))
    yield from (book.diff(year)[0], replay_report([line, "no"], year, language="zh"))


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
            *(book, book.rule_set("loss_report")),
            *told(decision, book),
        )
    )
    file = tmp_path / "shown.html"
    file.write_text(PAGE.format(shown=shown.replace("<details>", "<details open>")), "utf-8")
    page.goto(file.as_uri())
    assert not overflow(page)
    assert not faults(page, axe)
