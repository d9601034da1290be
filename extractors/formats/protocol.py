"""What a format takes and gives.

A *listing* format (feed, sitemap, urls) says where articles are: ``parse(content, url) -> Listing``.
A *document* format (html, txt, jsonl, warc, files) holds them:
``parse(content, context) -> Iterator[Document | Rejection]``.
Every module of this folder that has a ``KIND`` is a format; nothing else has to be edited to add one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from extractors.document import Document, Rejection

MAX_BYTES = 50_000_000
"""The largest decoded input that any format accepts; a page has its own, smaller cap in ``extractors.reading``."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article that a listing points to; times are aware, None where the listing is silent."""

    url: str
    title: str | None = None
    published_at: datetime | None = None
    language: str | None = None
    modified_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What one listing said: its entries (newest first where dated), the further listings that it names,
    what could not be used, and how many entries were left out because the listing is too long."""

    entries: tuple[Entry, ...] = ()
    listings: tuple[str, ...] = ()
    problems: tuple[Rejection, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Context:
    """What the carrier knows of an input: the name a person gave it (path or URL) and what the watch says of it."""

    name: str
    fetched_at: datetime
    url: str | None = None
    source: str | None = None
    owner: str | None = None
    published_at: datetime | None = None
    title: str | None = None
    language: str | None = None
    media_type: str | None = None
    charset: str | None = None


class ListingFormat(Protocol):
    KIND: str
    MEDIA_TYPES: tuple[str, ...]

    def parse(self, content: bytes, url: str) -> Listing: ...


class DocumentFormat(Protocol):
    KIND: str
    SUFFIXES: tuple[str, ...]
    MEDIA_TYPES: tuple[str, ...]

    def parse(self, content: bytes, context: Context) -> Iterator[Document | Rejection]: ...


def rejected(stage: str, ref: str, reason: str, detail: str) -> Rejection:
    """A rejection whose detail is one short line, whatever a hostile input put into it."""
    return Rejection(stage, ref, reason, " ".join(detail.split())[:300])
