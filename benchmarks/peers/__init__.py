"""Other rule engines, given the same decision and called directly.

Each module has `make() -> Callable[[Context], Answer]`: it loads the decision once, in the form
that its engine is at its best in, and gives what decides one case.
"""
