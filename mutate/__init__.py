"""Mutants of the rules: the built-in book with one thing wrong, which a test must notice."""
