"""Deciding: from a case to numbers on axes, from these to cells, and from cells to a decision."""
