"""Kinds of files, by how their names end."""

from __future__ import annotations

import codecs

import attrs

from ssrules.file_error import STREAM, FileError

CSV, TSV, LINES, PARQUET, ARROW = "csv", "tsv", "jsonl", "parquet", "arrow"
ENDS = {
    ".csv": CSV,
    ".tsv": TSV,
    ".tab": TSV,
    ".jsonl": LINES,
    ".ndjson": LINES,
    ".parquet": PARQUET,
    ".pq": PARQUET,
    ".arrow": ARROW,
    ".feather": ARROW,
    ".ipc": ARROW,
}
"""The kind of a file by how its name ends."""
KINDS = tuple(dict.fromkeys(ENDS.values()))
TEXTS = (CSV, TSV, LINES)
"""The kinds that are text, and may be compressed and in any encoding."""
GZIP = ".gz"


@attrs.frozen(kw_only=True)
class Form:
    """How a file is written down.

    `kind` is None where the name says it; `encoding` and `delimiter` are those of text.
    """

    kind: str | None = None
    encoding: str = "utf-8"
    delimiter: str = ","
    gzip: bool = False

    def of(self, name: str, option: str) -> Form:
        """The form of a file of this name. Raises `FileError` for one that cannot be told.

        `option` is how a command line may say the kind. A standard stream is CSV otherwise.
        """
        kind, gzip = self.kind, False
        if name != STREAM:
            lower = name.lower()
            gzip = lower.endswith(GZIP)
            plain = lower.removesuffix(GZIP)
            kind = kind or next((ENDS[end] for end in ENDS if plain.endswith(end)), None)
        elif kind is None:
            kind = CSV
        if kind is None:
            raise FileError(name, "kind", known=", ".join(ENDS), option=option)
        if gzip and kind not in TEXTS:
            raise FileError(name, "no_gzip", kind=kind)
        delimiter = "\t" if kind == TSV else self.delimiter
        if len(delimiter) != 1 or not delimiter.isascii() or delimiter in '"\r\n\0':
            raise FileError(name, "delimiter", delimiter=delimiter)
        try:
            encoding = codecs.lookup(self.encoding).name
            "".encode(encoding)  # there are codecs of other things than text
        except LookupError:
            raise FileError(name, "unknown_encoding", encoding=self.encoding) from None
        return Form(kind=kind, encoding=encoding, delimiter=delimiter, gzip=gzip)
