"""The site that is built: its links lead somewhere, and it holds all that the program has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from ssrules.facts import FACTS
from ssrules.rulebook import RuleBook
from ssrules.schema import json_schema
from ssrules.words import faults_en, faults_zh
from tests.docs.pages import DOCS, DOCUMENTS

LANGUAGES = ("", "zh")
"""The folders of the languages."""


class Page(HTMLParser):
    """What a page has that can be led to, what it links to, and what it loads.

    `read` are the links in its own text, without the menus around it.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.read: list[str] = []
        self._inside = False
        self.loads: list[str] = []
        self.texts: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        found = {name: value or "" for name, value in attrs}
        self.ids |= {found[name] for name in ("id", "name") if name in found}
        self._inside = self._inside or tag == "article"
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
            self.read += [found["href"]] if self._inside else []
        elif "href" in found and found.get("rel") not in ("index", "search", "next", "prev"):
            self.loads.append(found["href"])
        self.loads += [found[name] for name in ("src", "srcset", "data", "poster") if name in found]

    def handle_endtag(self, tag: str) -> None:
        """Note the end of the text."""
        self._inside = self._inside and tag != "article"

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)

    @property
    def text(self) -> str:
        """Everything that is written on it."""
        return "".join(self.texts)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    """Every page of the site, by its file."""
    return {
        path.resolve(): Page(path) for path in site.rglob("*.html") if "_static" not in path.parts
    }


def inside(page: Path, links: list[str]) -> Iterator[tuple[str, Path, str]]:
    """The links that stay on the site, each with the file and the place that it leads to."""
    for link in links:
        address = urlsplit(link)
        if not address.scheme and not address.netloc:
            target = (page.parent / unquote(address.path)).resolve() if address.path else page
            yield link, target, unquote(address.fragment)


def test_every_link_leads_to_a_page_and_to_a_place_on_it(pages: dict[Path, Page]) -> None:
    """Links between pages, into pages, and between the languages."""
    lost = defaultdict(list)
    for path, page in pages.items():
        for link, target, place in inside(path, page.links):
            known = pages.get(target)
            there = target.exists() if known is None else not place or place in known.ids
            if not there:
                lost[path.name].append(link)
    assert not lost


def test_nothing_is_loaded_from_outside(site: Path, pages: dict[Path, Page]) -> None:
    """Pages load what lies beside them, and style sheets load nothing else."""
    for path, page in pages.items():
        for load in page.loads:
            address = urlsplit(load)
            assert address.scheme in ("", "data"), f"{path.name} loads {load}"
            assert not address.netloc, f"{path.name} loads {load}"
    for path in site.rglob("*.css"):
        style = path.read_text("utf-8")
        assert not re.search(r"(url\(|@import)\s*['\"]?(https?:)?//", style), path.name


SOUGHT = {
    "tutorials/first-decision": ("pip install ssrules", "ssrules.decide(case)", "2026-12-26"),
    "reference/facts": ("as_of", "card.received_on", "documents.photo.recent"),
    "reference/codes": ("undetermined", "not_first_use", "loss_report_averted"),
    "how-to/change-the-300-days": ("with_parameters(activation_window_days=365)", "beijing"),
}
"""What a newcomer looks for: the page that has it, and words that show it there."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_newcomer_finds_what_matters_within_two_clicks(
    language: str, site: Path, pages: dict[Path, Page]
) -> None:
    """How to install, a first decision, the facts, the codes, and the 300 days: by what is read."""
    first = (site / language / "index.html").resolve()
    assert "pip install ssrules" in pages[first].text
    one = {target for _, target, _ in inside(first, pages[first].read)}
    two = {
        target for each in one if each in pages for _, target, _ in inside(each, pages[each].read)
    }
    for name, words in SOUGHT.items():
        page = (site / language / f"{name}.html").resolve()
        assert page in one | two, name
        for each in words:
            assert each in pages[page].text, (name, each)


def test_every_page_is_there_in_both_languages() -> None:
    """Under the same name, so that the link at its side leads from one to the other."""
    written = [path for path in DOCUMENTS if path.is_relative_to(DOCS)]
    chinese = {
        path.relative_to(DOCS / "zh") for path in written if path.is_relative_to(DOCS / "zh")
    }
    english = {path.relative_to(DOCS) for path in written if not path.is_relative_to(DOCS / "zh")}
    assert english == chinese


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_rule_book_stands_there(
    language: str, site: Path, pages: dict[Path, Page]
) -> None:
    """Every row of every rule set with its clauses, and every clause with its words."""
    book = RuleBook.default()
    folder = (site / language / "reference").resolve()
    for rule_set in book.rule_sets:
        page = pages[folder / "rules" / f"{rule_set.name}.html"]
        rows = [(each.id, each.cites) for each in rule_set.rules]
        rows += [(each.code, each.cites) for each in rule_set.requirements]
        for name, cited in rows:
            assert name in page.text
            for clause in cited:
                assert clause.id in page.text
    told = " ".join(pages[folder / "clauses.html"].text.split())
    for clause in book.clauses.values():
        assert clause.id in told
        for paragraph in clause.words.split("\n"):
            assert " ".join(paragraph.split())[:40].strip("\"'“”") in told, clause.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_that_a_rule_gives_stands_among_the_codes(
    language: str, site: Path, pages: dict[Path, Page]
) -> None:
    """Requirements that fail, and all that rows give: documents, steps, effects, schemes."""
    text = pages[(site / language / "reference" / "codes.html").resolve()].text
    for rule_set in RuleBook.default().rule_sets:
        codes: list[Any] = [each.code for each in rule_set.requirements]
        for rule in rule_set.rules:
            for value in rule.then.values():
                several = value if isinstance(value, tuple) else (value,)
                codes += [getattr(each, "code", each) for each in several]
        for code in codes:
            assert not isinstance(code, str) or code in text, code


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statuses_are_those_that_decisions_have(
    language: str, site: Path, pages: dict[Path, Page]
) -> None:
    """Every one of some part, and no word that is for people alone."""
    parts = json_schema("decision")["$defs"].values()
    found = {
        code for part in parts for code in part["properties"].get("status", {}).get("enum", ())
    }
    page = pages[(site / language / "reference" / "codes.html").resolve()]
    told = {each for each in page.ids if each.startswith("code-status-")}
    assert told == {f"code-status-{code.replace('_', '-')}" for code in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_stands_there_with_its_sentence(
    language: str, site: Path, pages: dict[Path, Page]
) -> None:
    """By its code, in English and in Chinese."""
    page = pages[(site / language / "reference" / "faults.html").resolve()]
    for name in ("FAULTS", "ERRORS"):
        for words in (faults_en, faults_zh):
            for code, ways in getattr(words, name).items():
                message = ways[0] if isinstance(ways[0], str) else ways[0][0]
                assert f"{name}-{code}".lower().replace("_", "-") in page.ids
                for piece in re.split(r"\{.*?\}", message):
                    assert " ".join(piece.split()) in " ".join(page.text.split()), code


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_stands_in_the_table_of_facts(
    language: str, site: Path, pages: dict[Path, Page]
) -> None:
    """With its path, and with every code that it may be."""
    text = pages[(site / language / "reference" / "facts.html").resolve()].text
    for fact in FACTS:
        assert fact.path in text
