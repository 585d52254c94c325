"""`python -m ssrules` is the command `ssrules`."""

from __future__ import annotations

import sys

from ssrules.cli import main

if __name__ == "__main__":
    sys.exit(main())
