"""The compiled rule book in Node, and the page in a browser: bytes, first answer, each decision."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks import cases
from benchmarks.report import Table
from benchmarks.scale import Scale
from ssrules import RuleBook, page
from ssrules.compiled import text

SCRIPT = Path(__file__).parent / "in_node.mjs"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
READY = "() => document.querySelector('main h1') !== null"
ANSWERED = """() => {
    const start = performance.now();
    document.querySelector('.answers button').click();
    return new Promise((resolve) => window.addEventListener("hashchange",
        () => resolve(performance.now() - start), {once: true}));
}"""


def tables(scale: Scale) -> Iterator[Table]:
    """Sizes, then what they take where there is Node, and a browser."""
    book, whole = text(RuleBook.default()), page.html()
    one = page.html(page.places({"en": "", "zh": ""})[:1])
    sizes = {
        "the compiled book, JSON": book,
        "the page, one book": one,
        "the page, all places": whole,
    }
    yield Table(
        "The compiled rule book and the page, in bytes",
        ("", "bytes", "gzip"),
        tuple(
            (name, f"{len(each.encode()):,}", f"{len(gzip.compress(each.encode(), 9)):,}")
            for name, each in sizes.items()
        ),
    )
    node = shutil.which("node")
    if node is not None:
        yield _in_node(node, book, scale)
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is not None:
        yield _in_browser(browser, whole, scale)


def _in_node(node: str, book: str, scale: Scale) -> Table:
    drawn = [each.to_dict() for each in cases.take(cases.partial(seed=8), scale.pool)]
    given = json.dumps({"compiled": book, "cases": drawn})
    found = [
        json.loads(
            subprocess.run(
                [node, str(SCRIPT)], input=given, capture_output=True, text=True, check=True
            ).stdout
        )
        for _ in range(scale.starts)
    ]
    rows = {
        "load the compiled book": [each["load"] for each in found],
        "the first decision": [each["first"] for each in found],
        "a later decision, some facts unknown": [median(each["rounds"]) for each in found],
        "the next question": [each["next"] for each in found],
    }
    return Table(
        "Deciding in Node",
        ("", "µs, median"),
        tuple((name, f"{median(each) / 1e3:,.0f}") for name, each in rows.items()),
    )


def _in_browser(browser: str, whole: str, scale: Scale) -> Table:
    from playwright.sync_api import sync_playwright

    ready, answered = [], []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_text(whole, encoding="utf-8")
        started = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for _ in range(scale.starts):
            opened = started.new_page(viewport={"width": 390, "height": 844})
            opened.goto(f"{file.as_uri()}#day=2026-11-22")
            opened.wait_for_function(READY)
            told = "() => performance.getEntriesByType('navigation')[0].domComplete"
            ready.append(float(opened.evaluate(told)))
            answered.append(float(opened.evaluate(ANSWERED)))
            opened.close()
        started.close()
    return Table(
        "The page in Chromium, from a disk, 390 pixels wide",
        ("", "ms, median"),
        (
            ("from opening it to the first question", f"{median(ready):.0f}"),
            ("from an answer to the next question, first time", f"{median(answered):.0f}"),
        ),
    )
