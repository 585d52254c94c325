"""The words of both languages: those of the library, and the headings of generated pages."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Iterable, Mapping

import ssrules.words

LANGUAGES = ("en", "zh")

HEADINGS: Mapping[str, tuple[str, str]] = {
    "adds to": ("Adds to", "补充"),
    "also read": ("the other reading", "另一种解读"),
    "asked if": ("asked where", "仅在以下情形要求"),
    "book": ("Rule book", "规则集"),
    "cases": ("Worked cases", "示例案例"),
    "certainty": ("How sure", "核实程度"),
    "changes": ("What changes", "变更"),
    "clause": ("Clause", "条款"),
    "clauses": ("Clauses", "条款原文"),
    "code": ("Code", "代码"),
    "day": ("The day", "判定日期"),
    "default": ("If left out", "默认值"),
    "differences": ("What differs", "与基础规则集的差别"),
    "english": ("English", "英文"),
    "chinese": ("Chinese", "中文"),
    "exception to": ("in the place of", "优先于"),
    "facts": ("Further facts that are asked", "另须了解的事实"),
    "fact": ("Fact", "事实"),
    "gives": ("Then", "结果"),
    "if": ("If", "条件"),
    "in force": ("in force", "施行期间"),
    "from": ("from {}", "自 {} 起"),
    "to": ("to {}", "至 {} 止"),
    "input": ("Input", "输入"),
    "inputs": ("What it asks", "输入项"),
    "issuer": ("Issued by", "发布机关"),
    "kind": ("Kind", "类型"),
    "left out": ("What is not carried", "未纳入的语句"),
    "made over": ("version {}, over {}", "版本 {}，以 {} 为基础"),
    "meaning": ("Meaning", "含义"),
    "number": ("Number", "文号"),
    "page": ("Page", "网址"),
    "parameter": ("Parameter", "参数"),
    "place": ("Place", "地方"),
    "policy": ("Hit policy", "命中策略"),
    "read as": ("read as", "读作"),
    "reading": ("How it is read", "解读"),
    "readings": ("How ambiguous words are read", "对含糊之处的解读"),
    "required": ("required", "必填"),
    "requirement": ("Requirement", "前提（不满足时的代码）"),
    "requirements": ("What must hold first", "须先满足的前提"),
    "rests on": ("rests on", "依据"),
    "rule": ("Rule", "规则"),
    "rule set": ("Rule set", "规则表"),
    "rules": ("Rows", "规则行"),
    "sources": ("Texts", "文本"),
    "source": ("The file", "文件全文"),
    "always": ("always", "任何情形"),
    "once": ("once every requirement holds", "前提全部满足时"),
    "or": (" or ", "或"),
    "text of": ("text of {}", "{} 文本"),
    "nothing": ("nothing", "无"),
    "unknown": ("unknown", "未知"),
    "used by": ("Used by", "用于"),
    "why": ("Why", "原因"),
    "value": ("Value", "取值"),
    "values": ("Values", "取值"),
    "words": ("Words", "原文"),
    "colon": (": ", "："),
    "semicolon": ("; ", "；"),
    "in brackets": ("{} ({})", "{}（{}）"),
    "kind:bool": ("true or false", "是或否（true / false）"),
    "kind:date": ("a date, YYYY-MM-DD", "日期 YYYY-MM-DD"),
    "kind:int": ("a whole number", "整数"),
    "kind:str": ("text, compared exactly", "文本，逐字比较"),
    "kind:enum": ("one of", "取其一"),
}
"""English and Chinese for what stands on generated pages beside the library's own words."""


def heading(key: str, language: str) -> str:
    """A word of the pages themselves."""
    return HEADINGS[key][LANGUAGES.index(language)]


@functools.cache
def words(language: str) -> Mapping[str, str]:
    """Every word of the library in a language, by its key."""
    found: dict[str, str] = {}
    for each in pkgutil.iter_modules(ssrules.words.__path__):
        if each.name.partition("_")[0] == language:
            module = importlib.import_module(f"ssrules.words.{each.name}")
            found |= getattr(module, "WORDS", {})
    return found


def said(key: str, language: str, otherwise: str = "") -> str:
    """The words for a key, or `otherwise`."""
    return words(language).get(key, otherwise)


def joined(pieces: Iterable[str], language: str) -> str:
    """Pieces of a sentence, with the commas of the language."""
    return ("，" if language == "zh" else ", ").join(pieces)


def told(text: object, language: str) -> str:
    """A text of a rule book, in a language if it has it."""
    tell = getattr(text, "told", None)
    return str(text if tell is None else tell(language))
