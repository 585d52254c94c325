"""A flow shows which thing feeds which: as a picture, as a table and as text alike."""

from __future__ import annotations

import itertools
import re
from html.parser import HTMLParser

import pytest
from examples.library_loans import BOOK as LIBRARY
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.html_read import shown

import ssrules
from ssrules.sheets.flow import ARROW, CELL, INSIDE, RIGHT, Flow, FlowWords, Node
from ssrules.words.speech import LANGUAGES, words
from ssrules.words.wrapping import cells

BOOKS = (ssrules.RuleBook.default(), LIBRARY)
WORDS = FlowWords(
    all="all", thing="thing", feeds="feeds", legend=("legend",), colon=": ", comma=", "
)
PHONE = 390
"""How wide a telephone is; lines for a dozen things that are asked still fit."""


class Drawn(HTMLParser):
    """What a picture is drawn by."""

    def __init__(self, flow: Flow) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(flow.picture())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element and its attributes."""
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every element of a kind."""
        return [attrs for name, attrs in self.found if name == tag]


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    """Things that add to earlier ones and are fed by any others."""
    count = draw(st.integers(1, 9))
    names = [f"thing_{at}" for at in range(count)]
    nodes = []
    for at, name in enumerate(names):
        above = draw(st.sampled_from(["", *names[:at]]))
        fed_by = draw(st.lists(st.sampled_from(names), unique=True, max_size=3))
        title = "a" + draw(st.text(st.sampled_from("ab 社保卡<&"), max_size=90))
        nodes.append(Node(name, title, above, tuple(each for each in fed_by if each != name)))
    return Flow("a flow", tuple(nodes), WORDS)


@settings(max_examples=30)
@given(flows())
def test_every_thing_is_a_box_and_every_feeding_an_arrow(flow: Flow) -> None:
    """Boxes stand one below the other, each title in its own; nothing leaves the picture."""
    drawn = Drawn(flow)
    boxes = drawn.all("rect")
    assert len(boxes) == len(flow.nodes)
    edges = sum(len(each.fed_by) for each in flow.nodes)
    assert len([each for each in drawn.all("path") if each.get("fill")]) == edges
    (svg,) = drawn.all("svg")
    height = int(svg["height"])
    placed = sorted((int(each["y"]), int(each["height"])) for each in boxes)
    for (top, tall), (other, _) in itertools.pairwise(placed):
        assert top + tall < other
    assert sum(placed[-1]) < height
    assert all(int(each["x"]) + int(each["width"]) == RIGHT for each in boxes)
    assert len(drawn.all("text")) == len(drawn.words)
    for text, told in zip(drawn.all("text"), drawn.words, strict=True):
        assert int(text["x"]) + cells(told) * CELL <= RIGHT - INSIDE


@settings(max_examples=30)
@given(flows())
def test_lines_of_different_things_never_meet(flow: Flow) -> None:
    """Two that stand equally far to the right end before the other begins."""
    found = [
        re.fullmatch(r"M\d+ \d+H(\d+)M\d+ (\d+)V(\d+)", each["d"])
        for each in Drawn(flow).all("path")
    ]
    lines = [tuple(map(int, each.groups())) for each in found if each]
    for (at, first, last), (other, begins, ends) in itertools.combinations(lines, 2):
        assert at != other or last < begins or ends < first
    assert all(at > RIGHT + 2 * ARROW for at, _, _ in lines)


@settings(max_examples=30)
@given(flows())
def test_the_picture_is_told_in_words(flow: Flow) -> None:
    """Its alternative text names everything that feeds something, and what."""
    (svg,) = Drawn(flow).all("svg")
    told = svg["aria-label"]
    assert svg["role"] == "img"
    assert told == flow.alternative()
    for node in flow.nodes:
        fed = flow.fed_from(node.name)
        assert (f"{node.name}, feeds: {', '.join(fed)}" in told) == bool(fed)


@settings(max_examples=30)
@given(flows())
def test_the_text_names_every_thing_once_and_what_it_feeds(flow: Flow) -> None:
    """What adds to another thing stands below it, further to the right."""
    lines = [*flow.text()]
    for node in flow.nodes:
        (at,) = [at for at, line in enumerate(lines) if line.lstrip().startswith(f"{node.name}: ")]
        fed = flow.fed_from(node.name)
        assert (not fed) or lines[at + 1].lstrip() == f"feeds: {', '.join(fed)}"


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: str(book.name))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_book_is_a_picture_of_its_rule_sets(book: ssrules.RuleBook, language: str) -> None:
    """Every rule set by its title, in both languages, as wide as a telephone at most."""
    sheet = book.sheet(language=language)
    text, seen = shown(sheet)
    (flow,) = sheet.pieces()
    assert isinstance(flow, Flow)
    assert int(Drawn(flow).all("svg")[0]["width"]) < PHONE
    joined = "".join(Drawn(flow).words).replace(" ", "")
    say = words(language, book.words)
    for each in book.rule_sets:
        title = say.title(f"rule_set:{each.name}", each.title)
        assert title.replace(" ", "") in joined
        assert each.name in text
        assert each.name in seen


def test_what_is_asked_and_what_is_added_to_feeds() -> None:
    """As the rules of the card say: the loss report is asked by what every activation brings."""
    (flow,) = BOOKS[0].sheet().pieces()
    assert isinstance(flow, Flow)
    asks = [each.name for each in flow.nodes if "loss_report" in each.fed_by]
    assert flow.fed_from("loss_report") == tuple(asks)
    assert asks == [
        "loss_report.release_steps",
        "activation.social_security.bank_outlet.effects",
        "activation.social_security.hospital.effects",
        "activation.social_security.pharmacy.effects",
        "activation.financial.bank_outlet.effects",
    ]
    assert flow.fed_from("rights") == ()


def test_a_printed_book_or_rule_set_is_what_a_notebook_shows() -> None:
    """And not the call that would make it."""
    book = BOOKS[0]
    assert str(book) == str(book.sheet()) == shown(book)[0]
    table = book.rule_set("loss_report")
    assert str(table) == str(table.sheet()) == shown(table)[0]
    assert "期限" in str(table.sheet(language="zh"))
    assert all(cells(line) <= 98 for line in str(table).splitlines())
