"""WARC files (ISO 28500): the pages that were answered with 200, through warcio."""

import io
from collections.abc import Iterator
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from extractors.document import Document, Rejection, Unusable
from extractors.formats.canonical import canonical, host_of
from extractors.formats.dates import parse_date
from extractors.formats.protocol import MAX_BYTES, Context, rejected
from extractors.formats.unpack import unpack

KIND = "warc"
SUFFIXES = (".warc",)
MEDIA_TYPES = ("application/warc",)
MAX_PAGE = 10_000_000
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def parse(content: bytes, context: Context) -> Iterator[Document | Rejection]:
    """One document for each page; other media types, redirects, requests and metadata are passed over silently.

    A page that is too big, and an archive that breaks off, are rejections; what came before is kept.
    """
    try:
        stream = io.BytesIO(unpack(content, 4 * MAX_BYTES))
    except Unusable as error:
        yield rejected("load", context.name, error.reason, error.detail)
        return
    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(stream), 1):
            found = _page(record, context, number)
            if found:
                yield found
    except (ArchiveLoadFailed, OSError, EOFError, ValueError) as error:
        yield rejected("load", f"{context.name} record {number + 1}", "bad_warc", str(error))


def _page(record: Any, context: Context, number: int) -> Document | Rejection | None:
    headers = record.http_headers
    if record.rec_type not in ("response", "resource") or (headers and headers.get_statuscode() != "200"):
        return None
    declared = (headers or record.rec_headers).get_header("Content-Type") or ""
    media_type = declared.split(";")[0].strip().lower()
    if media_type not in _PAGES:
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    ref = f"{context.name} record {number}"
    body = record.content_stream().read(MAX_PAGE + 1)
    if len(body) > MAX_PAGE:
        return rejected("load", ref, "too_big", f"{url}: more than {MAX_PAGE:,} bytes")
    try:
        url = canonical(url.strip("<>"))
    except ValueError as error:
        return rejected("load", ref, "bad_url", str(error))
    charset = declared.lower().partition("charset=")[2].split(";")[0].strip(" \"'") or None
    return Document(
        url=url,
        source=context.source or host_of(url),
        content=body,
        media_type="text/plain" if media_type == "text/plain" else "text/html",
        fetched_at=parse_date(record.rec_headers.get_header("WARC-Date")) or context.fetched_at,
        owner=context.owner,
        charset=charset,
        language=context.language,
    )
