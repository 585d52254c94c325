"""Frames of every kind, decided."""
