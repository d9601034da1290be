"""Sitemaps and sitemap indexes (sitemaps.org), with the news extension."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from extractors.document import Rejection, Unusable
from extractors.formats.canonical import canonical, same_site
from extractors.formats.dates import EARLIEST, parse_date
from extractors.formats.protocol import Entry, Listing, rejected
from extractors.formats.unpack import unpack
from extractors.formats.xml_guard import MAX_XML, refuse

KIND = "sitemap"
MEDIA_TYPES = ("application/xml", "text/xml")
MAX_ENTRIES = 50_000
MAX_DEPTH = 3
"""How many indexes deep the caller may follow ``Listing.listings``; it also keeps a list of those already read."""


def parse(content: bytes, url: str) -> Listing:
    """The pages of a sitemap, newest first, or the sitemaps of an index in ``listings``; gzip is unpacked.

    ``lastmod`` is given as ``modified_at``: it says when a page changed, never when it was published. Addresses of
    other sites are problems, not entries. Never raises.
    """
    try:
        content = unpack(content, MAX_XML)
    except Unusable as error:
        return Listing(problems=(rejected(KIND, url, error.reason, error.detail),))
    problem = refuse(content, url, KIND)
    if problem:
        return Listing(problems=(problem,))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return Listing(problems=(rejected(KIND, url, "not_a_sitemap", str(error)),))
    if root is None or _name(root) not in ("urlset", "sitemapindex"):
        return Listing(problems=(rejected(KIND, url, "not_a_sitemap", "expected a urlset or sitemapindex element"),))
    return _listing(root, url)


def _listing(root: Any, url: str) -> Listing:
    index = _name(root) == "sitemapindex"
    entries: dict[str, Entry] = {}
    problems: list[Rejection] = []
    left_out = 0
    for fields in _records(root):
        if len(entries) + len(problems) >= MAX_ENTRIES:
            left_out += 1
            continue
        try:
            entry = _entry(fields, url)
        except ValueError as error:
            problems.append(rejected(KIND, url, "bad_entry", str(error)))
            continue
        entries.setdefault(entry.url, entry)
    newest = sorted(entries.values(), key=lambda e: e.published_at or e.modified_at or EARLIEST, reverse=True)
    if index:
        return Listing((), tuple(e.url for e in newest), tuple(problems[:100]), left_out)
    return Listing(tuple(newest), (), tuple(problems[:100]), left_out)


def _records(root: Any) -> Iterator[dict[str, str]]:
    for record in root:
        if _name(record) in ("url", "sitemap"):
            fields: dict[str, str] = {}
            for element in record.iter():
                if isinstance(element.tag, str) and element.text and element.text.strip():
                    fields.setdefault(_name(element), element.text.strip())
            yield fields


def _entry(fields: dict[str, str], url: str) -> Entry:
    if "loc" not in fields:
        raise ValueError("expected a loc element")
    address = canonical(fields["loc"], base=url)
    if not address.startswith(("http://", "https://")) or not same_site(address, url):
        raise ValueError(f"expected an address of the sitemap's own site, found {address[:100]!r}")
    return Entry(
        address,
        fields.get("title"),
        parse_date(fields.get("publication_date")),
        fields.get("language"),
        parse_date(fields.get("lastmod")),
    )


def _name(element: Any) -> str:
    """The tag without its name space; the name spaces of real sitemaps are often wrong."""
    return str(etree.QName(element).localname).lower() if isinstance(element.tag, str) else ""
