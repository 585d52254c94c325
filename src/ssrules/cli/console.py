"""The consoles that commands print on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ssrules.errors import MissingExtraError

if TYPE_CHECKING:
    from rich.console import Console


def out() -> Console:
    """The console on standard output. Raises `MissingExtraError` where rich is not installed."""
    return _console(stderr=False)


def err() -> Console:
    """The console on standard error. Raises `MissingExtraError` where rich is not installed."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    try:
        from rich.console import Console
    except ImportError:
        raise MissingExtraError("cli", "output on a terminal") from None

    class Quiet(Console):
        """Leaves a pipe that was closed to the caller, who ends quietly."""

        def on_broken_pipe(self) -> None:
            raise  # the BrokenPipeError, while rich handles which it calls this

    return Quiet(stderr=stderr, highlight=False, emoji=False, markup=False)
