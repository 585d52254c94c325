"""Arrow's arrays with operators: compared, joined, and calculated with, null being unknown."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc


class Cells:
    """A column of cells as Arrow holds them, or one cell for all rows."""

    __slots__ = ("cells",)

    def __init__(self, cells: Any) -> None:
        self.cells = cells

    def __eq__(self, other: object) -> Any:
        return Cells(pc.equal(self.cells, _cells(other)))

    def __ne__(self, other: object) -> Any:
        return Cells(pc.not_equal(self.cells, _cells(other)))

    def __lt__(self, other: object) -> Cells:
        return Cells(pc.less(self.cells, _cells(other)))

    def __le__(self, other: object) -> Cells:
        return Cells(pc.less_equal(self.cells, _cells(other)))

    def __gt__(self, other: object) -> Cells:
        return Cells(pc.greater(self.cells, _cells(other)))

    def __ge__(self, other: object) -> Cells:
        return Cells(pc.greater_equal(self.cells, _cells(other)))

    def __and__(self, other: Cells) -> Cells:
        return Cells(pc.and_kleene(self.cells, other.cells))

    def __or__(self, other: Cells) -> Cells:
        return Cells(pc.or_kleene(self.cells, other.cells))

    def __invert__(self) -> Cells:
        return Cells(pc.invert(self.cells))

    __hash__ = None  # type: ignore[assignment]


class Digits:
    """A column of digits: small whole numbers as NumPy holds them, or one for all rows."""

    __slots__ = ("numbers",)

    def __init__(self, numbers: np.ndarray[Any, Any] | np.uint8) -> None:
        self.numbers = numbers

    def __eq__(self, other: object) -> Any:
        same = self.numbers == (other.numbers if isinstance(other, Digits) else other)
        return Cells(pa.array(same) if isinstance(same, np.ndarray) else pa.scalar(bool(same)))

    __hash__ = None  # type: ignore[assignment]


def _cells(other: object) -> Any:
    return other.cells if isinstance(other, Cells) else pa.scalar(other)


def yes_no_digits(test: pa.BooleanArray) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """The digits of a test: 0 for no, 1 for yes, 2 for null."""
    known, yes = (_bits(buffer, test.offset, len(test)) for buffer in test.buffers())
    if yes is None:
        return np.full(len(test), 2, np.uint8)
    if known is None:
        return yes
    yes &= known
    known ^= 1
    known <<= 1
    yes |= known
    return yes


def _bits(
    buffer: pa.Buffer | None, start: int, count: int
) -> np.ndarray[Any, np.dtype[np.uint8]] | None:
    """Arrow's bits as so many bytes, the least of each byte first; None for no bits."""
    if buffer is None:
        return None
    first, within = divmod(start, 8)
    some = np.frombuffer(buffer, np.uint8)[first:]
    return np.unpackbits(some, count=within + count, bitorder="little")[within:]


def flags(test: Any, rows: int) -> np.ndarray[Any, Any]:
    """A test as flags for each row, null being no."""
    if isinstance(test, pa.Scalar):
        return np.full(rows, test.as_py() is True)
    sure = pc.fill_null(test, False) if test.null_count else test
    found: np.ndarray[Any, Any] = sure.to_numpy(zero_copy_only=False)
    return found
