"""Checking rule books: what is wrong with one, and what differs between two."""
