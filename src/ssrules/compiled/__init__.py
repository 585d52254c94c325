"""A rule book compiled to its cells: plain data that any language can decide by.

`docs/compiled.md` says what stands in it, and `ssrules/schema/compiled.schema.json` in which form.
"""

from ssrules.compiled.document import FORMAT, FORMAT_VERSION, compiled, text

__all__ = ["FORMAT", "FORMAT_VERSION", "compiled", "text"]
