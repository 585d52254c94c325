"""The page in a real browser: whole interviews, by keyboard too, and nothing that leaves it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ssrules import Case, RuleBook, decide, localities
from ssrules.page import html
from ssrules.records.case import Facts
from ssrules.words.speech import words
from tests.browser.conftest import View
from tests.browser.looks import faults, overflow

if TYPE_CHECKING:
    from playwright.sync_api import Page

BOOK = RuleBook.default()
EXAMPLES = json.loads(
    (Path(__file__).parent.parent / "worked_examples_2.json").read_text(encoding="utf-8")
)
NEVER_ASKED = ("card.bank", "institution.bank")
"""Identifiers that are only compared: one question asks whether they are the same."""


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page as a file on a disk."""
    file = tmp_path_factory.mktemp("page") / "page.html"
    file.write_text(html(), encoding="utf-8")
    return file.as_uri()


def answer_of(case: Facts, path: str) -> Any:
    """What somebody who knows the case answers to a question; None is "I don't know"."""
    if path == "the_cards_bank":
        one, other = (value_of(case, each) for each in NEVER_ASKED)
        return None if None in (one, other) else one == other
    return value_of(case, path)


def value_of(case: Any, path: str) -> Any:
    """The value of a fact."""
    for name in path.split("."):
        case = getattr(case, name)
    return case


def link_of(case: Facts, **more: str) -> str:
    """The link that begins an interview on the day of a case."""
    return "#" + "&".join(f"{key}={value}" for key, value in {"day": case.as_of, **more}.items())


def asked(page: Page) -> str | None:
    """The path of the question on the screen, or None."""
    found: str | None = page.evaluate(
        "() => document.querySelector('.question')?.dataset.path ?? null"
    )
    return found


def answer(page: Page, case: Facts) -> None:
    """Answer the question on the screen as the case says."""
    path = asked(page)
    assert path is not None
    before = page.url
    value = answer_of(case, path)
    if value is None:
        page.get_by_test_id("unknown").click()
    elif page.locator("#field").count():
        page.locator("#field").fill(str(value))
        page.locator("form button[type=submit]").click()
    else:
        page.locator(f".answers [data-value='{str(value).lower()}']").click()
    page.wait_for_function("before => location.href !== before", arg=before)


def interview(page: Page, case: Facts) -> int:
    """Answer every question; how many there were."""
    for count in range(60):
        if asked(page) is None:
            return count
        answer(page, case)
        assert page.evaluate("() => document.activeElement.id") == "heading"
    raise AssertionError("the interview does not end")


def statuses(page: Page) -> dict[str, str]:
    """The status of every part on the screen of the result."""
    found: dict[str, str] = page.evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('.part')]"
        ".map(each => [each.dataset.path, each.dataset.status]))"
    )
    return found


def opened(page: Page, link: str) -> None:
    """Open the page anew: from one link to another of it the screen before would still stand."""
    page.goto("about:blank")
    page.goto(link)
    page.wait_for_function("() => document.querySelector('main h1') !== null")


def begun(page: Page, address: str, case: Facts, **more: str) -> None:
    """Open the page where an interview about a case begins."""
    opened(page, address + link_of(case, **more))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each["name"])
def test_an_interview_ends_in_the_answers_of_the_library(
    chromium: Any, address: str, example: dict[str, Any]
) -> None:
    """Every worked case, whatever is unknown in it."""
    case = Case.from_dict(example["case"])
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    begun(page, address, case, lang="en")
    interview(page, case)
    wanted = {path: str(part.status) for path, part in decide(case, BOOK).parts}
    assert statuses(page) == wanted
    context.close()


def test_a_whole_interview_looks_right_and_is_accessible(
    page: Page, address: str, axe: str, view: View
) -> None:
    """Start, questions and result in both languages: axe finds nothing, nothing is cut off."""
    shots = os.environ.get("SSRULES_SHOTS")
    case = Case.from_dict(EXAMPLES[0]["case"])
    for language in ("en", "zh"):
        opened(page, f"{address}#lang={language}")
        look(page, axe, shots, f"{view.name}-{language}-start")
        begun(page, address, case, lang=language)
        look(page, axe, shots, f"{view.name}-{language}-question")
        interview(page, case)
        for each in page.locator("details.why").all():
            each.evaluate("each => { each.open = true; }")
        look(page, axe, shots, f"{view.name}-{language}-result")


def look(page: Page, axe: str, shots: str | None, name: str) -> None:
    """Find what is wrong with the look of a screen, and keep a picture of it where one is asked."""
    if shots:
        page.screenshot(path=f"{shots}/{name}.png", full_page=True)
    assert overflow(page) == []
    assert faults(page, axe) == []


def test_the_keyboard_alone_is_enough(page: Page, address: str) -> None:
    """From the start to the result, with Tab, Enter and typed text."""
    opened(page, f"{address}#lang=en")
    press_until(page, "Tab", "document.activeElement.name === 'about'")
    press_until(page, "Tab", "document.activeElement.id === 'day'")
    page.keyboard.press("Control+a")
    page.keyboard.type("22 November 2026")
    page.keyboard.press("Enter")
    for _ in range(60):
        page.wait_for_function("() => document.activeElement.id === 'heading'")
        if asked(page) is None:
            break
        before = page.url
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.tagName") == "SUMMARY":
            page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.id") == "field":
            page.keyboard.type("2026-03-01" if "received_on" in str(asked(page)) else "41")
        page.keyboard.press("Enter")
        page.wait_for_function("before => location.href !== before", arg=before)
    assert statuses(page)
    press_until(page, "Tab", "document.activeElement.tagName === 'SUMMARY'")
    page.keyboard.press("Enter")
    assert page.locator("details.why[open]").count() == 1


