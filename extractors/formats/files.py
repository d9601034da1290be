"""Local files of any document format, told apart by their name, then by their first bytes; each also as .gz."""

from collections.abc import Iterator

from extractors import formats
from extractors.document import Document, Rejection, Unusable
from extractors.formats.binary import kind_of
from extractors.formats.protocol import Context, DocumentFormat, rejected
from extractors.formats.unpack import unpack

KIND = "files"
SUFFIXES: tuple[str, ...] = ()
MEDIA_TYPES: tuple[str, ...] = ()


def parse(content: bytes, context: Context) -> Iterator[Document | Rejection]:
    """The documents of one file, whose name is ``context.name``; a file of no known kind is a rejection."""
    try:
        plain = unpack(content, 200_000_000)
    except Unusable as error:
        yield rejected("load", context.name, error.reason, error.detail)
        return
    chosen = choose(context.name, context.media_type, plain)
    if chosen is None:
        known = ", ".join(sorted(s for f in formats.document_formats().values() for s in f.SUFFIXES))
        found = f"; the content looks like {kind}" if (kind := kind_of(plain)) else ""
        yield rejected(
            "load", context.name, "unknown_format", f"expected a file ending in {known} (each also .gz){found}"
        )
        return
    yield from chosen.parse(plain, context)


def choose(name: str, media_type: str | None, content: bytes) -> DocumentFormat | None:
    """The document format of a file: by media type, by the ending of its name, else by its first bytes."""
    known = formats.document_formats()
    ending = name.lower().removesuffix(".gz")
    for candidate in known.values():
        if media_type in candidate.MEDIA_TYPES or (candidate.SUFFIXES and ending.endswith(candidate.SUFFIXES)):
            return candidate
    start = content[:1_000].lstrip().lower()
    if kind_of(content) or not start:
        return None
    if start.startswith(b"warc/"):
        return known["warc"]
    if start.startswith(b"<") and (b"<html" in start or b"<!doctype html" in start):
        return known["html"]
    if start.startswith(b'{"'):
        return known["jsonl"]
    return None if b"\0" in content[:1_000] else known["txt"]
