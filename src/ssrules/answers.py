"""What a decision answers when it is asked about itself: data first, sentences on demand."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Explanation:
    """Why each part was decided as it was."""


@attrs.frozen(kw_only=True)
class WhyNot:
    """What stands in the way of one part."""


@attrs.frozen(kw_only=True)
class Questions:
    """The unknown facts worth asking for, best first."""


@attrs.frozen(kw_only=True)
class LeastChange:
    """The smallest sets of facts whose change makes an option allowed."""
