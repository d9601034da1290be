"""Linear checks before a page is parsed. Each cap is a known way to stall the parser or to lose text silently; they
leave two to three times the largest of some 230 real pages, and the worst page below them takes about two seconds."""

import re

from extractors.document import Unusable

MAX_CHARACTERS = 6_000_000
MAX_TAGS = 12_000
MAX_ATTRIBUTES = 500
MAX_TEXT = 500_000
MAX_LINES = 4_000

_TAG = re.compile(r"<[a-zA-Z][^<>]*")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def check_size(content: bytes) -> None:
    """Raises Unusable ``too_big`` for more than MAX_CHARACTERS bytes, ``empty`` for nothing."""
    if len(content) > MAX_CHARACTERS:
        raise Unusable("too_big", f"{len(content):,} bytes; at most {MAX_CHARACTERS:,} are read")
    if not content.strip(b" \t\r\n\0"):
        raise Unusable("empty", "the document has no content")


def check_text(text: str) -> None:
    """Raises Unusable ``too_big`` for a text of more than MAX_TEXT characters or MAX_LINES lines: every line is judged
    by rules and beside its neighbours, and a long book of them would hold up the pass."""
    if len(text) > MAX_TEXT:
        raise Unusable("too_big", f"{len(text):,} characters of text; at most {MAX_TEXT:,} are read")
    lines = text.count("\n") + 1
    if lines > MAX_LINES and (lines := sum(not line.isspace() for line in text.split("\n") if line)) > MAX_LINES:
        raise Unusable("too_big", f"{lines:,} lines of text; at most {MAX_LINES:,} are read")


def check_markup(page: str) -> None:
    """Raises Unusable ``too_many_tags`` or ``too_many_attributes``. Linear in the page's length."""
    for number, tag in enumerate(_TAG.finditer(page)):
        if number >= MAX_TAGS:
            raise Unusable("too_many_tags", f"more than {MAX_TAGS:,} tags")
        if len(tag[0]) > 2 * MAX_ATTRIBUTES:
            check_attributes(tag[0])


def check_attributes(inside: str) -> None:
    """Raises Unusable ``too_many_attributes``; quoted values are not counted."""
    names = _QUOTED.sub("", inside).split()
    if len(names) > MAX_ATTRIBUTES:
        raise Unusable("too_many_attributes", f"{len(names):,} attributes on one tag")
