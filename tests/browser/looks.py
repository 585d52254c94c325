"""What can be found wrong with the look of a page without looking at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")


def overflow(page: Page) -> list[str]:
    """What is wider than the window, where the page itself would have to be scrolled sideways."""
    found: list[str] = page.evaluate(
        """() => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            return [...document.querySelectorAll("body *")]
                .filter(each => each.getBoundingClientRect().right > width + 1)
                .map(each => each.outerHTML.slice(0, 120));
        }"""
    )
    return found


def faults(page: Page, axe: str, *, without: tuple[str, ...] = ()) -> list[str]:
    """What axe-core finds: contrast, alternative texts, order of headings, and the like."""
    page.evaluate(axe)
    found = page.evaluate(
        """async ([tags, without]) => {
            const rules = Object.fromEntries(without.map(each => [each, {enabled: false}]));
            const {violations} = await axe.run(document, {
                runOnly: {type: "tag", values: tags}, rules, resultTypes: ["violations"],
            });
            return violations.flatMap(({id, nodes}) => nodes.map(
                ({html, failureSummary}) => `${id}: ${html.slice(0, 160)} ${failureSummary}`));
        }""",
        [[*TAGS], [*without]],
    )
    return [str(each) for each in found]
