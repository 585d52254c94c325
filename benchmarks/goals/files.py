"""`batch`, beside reading the same file and writing the same output alone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from benchmarks.populations.population import AS_OF, write_population
from benchmarks.ratio import Ratio, measured
from benchmarks.scale import Scale
from ssrules import RuleBook
from ssrules.frames.files import batch
from ssrules.frames.files.deciding import Deciding, opened
from ssrules.frames.files.kinds import Form
from ssrules.frames.files.writing import output

ROUNDS = 7
BASE = "reading and writing alone"
MOST = 1 / 0.85
"""0.85 of the rows a second."""


def ratios(scale: Scale) -> Iterator[Ratio]:
    """CSV and Parquet."""
    rows = scale.goal_rows
    with TemporaryDirectory() as name:
        folder = Path(name)
        parquet, text = folder / "population.parquet", folder / "population.csv"
        write_population(rows, parquet)
        pyarrow.csv.write_csv(pyarrow.parquet.read_table(parquet), text)
        for kind, path in (("CSV", text), ("Parquet", parquet)):
            yield _measured(kind, path, rows, scale)


def _measured(kind: str, path: Path, rows: int, scale: Scale) -> Ratio:
    target, copy = (path.with_stem(each) for each in ("decided", "copied"))

    def ours() -> int:
        batch(str(path), str(target), as_of=str(AS_OF))
        return rows

    ready = _Ready.of(path)

    def by_hand() -> int:
        ready.copy(copy)
        return rows

    ours()
    by_hand()
    if target.read_bytes() != copy.read_bytes():
        raise AssertionError(f"batch, {kind}: another file is written by hand")
    return measured(
        f"batch, {kind}",
        BASE,
        MOST,
        by_hand=by_hand,
        ours=ours,
        rounds=min(scale.rounds, ROUNDS),
        clock=time.process_time_ns,
    )


@attrs.frozen
class _Ready:
    """A file with the decision columns of each batch of rows, to be written undecided."""

    path: Path
    deciding: Deciding
    columns: tuple[pa.Table, ...]

    @classmethod
    def of(cls, path: Path) -> _Ready:
        form = Form().of(str(path), "--from")
        deciding = Deciding(RuleBook.default(), str(AS_OF), because=False, form=form)
        columns = []
        with opened(str(path), form, deciding) as source:
            for each in source.batches:
                answered = deciding.answered(each)
                columns.append(answered.select(answered.column_names[each.table.num_columns :]))
        return cls(path, deciding, tuple(columns))

    def copy(self, target: Path) -> None:
        """Read the file, and write it with the columns."""
        form = self.deciding.form
        with (
            opened(str(self.path), form, self.deciding) as source,
            output(str(target), form, None) as written,
        ):
            for each, columns in zip(source.batches, self.columns, strict=True):
                table = each.table
                for name in columns.column_names:
                    table = table.append_column(name, columns.column(name))
                written.write(table, None, columns.num_columns)
