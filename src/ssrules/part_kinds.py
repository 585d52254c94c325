"""What a part of a decision of one's own is written with: its class, its kind, and its words.

`PartKind` says what a kind of part is; `rulebook.with_parts(kind)` has a rule book tell it.
"""

from ssrules.deciding.part_kinds import Asked, Draft, Line, PartKind, Standing, fixed
from ssrules.records.record import Record
from ssrules.tables.shapes import Shape
from ssrules.words.speech import Words

__all__ = [
    "Asked",
    "Draft",
    "Line",
    "PartKind",
    "Record",
    "Shape",
    "Standing",
    "Words",
    "fixed",
]
