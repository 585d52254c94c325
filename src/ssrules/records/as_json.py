"""What everything that can be told as a plain tree has in common: it can be told as JSON, too."""

from __future__ import annotations

import json
from typing import Any


class AsJson:
    """The base of what has `to_dict`."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The same as a mapping for JSON."""
        raise NotImplementedError

    def to_json(self) -> str:
        """The same as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False)
