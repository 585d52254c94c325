"""Every error the library raises, and the faults that it tells: data first, then a sentence."""

from ssrules.errors.faults import Fault
from ssrules.errors.raised import (
    FactError,
    FrameError,
    FrameKindError,
    MissingExtraError,
    NothingAskedError,
    ParameterError,
    PlacedError,
    RuleError,
    RuleFileError,
    SsrulesError,
    UnknownNameError,
    nearest,
    nearest_names,
    words_in,
)

__all__ = [
    "FactError",
    "Fault",
    "FrameError",
    "FrameKindError",
    "MissingExtraError",
    "NothingAskedError",
    "ParameterError",
    "PlacedError",
    "RuleError",
    "RuleFileError",
    "SsrulesError",
    "UnknownNameError",
    "nearest",
    "nearest_names",
    "words_in",
]
