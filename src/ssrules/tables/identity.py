"""Which rule book decided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ssrules.records.record import Record


@attrs.frozen(kw_only=True, repr=False)
class RuleBookIdentity(Record):
    """Which rule book decided: its name, version, digest (of all content), and parameters."""

    name: str
    version: str
    digest: str
    parameters: Mapping[str, Any]
