"""One article as plain text."""

from collections.abc import Iterator

from extractors.document import Document, Rejection
from extractors.formats.protocol import Context
from extractors.formats.single import one

KIND = "txt"
SUFFIXES = (".txt", ".text", ".md")
MEDIA_TYPES = ("text/plain", "text/markdown")


def parse(content: bytes, context: Context) -> Iterator[Document | Rejection]:
    """One document with the file's bytes as they came (gzip unpacked)."""
    yield one(content, context, "text/plain")
