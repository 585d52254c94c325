"""The status of parts that are settled or not."""

from __future__ import annotations

from ssrules.records.kinds import FactEnum


class Status(FactEnum):
    """Whether the facts that are known settle a part."""

    DETERMINED = "determined"
    UNDETERMINED = "undetermined"
