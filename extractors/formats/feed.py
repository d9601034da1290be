"""RSS, Atom and JSON feeds, through feedparser, behind guards against what is known to stall or crash it."""

import calendar
import html
import io
import re
from datetime import UTC, datetime
from typing import Any

import feedparser

from extractors.document import Rejection
from extractors.formats.canonical import canonical
from extractors.formats.dates import EARLIEST, parse_date
from extractors.formats.json_feed import as_parsed
from extractors.formats.protocol import Entry, Listing, rejected
from extractors.formats.xml_guard import refuse

KIND = "feed"
MEDIA_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
MAX_ENTRIES = 500
_MAX_BYTES, _MAX_TAGS = 5_000_000, 100_000  # about two seconds of the parser's worst case
_PARSED_ENTRIES = 2_000  # a feed of a million items is cut here, before anything is built from it
_ITEM = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]")
_TAG = re.compile(r"<[^<>]{0,2000}>")


def parse(content: bytes, url: str) -> Listing:
    """The entries of a feed, newest first, at most MAX_ENTRIES; the rest is counted in ``left_out``.

    Never raises: a feed that cannot be read gives one problem, an unusable entry gives one, the others are kept.
    """
    problem = refuse(content, url, limit=_MAX_BYTES)
    if problem:
        return Listing(problems=(problem,))
    content, cut = _shorten(content)
    if content.count(b"<") > _MAX_TAGS:
        return Listing(problems=(rejected("feed", url, "too_many_tags", f"more than {_MAX_TAGS:,} tags"),))
    try:
        feed = as_parsed(content) if content.lstrip()[:1] == b"{" else _parsed(content)
    except Exception as error:  # feedparser lets ValueError, KeyError, UnicodeError … of hostile input through
        return Listing(problems=(rejected("feed", url, "parser_exception", f"{type(error).__name__}: {error}"),))
    if not feed.get("entries") and not feed.get("version"):  # also a well-formed page, such as a login
        detail = str(feed.get("bozo_exception") or "expected an RSS, Atom or JSON feed")
        return Listing(problems=(rejected("feed", url, "not_a_feed", detail),))
    return _listing(feed, url, cut)


def _parsed(content: bytes) -> Any:
    return feedparser.parse(
        io.BytesIO(content),  # never a name: feedparser opens paths and addresses, even of bytes
        sanitize_html=False,  # its style pattern is cubic; only titles are used, and they are stripped here
        resolve_relative_uris=False,
    )


def _shorten(content: bytes) -> tuple[bytes, int]:
    starts = [found.start() for found in _ITEM.finditer(content)]
    if len(starts) <= _PARSED_ENTRIES:
        return content, 0
    return content[: starts[_PARSED_ENTRIES]], len(starts) - _PARSED_ENTRIES


def _listing(feed: Any, url: str, cut: int) -> Listing:
    language = _text(feed.get("feed", {}).get("language"))
    entries: dict[str, Entry] = {}
    problems: list[Rejection] = []
    for number, item in enumerate(feed.get("entries", ()), 1):
        try:
            entry = _entry(item, feed, url, language)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            problems.append(rejected("feed", f"{url} entry {number}", "bad_entry", str(error)))
            continue
        entries.setdefault(entry.url, entry)
    newest = sorted(entries.values(), key=lambda e: e.published_at or EARLIEST, reverse=True)
    return Listing(tuple(newest[:MAX_ENTRIES]), (), tuple(problems), cut + max(0, len(newest) - MAX_ENTRIES))


def _entry(item: Any, feed: Any, url: str, language: str | None) -> Entry:
    link = item.get("link") or next((e.get("href") for e in item.get("links", ()) if e.get("href")), None)
    if not link and str(item.get("id", "")).startswith(("http://", "https://")):
        link = item["id"]
    if not link:
        raise ValueError("expected an entry with a link")
    address = canonical(str(link), base=_base(feed, url))
    if not address.startswith(("http://", "https://")):
        raise ValueError(f"expected an http link, found {address[:100]!r}")
    own = item.get("title_detail", {}).get("language") or item.get("language")
    published = _moment(item, "published") or _moment(item, "created")
    modified = _moment(item, "updated")
    return Entry(address, _text(item.get("title")), published or modified, _text(own) or language, modified)


def _base(feed: Any, url: str) -> str:
    """Relative links are resolved against the feed's own site link, else against where the feed came from."""
    site = str(feed.get("feed", {}).get("link") or "")
    return site if site.startswith(("http://", "https://")) else url


def _moment(item: Any, name: str) -> datetime | None:
    """The date as written, where it is a real one; feedparser alone turns 30 February into 2 March."""
    if not dict.__contains__(
        item, name
    ):  # where updated is missing, feedparser's own look-up warns and gives published
        return None
    moment = parse_date(item.get(name))
    parts = item.get(f"{name}_parsed")
    if moment is None and parts and not str(item.get(name))[:4].isdigit():
        try:
            moment = datetime.fromtimestamp(calendar.timegm(parts), tz=UTC)
        except (ValueError, TypeError, OverflowError, OSError):
            return None
    return moment if moment and moment >= EARLIEST else None


def _text(value: object) -> str | None:
    """Plain text of a title: markup and escapes removed, white space folded; None where nothing is left."""
    if not isinstance(value, str):
        return None
    plain = html.unescape(_TAG.sub(" ", html.unescape(value[:5_000])))
    return " ".join(plain.split())[:1_000] or None
