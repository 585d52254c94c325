"""The same decision written by hand over the same facts, as a good engineer would write it.

Complete cases are decided exactly. With unknown facts it is ordinary three-valued logic: what it
settles is right, and it leaves some things open that are settled.
"""
