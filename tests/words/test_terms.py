"""The Chinese words are the official ones, where these are known."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.words.written import proposed, words

TERMS = Path(__file__).resolve().parents[3] / "shared" / "terms.tsv"

GONE = ("requirement:due_for_loss_report",)
MOVED = {
    "scheme:labour_insurance_medical_care": "succeeds:labour_insurance_medical_care",
    "scheme:free_medical_care": "succeeds:free_medical_care",
}
"""Terms of a first edition: codes that are gone, and codes that have another subject now."""

# One thing has one name: the card's two applications are 社保应用 and 金融应用 throughout, as in
# the clause on the 300 days, and the first is 启用, the second 激活, as offices say.
COMPOSED = {
    "card.social_security": "社保卡的社保应用",
    "card.financial": "社保卡的金融应用",
    "documents.medical_insurance_card": "已携带原医保卡",
    "part:activation.social_security.bank_outlet": "在银行网点启用社保应用",
    "part:activation.social_security.hospital": "在定点医院启用社保应用",
    "part:activation.social_security.pharmacy": "在定点药店启用社保应用",
    "part:activation.financial.bank_outlet": "在合作银行网点激活金融应用",
}
"""Words put together from official ones that differ from the stored term."""

DIVIDED = {"right:request_consultation": "right:request_related_services"}
"""A term that names two rights in one breath, with the code of the second."""

BRACKETS = re.compile("（.*?）")


def terms() -> dict[str, tuple[str, str, str]]:
    """The stored terms: by their keys English, Chinese, and where the Chinese comes from."""
    if not TERMS.exists():
        pytest.skip("the list of terms is not beside this checkout")
    with TERMS.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {key: (english, chinese, note) for key, english, chinese, note in rows}


def is_proposal(note: str) -> bool:
    """Whether a term's note says that its Chinese is no official word."""
    return "proposed" in note or "no official term" in note


def variants(chinese: str) -> set[str]:
    """The ways to write a term that gives others in brackets.

    What stands in brackets at its end may stand instead of the whole, what stands within it instead
    of as many characters before it.
    """
    found = {chinese, BRACKETS.sub("", chinese)}
    for start, others, end in re.findall("^(.*?)（(.*?)）(.*)$", chinese):
        for other in others.split("、"):
            found.add(f"{start[: -len(other)]}{other}{end}" if end else other)
    return found


def test_every_term_has_its_words() -> None:
    """No stored term is forgotten but those whose code is gone."""
    wanted = {MOVED.get(key, key) for key in terms()} - {*GONE}
    assert sorted(wanted - set(words("zh"))) == []
    assert not {*GONE, *MOVED} & set(words("zh"))


def test_official_terms_stand_as_they_are() -> None:
    """A word that differs from the stored term, in one of its variants, is marked as proposed."""
    marked = {*proposed()}
    for key, (_, chinese, note) in terms().items():
        if key in GONE:
            continue
        key = MOVED.get(key, key)
        word = words("zh")[key]
        if key in DIVIDED:
            rest = words("zh")[DIVIDED[key]].partition("其他")[2]
            assert f"{word}等{rest}" in variants(chinese)
        elif key not in marked:
            assert not is_proposal(note), f"{key} is proposed, and not marked as such"
            assert word in {COMPOSED.get(key), *variants(chinese)}, key
