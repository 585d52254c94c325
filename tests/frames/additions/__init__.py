"""Further columns of frames."""
