"""The words in both languages, and what is written down by hand to compare them with."""
