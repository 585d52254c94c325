"""The command `ssrules` as a process of its own, also as `python -m ssrules`."""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # as in `typing`
if TYPE_CHECKING:
    import signal
else:
    import _signal as signal  # built in: Ctrl-C may come while `signal` imports others


def main() -> int:
    """Run the command line that the process was called with, and give its exit status.

    Python would tell Ctrl-C as a traceback, of whatever it imports at the beginning or tidies up
    at the end. Here it ends the process as it ends any other; a command that has something to take
    away says so (`ssrules.cli.signals`).
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from ssrules import cli

    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
