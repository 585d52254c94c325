"""Plain trees that are given again and again, each time anew, so that nobody changes another's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def again(tree: Any) -> Callable[[], Any]:
    """What gives a tree of dicts, lists and plain values, each time with dicts and lists anew.

    The tree itself is kept, and must not change.
    """
    if isinstance(tree, dict):
        inner = tuple((key, again(value)) for key, value in tree.items() if _may_change(value))
        return _dict_again(tree, inner) if inner else tree.copy
    if isinstance(tree, list):
        if any(map(_may_change, tree)):
            items = [again(item) for item in tree]
            return lambda: [item() for item in items]
        return tree.copy
    return lambda: tree


def _dict_again(
    tree: dict[str, Any], inner: tuple[tuple[str, Callable[[], Any]], ...]
) -> Callable[[], dict[str, Any]]:
    copy = tree.copy

    def give() -> dict[str, Any]:
        found = copy()
        for key, value in inner:
            found[key] = value()
        return found

    return give


def _may_change(value: Any) -> bool:
    return isinstance(value, dict | list)
