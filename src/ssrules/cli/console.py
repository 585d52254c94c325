"""The consoles that commands print on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ssrules.errors import MissingExtraError
from ssrules.errors.telling import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, ConsoleOptions, RenderableType


def out() -> Console:
    """The console on standard output. Raises `MissingExtraError` where rich is not installed."""
    return _console(stderr=False)


def err() -> Console:
    """The console on standard error. Raises `MissingExtraError` where rich is not installed."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    try:
        from rich.console import Console
        from rich.segment import Segment
    except ImportError:
        raise MissingExtraError("cli", "output on a terminal") from None

    class Quiet(Console):
        """Leaves a pipe that was closed to the caller, who ends quietly, and prints text only."""

        def render(
            self, renderable: RenderableType, options: ConsoleOptions | None = None
        ) -> Iterator[Segment]:
            """Write what would steer the terminal as an escape, wherever the text is from."""
            for segment in super().render(renderable, options):
                text = segment.text
                if segment.control or text == "\n" or text.isprintable():
                    yield segment
                else:
                    told = "\n".join(map(escaped, text.split("\n")))
                    yield Segment(told, segment.style)

        def on_broken_pipe(self) -> None:
            raise  # the BrokenPipeError, while rich handles which it calls this

    return Quiet(stderr=stderr, highlight=False, emoji=False, markup=False)
