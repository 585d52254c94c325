"""Asking a decision about itself: why, why not, what to ask next, what would change it."""
