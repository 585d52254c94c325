"""The site is read on a phone and on a desktop, in light and in dark, by all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.looks import faults, overflow

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGES = (
    *("index", "tutorials/one-decision", "tutorials/population", "overlays", "benchmarks"),
    *("reference/facts", "reference/codes", "reference/rule-book", "reference/clauses"),
    *("reference/rules/insurance.endowment", "reference/localities", "reference/command-line"),
    *("reference/api", "reference/faults", "zh/index", "zh/reference/facts", "zh/frames"),
    "zh/reference/rules/activation.social_security.bank_outlet",
)
"""A page of each kind."""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_and_is_accessible(name: str, page: Page, site: Path, axe: str) -> None:
    """Nothing is wider than the window, and axe-core finds no fault."""
    page.goto((site / f"{name}.html").as_uri())
    assert not overflow(page)
    assert not faults(page, axe)


@pytest.mark.parametrize(
    ("language", "asked", "found"),
    [
        ("", "days", "reference/rules/loss_report"),
        ("zh/", "挂失", "zh/reference/rules/loss_report"),
    ],
)
def test_what_is_searched_for_is_found(
    language: str, asked: str, found: str, page: Page, site: Path, serve: Callable[[Path], str]
) -> None:
    """Also by a Chinese word, which no spaces part from the others."""
    page.goto(f"{serve(site)}/{language}search.html?q={asked}")
    page.wait_for_selector(f"#search-results a[href*='{found.removeprefix(language)}']")
