"""Linear checks before an XML parser sees a reply: size, entity declarations, attribute floods."""

import re

from extractors.document import Rejection
from extractors.formats.protocol import rejected

MAX_XML = 10_000_000
MAX_ATTRIBUTES = 200
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]{0,2000}\[|<!ENTITY|<!ATTLIST|<!ELEMENT", re.IGNORECASE)
_COMMENTS = 2_000
_TAG = re.compile(rb"<[A-Za-z][^<>]*")


def refuse(content: bytes, url: str, stage: str = "feed", limit: int = MAX_XML) -> Rejection | None:
    """Why this XML must not reach a parser, or None: ``empty``, ``too_big``, ``dtd`` (entity declarations: billion
    laughs and external files), ``attributes``, ``comments``. UTF-16 is looked through as well. Linear time."""
    if not content.strip():
        return rejected(stage, url, "empty", "the reply has no content")
    if len(content) > limit:
        return rejected(stage, url, "too_big", f"{len(content):,} bytes; at most {limit:,} are read")
    narrow = content.replace(b"\0", b"")  # UTF-16 and UTF-32 written as ASCII with zero bytes between
    if _DOCTYPE.search(narrow):
        return rejected(stage, url, "dtd", "declares entities or its own grammar; such documents are not parsed")
    if any(
        tag[0].count(b"=") > MAX_ATTRIBUTES and _attributes(tag[0]) > MAX_ATTRIBUTES for tag in _TAG.finditer(narrow)
    ):
        return rejected(stage, url, "attributes", f"more than {MAX_ATTRIBUTES} attributes on one tag")
    if narrow.count(b"<!--") > _COMMENTS:
        return rejected(stage, url, "comments", f"more than {_COMMENTS:,} comments")
    return None


def _attributes(tag: bytes) -> int:
    """How many attributes a tag has, not counting equal signs inside quoted values."""
    return re.sub(rb"\"[^\"]*\"|'[^']*'", b"", tag).count(b"=")
