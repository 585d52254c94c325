"""Text is laid out by the width of its characters, and no line begins or ends with a stray mark."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from ssrules.words.wrapping import CLOSING, OPENING, cells, filled, padded, wrapped
from tests.columns import columns

PIECES = (
    *("社会保障卡", "定点医院", "，", "。", "、", "；", "：", "？", "！", "（", "）", "“", "”"),
    *(" ", "  ", "300", "天", "2026年9月14日", "insurance.medical", "[source.A4]"),
    *("a", "the", "《", "》"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
WIDTHS = st.sampled_from((24, 40, 80, 120))


def bare(text: str) -> str:
    """A text without its spaces."""
    return "".join(text.split())


@given(TEXTS, WIDTHS)
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    """But for spaces the lines together are the text, and each fits."""
    lines = [*wrapped(text, width)]
    assert bare("".join(lines)) == bare(text)
    assert all(columns(line) <= width for line in lines)
    assert all(line == line.rstrip() for line in lines)


@given(st.text("社保卡，。（）“”a1 ", max_size=60), WIDTHS)
def test_marks_stay_with_what_they_close_or_open(text: str, width: int) -> None:
    """Unless so many marks stand together that they fill a line, or a space parts them from it."""
    lines = [*wrapped(text, width)]
    for before, after in itertools.pairwise(lines):
        together = f"{before}{after}" in text
        if together and not all(each in CLOSING | OPENING for each in before):
            assert after[0] not in CLOSING, lines
            assert before[-1] not in OPENING, lines


@given(TEXTS, WIDTHS)
def test_a_line_takes_what_fits(text: str, width: int) -> None:
    """A text that fits stands on one line, as it was given."""
    if columns(text) <= width:
        assert [*wrapped(text, width)] == [text.rstrip(" ")]


def test_words_are_kept_whole() -> None:
    """A line of English ends at a space, and a longer word is cut."""
    assert [*wrapped("one two three", 8)] == ["one two", "three"]
    assert [*wrapped("abcdefghij kl", 4)] == ["abcd", "efgh", "ij", "kl"]


def test_a_number_stays_with_what_it_counts() -> None:
    """The line ends before it."""
    assert [*wrapped("自领卡之日起300天内", 16)] == ["自领卡之日起", "300天内"]


def test_lines_that_were_ended_stay_so() -> None:
    """Also an empty one."""
    assert [*wrapped("一\n\n二", 10)] == ["一", "", "二"]


def test_a_text_is_indented_behind_its_beginning() -> None:
    """The first line has less room."""
    assert filled("一二三四五六", 10, 2, first="规则  ") == "规则  一二\n  三四五六"
    assert padded("规则", 6) == "规则  "
    assert cells("a规") == 3
