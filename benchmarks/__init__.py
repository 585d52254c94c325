"""Benchmarks: how quick ssrules is beside hand-written code and other engines.

`python -m benchmarks` runs them all and writes the tables in docs/benchmarks.md.
"""
