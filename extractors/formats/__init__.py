"""Source kinds: what a reply or a file holds. The folder is the registry; ``protocol`` says how a format looks."""

import importlib
import pkgutil
from functools import cache
from typing import Any, cast

from extractors.formats.canonical import canonical, host_of, identity, same_site
from extractors.formats.dates import parse_date
from extractors.formats.protocol import Context, DocumentFormat, Entry, Listing, ListingFormat
from extractors.formats.unpack import unpack

__all__ = [
    "Context",
    "Entry",
    "Listing",
    "canonical",
    "document_formats",
    "host_of",
    "identity",
    "listing_formats",
    "parse_date",
    "same_site",
    "unpack",
]


@cache
def _formats() -> dict[str, Any]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return {module.KIND: module for module in modules if hasattr(module, "KIND")}


def listing_formats() -> dict[str, ListingFormat]:
    """The formats that say where articles are, by kind: feed, sitemap, urls."""
    return {kind: cast(ListingFormat, m) for kind, m in _formats().items() if not hasattr(m, "SUFFIXES")}


def document_formats() -> dict[str, DocumentFormat]:
    """The formats that hold documents, by kind: files, html, jsonl, txt, warc."""
    return {kind: cast(DocumentFormat, m) for kind, m in _formats().items() if hasattr(m, "SUFFIXES")}
