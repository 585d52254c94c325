"""Fuzz targets: bytes go in, and an answer or a proper error must come out."""