def press_until(page: Page, key: str, holds: str) -> None:
    """Press a key until something holds."""
    for _ in range(60):
        page.keyboard.press(key)
        if page.evaluate(f"() => {holds}"):
            return
    raise AssertionError(f"never: {holds}")


def test_nothing_can_leave_the_page(page: Page, address: str) -> None:
    """The policy of the page itself stops every way that a script could try."""
    opened(page, address)
    stopped = page.evaluate(
        """async () => {
            const stopped = new Set();
            document.addEventListener("securitypolicyviolation",
                (event) => stopped.add(event.effectiveDirective));
            const outside = "https://example.invalid/";
            await fetch(outside).catch(() => {});
            navigator.sendBeacon(outside, "x");
            const image = new Image();
            image.src = outside;
            const script = document.createElement("script");
            script.src = outside;
            const frame = document.createElement("iframe");
            frame.src = outside;
            document.body.append(image, script, frame);
            await new Promise((resolve) => setTimeout(resolve, 300));
            return [...stopped].sort();
        }"""
    )
    assert stopped == ["connect-src", "frame-src", "img-src", "script-src-elem"]


def test_back_anew_and_change_lead_where_they_say(page: Page, address: str) -> None:
    """The last answer is asked again; an answer is changed; everything is forgotten."""
    case = Case.from_dict(EXAMPLES[0]["case"])
    begun(page, address, case, lang="en")
    first = asked(page)
    answer(page, case)
    assert asked(page) != first
    page.get_by_role("link", name="Back").click()
    page.wait_for_function(
        "first => document.querySelector('.question').dataset.path === first", arg=first
    )
    interview(page, case)
    page.locator(".given a").first.click()
    page.wait_for_function("() => document.querySelector('.question') !== null")
    page.get_by_role("link", name="Start anew").click()
    page.wait_for_function("() => document.querySelector('fieldset') !== null")
    assert "card." not in page.url


def test_a_link_brings_the_same_result_in_either_language(page: Page, address: str) -> None:
    """And the language can be changed on any screen."""
    case = Case.from_dict(EXAMPLES[0]["case"])
    begun(page, address, case, lang="en")
    interview(page, case)
    there = statuses(page)
    link = page.locator("#link").input_value()
    opened(page, link)
    assert statuses(page) == there
    page.locator("#language").click()
    page.wait_for_function("() => document.documentElement.lang === 'zh-CN'")
    assert statuses(page) == there
    assert page.get_by_role("heading", name="结果", exact=True).count() == 1
    assert page.evaluate("() => document.activeElement.id") == "language"


def test_a_bad_link_is_told_and_the_good_in_it_is_kept(page: Page, address: str) -> None:
    """Facts that do not exist, and values that cannot be."""
    opened(
        page,
        f"{address}#lang=en&day=2026-11-22&place=atlantis&person.shoe=44&person.age=200"
        "&person.employment=employee&the_cards_bank=perhaps&card.received_on=2027-01-01"
        "&institution.kind=castle",
    )
    told = page.locator(".notice li").all_inner_texts()
    assert len(told) == 6
    for word in ("atlantis", "person.shoe", "150", "perhaps", "2027-01-01", "castle"):
        assert any(word in each for each in told), (word, told)
    assert "person.employment=employee" in page.evaluate(
        "() => document.querySelector('.question a.button').href"
    ) or asked(page) not in (None, "person.employment")


def test_a_day_that_the_rules_do_not_cover_is_told(page: Page, address: str) -> None:
    """At the field, with the cure; and so is what is no date."""
    opened(page, f"{address}#lang=zh")
    for typed, told in (("2019年5月1日", "2021-01-01"), ("明天", "明天")):
        page.locator("#day").fill(typed)
        page.locator("form button[type=submit]").click()
        assert told in page.locator("#day-wrong").inner_text()
        assert page.evaluate("() => document.activeElement.id") == "day"


def test_a_place_is_decided_by_its_own_rules(page: Page, address: str) -> None:
    """A civil servant's work injury insurance, which one of the places tells otherwise."""
    facts = {"as_of": "2026-06-01", "person": {"employment": "civil_servant"}}
    part = "insurance.work_injury"
    told = set()
    for place in ("default", "changzhi"):
        book = BOOK if place == "default" else RuleBook.from_toml(localities.text(place))
        found = decide(Case.from_dict(facts), book).part(part)
        wanted = words("en").label(f"participation:{found.participation}").capitalize()
        opened(
            page,
            f"{address}#lang=en&day=2026-06-01&about={part}&place={place}"
            "&person.employment=civil_servant",
        )
        told.add(page.locator(".part .told").inner_text())
        assert page.locator(".part .told").inner_text().startswith(wanted)
    assert len(told) == 2
