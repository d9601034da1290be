"""One web page."""

from collections.abc import Iterator

from extractors.document import Document, Rejection
from extractors.formats.protocol import Context
from extractors.formats.single import one

KIND = "html"
SUFFIXES = (".html", ".htm", ".xhtml")
MEDIA_TYPES = ("text/html", "application/xhtml+xml")


def parse(content: bytes, context: Context) -> Iterator[Document | Rejection]:
    """One document with the page's bytes as they came (gzip unpacked)."""
    yield one(content, context, "text/html")
