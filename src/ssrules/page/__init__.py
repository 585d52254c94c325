"""The page: an interview about a case, in one HTML file that works from a disk."""

from ssrules.page.build import html
from ssrules.page.places import Place, places

__all__ = ["Place", "html", "places"]
