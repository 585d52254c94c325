"""Tests of what is checked about rule books."""
