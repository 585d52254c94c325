"""The pages that the program itself writes, in either language, each time the site is built."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pygments.lexers.data import JsonLexer
from sphinx.util.docutils import SphinxDirective

from ssrules import page as interview
from ssrules_docs import (
    clauses,
    codes,
    command_line,
    coverage,
    facts,
    faults,
    finish,
    localities,
    parameters,
    readings,
    rule_book,
    schemas,
)

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

PIECES: dict[str, Callable[[str], str]] = {
    "clauses": clauses.written,
    "codes": codes.written,
    "command-line": command_line.written,
    "coverage": coverage.written,
    "facts": facts.written,
    "faults": faults.written,
    "localities": localities.written,
    "certainty": readings.by_certainty,
    "parameters": parameters.written,
    "readings": readings.written,
    "rule-sets": rule_book.listed,
    "rule-book-picture": rule_book.picture,
    "schemas": schemas.written,
}
"""What a page may ask for by `{generated} NAME`: a function from the language to Markdown."""

RULES = Path("reference", "rules")
LOCALITIES = Path("reference", "localities")


class Generated(SphinxDirective):
    """A piece of a page that is written from the program as it is."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The piece, in the language of the site."""
        text = PIECES[self.arguments[0]](language_of(self.config))
        return self.parse_text_to_nodes(text, allow_section_headings=True)


def language_of(config: Any) -> str:
    """The language of the words: `en` or `zh`."""
    return str(config.language).partition("_")[0]


def write_pages(app: Sphinx) -> None:
    """Write a page for each rule set and each locality, and leave no other in their folders."""
    for where, pages in ((RULES, rule_book.pages), (LOCALITIES, localities.pages)):
        folder = Path(app.srcdir) / where
        folder.mkdir(parents=True, exist_ok=True)
        texts = {f"{name}.md": text for name, text in pages(language_of(app.config)).items()}
        for old in folder.glob("*.md"):
            if old.name not in texts:
                old.unlink()
        for name, text in texts.items():
            (folder / name).write_text(text, "utf-8")


def link_the_other_language(
    app: Sphinx, page: str, _template: str, context: dict[str, Any], _tree: object
) -> None:
    """Tell the sidebar where the same page, or else the first one, stands in the other language."""
    chinese = language_of(app.config) == "zh"
    other = Path(app.confdir) if chinese else Path(app.confdir) / "zh"
    there = page if (other / f"{page}.md").exists() or page == "search" else "index"
    up = "../" * page.count("/")
    context["other_language"] = f"{up}{'../' if chinese else 'zh/'}{there}.html"
    context["other_language_code"] = "en" if chinese else "zh"
    context["other_language_name"] = "English" if chinese else "中文"


ASK = "_static/ask.html"
"""Where the interview stands, as one page; both first pages lead to it."""


def finish_pages(app: Sphinx, failed: Exception | None) -> None:
    """Finish the pages that were written."""
    if failed is None and app.builder.format == "html":
        finish.finish_all(Path(app.outdir), language_of(app.config))
        if language_of(app.config) == "en":  # it speaks both languages itself
            (Path(app.outdir) / ASK).write_text(interview.html(), "utf-8")


def setup(app: Sphinx) -> dict[str, Any]:
    """Add the directive, the pages, and colours for JSON Lines."""
    app.add_directive("generated", Generated)
    app.add_lexer("jsonl", JsonLexer)
    app.connect("builder-inited", write_pages)
    app.connect("html-page-context", link_the_other_language)
    app.connect("build-finished", finish_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
