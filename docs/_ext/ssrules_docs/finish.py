"""The last touch to every page: what the theme leaves out for those who do not see or point."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

SCROLLED = re.compile(r'<(pre|div class="(?:table-wrapper|wide-picture)[^"]*")(?=[ >])')
IN_CELLS = re.compile(r"<t[dh][ >].*?</t[dh]>", re.DOTALL)
CODE = re.compile(r"(<code[^>]*>)(.*?)(</code>)", re.DOTALL)
TEXT = re.compile(r"(?<=[._])(?=[^<>]*<)")
ASIDES: Mapping[str, tuple[str, str]] = {
    "sidebar-drawer": ("All pages", "全部页面"),
    "toc-drawer": ("On this page", "本页内容"),
}

CHINESE: Mapping[str, str] = {
    ">Skip to content<": ">跳到正文<",
    ">Back to top<": ">回到顶部<",
    ">Next<": ">下一页<",
    ">Previous<": ">上一页<",
    "Copyright &#169;": "版权所有 &#169;",
    "Made with ": "页面主题：",
    '"Toggle Light / Dark / Auto color theme"': '"切换浅色、深色或自动配色"',
    '"Toggle navigation of ': '"展开或收起：',
    '"Toggle site navigation sidebar"': '"展开或收起全部页面"',
    '"Toggle table of contents sidebar"': '"展开或收起本页内容"',
}
"""What the theme says in English alone."""


def finished(html: str, language: str) -> str:
    """A page on which all that scrolls is reached by the keyboard, and codes break at points."""
    html = SCROLLED.sub(r'<\1 tabindex="0"', html)
    html = html.replace('role="heading"', 'role="heading" aria-level="2"')
    html = html.replace('<th class="head"><p></p></th>', "<td></td>")
    for name, told in ASIDES.items():
        label = told[language == "zh"]
        html = html.replace(f'<aside class="{name}', f'<aside aria-label="{label}" class="{name}')
    for english, chinese in CHINESE.items() if language == "zh" else ():
        html = html.replace(english, chinese)
    return IN_CELLS.sub(lambda cell: CODE.sub(_breakable, cell[0]), html)


def _breakable(found: re.Match[str]) -> str:
    return f"{found[1]}{TEXT.sub('<wbr>', found[2])}{found[3]}"


def finish_all(folder: Path, language: str) -> None:
    """Finish every page in a folder."""
    for path in folder.rglob("*.html"):
        if path.relative_to(folder).parts[0] not in ("_static", "zh"):
            path.write_text(finished(path.read_text("utf-8"), language), "utf-8")
