"""Pages in a real browser: the system's Chromium, driven by Playwright, with axe-core.

`.ci/run` installs what is needed; where something is missing, these tests are skipped and say so.
axe-core is looked for among the node packages beside the Python ones, in the environment that runs
the tests: `npm install --prefix .venv axe-core`.
"""

from __future__ import annotations

import functools
import http.server
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
AXE = Path(sys.prefix) / "node_modules" / "axe-core" / "axe.min.js"
LOOPBACK = ("127.0.0.1", "localhost", "::1")


class View(NamedTuple):
    """How a page is looked at."""

    name: str
    width: int
    height: int
    scheme: str


VIEWS = tuple(
    View(f"{name}-{scheme}", width, height, scheme)
    for name, width, height in (("phone", 390, 844), ("desktop", 1280, 800))
    for scheme in ("light", "dark")
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("no Chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm install --prefix .venv axe-core")
    return AXE.read_text("utf-8")


@pytest.fixture(params=VIEWS, ids=lambda view: view.name)
def view(request: pytest.FixtureRequest) -> View:
    """Phone and desktop, light and dark, one after the other."""
    found: View = request.param
    return found


@pytest.fixture
def page(chromium: Browser, view: View) -> Iterator[Page]:
    """An empty page in each view. Nothing leaves the machine, and no script fails on it."""
    asked: list[str] = []
    failed: list[str] = []

    def guard(route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.scheme in ("file", "data", "blob") or address.hostname in LOOPBACK:
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    context = chromium.new_context(
        viewport={"width": view.width, "height": view.height},
        color_scheme="dark" if view.scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    context.route("**/*", guard)
    made = context.new_page()
    made.on("pageerror", lambda error: failed.append(str(error)))
    yield made
    context.close()
    assert not asked, f"asked for from outside: {asked}"
    assert not failed, f"scripts failed: {failed}"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and tells nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its name there)
        """Say nothing."""


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """A function that serves a folder on the loopback, and gives its address."""
    with ExitStack() as servers:
        yield functools.cache(lambda folder: servers.enter_context(_serving(folder)))
